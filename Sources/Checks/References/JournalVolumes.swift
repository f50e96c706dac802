import Literature

/// R405: journal, volume and year of an entry that do not go with those of other entries.
public struct JournalVolumes: Rule {
  public static let code = "R405"
  public static let name = "journal-volume-year"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let references = context.extract.references
    var journals: [String: [VolumeOfYear]] = [:]
    for index in references.indices {
      guard let place = VolumeOfYear(references[index].item, index) else { continue }
      journals[place.journal, default: []].append(place)
    }
    let fallen = journals.values.flatMap { odd(in: $0) }
    let learned = against(
      context.journals, journals.values.flatMap { $0 }, except: Set(fallen.map(\.place.reference)), in: context)
    return (learned + against(fallen, in: context) + backward(in: context)).sorted { $0.span.start < $1.span.start }
  }

  /// Entries whose last page stands before their first.
  private func backward(in context: CheckContext) -> [Finding] {
    context.extract.references.compactMap { entry in
      BackwardPages.printed(in: entry.item).map { pages in
        context.finding(
          of: self, at: entry.span,
          Wording("The pages of reference \(entry.label) run backwards: \(pages).", zh: "参考文献 \(entry.label) 的页码倒置: \(pages)。"),
          help: Wording("Look the article up: digits of one of the two pages are wrong or exchanged.", zh: "查证原文: 两个页码之一有误或颠倒。"))
      }
    }
  }

  /// Entries that fall out of what the knowledge base has learned of their journal.
  private func against(
    _ journals: (any JournalLookup)?, _ places: [VolumeOfYear], except reported: Set<Int>, in context: CheckContext
  ) -> [Finding] {
    guard let journals else { return [] }
    return places.compactMap { place in
      guard !reported.contains(place.reference),
        let expected = LearnedVolumes(known: journals.volumes(of: place.journal)).expected(for: place.place)
      else { return nil }
      let entry = context.extract.references[place.reference]
      let range =
        expected.lowerBound == expected.upperBound ? "\(expected.lowerBound)" : "\(expected.lowerBound)–\(expected.upperBound)"
      let journal = entry.item.containerTitle ?? "the journal"
      return context.finding(
        of: self, at: entry.span,
        Wording(
          "Reference \(entry.label) gives volume \(place.volume) of \(journal) for \(place.year); "
            + "other documents give \(range) for that year and those beside it.",
          zh: "参考文献 \(entry.label) 为 \(entry.item.containerTitle ?? "该刊") \(place.year) 年第 \(place.volume) 卷, "
            + "其他文献于该年前后为第 \(range) 卷。"),
        help: Self.help)
    }
  }

  private static let help = Wording(
    "Look up journal, volume and year: one of them is wrong, or the journal is another one of a similar name.",
    zh: "查证刊名、卷号和年份: 其中必有一误, 或本为名称相近的另一期刊。")

  private func against(_ odd: [(place: VolumeOfYear, other: VolumeOfYear)], in context: CheckContext) -> [Finding] {
    let references = context.extract.references
    return odd.map { place, other in
      let (entry, against) = (references[place.reference], references[other.reference])
      return context.finding(
        of: self, at: entry.span,
        Wording(
          "Reference \(entry.label) gives volume \(place.volume) of \(entry.item.containerTitle ?? "the journal") for \(place.year); "
            + "reference \(against.label) gives volume \(other.volume) for \(other.year).",
          zh: "参考文献 \(entry.label) 为 \(entry.item.containerTitle ?? "该刊") \(place.year) 年第 \(place.volume) 卷, "
            + "参考文献 \(against.label) 为 \(other.year) 年第 \(other.volume) 卷。"),
        related: [context.related(against.span, .reference(against))],
        help: Self.help)
    }
  }

  /// Entries that conflict with others of their journal, which agree among themselves.
  private func odd(in places: [VolumeOfYear]) -> [(place: VolumeOfYear, other: VolumeOfYear)] {
    if places.count == 2 { return apart(places[0], places[1]) }
    guard places.count >= 3 else { return [] }
    return places.compactMap { place in
      let rest = places.filter { $0.reference != place.reference }
      if let other = offPace(place, rest) ?? slip(place, rest) ?? outOfOrder(place, rest) { return (place, other) }
      let against = rest.filter { !place.fits($0) }
      // Two alone must be of another order of size: a journal of several volumes a year tells nothing by two.
      guard let other = against.first, against.count > 2 || against.count == 2 && (rest.count > 2 || isFar(place, rest)) else {
        return nil
      }
      let agree = against.allSatisfy { left in against.allSatisfy { left.fits($0) } }
      return agree && 2 * against.count > rest.count ? (place, other) : nil
    }
  }

  /// Of two entries alone: a later year with a volume two or more below, below by any number after three years, or the same two years later;
  /// or two volumes of one year of which one is a multiple of the other.
  private func apart(_ left: VolumeOfYear, _ right: VolumeOfYear) -> [(place: VolumeOfYear, other: VolumeOfYear)] {
    let (early, late) = (left.year, left.volume) <= (right.year, right.volume) ? (left, right) : (right, left)
    let isMultiple = late.year == early.year && late.volume >= 3 * early.volume && late.volume - early.volume >= 5
    return isFall(early, late) || isMultiple && late.volume <= Self.mostOfYearly ? [(late, early)] : []
  }

  private func isFall(_ early: VolumeOfYear, _ late: VolumeOfYear) -> Bool {
    let (years, fall) = (late.year - early.year, early.volume - late.volume)
    return years >= 1 && early.volume <= Self.mostOfYearly
      && (fall >= 2 || fall >= 1 && years >= 3 || fall == 0 && years >= 2 && late.volume > Self.mostOfYear)
  }

  /// Journals that begin to count anew each year have a first and a second volume of each, as The Lancet had until 1990.
  private static let mostOfYear = 2

  /// Beyond it a journal has several volumes a year, of which one may be late.
  private static let mostOfYearly = 150

  /// The only entry that stands against the order of the others, which keep it among themselves.
  private func outOfOrder(_ place: VolumeOfYear, _ rest: [VolumeOfYear]) -> VolumeOfYear? {
    func falls(_ left: VolumeOfYear, _ right: VolumeOfYear) -> Bool {
      left.year <= right.year ? isFall(left, right) : isFall(right, left)
    }
    guard let other = rest.first(where: { falls(place, $0) }),
      !rest.contains(where: { left in rest.contains { falls(left, $0) } }),
      // Against one of several it may be either of the two: it is the one without which a volume a year remains.
      rest.count(where: { falls(place, $0) }) > 1 || isYearly(rest)
    else { return nil }
    return other
  }

  private func isYearly(_ places: [VolumeOfYear]) -> Bool {
    guard let first = places.min(by: { $0.year < $1.year }), let last = places.max(by: { $0.year < $1.year }),
      first.year < last.year
    else { return false }
    return (0.5...1.5).contains(Double(last.volume - first.volume) / Double(last.year - first.year))
  }

  private func isFar(_ place: VolumeOfYear, _ rest: [VolumeOfYear]) -> Bool {
    rest.allSatisfy { place.volume > 2 * $0.volume || 2 * place.volume < $0.volume }
  }

  /// Where all others keep the pace of one volume a year exactly, and the entry's volume is the one due with a digit wrong, missing or two
  /// exchanged: 84 for 48, 3 for 8.
  private func slip(_ place: VolumeOfYear, _ rest: [VolumeOfYear]) -> VolumeOfYear? {
    let starts = Set(rest.map { $0.volume - $0.year })
    guard starts.count == 1, let start = starts.first, Set(rest.map(\.year)).count >= 2 else { return nil }
    let due = place.year + start
    guard let near = rest.min(by: { abs($0.year - place.year) < abs($1.year - place.year) }),
      abs(near.year - place.year) <= Self.reach, due > 0, abs(due - place.volume) >= 5 || isOutOfOrder(place, rest),
      abs(due - place.volume) > 2, Self.isSlip("\(due)", "\(place.volume)")
    else { return nil }
    return near
  }

  private func isOutOfOrder(_ place: VolumeOfYear, _ rest: [VolumeOfYear]) -> Bool {
    rest.contains { $0.year < place.year && $0.volume >= place.volume || $0.year > place.year && $0.volume <= place.volume }
  }

  /// Years that a pace is carried on.
  private static let reach = 4

  private static func isSlip(_ due: String, _ printed: String) -> Bool {
    let (first, second) = (Array(due.utf8), Array(printed.utf8))
    if first.hasNeighboursExchanged(from: second) { return true }
    return EditDistance.between(first, second, most: 1) != nil
  }

  /// Where all others keep the pace of one volume a year: an entry more than two volumes away from it. Where they are fewer than three
  /// of years before and after it, they must keep it exactly, and the entry must be out of their order.
  private func offPace(_ place: VolumeOfYear, _ rest: [VolumeOfYear]) -> VolumeOfYear? {
    let starts = rest.map { $0.volume - $0.year }
    let years = Set(rest.map(\.year))
    guard years.count >= 2, let first = years.min(), let last = years.max(), let least = starts.min(), let most = starts.max()
    else { return nil }
    let isWithin = (first...last).contains(place.year)
    let isExact = most == least && last - first >= 3
    let isPast = rest.contains { other in
      other.year < place.year && other.volume >= place.volume || other.year > place.year && other.volume <= place.volume
        || other.year == place.year && abs(other.volume - place.volume) > 2
    }
    guard years.count >= 3 && isWithin && most - least <= 1 || isExact && isPast && (isWithin || years.count >= 3) else {
      return nil
    }
    let start = place.volume - place.year
    guard start < least - 2 || start > most + 2 else { return nil }
    return rest.min { abs($0.year - place.year) < abs($1.year - place.year) }
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "The last page of an entry stands before its first; or volume and year of an entry cannot go with those of two or more other entries of the same journal: a lower volume in a later year, or "
        + "volumes of one year that are far apart; of two entries alone also one volume in years that are two or more apart. With a knowledge base, also against what the reference lists of its other documents give for "
        + "the journal in that year and the ones beside it.",
      why:
        "Volumes rise with the years. An entry that falls out has a wrong digit, a wrong year, or names a sister journal (\"The Lancet\" for "
        + "\"The Lancet Oncology\").",
      example: "\"The Lancet, 19 (2018)\" beside \"The Lancet, 391 (2018)\" and \"The Lancet, 389 (2017)\".",
      remedy: "Look the article up and correct journal, volume or year.",
      limits:
        "Unless it is plain by two, at least three entries of the journal are needed, and the others must agree among themselves; of other documents four. Two years' "
        + "difference is tolerated: articles appear online before their volume. Supplements, which some journals number by themselves, and the "
        + "Cochrane Database, which has issues of a year and no volumes, are left alone. Journals that began to count anew make a finding wrong."
    ),
    chinese: .init(
      what: "某条文献止页在起页之前; 或其卷号与年份同同刊其他两条以上文献不相容: 年份较晚而卷号较小, 或同年卷号相差悬殊; 仅有两条时, 相隔两年以上而卷号相同者亦报告。有知识库时, 亦与库中其他文献对该刊该年前后所记卷号比较。",
      why: "卷号随年份递增。不合者或有数字、年份错误, 或误写为姊妹刊(如以 \"The Lancet\" 代 \"The Lancet Oncology\")。",
      example: "\"The Lancet, 19 (2018)\" 与 \"The Lancet, 391 (2018)\"、\"The Lancet, 389 (2017)\" 并列。",
      remedy: "查阅原文, 更正刊名、卷号或年份。",
      limits:
        "同刊至少三条(与库中比较时至少四篇), 且其余各条彼此相容。容许两年之差(网络首发早于成卷)。增刊(部分期刊单独编号)与按年、期编号的 Cochrane 数据库不作判断。重新编卷的期刊会造成误报。"))
}

/// An entry's volume of a journal, and the entry.
private struct VolumeOfYear: Hashable {
  var place: JournalVolume
  /// Index into `Extract.references`.
  var reference: Int

  var journal: String { place.journal }
  var volume: Int { place.volume }
  var year: Int { place.year }

  init?(_ item: BibliographicItem, _ index: Int) {
    guard let place = JournalVolume(item) else { return nil }
    self.place = place
    reference = index
  }

  /// Whether both can be of one journal: volumes rise with years, give or take two, and those of one year lie near together.
  func fits(_ other: VolumeOfYear) -> Bool {
    let (early, late) = (year, volume) <= (other.year, other.volume) ? (self, other) : (other, self)
    if late.year - early.year <= 2 {
      let (low, high) = (min(volume, other.volume), max(volume, other.volume))
      return high - low <= 8 || 5 * low >= 4 * high
    }
    return early.volume < late.volume
  }
}

import Literature

/// R406: one author's name in two spellings.
public struct AuthorVariants: Rule {
  public static let code = "R406"
  public static let name = "author-name-variant"
  public static let severity = Finding.Severity.warning
  public init() {}

  /// Names shorter than this differ by a letter too often.
  private static let shortest = 6
  /// So many other authors in common make two papers those of one group.
  private static let fewestShared = 2

  public func findings(in context: CheckContext) -> [Finding] {
    let references = context.extract.references
    var byInitials: [String: [(reference: Int, family: String)]] = [:]
    for (index, reference) in references.enumerated() {
      for author in reference.item.authors {
        guard let family = author.family, family.utf8.count >= Self.shortest - 1, let given = author.given else { continue }
        let initials = given.filter { $0.isUppercase }
        guard !initials.isEmpty else { continue }
        byInitials["\(initials)|\(family.prefix(1))", default: []].append((index, family))
      }
    }
    var reported: Set<String> = []
    let ofList = byInitials.keys.sorted().flatMap { key -> [Finding] in
      let names = byInitials[key] ?? []
      guard Set(names.map(\.family)).count > 1, names.count <= 40 else { return [] }
      return names.indices.compactMap { later in
        let earlier = names[..<later].first { earlier in
          earlier.reference != names[later].reference
            && (isVariant(earlier.family, names[later].family) || Self.differInAccents(earlier.family, names[later].family))
            && !isOfTwo(earlier, names[later], names)
            && (isSlip(
              earlier.family, names[later].family, key, references[earlier.reference], references[names[later].reference])
              || min(earlier.family.utf8.count, names[later].family.utf8.count) >= Self.shortest
                && areOfOneGroup(references[earlier.reference], references[names[later].reference], earlier.family, key)
              || isRare(earlier.family, names[later].family, names))
        }
        guard let earlier,
          reported.insert([earlier.family, names[later].family].sorted().joined(separator: "|")).inserted
        else { return nil }
        return finding(earlier, names[later], in: context)
      }
    }
    // Accents are said once: a list that drops them drops many.
    let remark = ofList.filter { $0.severity == .info }.min { $0.span.start < $1.span.start }
    let told = ofList.filter { $0.severity != .info } + [remark].compactMap { $0 }
    let ofGivenNames = GivenNameVariants.all(in: context).map {
      finding(($0.earlier, $0.left), ($0.later, $0.right), in: context)
    }
    return (told + ofText(in: context) + ofGivenNames).sorted { $0.span.start < $1.span.start }
  }

  /// "Nguji and Stallworth²", where the work behind the callout is by Ngugi and Stallworth.
  private func ofText(in context: CheckContext) -> [Finding] {
    context.extract.citations.compactMap { citation in
      guard let named = CalledAuthor.before(citation, in: context), let index = citation.references.first else { return nil }
      let reference = context.extract.references[index]
      let families = reference.item.authors.compactMap { author in
        author.family.map { $0.utf8.first.map { $0 < 0x80 } == true ? $0 : $0 + (author.given ?? "") }
      }
      guard !families.contains(where: { LetterFolding.folded($0) == LetterFolding.folded(named.family) }),
        let meant = families.first(where: { isMisspelt($0, named.family) })
      else { return nil }
      return context.finding(
        of: self, at: context.extract.passages[citation.passage].flow.span(of: named.range),
        Wording(
          "The text has “\(named.family)”, reference \(reference.label) “\(meant)”.",
          zh: "文中为“\(named.family)”, 参考文献 \(reference.label) 为“\(meant)”。"),
        related: [context.related(reference.span, .reference(reference))],
        help: Wording("Copy the name from the article's page.", zh: "从原文页面复制姓名。"))
    }
  }

  /// One letter changed, dropped or added, or two neighbours exchanged.
  private func isMisspelt(_ left: String, _ right: String) -> Bool {
    let (first, second) = (LetterFolding.folded(left), LetterFolding.folded(right))
    if let initial = first.utf8.first, initial >= 0x80 {
      return left.count == right.count && zip(left, right).count(where: { $0 != $1 }) == 1
    }
    guard first != second, min(first.utf8.count, second.utf8.count) >= 5, first.utf8.allSatisfy({ $0 < 0x80 }),
      Self.withoutUmlauts(first) != Self.withoutUmlauts(second)
    else { return false }
    let (one, other) = (Array(first.utf8), Array(second.utf8))
    return EditDistance.between(one, other, most: 1) != nil || one.hasNeighboursExchanged(from: other)
  }

  private func finding(
    _ earlier: (reference: Int, family: String), _ later: (reference: Int, family: String), in context: CheckContext
  ) -> Finding {
    let (first, second) = (context.extract.references[earlier.reference], context.extract.references[later.reference])
    // Many journals print no accents.
    let isRemark = Self.differInAccents(earlier.family, later.family)
    return context.finding(
      of: self, at: first.span, severity: isRemark ? .info : .warning,
      Wording(
        "“\(earlier.family)” in reference \(first.label) is “\(later.family)” in reference \(second.label).",
        zh: "参考文献 \(first.label) 中的“\(earlier.family)”在参考文献 \(second.label) 中为“\(later.family)”。"),
      related: [context.related(second.span, .reference(second))],
      help: Wording("Copy the name from the article's page.", zh: "从原文页面复制姓名。"))
  }

  /// One of the entries has both names: they are two people.
  private func isOfTwo(
    _ earlier: (reference: Int, family: String), _ later: (reference: Int, family: String),
    _ names: [(reference: Int, family: String)]
  ) -> Bool {
    names.contains { $0 == (earlier.reference, later.family) || $0 == (later.reference, earlier.family) }
  }

  /// The two differ in accents alone, in two letters exchanged, or in a letter that one has doubled: of these last a spelling is wrong if the two have two initials in common, or one
  /// other author.
  private func isSlip(_ left: String, _ right: String, _ key: String, _ first: Reference, _ second: Reference) -> Bool {
    let (one, two) = (LetterFolding.folded(left), LetterFolding.folded(right))
    // Two letters exchanged: hardly a family of names differs so.
    if one == two
      || !Self.twoSpellings.contains([one, two].sorted().joined(separator: " "))
        && min(one.utf8.count, two.utf8.count) >= Self.fewestOfSlip
        && Array(one.utf8).hasNeighboursExchanged(from: Array(two.utf8))
    {
      return true
    }
    let shorter = min(one.utf8.count, two.utf8.count)
    if Self.withoutDoubles(one) == Self.withoutDoubles(two) {
      return shorter >= Self.fewestOfSlip || key.prefix { $0 != "|" }.count >= 2
        || !fullNames(first).isDisjoint(with: fullNames(second))
    }
    // A letter dropped within the name; at its end it is another form of it.
    return one.utf8.count != two.utf8.count && shorter >= Self.fewestOfDropped && one.utf8.last == two.utf8.last
      && EditDistance.between(Array(one.utf8), Array(two.utf8), most: 1) != nil
  }

  /// Letters of the shorter name.
  private static let (fewestOfSlip, fewestOfDropped) = (5, 6)

  /// Names that people have in two spellings, two letters exchanged.
  private static let twoSpellings: Set<String> = [
    "agarwal agrawal", "deitz dietz", "reichert riechert", "seigel siegel", "weiss wiess",
  ]

  private static func withoutDoubles(_ folded: String) -> [UInt8] {
    folded.utf8.reduce(into: []) { letters, letter in
      if letters.last != letter { letters.append(letter) }
    }
  }

  /// The same first author, or two others in common; one with the same initials where the name is long or has two initials.
  private func areOfOneGroup(_ left: Reference, _ right: Reference, _ family: String, _ key: String) -> Bool {
    if let first = left.item.authors.first?.family, first == right.item.authors.first?.family { return true }
    if shared(left, right) >= Self.fewestShared { return true }
    let isTelling = family.utf8.count >= Self.long || key.prefix { $0 != "|" }.count >= 2
    return isTelling && !fullNames(left).isDisjoint(with: fullNames(right))
  }

  /// A long name, once in the list, that differs by a letter changed from another, or by any from one that two other entries have; names of peoples that differ so from one
  /// another are left out.
  private func isRare(_ family: String, _ other: String, _ names: [(reference: Int, family: String)]) -> Bool {
    let (one, two) = (names.count { $0.family == family }, names.count { $0.family == other })
    let folded = LetterFolding.folded(family)
    return min(one, two) == 1 && (max(one, two) >= 2 || family.utf8.count == other.utf8.count) && folded.utf8.count >= 8
      && !Self.commonEnds.contains(where: folded.hasSuffix)
      && !folded.hasPrefix("sch") && !folded.hasPrefix("mc")
      && EditDistance.between(Array(folded.utf8), Array(LetterFolding.folded(other).utf8), most: 1) != nil
  }

  private static let commonEnds = [
    "sen", "son", "sson", "man", "mann", "berg", "burg", "stein", "ini", "elli", "etti", "ez", "es", "ov", "ova", "ev", "eva",
    "ski", "sky",
    "ska", "idis", "poulos", "ian", "yan", "wicz", "vich", "vic", "shvili",
  ]

  /// So long a name is rarely another's with a letter changed.
  private static let long = 9

  private func fullNames(_ reference: Reference) -> Set<String> {
    Set(
      reference.item.authors.compactMap { author in
        author.family.map { "\($0)|\((author.given ?? "").filter(\.isUppercase))" }
      })
  }

  private func shared(_ left: Reference, _ right: Reference) -> Int {
    let families = Set(left.item.authors.compactMap(\.family))
    return Set(right.item.authors.compactMap(\.family)).intersection(families).count
  }

  private static func differInAccents(_ left: String, _ right: String) -> Bool {
    left.count == right.count && LetterFolding.folded(left) == LetterFolding.folded(right)
      && withoutDots(left) != withoutDots(right)
      && zip(left, right).allSatisfy { $0.isLetter && $1.isLetter || $0 == $1 }
  }

  private static func withoutDots(_ name: String) -> String {
    String(name.lowercased().map { ["ä": "a", "ë": "e", "ï": "i", "ö": "o", "ü": "u"][$0] ?? $0 })
  }

  /// Letters with two dots are printed with an e behind them where there are none: Müller, Mueller, Muller.
  private static func withoutUmlauts(_ folded: String) -> String {
    ["a", "o", "u"].reduce(folded) { $0.replacing("\($1)e", with: $1) }
  }

  /// A few letters changed, dropped or added, after accents and case are gone.
  private func isVariant(_ left: String, _ right: String) -> Bool {
    guard left != right else { return false }
    let (first, second) = (LetterFolding.folded(left), LetterFolding.folded(right))
    let length = min(first.utf8.count, second.utf8.count)
    // "Sch" is one sound, with which many names begin.
    let onset = first.hasPrefix("sch") ? 5 : 3
    let bound = length >= 8 && first.prefix(onset) == second.prefix(onset) ? 3 : length >= 7 ? 2 : 1
    guard Self.withoutUmlauts(first) != Self.withoutUmlauts(second) else { return false }
    if Array(first.utf8).hasNeighboursExchanged(from: Array(second.utf8)) { return true }
    return EditDistance.between(Array(first.utf8), Array(second.utf8), most: bound) != nil
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "Two entries with the same first author, or two authors in common, print another one with the same initials in two spellings; or two entries "
        + "print one name with and without an accent (a remark), with a letter doubled or dropped, with two letters exchanged, one of eight letters or more with one changed, with its two initials exchanged or, beside two entries or more, the second of them changed; or a Chinese name with one character changed, these last beside "
        + "another author of both.",
      why: "It is one person; a misspelt name breaks searches and counts of citations.",
      example: "\"Yarrowson, M.\" in entry 12 and \"Yarrowsen, M.\" in entry 30, both with Alder and Birch.",
      remedy: "Copy the name from the article.",
      limits:
        "Names of fewer than five or six letters, common endings (-sen, -son), names that stand in both spellings in one entry, and umlauts spelt out (ae, oe, ue) are left alone. "
        + "Relatives and married names in one group make a finding wrong."),
    chinese: .init(
      what:
        "两条文献第一作者相同或有两位共同作者, 而另一位首字母相同的作者姓氏拼写不一; 或两条文献中同一姓氏一处带重音符号(仅提示)或双写字母, 另一处没有, 或漏一字母, 或相邻两字母互换, 或八个字母以上者有一字母不同, 或名的两个首字母互换, 或(有一位共同作者)第二个首字母与另两条以上文献不同; 或有一位共同作者的两条文献中, 同一中文姓名有一字不同。",
      why: "应为同一人; 姓名拼错会影响检索与引文统计。",
      example: "第 12 条 \"Yarrowson, M.\" 与第 30 条 \"Yarrowsen, M.\", 二者均与 Alder、Birch 合著。",
      remedy: "从原文复制姓名。",
      limits: "少于六个字母的姓氏、同一条文献中并存的两个姓氏, 以及变音字母的改写(ae、oe、ue)不作判断。同组中的亲属或婚后改姓会造成误报。"))
}

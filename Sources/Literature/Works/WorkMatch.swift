/// Why two descriptions are of one work, or are not.
public struct WorkMatch: Hashable, Sendable {
  public var isSame: Bool
  /// What was found, the strongest first: "same DOI", "titles agree", "pages differ: 12, 47".
  public var reasons: [String]
  /// Points for and against; only their order means anything.
  public private(set) var score = 0
  /// The title is among what agrees; else, where they are one work, an identifier or the place in the journal is.
  public private(set) var agreesInTitle = false

  /// The score of descriptions that share an identifier.
  static let identified = 1000

  /// Compares two descriptions. O(length of the titles).
  ///
  /// One identifier in common makes them one work, and two of one kind that differ make them two, whatever else agrees. Without
  /// identifiers every field that both give speaks for or against, and a title, or volume and page, must be among what agrees. Parts of
  /// a series, protocols, errata, replies and editions are works of their own.
  public init(_ one: BibliographicItem, _ other: BibliographicItem) {
    self = WorkDescription(one).match(WorkDescription(other))
  }

  init(isSame: Bool, reasons: [String], score: Int = 0, agreesInTitle: Bool = false) {
    self.isSame = isSame
    self.reasons = reasons
    self.score = score
    self.agreesInTitle = agreesInTitle
  }
}

extension WorkDescription {
  func match(_ other: WorkDescription) -> WorkMatch {
    if let verdict = verdictOfIdentifiers(other) { return verdict }
    if let barrier = barrier(to: other) { return WorkMatch(isSame: false, reasons: [barrier], score: -100) }
    var evidence = Evidence()
    compareTitles(other, &evidence)
    compareAuthors(other, &evidence)
    compareYears(other, &evidence)
    comparePlaces(other, &evidence)
    return evidence.verdict
  }

  /// Points are halves of what a person would give, so that they stay whole numbers.
  struct Evidence {
    var points = 0
    var reasons: [(points: Int, text: String)] = []
    var hasTitle = false
    var hasPlace = false
    var hasContext = false

    mutating func add(_ points: Int, _ text: String) {
      self.points += points
      reasons.append((points, text))
    }

    /// Twelve points, with a title or a place and something beside it.
    var verdict: WorkMatch {
      let isSame = points >= 12 && hasContext && (hasTitle || hasPlace)
      let ordered = reasons.enumerated().sorted { (-abs($0.element.points), $0.offset) < (-abs($1.element.points), $1.offset) }
      return WorkMatch(isSame: isSame, reasons: ordered.map(\.element.text), score: points, agreesInTitle: hasTitle)
    }
  }

  private func verdictOfIdentifiers(_ other: WorkDescription) -> WorkMatch? {
    Self.verdict("DOI", doi, other.doi) ?? Self.verdict("PMID", item.pmid, other.item.pmid)
      ?? Self.verdict("PMCID", item.pmcid, other.item.pmcid) ?? Self.verdict("arXiv number", arxiv, other.arxiv)
  }

  private static func verdict(_ kind: StaticString, _ one: String?, _ two: String?) -> WorkMatch? {
    guard let one, let two, !one.isEmpty, !two.isEmpty else { return nil }
    if one == two { return WorkMatch(isSame: true, reasons: ["same \(kind)"], score: WorkMatch.identified) }
    return WorkMatch(isSame: false, reasons: ["different \(kind)s: \(one), \(two)"], score: -WorkMatch.identified)
  }

  /// What makes two works whatever else agrees.
  private func barrier(to other: WorkDescription) -> String? {
    if marks != other.marks, !title.isEmpty, !other.title.isEmpty, !isAtSamePlace(as: other) || isReaction != other.isReaction {
      return "only one is “\(marks.isEmpty ? other.marks : marks)”"
    }
    if let one = item.edition, let two = other.item.edition, LetterFolding.folded(one) != LetterFolding.folded(two) {
      return "editions differ: \(one), \(two)"
    }
    if item.type == "book", other.item.type == "book", let one = item.year, let two = other.item.year, one != two {
      return "years of a book differ: \(one), \(two)"
    }
    return nil
  }

  /// Volume and first page are known and the same.
  private func isAtSamePlace(as other: WorkDescription) -> Bool {
    volume != nil && volume == other.volume && page != nil && page == other.page
  }

  private func compareTitles(_ other: WorkDescription, _ evidence: inout Evidence) {
    guard title.count >= 8, other.title.count >= 8, isWide == other.isWide else { return }
    let isSamePage = page != nil && page == other.page
    let isOtherPage = page != nil && other.page != nil && !isSamePage
    let (short, long) = title.count <= other.title.count ? (title, other.title) : (other.title, title)
    if numbers != other.numbers, !isAtSamePlace(as: other), short.count * 4 >= long.count * 3 {
      return evidence.add(-12, "titles differ in their numbers")
    }
    if let distance = EditDistance.between(short, long, most: max(2, long.count / 8)) {
      // "Letter to the editor" has many pages; "vitamin A" and "vitamin C" differ by one letter.
      if isOtherPage, distance > 0 || long.count < 28 { return evidence.add(-4, "titles alike on different pages") }
      evidence.hasTitle = true
      let points = distance == 0 ? 10 : distance <= 3 ? 8 : 5
      return evidence.add(points, distance == 0 ? "same title" : "titles differ by \(distance) letters")
    }
    if holds(short, in: long) {
      evidence.hasTitle = true
      return evidence.add(isOtherPage ? 2 : 6, "one title is part of the other")
    }
    let (mine, theirs) = (words, other.words)
    let common = mine.intersection(theirs).count
    evidence.add(common * 5 >= min(mine.count, theirs.count) * 3 && common > 2 ? -4 : -9, "titles differ")
  }

  /// A title cut short, without its subtitle, or without the name of its series.
  private func holds(_ short: [UInt8], in long: [UInt8]) -> Bool {
    guard short.count >= 20 else { return false }
    let most = max(1, short.count / 12)
    return EditDistance.between(short, Array(long.prefix(short.count)), most: most) != nil
      || EditDistance.between(short, Array(long.suffix(short.count)), most: most) != nil
  }

  private func compareAuthors(_ other: WorkDescription, _ evidence: inout Evidence) {
    guard !author.isEmpty, !other.author.isEmpty,
      author.contains(where: { $0 >= 0xE3 }) == other.author.contains(where: { $0 >= 0xE3 })
    else { return }
    let distance = EditDistance.between(author, other.author, most: max(1, min(author.count, other.author.count) / 5))
    let (short, long) = author.count <= other.author.count ? (author, other.author) : (other.author, author)
    // "van der Berg" and "Berg"; 张 and 张三.
    if distance == 0 || short.count >= 3 && (long.suffix(short.count).elementsEqual(short) || long.starts(with: short)) {
      evidence.hasContext = true
      evidence.add(4, "same first author")
    } else if distance != nil {
      evidence.hasContext = true
      evidence.add(3, "first authors nearly alike")
    } else {
      evidence.add(-6, "first authors differ")
    }
  }

  private func compareYears(_ other: WorkDescription, _ evidence: inout Evidence) {
    guard let one = item.year, let two = other.item.year else { return }
    switch abs(one - two) {
    case 0: evidence.add(2, "same year")
    case 1:
      // A meeting's abstract and its paper come a year apart, in two volumes.
      if let one = volume, let two = other.volume, one != two { evidence.add(-4, "years and volumes differ") }
    default: evidence.add(-8, "years differ: \(one), \(two)")
    }
  }

  /// One is described in Chinese, the other is not: titles, authors and journals tell nothing.
  private func speaksOtherScript(_ other: WorkDescription) -> Bool {
    !title.isEmpty && !other.title.isEmpty && isWide != other.isWide
  }

  private func comparePlaces(_ other: WorkDescription, _ evidence: inout Evidence) {
    if let one = journal, let two = other.journal, let agrees = one.agrees(with: two) {
      if agrees { evidence.hasContext = true }
      evidence.add(agrees ? 3 : -4, agrees ? "same journal" : "journals differ")
    }
    let sameVolume = volume.flatMap { one in other.volume.map { one == $0 } }
    let samePage = page.flatMap { one in other.page.map { one == $0 } }
    if let sameVolume {
      evidence.add(sameVolume ? 4 : -4, sameVolume ? "same volume" : "volumes differ: \(volume ?? ""), \(other.volume ?? "")")
    }
    if let samePage {
      evidence.add(samePage ? 6 : -5, samePage ? "same first page" : "first pages differ: \(page ?? ""), \(other.page ?? "")")
    }
    if let one = issue, let two = other.issue {
      evidence.add(one == two ? 1 : -1, one == two ? "same issue" : "issues differ: \(one), \(two)")
    }
    evidence.hasPlace = sameVolume == true && samePage == true
    if evidence.hasPlace, speaksOtherScript(other), issue != nil, issue == other.issue, let last = lastPage,
      last == other.lastPage
    {
      evidence.hasContext = true
      evidence.add(2, "same issue and last page in another language")
    }
  }
}

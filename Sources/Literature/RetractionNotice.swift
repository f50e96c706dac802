/// What a publisher has announced about a published work: that it is retracted, doubted, corrected, or reinstated.
public struct RetractionNotice: Hashable, Sendable {
  public enum Nature: String, Sendable, CaseIterable {
    case retraction, concern, correction, reinstatement
  }
  /// Who tells of it.
  public enum Source: String, Sendable {
    case retractionWatch = "retraction-watch"
    case crossref
  }

  public var nature: Nature
  /// Of the work itself; in the form of `DOI` and `PMID`.
  public var doi: String?
  public var pmid: String?
  public var title: String?
  /// When the work was published.
  public var year: Int?
  /// Family name of the work's first author.
  public var author: String?
  /// When the notice was published.
  public var date: PartialDate?
  /// As the file prints them, without leading marks.
  public var reasons: [String]
  public var noticeDOI: String?
  public var noticePMID: String?
  public var source: Source

  public init(
    nature: Nature, doi: String? = nil, pmid: String? = nil, title: String? = nil, year: Int? = nil, author: String? = nil,
    date: PartialDate? = nil, reasons: [String] = [], noticeDOI: String? = nil, noticePMID: String? = nil,
    source: Source = .retractionWatch
  ) {
    self.nature = nature
    self.doi = doi
    self.pmid = pmid
    self.title = title
    self.year = year
    self.author = author
    self.date = date
    self.reasons = reasons
    self.noticeDOI = noticeDOI
    self.noticePMID = noticePMID
    self.source = source
  }

  /// A title shorter than this, in letters, is borne by more than one work.
  private static let shortestTitle = 24

  /// The title as it is compared; nil where it is too short to tell one work from others.
  public static func key(ofTitle title: String) -> String? {
    let folded = WorkFingerprint.folded(title, limit: 400)
    return folded.count >= shortestTitle || folded.utf8.count >= 2 * shortestTitle ? folded : nil
  }

  /// Whether the notice is of the work that an entry describes: the same DOI, else the same PMID, else the same title with the same first
  /// author or year. Identifiers that both give and that differ make them two works.
  public func concerns(_ item: BibliographicItem) -> Bool {
    if let doi, let other = item.doi.flatMap({ DOI($0)?.value }) { return doi == other }
    if let pmid, let other = item.pmid.flatMap({ PMID($0)?.value }) { return pmid == other }
    guard let title, let other = item.title, let key = Self.key(ofTitle: title), key == Self.key(ofTitle: other) else {
      return false
    }
    if let author, let family = item.authors.first?.family {
      return WorkFingerprint.folded(author) == WorkFingerprint.folded(family)
    }
    if let year, let other = item.year { return abs(year - other) <= 1 }
    return false
  }

  /// Whether an entry is the notice itself.
  public func isPublished(as item: BibliographicItem) -> Bool {
    if let noticeDOI, noticeDOI != doi, item.doi.flatMap({ DOI($0)?.value }) == noticeDOI { return true }
    if let noticePMID, noticePMID != pmid, item.pmid.flatMap({ PMID($0)?.value }) == noticePMID { return true }
    return false
  }
}

extension PartialDate {
  /// Reads what `iso` writes; nil for anything else.
  public init?(iso: String) {
    let parts = iso.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    let numbers = parts.compactMap { $0 }
    guard let year = numbers.first, numbers.count == parts.count, numbers.count <= 3 else { return nil }
    self.init(year: year, month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// `2021`, `2021-05`, `2021-05-04`.
  public var iso: String {
    let two = { (value: Int) in value < 10 ? "0\(value)" : String(value) }
    return ([String(year)] + [month, month == nil ? nil : day].compactMap { $0.map(two) }).joined(separator: "-")
  }
}

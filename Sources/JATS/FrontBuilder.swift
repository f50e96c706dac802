import Literature

/// A value of the front matter that is read and not printed.
enum Capture {
  case journalTitle, journalAbbreviation, journalID, issn, publisher, publisherPlace
  case articleID, volume, issue, firstPage, lastPage, pageRange, elocation
  case year, month, day
  case surname, given, prefix, suffix, literal
}

/// Gathers the front matter of the main article.
struct FrontBuilder {
  var front = FrontMatter()
  var journalAbbreviation: String?
  var firstPage: String?
  var lastPage: String?
  var pageRange: String?
  var elocation: String?
  var issns: [String] = []

  /// The date being read, what it is called, and the best so far.
  var date: (year: Int?, month: Int?, day: Int?) = (nil, nil, nil)
  var dateType = ""
  private var dates: [(rank: Int, date: PartialDate)] = []

  /// The person being read.
  var name = Name()
  var contributors: [Name] = []
  /// Where the first name of the person begins in the input.
  var nameOffset: Int?
  var contributorType = ""

  /// Keeps a finished `pub-date`. The year by which an article is cited is that of its issue.
  mutating func keepDate() {
    defer { date = (nil, nil, nil) }
    guard let year = date.year else { return }
    let rank: Int
    switch dateType {
    case "ppub", "epub-ppub": rank = 0
    case "collection": rank = 1
    case "pub", "epub", "": rank = 2
    case "pmc-release", "nihms-submitted", "corrected", "retracted", "preprint": rank = 4
    default: rank = 3
    }
    dates.append((rank, PartialDate(year: year, month: date.month, day: date.month == nil ? nil : date.day)))
  }

  /// The date of the issue; where only its year is given, another date of that year may say more.
  private var issued: PartialDate? {
    guard let best = dates.map(\.rank).min(), let chosen = dates.first(where: { $0.rank == best })?.date else { return nil }
    guard chosen.month == nil else { return chosen }
    let fuller = dates.first { $0.rank < 3 && $0.date.year == chosen.year && $0.date.month != nil }
    return fuller?.date ?? chosen
  }

  mutating func keepIdentifier(_ value: String, type: String) {
    switch type.lowercased() {
    case "doi": if front.item.doi == nil { front.item.doi = IdentifierText.doi(value) }
    case "pmid": front.item.pmid = front.item.pmid ?? IdentifierText.digits(value)
    case "pmc", "pmcid": front.item.pmcid = front.item.pmcid ?? IdentifierText.pmcid(value)
    case "arxiv": front.item.arxiv = front.item.arxiv ?? IdentifierText.arxiv(value)
    default: break
    }
  }

  /// The whole, once the file has been read.
  func finished() -> FrontMatter {
    var result = front
    result.journal = result.journal ?? journalAbbreviation
    result.item.containerTitle = result.journal
    result.item.title = result.titles.first?.text
    result.item.authors = result.authors
    result.item.issued = issued
    result.item.issn = issns.first
    if let firstPage {
      result.item.page = lastPage.map { $0 == firstPage ? firstPage : "\(firstPage)-\($0)" } ?? firstPage
    } else {
      result.item.page = pageRange ?? elocation
    }
    if result.language != .undetermined { result.item.language = result.language.code }
    if !result.keywords.isEmpty { result.item.keyword = result.keywords.joined(separator: "; ") }
    return result
  }
}

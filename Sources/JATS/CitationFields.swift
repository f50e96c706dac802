import Literature

/// Gathers what a citation tags into a `BibliographicItem`.
struct CitationFields {
  var item = BibliographicItem(type: "")
  /// `publication-type` or `citation-type`, and `publication-format`, as given.
  var type = ""
  var format = ""
  var linkType = ""
  private var articleTitle: String?
  private var chapterTitle: String?
  private var source: String?
  private var transTitle: String?
  private var firstPage: String?
  private var lastPage: String?
  private var pageRange: String?
  private var elocation: String?
  private var supplement: String?
  private var year: String?
  private var month: String?
  private var day: String?
  private var isAnythingKept = false

  func isEmpty(_ group: OpenCitation.Group) -> Bool {
    switch group {
    case .authors: item.authors.isEmpty
    case .editors: item.editors.isEmpty
    case .translators: item.translators.isEmpty
    case .others: false
    }
  }

  mutating func add(_ name: Name, to group: OpenCitation.Group?) {
    isAnythingKept = true
    switch group {
    case .authors?: item.authors.append(name)
    case .editors?: item.editors.append(name)
    case .translators?: item.translators.append(name)
    case .others?: break
    // Names between the title of a chapter and that of its book are the editors'.
    case nil where (chapterTitle ?? articleTitle) != nil && !item.authors.isEmpty && isBookLike: item.editors.append(name)
    case nil: item.authors.append(name)
    }
  }

  /// The given name of the last author whose parts stand without a `name` around them.
  mutating func addGiven(_ given: String) {
    guard let last = item.authors.indices.last, item.authors[last].given == nil, item.authors[last].literal == nil else { return }
    item.authors[last].given = given
  }

  private var isBookLike: Bool { ["book", "confproc", "conf-proc", "chapter", "book-chapter"].contains(type.lowercased()) }

  mutating func keep(_ element: Element, _ value: String, type: String) {
    isAnythingKept = true
    switch element {
    case .articleTitle, .dataTitle: set(&articleTitle, value)
    case .chapterTitle, .partTitle: set(&chapterTitle, value)
    case .transTitle: set(&transTitle, value)
    case .source, .issueTitle: set(&source, value)
    case .year: set(&year, value)
    case .month: set(&month, value)
    case .day: set(&day, value)
    case .volume: set(&item.volume, value)
    case .issue: set(&item.issue, value)
    case .supplement: set(&supplement, value)
    case .fpage: set(&firstPage, value)
    case .lpage: set(&lastPage, value)
    case .pageRange: set(&pageRange, value)
    case .elocationID: set(&elocation, value)
    default: keepMore(element, value, type: type)
    }
  }

  private mutating func keepMore(_ element: Element, _ value: String, type: String) {
    switch element {
    case .publisherName: set(&item.publisher, value)
    case .publisherLoc: set(&item.publisherPlace, value)
    case .edition: set(&item.edition, value)
    case .series: set(&item.collectionTitle, value)
    case .confName: set(&item.eventTitle, value)
    case .isbn: set(&item.isbn, value)
    case .issn: set(&item.issn, value)
    case .patent: set(&item.number, value)
    case .dateInCitation, .accessDate: if item.accessed == nil { item.accessed = DateText.date(in: value) }
    case .pubID, .objectID, .articleID: keepIdentifier(value, type: type.lowercased())
    case .comment, .annotation, .note: keepComment(value)
    case .transSource: item.custom.append(.init("translated-source", value))
    case .version: item.custom.append(.init("version", value))
    case .confLoc: item.custom.append(.init("event-place", value))
    default: break
    }
  }

  private func set(_ field: inout String?, _ value: String) { if field == nil { field = value } }

  private mutating func keepIdentifier(_ value: String, type: String) {
    switch type {
    case "doi":
      // What says that it is a DOI and is none stays as it stands, for whoever checks.
      set(&item.doi, IdentifierText.doi(value) ?? value.lowercased())
    case "pmid": set(&item.pmid, IdentifierText.digits(value))
    case "pmcid", "pmc": set(&item.pmcid, IdentifierText.pmcid(value))
    case "arxiv": set(&item.arxiv, IdentifierText.arxiv(value))
    case "isbn": set(&item.isbn, value)
    case "issn": set(&item.issn, value)
    case "uri", "url": set(&item.url, value)
    default:
      if item.doi == nil, let doi = IdentifierText.doi(value) {
        item.doi = doi
      } else {
        item.custom.append(.init(type.isEmpty ? "id" : type, value))
      }
    }
  }

  private mutating func keepComment(_ value: String) {
    if item.doi == nil { item.doi = IdentifierText.doi(within: value) }
    let words = value.lowercased()
    if let status = ["epub ahead of print", "in press", "submitted", "forthcoming"].first(where: words.contains) {
      set(&item.status, status)
    } else {
      set(&item.note, value)
    }
  }

  /// A link: an identifier where it goes to a resolver, else an address.
  mutating func link(_ target: String, printed: String) {
    isAnythingKept = true
    let type = linkType.lowercased()
    linkType = ""
    let isIdentifier = type == "doi" || target.contains("doi.org/") || printed.lowercased().hasPrefix("doi:")
    if isIdentifier, let doi = IdentifierText.doi(target) ?? IdentifierText.doi(printed) {
      if item.doi == nil { item.doi = doi }
    } else if type == "pmid" || type == "pubmed", let pmid = Optional(IdentifierText.digits(target)), !pmid.isEmpty {
      set(&item.pmid, pmid)
    } else if target.contains("://") || target.hasPrefix("www.") {
      set(&item.url, target)
    } else if printed.contains("://") || printed.hasPrefix("www.") {
      set(&item.url, printed)
    }
  }

  /// The item, or nil where nothing was tagged.
  mutating func finish() -> BibliographicItem? {
    guard isAnythingKept else { return nil }
    keepDate()
    keepPages()
    if let supplement {
      let words = supplement.lowercased().hasPrefix("suppl") ? supplement : "Suppl \(supplement)"
      item.issue = item.issue.map { "\($0) \(words)" } ?? words
    }
    item.type = CitationType.type(
      named: type, format: format, hasContainer: source != nil && (articleTitle ?? chapterTitle) != nil,
      hasChapter: chapterTitle != nil, item: item)
    keepTitles()
    return item
  }

  private mutating func keepDate() {
    guard let year, let (number, suffix) = DateText.year(in: year) else { return }
    let monthNumber = month.flatMap { DateText.month(in: $0) }
    item.issued = PartialDate(
      year: number, month: monthNumber, day: monthNumber == nil ? nil : day.flatMap { DateText.day(in: $0) })
    item.yearSuffix = suffix
  }

  private mutating func keepPages() {
    if let firstPage {
      let hasRange = lastPage != nil && lastPage != firstPage
      item.page = hasRange ? "\(firstPage)-\(lastPage ?? "")" : firstPage
      if lastPage == firstPage { item.page = "\(firstPage)-\(firstPage)" }
    } else {
      item.page = pageRange ?? elocation ?? lastPage
    }
  }

  private mutating func keepTitles() {
    let title = articleTitle ?? chapterTitle
    let holdsOthers = ["article-journal", "article-magazine", "article-newspaper", "paper-conference"].contains(item.type)
    if let title {
      item.title = title
      item.containerTitle = articleTitle != nil ? source ?? chapterTitle : source
    } else if let transTitle {
      item.title = transTitle
      item.containerTitle = source
      return
    } else if holdsOthers {
      item.containerTitle = source
    } else {
      item.title = source
    }
    if let transTitle { item.custom.append(.init("translated-title", transTitle)) }
  }
}

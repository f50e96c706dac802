import Literature

/// The dialects of BibTeX that are written.
enum BibTeXDialect { case bibtex, biblatex }

/// The fields of an item as the writer puts them, each with the CSL variable that it holds.
struct BibTeXCanonical {
  struct Written {
    var variable: String
    var field: BibTeXField
  }

  private(set) var fields: [Written] = []
  private let item: BibliographicItem
  private let dialect: BibTeXDialect
  private let type: String
  /// Whether the item came from BibTeX, where its author chose which capitals to protect.
  private let isOriginal: Bool

  init(_ item: BibliographicItem, dialect: BibTeXDialect) {
    self.item = item
    self.dialect = dialect
    type = BibTeXWriter.type(of: item)
    isOriginal = item.customValue(BibTeXOrigin.type) != nil
    addNames()
    addTitles()
    addDates()
    addNumbers()
    addImprint()
    addTexts()
    addIdentifiers()
    addVariables()
    addCustom()
  }

  private mutating func add(_ variable: String, _ name: String, _ text: String?) {
    if let text, !text.isEmpty { add(variable, raw: name, TeXText.escaped(text)) }
  }

  private mutating func add(_ variable: String, raw name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    let name = dialect == .biblatex ? BibTeXFields.biblatex(name, entryType: type) : name
    fields.append(Written(variable: variable, field: BibTeXField(name, value)))
  }

  private mutating func addNames() {
    add("author", raw: "author", text(item.authors, truncated: item.authorsTruncated))
    add("editor", raw: "editor", text(item.editors))
    add("translator", raw: "translator", text(item.translators))
    let hosts = item.further["container-author"]?.arrayValue?.compactMap(Name.init(cslJSON:)) ?? []
    add("container-author", raw: "bookauthor", BibTeXNames.text(hosts, truncated: false))
  }

  /// BibTeX takes "DC" for one given name and would shorten it to "D."; what an entry of its own says stays as it is.
  private func text(_ names: [Name], truncated: Bool = false) -> String {
    BibTeXNames.text(isOriginal ? names : names.map(BibTeXNames.withParted), truncated: truncated)
  }

  private mutating func addTitles() {
    let title = item.title.map(TeXText.escaped)
    add("title", raw: "title", isOriginal ? title : title.map(TeXText.protected))
    add("container-title", BibTeXTypes.parts.contains(type) ? "booktitle" : "journal", item.containerTitle)
    add("collection-title", "series", item.collectionTitle)
  }

  private mutating func addDates() {
    if let date = item.date("issued") { add(date) }
    if let date = item.date("accessed") { add("accessed", raw: "urldate", date.edtf ?? date.literal) }
    if let date = item.date("original-date") { add("original-date", raw: "origdate", date.edtf ?? date.literal) }
    if let date = item.date("event-date") { add("event-date", raw: "eventdate", date.edtf ?? date.literal) }
  }

  private mutating func add(_ date: CSLDate) {
    let isPlain = date.end == nil && !date.isOpen && date.season == nil && !date.isCirca
    guard dialect == .bibtex, isPlain || date.literal != nil else {
      return add("issued", raw: date.literal == nil ? "date" : "year", date.edtf ?? date.literal)
    }
    add("issued", "year", date.literal ?? date.start.map { String($0.year) + (item.yearSuffix ?? "") })
    guard date.literal == nil, let month = date.start?.month, BibTeXSyntax.months.indices.contains(month - 1) else { return }
    add("issued", raw: "month", BibTeXSyntax.months[month - 1])
    add("issued", raw: "day", date.start?.day.map(String.init))
  }

  private mutating func addNumbers() {
    let variable = BibTeXTypes.numberVariable(type)
    add("volume", "volume", item.volume)
    add("issue", variable == "issue" ? "number" : "issue", item.issue)
    // The number of an article that stands for its pages is told by these.
    if isOriginal || variable == "number" || item.number != item.page {
      add("number", variable == "number" ? "number" : "csl-number", item.number)
    }
    add("collection-number", variable == "collection-number" ? "number" : "csl-collection-number", further("collection-number"))
    add("page", raw: "pages", item.page.map { TeXText.escaped($0).replacing("-", with: "--") })
    add("edition", "edition", item.edition)
  }

  private mutating func addImprint() {
    let publisher = item.type == "thesis" ? "school" : item.type == "report" ? "institution" : "publisher"
    add("publisher", publisher, item.publisher)
    add("publisher-place", "address", item.publisherPlace)
    add("event-title", "eventtitle", item.eventTitle)
    add("genre", "type", item.genre)
  }

  private mutating func addTexts() {
    add("abstract", "abstract", item.abstract)
    add("note", "note", item.note)
    add("keyword", "keywords", item.keyword)
    add("status", "pubstate", item.status)
    add("language", "language", item.language)
  }

  private mutating func addIdentifiers() {
    add("DOI", raw: "doi", item.doi)
    add("PMID", raw: "pmid", item.pmid)
    add("PMCID", raw: "pmcid", item.pmcid)
    add("arxiv", raw: "eprint", item.arxiv)
    if item.arxiv != nil { add("arxiv", raw: "archiveprefix", dialect == .biblatex ? "arxiv" : "arXiv") }
    add("ISBN", raw: "isbn", item.isbn)
    add("ISSN", raw: "issn", item.issn)
    add("URL", raw: "url", item.url)
  }

  private func further(_ key: String) -> String? { item.further[key]?.stringValue }

  private static let names: [String: String] = Dictionary(
    BibTeXFields.variables.sorted { $0.key < $1.key }.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
  private static let written: Set<String> = [
    "issued", "accessed", "original-date", "event-date", "container-author", "collection-number", "custom",
  ]

  /// Variables without a property: under their field, else as `csl-NAME`, texts as text and the others as JSON.
  private mutating func addVariables() {
    for member in item.further.members where !Self.written.contains(member.key) {
      let text = member.value.stringValue ?? member.value.compact
      add(member.key, Self.names[member.key] ?? "csl-\(member.key)", text)
    }
    if BibTeXTypes.entry(item.type) == nil { add("type", "csl-type", item.type) }
  }

  private mutating func addCustom() {
    for field in item.custom where !BibTeXOrigin.isMark(field.key) {
      let name = field.key.filter { !$0.isWhitespace && !"{}(),=#\"%@\\".contains($0) }
      let isVerbatim = BibTeXFields.verbatim.contains(name.lowercased())
      if isVerbatim { add("custom:\(field.key)", raw: name, field.value) } else { add("custom:\(field.key)", name, field.value) }
    }
  }
}

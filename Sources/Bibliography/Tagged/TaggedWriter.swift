import Literature

/// Writes records of tagged lines that our reader and reference managers read.
struct TaggedWriter {
  private let dialect: TagDialect
  private let item: BibliographicItem
  private var lines: [String] = []

  static func text(of items: [BibliographicItem], dialect: TagDialect) -> String {
    items.map { item in
      var writer = TaggedWriter(dialect: dialect, item: item)
      writer.write()
      return writer.lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private init(dialect: TagDialect, item: BibliographicItem) {
    self.dialect = dialect
    self.item = item
  }

  private var isPubMed: Bool { dialect.prefix == PubMed.dialect.prefix }
  private var isBook: Bool { ["book", "report", "thesis"].contains(item.type) }

  private mutating func add(_ slot: TagSlot, _ value: String?) {
    if let tag = dialect.tags[slot] { add(tag: tag, value) }
  }

  private mutating func add(tag: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    lines.append(dialect.line(tag, value.contains { $0.isNewline } ? value.split { $0.isNewline }.joined(separator: " ") : value))
  }

  private func further(_ key: String) -> String? { item.further[key]?.stringValue }

  private mutating func write() {
    if isPubMed { add(.pmid, item.pmid) }
    add(
      .type,
      item.customValue(dialect.prefix + "type") ?? dialect.types.first { $0.csl == item.type }?.name ?? dialect.types.last?.name)
    add(.key, item.id)
    addNames()
    addTitles()
    addDates()
    addNumbers()
    addTexts()
    addIdentifiers()
    addLeftovers()
    if let last = dialect.last { lines.append(dialect.line(last, "")) }
  }

  private mutating func addNames() {
    for (index, name) in item.authors.enumerated() {
      let isCorporate = isPubMed && name.literal != nil
      add(isCorporate ? .corporateAuthor : .author, isCorporate ? name.literal : TagNames.text(name))
      for (tag, value) in dialect.authorLines(name, index + 1, item) { add(tag: tag, value) }
    }
    for name in item.editors { add(.editor, TagNames.text(name)) }
    for name in item.further["collection-editor"]?.arrayValue?.compactMap(Name.init(cslJSON:)) ?? [] {
      add(.seriesEditor, TagNames.text(name))
    }
    for name in item.translators { add(.translator, TagNames.text(name)) }
  }

  /// Whether the title of what holds the work stands under the tag of journals.
  private var isJournalTag: Bool {
    isPubMed ? item.type != "chapter" : isBook || (dialect.prefix == EndNote.dialect.prefix && item.isPeriodical)
  }

  private mutating func addTitles() {
    let stop = isPubMed && !(item.title?.last.map { "?!.".contains($0) } ?? true) ? "." : ""
    add(isPubMed && item.type == "book" ? .secondaryTitle : .title, item.title.map { $0 + stop })
    add(.shortTitle, further("title-short"))
    add(.originalTitle, further("original-title"))
    // Where a file told a journal and a second title, the journal is ours.
    let hasOthers = item.customValue(dialect.prefix + (dialect.tags[.journal] ?? "")) != nil
    let isJournal = hasOthers || isJournalTag
    add(isJournal ? .journal : .secondaryTitle, item.containerTitle)
    add(.shortJournal, further("container-title-short"))
    add(isBook && !isPubMed ? .secondaryTitle : .tertiaryTitle, item.collectionTitle)
  }

  private mutating func addDates() {
    if let date = item.date("issued") { addIssued(date) }
    add(.accessed, item.date("accessed").flatMap { $0.literal ?? $0.start.map { BibliographyDate.iso($0, separator: "/") } })
  }

  private mutating func addIssued(_ date: CSLDate) {
    if let literal = date.literal { return add(.year, literal) }
    guard let start = date.start else { return }
    if let end = date.end { return add(.year, "\(start.year)-\(end.year)") }
    switch dialect.prefix {
    case PubMed.dialect.prefix: add(.year, BibliographyDate.words(start))
    case EndNote.dialect.prefix:
      add(.year, String(start.year))
      if start.month != nil { add(.date, BibliographyDate.iso(start)) }
    default: add(.year, BibliographyDate.iso(start, separator: "/"))
    }
  }

  private mutating func addNumbers() {
    let isDocument = TagTypes.numbered.contains(item.type) && !isPubMed
    add(.volume, item.volume)
    add(.issue, isDocument ? item.number : item.issue)
    add(.number, isDocument ? item.issue : item.number)
    if dialect.tags[.pages] != nil {
      add(.pages, item.page)
    } else {
      let pages = item.page?.split(separator: "-", maxSplits: 1).map(String.init) ?? []
      add(.firstPage, pages.first)
      add(.lastPage, pages.dropFirst().first)
    }
    add(.section, further("section"))
    add(.volumes, further("number-of-volumes"))
  }

  private mutating func addTexts() {
    add(.edition, item.edition)
    add(.publisher, item.publisher)
    add(.place, item.publisherPlace)
    add(.kind, item.genre)
    add(.abstract, item.abstract)
    for note in item.note?.split(whereSeparator: \.isNewline) ?? [] { add(.note, String(note)) }
    // What PubMed calls MeSH stands in its own lines.
    let headings = Set(isPubMed ? item.customValue("pubmed:MH")?.split(separator: "\n").map(String.init) ?? [] : [])
    for word in item.keyword.map(Keywords.list) ?? [] where !headings.contains(word) { add(.keyword, word) }
    add(.language, isPubMed ? item.language.map(MARCLanguage.marc) : item.language)
    add(.callNumber, further("call-number"))
    add(.source, further("source"))
    add(.status, item.status)
  }

  private mutating func addIdentifiers() {
    add(.doi, isPubMed ? item.doi.map { "\($0) [doi]" } : item.doi)
    add(.url, item.url)
    for number in [item.issn, item.isbn] { add(.serialNumber, number) }
    if isPubMed { return add(.pmcid, item.pmcid) }
    add(.accession, item.pmid)
    add(.pmcid, item.pmcid)
  }

  /// What a file of this format said and no property holds, one line for each of its lines.
  private mutating func addLeftovers() {
    for field in item.custom where field.key.hasPrefix(dialect.prefix) && field.key != dialect.prefix + "type" {
      let tag = String(field.key.dropFirst(dialect.prefix.count).prefix { $0 != " " })
      if isPubMed, tag == "AD" || tag == "AUID" { continue }
      for value in field.value.split(separator: "\n") { add(tag: tag, String(value)) }
    }
  }
}

import Literature

/// Puts the fields of one tagged record into an item.
struct TagMapping {
  private var item: BibliographicItem
  private let dialect: TagDialect
  private var typeName: String?
  private var texts: [TagSlot: [TagField]] = [:]
  private var keywords: [String] = []
  private var notes: [String] = []
  /// Values without a home, by tag, in file order.
  private var leftovers: [(tag: String, values: [String])] = []

  init(dialect: TagDialect) {
    self.dialect = dialect
    item = BibliographicItem(type: dialect.plainType)
  }

  mutating func read(_ field: TagField) {
    switch dialect.slots[field.tag] {
    case .type?: typeName = typeName ?? field.value
    case .author?: append(\.authors, TagNames.name(field.value), field)
    case .corporateAuthor?: append(\.authors, Name(literal: field.value), field)
    case .editor?: append(\.editors, TagNames.name(field.value), field)
    case .translator?: append(\.translators, TagNames.name(field.value), field)
    case .keyword?: keywords.append(field.value)
    case .note?: notes.append(field.value)
    case let slot?: texts[slot, default: []].append(field)
    case nil: leave(field)
    }
  }

  private mutating func append(_ path: WritableKeyPath<BibliographicItem, [Name]>, _ name: Name?, _ field: TagField) {
    if let name { item[keyPath: path].append(name) } else { leave(field) }
  }

  private mutating func leave(_ field: TagField) {
    if let index = leftovers.firstIndex(where: { $0.tag == field.tag }) {
      leftovers[index].values.append(field.value)
    } else {
      leftovers.append((field.tag, [field.value]))
    }
  }

  /// The item, when all fields are read.
  mutating func finished() -> BibliographicItem {
    finishType()
    finishTitles()
    finishDates()
    finishNumbers()
    finishIdentifiers()
    finishTexts()
    for slot in texts.keys.sorted(by: { "\($0)" < "\($1)" }) { for field in texts[slot] ?? [] { leave(field) } }
    item.keyword = Keywords.joined(keywords)
    item.note = notes.isEmpty ? nil : notes.joined(separator: "\n")
    for (tag, values) in leftovers { item.custom.append(.init(dialect.prefix + tag, values.joined(separator: "\n"))) }
    return item
  }

  // MARK: Taking values

  /// The first value of a slot; a second one that says the same is dropped, others stay.
  private mutating func take(_ slot: TagSlot, unlike known: String? = nil) -> String? {
    guard var fields = texts[slot], !fields.isEmpty else { return nil }
    let first = fields.removeFirst().value
    texts[slot] = fields.filter { $0.value != first && $0.value != known }
    return first == known ? nil : first
  }

  private mutating func fill(_ path: WritableKeyPath<BibliographicItem, String?>, _ slot: TagSlot) {
    if item[keyPath: path] == nil { item[keyPath: path] = take(slot) }
  }

  private mutating func fill(_ variable: String, _ slot: TagSlot) {
    if item.further[variable] == nil, let text = take(slot) { item.further.append(variable, text) }
  }

  // MARK: Kinds of fields

  private mutating func finishType() {
    guard let typeName else { return }
    let known = dialect.types.first { $0.name.lowercased() == typeName.lowercased() }
    item.type = known?.csl ?? "document"
    let written = dialect.types.first { $0.csl == item.type }?.name
    if written != typeName { item.custom.append(.init(dialect.prefix + "type", typeName)) }
  }

  private var isBook: Bool { item.type == "book" || item.type == "report" || item.type == "thesis" }

  private mutating func finishTitles() {
    fill(\.title, .title)
    if isBook, item.title == nil { item.title = take(.secondaryTitle) }
    fill(\.containerTitle, .journal)
    if isBook {
      fill(\.collectionTitle, .secondaryTitle)
    } else if item.containerTitle == nil {
      fill(\.containerTitle, .secondaryTitle)
    }
    if item.containerTitle == nil { fill(\.containerTitle, .shortJournal) }
    texts[.secondaryTitle]?.removeAll { $0.value == item.containerTitle }
    if let short = take(.shortJournal, unlike: item.containerTitle) { item.further.append("container-title-short", short) }
    fill(\.collectionTitle, .tertiaryTitle)
    fill("title-short", .shortTitle)
    fill("original-title", .originalTitle)
    if let editors = texts.removeValue(forKey: .seriesEditor) {
      let names = editors.compactMap { TagNames.name($0.value)?.cslJSON }
      item.further.append(nonEmpty: "collection-editor", names)
    }
  }

  /// The year, completed by whatever date of the same year says more.
  private mutating func finishDates() {
    let fields = (texts.removeValue(forKey: .year) ?? []) + (texts.removeValue(forKey: .date) ?? [])
    for field in fields {
      guard let date = BibliographyDate.parse(field.value) else {
        if item.issued == nil, dialect.slots[field.tag] == .year, CSLDate(words: field.value).start != nil {
          item.setDate(CSLDate(words: field.value), as: "issued")
        } else if let completed = completed(with: field) {
          item.issued = completed
        } else {
          leave(field)
        }
        continue
      }
      if item.issued == nil {
        item.setDate(BibliographyDate.whole(field.value), as: "issued")
      } else {
        complete(with: date, field)
      }
    }
    if let text = take(.accessed) {
      item.setDate(BibliographyDate.parse(text).map { CSLDate(start: $0) } ?? CSLDate(words: text), as: "accessed")
    }
  }

  private mutating func complete(with date: PartialDate, _ field: TagField) {
    guard let issued = item.issued else { return }
    let saysMore = issued.month == nil && date.month != nil || issued.day == nil && date.day != nil && issued.month == date.month
    if issued.year == date.year, saysMore, item.further["issued"] == nil {
      item.issued = date
    } else if !(issued.year == date.year && (date.month == nil || date.month == issued.month)
      && (date.day == nil || date.day == issued.day))
    {
      leave(field)
    }
  }

  /// `%8 March 5` beside `%D 2024`.
  private func completed(with field: TagField) -> PartialDate? {
    guard var issued = item.issued, issued.month == nil, dialect.slots[field.tag] == .date else { return nil }
    let words = field.value.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard let name = words.first(where: { $0.first?.isLetter ?? false }), let month = BibliographyDate.month(name) else {
      return nil
    }
    issued.month = month
    issued.day = words.compactMap { Int($0) }.first { (1...31).contains($0) }
    return issued
  }

  private mutating func finishNumbers() {
    fill(\.volume, .volume)
    // A patent, report or standard has a number where a periodical has an issue.
    let isDocument = TagTypes.numbered.contains(item.type)
    fill(isDocument ? \.number : \.issue, .issue)
    fill(isDocument ? \.issue : \.number, .number)
    fill(\.page, .pages)
    if item.page == nil {
      let (first, last) = (take(.firstPage), take(.lastPage))
      item.page = [first, last].compactMap { $0 }.joined(separator: "-").nonEmpty
    }
    item.page = item.page?.replacing("–", with: "-")
    fill("section", .section)
    fill("number-of-volumes", .volumes)
  }

  private mutating func finishIdentifiers() {
    if let doi = take(.doi) { item.doi = DOI(doi)?.value ?? doi }
    fill(\.url, .url)
    fill("source", .source)
    fill(\.pmid, .pmid)
    fill(\.pmcid, .pmcid)
    for field in texts.removeValue(forKey: .serialNumber) ?? [] { readSerialNumber(field) }
    for field in texts.removeValue(forKey: .accession) ?? [] { readAccession(field) }
  }

  /// An ISSN has eight signs, an ISBN ten or thirteen.
  private mutating func readSerialNumber(_ field: TagField) {
    let signs = field.value.count { $0.isNumber || $0 == "X" || $0 == "x" }
    let isBook = signs == 10 || signs == 13 || (signs != 8 && TagTypes.books.contains(item.type))
    if isBook, item.isbn == nil {
      item.isbn = field.value
    } else if !isBook, item.issn == nil {
      item.issn = field.value
    } else {
      leave(field)
    }
  }

  /// The number of PubMed or PubMed Central where nothing says that another database gave it.
  private mutating func readAccession(_ field: TagField) {
    let source = item.further["source"]?.stringValue?.lowercased()
    let isPubMed = source.map { $0.contains("pubmed") || $0.contains("medline") || $0 == "pmc" } ?? true
    if field.value.hasPrefix("PMC"), item.pmcid == nil {
      item.pmcid = field.value
    } else if isPubMed, item.pmid == nil, !field.value.isEmpty, field.value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      item.pmid = field.value
    } else {
      leave(field)
    }
  }

  private mutating func finishTexts() {
    fill(\.id, .key)
    fill(\.edition, .edition)
    fill(\.publisher, .publisher)
    fill(\.publisherPlace, .place)
    fill(\.genre, .kind)
    fill(\.abstract, .abstract)
    fill(\.status, .status)
    fill("call-number", .callNumber)
    if let language = take(.language) { item.language = language }
  }
}

extension String {
  /// nil where there are no characters.
  var nonEmpty: String? { isEmpty ? nil : self }
}

/// Keywords of one field, and one by one.
enum Keywords {
  /// With commas between them, or semicolons where a keyword has a comma itself ("Carcinoma, Hepatocellular").
  static func joined(_ words: [String]) -> String? {
    guard words.contains(where: { $0.contains(",") }) else { return words.joined(separator: ", ").nonEmpty }
    return words.count == 1 ? words[0] + ";" : words.joined(separator: "; ")
  }

  static func list(_ text: String) -> [String] {
    let separator: Character = text.contains(";") ? ";" : ","
    return text.split { $0 == separator || $0 == "\n" }.map { TeXText.collapsed(String($0)) }.filter { !$0.isEmpty }
  }
}

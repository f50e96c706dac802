import Literature

/// BibTeX and BibLaTeX entries as items.
enum BibTeXReader {
  static func file(_ utf8: [UInt8]) -> BibliographyFile {
    let syntax = BibTeXSyntax(utf8)
    var file = BibliographyFile()
    file.diagnostics = syntax.diagnostics
    var seen: [String: Int] = [:]
    for (index, entry) in syntax.entries.enumerated() where seen[entry.key] == nil { seen[entry.key] = index }
    for (index, entry) in syntax.entries.enumerated() {
      if !entry.key.isEmpty, let first = seen[entry.key], first != index {
        file.diagnostics.append(
          Diagnostic(
            .warning, "duplicate-key", "The key “\(entry.key)” is used twice; both entries are kept.",
            span: SourceSpan(entry.range)))
      }
      let whole = inherited(entry, in: syntax.entries, keys: seen)
      file.entries.append(BibliographyEntry(item: item(of: whole), range: entry.range))
    }
    return file
  }

  /// Fields that an entry takes from the one its `crossref` or `xdata` names; the parent's title is the child's book title.
  private static func inherited(_ entry: BibTeXEntry, in entries: [BibTeXEntry], keys: [String: Int]) -> BibTeXEntry {
    var whole = entry
    for link in ["crossref", "xdata"] {
      guard let key = entry[link], let index = keys[key], entries[index].key != entry.key else { continue }
      for field in entries[index].fields where !["crossref", "xdata", "ids"].contains(field.name) {
        let name = link == "crossref" && field.name == "title" ? "booktitle" : field.name
        if whole[name] == nil { whole.fields.append((name, field.value)) }
      }
    }
    return whole
  }

  private static let types: [String: String] = [
    "article": "article-journal", "book": "book", "mvbook": "book", "booklet": "book", "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference", "conference": "paper-conference", "proceedings": "book", "phdthesis": "thesis",
    "mastersthesis": "thesis", "thesis": "thesis", "techreport": "report", "report": "report", "manual": "report",
    "patent": "patent",
    "dataset": "dataset", "software": "software", "online": "webpage", "electronic": "webpage", "www": "webpage",
    "unpublished": "manuscript",
    "misc": "document", "standard": "standard", "newspaper": "article-newspaper", "preprint": "article",
  ]

  private static func item(of entry: BibTeXEntry) -> BibliographicItem {
    var item = BibliographicItem(type: types[entry.type] ?? "document")
    item.id = entry.key.isEmpty ? nil : entry.key
    if types[entry.type] == nil { item.custom.append(.init("bibtex-type", entry.type)) }
    for field in entry.fields { read(field, into: &item, entryType: entry.type) }
    readDates(of: entry, into: &item)
    return item
  }

  private static let textFields: [String: WritableKeyPath<BibliographicItem, String?> & Sendable] = [
    "title": \.title, "journal": \.containerTitle, "journaltitle": \.containerTitle, "booktitle": \.containerTitle,
    "series": \.collectionTitle,
    "volume": \.volume, "issue": \.issue, "edition": \.edition, "publisher": \.publisher, "institution": \.publisher,
    "school": \.publisher,
    "organization": \.publisher, "address": \.publisherPlace, "location": \.publisherPlace, "eventtitle": \.eventTitle,
    "abstract": \.abstract,
    "note": \.note, "keywords": \.keyword, "pubstate": \.status, "language": \.language, "langid": \.language, "pmid": \.pmid,
    "pmcid": \.pmcid,
    "isbn": \.isbn, "issn": \.issn,
  ]

  private static func read(_ field: (name: String, value: String), into item: inout BibliographicItem, entryType: String) {
    let plain = TeXText.plain(field.value)
    guard !plain.isEmpty else { return }
    switch field.name {
    case "author":
      let (names, truncated) = BibTeXNames.parse(field.value)
      item.authors = names
      item.authorsTruncated = truncated
    case "editor": item.editors = BibTeXNames.parse(field.value).names
    case "translator": item.translators = BibTeXNames.parse(field.value).names
    case "year", "date", "month", "day", "crossref": break
    case "urldate": item.accessed = BibliographyDate.parse(plain)
    case "number": if entryType == "article" { item.issue = plain } else { item.number = plain }
    case "pages", "eid": item.page = item.page ?? plain.replacing("–", with: "-").replacing(" ", with: "")
    case "doi": item.doi = DOI(plain)?.value ?? plain
    case "url": item.url = plainURL(field.value)
    case "eprint": if item.arxiv == nil { item.arxiv = plain }
    default:
      if let path = textFields[field.name], item[keyPath: path] == nil {
        item[keyPath: path] = plain
      } else {
        item.custom.append(.init(field.name, plain))
      }
    }
  }

  private static func plainURL(_ value: String) -> String {
    value.filter { $0 != "{" && $0 != "}" }.replacing("\\_", with: "_").replacing("\\&", with: "&").replacing("\\%", with: "%")
  }

  /// `date`, else `year` with `month` and `day`; what is no date is kept as it stands.
  private static func readDates(of entry: BibTeXEntry, into item: inout BibliographicItem) {
    for name in ["date", "year"] {
      guard item.issued == nil, let value = entry[name].map(TeXText.plain) else { continue }
      item.issued = BibliographyDate.parse(value)
      if item.issued == nil { item.custom.append(.init(name, value)) }
    }
    guard let month = entry["month"].map(TeXText.plain) else { return }
    guard var issued = item.issued, let number = BibliographyDate.month(month) else {
      return item.custom.append(.init("month", month))
    }
    issued.month = issued.month ?? number
    issued.day = issued.day ?? entry["day"].flatMap { Int(TeXText.plain($0)) }
    item.issued = issued
  }
}

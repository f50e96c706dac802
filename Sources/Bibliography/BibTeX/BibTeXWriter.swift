import Literature

/// Items as BibTeX entries that BibTeX and BibLaTeX both read, in UTF-8.
enum BibTeXWriter {
  static func text(of items: [BibliographicItem]) -> String {
    var keys = CitationKeys()
    return items.map { entry($0, key: keys.key(for: $0)) }.joined(separator: "\n")
  }

  private static let types: [String: String] = [
    "article-journal": "article", "book": "book", "chapter": "incollection", "paper-conference": "inproceedings",
    "thesis": "phdthesis",
    "report": "techreport", "patent": "patent", "dataset": "dataset", "software": "software", "webpage": "online",
    "manuscript": "unpublished",
    "standard": "standard", "article": "misc", "document": "misc", "article-newspaper": "article",
  ]

  private static func entry(_ item: BibliographicItem, key: String) -> String {
    let type = item.custom.first { $0.key == "bibtex-type" }?.value ?? types[item.type] ?? "misc"
    var lines = ["@\(type){\(key),"]
    for (name, value) in fields(of: item) { lines.append("  \(name) = {\(value)},") }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private static func fields(of item: BibliographicItem) -> [(String, String)] {
    var fields: [(String, String)] = []
    func add(_ name: String, _ value: String?) { if let value, !value.isEmpty { fields.append((name, TeXText.escaped(value))) } }
    func addRaw(_ name: String, _ value: String?) { if let value, !value.isEmpty { fields.append((name, value)) } }
    addRaw("author", names(item.authors, truncated: item.authorsTruncated))
    addRaw("editor", names(item.editors, truncated: false))
    addRaw("translator", names(item.translators, truncated: false))
    add("title", item.title)
    add(["chapter", "paper-conference"].contains(item.type) ? "booktitle" : "journal", item.containerTitle)
    add("series", item.collectionTitle)
    // A year 0 has no meaning; the month of an undated item stands under `custom`.
    addRaw("year", item.issued.map { String($0.year) + (item.yearSuffix ?? "") })
    addRaw("month", item.issued?.month.map(String.init))
    addRaw("day", item.issued?.day.map(String.init))
    add("volume", item.volume)
    add(item.type == "article-journal" || item.type == "article-newspaper" ? "number" : "issue", item.issue)
    add("number", item.number)
    addRaw("pages", item.page?.replacing("-", with: "--"))
    add("edition", item.edition)
    add(item.type == "thesis" ? "school" : item.type == "report" ? "institution" : "publisher", item.publisher)
    add("address", item.publisherPlace)
    add("eventtitle", item.eventTitle)
    add("abstract", item.abstract)
    add("note", item.note)
    add("keywords", item.keyword)
    add("pubstate", item.status)
    add("language", item.language)
    addRaw("doi", item.doi)
    addRaw("pmid", item.pmid)
    addRaw("pmcid", item.pmcid)
    addRaw("eprint", item.arxiv)
    addRaw("isbn", item.isbn)
    addRaw("issn", item.issn)
    addRaw("url", item.url)
    addRaw("urldate", item.accessed.map { BibliographyDate.iso($0) })
    for field in item.custom where field.key != "bibtex-type" { add(field.key, field.value) }
    return fields
  }

  private static func names(_ names: [Name], truncated: Bool) -> String {
    let written = names.map { name -> String in
      if let literal = name.literal { return "{\(TeXText.escaped(literal))}" }
      let family = [name.particle, name.family].compactMap { $0 }.joined(separator: " ")
      return TeXText.escaped([family, name.suffix, name.given].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", "))
    }
    return (written + (truncated ? ["others"] : [])).joined(separator: " and ")
  }
}

/// Keys for entries: the item's own, else first author, year and first long title word; unique in one file.
struct CitationKeys {
  private var used: Set<String> = []
  init() {}

  mutating func key(for item: BibliographicItem) -> String {
    let base =
      item.id.flatMap { $0.isEmpty ? nil : $0.filter { !$0.isWhitespace && !"{},=#%\"\\".contains($0) } } ?? derived(item)
    var key = base
    var count = 1
    while !used.insert(key).inserted {
      count += 1
      key = "\(base)-\(count)"
    }
    return key
  }

  private func derived(_ item: BibliographicItem) -> String {
    let author = item.authors.first.flatMap { $0.family ?? $0.literal } ?? "anon"
    let word = item.title?.split { !$0.isLetter }.first { $0.count > 3 } ?? ""
    let key = (author + (item.year.map(String.init) ?? "") + word).lowercased().filter { $0.isLetter || $0.isNumber }
    return key.isEmpty ? "item" : String(key.prefix(60))
  }
}

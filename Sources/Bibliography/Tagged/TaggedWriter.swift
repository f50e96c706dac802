import Literature

/// Writes RIS and PubMed records that `TaggedReader` and reference managers read.
enum TaggedWriter {
  static func ris(_ items: [BibliographicItem]) -> String { items.map(risRecord).joined(separator: "\n") }
  static func pubmed(_ items: [BibliographicItem]) -> String { items.map(pubmedRecord).joined(separator: "\n") }

  private static func risRecord(_ item: BibliographicItem) -> String {
    let unknown = item.custom.first { $0.key == "ris-type" }?.value
    var lines = ["TY  - " + (unknown ?? RISFields.types.first { $0.csl == item.type }?.ris ?? "GEN")]
    func add(_ tag: String, _ value: String?) { if let value, !value.isEmpty { lines.append("\(tag)  - \(value)") } }
    add("ID", item.id)
    for name in item.authors { add("AU", name.display) }
    for name in item.editors { add("ED", name.display) }
    for name in item.translators { add("A4", name.display) }
    add("TI", item.title)
    add("T2", item.containerTitle)
    add("T3", item.collectionTitle)
    add("PY", item.issued.map { BibliographyDate.iso($0, separator: "/") })
    add("VL", item.volume)
    add("IS", item.issue)
    let pages = item.page?.split(separator: "-", maxSplits: 1).map(String.init) ?? []
    add("SP", pages.first)
    add("EP", pages.dropFirst().first)
    add("M1", item.number)
    add("ET", item.edition)
    add("PB", item.publisher)
    add("CY", item.publisherPlace)
    add("AB", item.abstract)
    add("N1", item.note)
    for word in item.keyword?.split(separator: ",") ?? [] { add("KW", TaggedReader.trimmed(String(word))) }
    add("LA", item.language)
    add("DO", item.doi)
    add("AN", item.pmid)
    add("C2", item.pmcid)
    add("SN", item.type == "book" ? item.isbn : item.issn)
    add("UR", item.url)
    add("Y2", item.accessed.map { BibliographyDate.iso($0, separator: "/") })
    for field in item.custom where isTag(field.key, length: 2) { add(field.key, field.value) }
    return (lines + ["ER  - "]).joined(separator: "\n") + "\n"
  }

  private static func pubmedRecord(_ item: BibliographicItem) -> String {
    var lines: [String] = []
    func add(_ tag: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      lines.append(tag + String(repeating: " ", count: max(0, 4 - tag.count)) + "- " + value)
    }
    add("PMID", item.pmid)
    add("DP", item.issued.map(pubmedDate))
    add(item.type == "book" ? "BTI" : "TI", item.title)
    add("PG", item.page)
    add("AID", item.doi.map { "\($0) [doi]" })
    add("AB", item.abstract)
    for name in item.authors { add(name.literal == nil ? "FAU" : "CN", name.display) }
    for name in item.editors { add("FED", name.display) }
    add("LA", item.language)
    add("JT", item.containerTitle)
    add("VI", item.volume)
    add("IP", item.issue)
    add("IS", item.issn)
    add("PMC", item.pmcid)
    add("PB", item.publisher)
    add("PL", item.publisherPlace)
    add("PST", item.status)
    for word in item.keyword?.split(separator: ",") ?? [] { add("OT", TaggedReader.trimmed(String(word))) }
    for field in item.custom where isTag(field.key, length: 4) { add(field.key, field.value) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func pubmedDate(_ date: PartialDate) -> String {
    let month = date.month.flatMap { (1...12).contains($0) ? BibliographyDate.names[$0 - 1] : nil }
    return [String(date.year), month, month == nil ? nil : date.day.map(String.init)].compactMap { $0 }.joined(separator: " ")
  }

  private static func isTag(_ key: String, length: Int) -> Bool {
    (2...length).contains(key.count) && key.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
  }
}

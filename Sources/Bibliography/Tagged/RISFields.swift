import Literature

/// RIS tags and what they mean.
enum RISFields {
  static let types: [(ris: String, csl: String)] = [
    ("JOUR", "article-journal"), ("BOOK", "book"), ("CHAP", "chapter"), ("CONF", "paper-conference"),
    ("CPAPER", "paper-conference"),
    ("THES", "thesis"), ("RPRT", "report"), ("PAT", "patent"), ("DATA", "dataset"), ("ELEC", "webpage"), ("WEB", "webpage"),
    ("COMP", "software"), ("STAND", "standard"), ("UNPB", "manuscript"), ("NEWS", "article-newspaper"),
    ("MGZN", "article-magazine"),
    ("JFULL", "article-journal"), ("EJOUR", "article-journal"), ("ABST", "article-journal"), ("INPR", "article-journal"),
    ("EBOOK", "book"), ("EDBOOK", "book"), ("SER", "book"), ("GEN", "document"),
  ]

  static func item(_ fields: [TaggedReader.Field]) -> BibliographicItem {
    let ris = fields.first { $0.tag == "TY" }?.value ?? "GEN"
    var item = BibliographicItem(type: types.first { $0.ris == ris }?.csl ?? "document")
    if !types.contains(where: { $0.ris == ris }) { item.custom.append(.init("ris-type", ris)) }
    for field in fields where field.tag != "TY" && !field.value.isEmpty { read(field, into: &item) }
    return item
  }

  private static let textFields: [String: WritableKeyPath<BibliographicItem, String?> & Sendable] = [
    "TI": \.title, "T1": \.title, "CT": \.title, "JO": \.containerTitle, "JF": \.containerTitle, "T2": \.containerTitle,
    "BT": \.containerTitle,
    "T3": \.collectionTitle, "VL": \.volume, "IS": \.issue, "CP": \.issue, "ET": \.edition, "PB": \.publisher,
    "CY": \.publisherPlace,
    "AB": \.abstract, "N2": \.abstract, "N1": \.note, "LA": \.language, "UR": \.url, "ID": \.id, "M1": \.number, "C2": \.pmcid,
  ]

  private static func read(_ field: TaggedReader.Field, into item: inout BibliographicItem) {
    let value = field.value
    switch field.tag {
    case "AU", "A1": item.authors.append(name(value))
    case "ED", "A2": item.editors.append(name(value))
    case "A4": item.translators.append(name(value))
    case "PY", "Y1", "DA": readDate(field, into: &item)
    case "Y2": item.accessed = BibliographyDate.parse(value)
    case "SP": item.page = item.page.map { "\(value)-\($0)" } ?? value
    case "EP": item.page = item.page.map { "\($0)-\(value)" } ?? value
    case "KW": item.keyword = item.keyword.map { "\($0), \(value)" } ?? value
    case "DO": item.doi = DOI(value)?.value ?? value
    case "SN": if item.type == "book" { item.isbn = value } else { item.issn = value }
    case "AN": if value.allSatisfy(\.isNumber) { item.pmid = value } else { item.custom.append(.init("AN", value)) }
    default:
      if let path = textFields[field.tag], item[keyPath: path] == nil {
        item[keyPath: path] = value
      } else {
        item.custom.append(.init(field.tag, value))
      }
    }
  }

  private static func readDate(_ field: TaggedReader.Field, into item: inout BibliographicItem) {
    guard let date = BibliographyDate.parse(field.value) else { return item.custom.append(.init(field.tag, field.value)) }
    if item.issued == nil || (item.issued?.month == nil && date.month != nil && date.year == item.issued?.year) {
      item.issued = date
    }
  }

  /// `Family, Given, Suffix`; a name without a comma is kept whole.
  static func name(_ text: String) -> Name {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { TaggedReader.trimmed(String($0)) }
    guard parts.count > 1, !parts[0].isEmpty else { return Name(literal: parts[0]) }
    return Name(
      family: parts[0], given: parts[1].isEmpty ? nil : parts[1], suffix: parts.count > 2 && !parts[2].isEmpty ? parts[2] : nil)
  }
}

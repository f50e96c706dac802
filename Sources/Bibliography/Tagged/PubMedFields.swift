import Literature

/// The tags of PubMed's display format (nlm.nih.gov/bsd/mms/medlineelements.html).
enum PubMedFields {
  static func item(_ fields: [TaggedReader.Field]) -> BibliographicItem {
    var item = BibliographicItem(type: fields.contains { $0.tag == "BTI" } ? "book" : "article-journal")
    let full = fields.contains { $0.tag == "FAU" }
    for field in fields where !field.value.isEmpty {
      if field.tag == "AU" && full { continue }
      read(field, into: &item)
    }
    return item
  }

  private static let textFields: [String: WritableKeyPath<BibliographicItem, String?> & Sendable] = [
    "PMID": \.pmid, "BTI": \.title, "CTI": \.containerTitle, "JT": \.containerTitle, "VI": \.volume, "IP": \.issue,
    "AB": \.abstract,
    "LA": \.language, "PB": \.publisher, "PL": \.publisherPlace, "PST": \.status, "EN": \.edition, "ISBN": \.isbn,
  ]

  private static func read(_ field: TaggedReader.Field, into item: inout BibliographicItem) {
    let value = field.value
    switch field.tag {
    case "TI": item.title = value.hasSuffix(".") ? String(value.dropLast()) : value
    case "FAU": item.authors.append(RISFields.name(value))
    case "AU": item.authors.append(initialsName(value))
    case "CN": item.authors.append(Name(literal: value))
    case "FED": item.editors.append(RISFields.name(value))
    case "DP": item.issued = BibliographyDate.parse(value)
    case "PG": item.page = value
    case "IS": item.issn = item.issn ?? String(value.prefix { $0 != " " })
    case "PMC": item.pmcid = value
    case "AID", "LID": readIdentifier(field, into: &item)
    case "OT", "MH": item.keyword = item.keyword.map { "\($0), \(value)" } ?? value
    default:
      if let path = textFields[field.tag], item[keyPath: path] == nil {
        item[keyPath: path] = value
      } else {
        item.custom.append(.init(field.tag, value))
      }
    }
  }

  private static func readIdentifier(_ field: TaggedReader.Field, into item: inout BibliographicItem) {
    if field.value.hasSuffix("[doi]") {
      let doi = TaggedReader.trimmed(String(field.value.dropLast(5)))
      item.doi = DOI(doi)?.value ?? doi
    } else {
      item.custom.append(.init(field.tag, field.value))
    }
  }

  /// `Smith JA`: family, then initials.
  private static func initialsName(_ text: String) -> Name {
    guard let space = text.lastIndex(of: " ") else { return Name(literal: text) }
    return Name(family: String(text[..<space]), given: String(text[text.index(after: space)...]))
  }
}

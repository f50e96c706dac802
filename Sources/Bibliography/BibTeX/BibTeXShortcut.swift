import Literature

/// Tells for most fields without writing the whole entry whether the writer would put them as they stand.
enum BibTeXShortcut {
  private static let names: [String: String] = [
    "title": "title", "collection-title": "series", "volume": "volume", "edition": "edition", "event-title": "eventtitle",
    "genre": "type", "abstract": "abstract", "note": "note", "keyword": "keywords", "status": "pubstate",
  ]
  private static let verbatim: [String: String] = [
    "DOI": "doi", "URL": "url", "PMID": "pmid", "PMCID": "pmcid", "ISBN": "isbn", "ISSN": "issn",
  ]

  /// nil where only the writer can tell.
  static func isWrittenAsItStands(_ fields: [BibTeXField], _ variable: String, _ item: BibliographicItem) -> Bool? {
    guard let field = fields.first else { return nil }
    if variable == "issued" { return isPlainDate(fields, item) ? true : nil }
    guard fields.count == 1 else { return nil }
    if names[variable] == field.name { return isPlainText(field) }
    if let name = verbatim[variable] { return name == field.name ? value(variable, item) == field.value : nil }
    switch variable {
    case "author":
      return field.name == variable ? BibTeXNames.text(item.authors, truncated: item.authorsTruncated) == field.value : nil
    case "editor": return field.name == variable ? BibTeXNames.text(item.editors, truncated: false) == field.value : nil
    case "container-title":
      let isPart = BibTeXTypes.parts.contains(BibTeXWriter.type(of: item))
      return field.name == (isPart ? "booktitle" : "journal") ? isPlainText(field) : nil
    case "page":
      guard field.name == "pages", let page = item.page, !page.contains("_"), !page.contains("&") else { return nil }
      return page.replacing("-", with: "--") == field.value
    default:
      guard variable.hasPrefix("custom:"), !BibTeXFields.verbatim.contains(field.name.lowercased()) else { return nil }
      return isPlainText(field)
    }
  }

  /// Whether the text is what escaping its plain text gives; braces and mathematics never are.
  private static func isPlainText(_ field: BibTeXField) -> Bool {
    if field.isPlain { return true }
    return TeXText.escaped(field.plain) == field.value
  }

  private static func value(_ variable: String, _ item: BibliographicItem) -> String? {
    switch variable {
    case "DOI": item.doi
    case "URL": item.url
    case "PMID": item.pmid
    case "PMCID": item.pmcid
    case "ISBN": item.isbn
    default: item.issn
    }
  }

  /// `year`, or `year` and then `month` by its macro.
  private static func isPlainDate(_ fields: [BibTeXField], _ item: BibliographicItem) -> Bool {
    guard fields[0].name == "year", fields[0].value.utf8.count == 4, let issued = item.issued, item.further["issued"] == nil,
      String(issued.year) == fields[0].value, item.yearSuffix == nil
    else { return false }
    guard fields.count == 2 else { return fields.count == 1 && issued.month == nil }
    return fields[1].name == "month" && issued.day == nil && issued.month.map { BibTeXSyntax.months[$0 - 1] } == fields[1].value
  }
}

import Literature

/// `Smith, J. A., & Doe, C. (2019). Title. Journal, 12(3), 45–49. https://doi.org/10.…`
enum APAStyle {
  static let format = NameFormat(
    order: .familyFirst, given: .initials(mark: ".", separator: " ", hyphen: "-"), comma: ", ")
  private static let editorFormat = NameFormat(
    order: .givenFirst, given: .initials(mark: ".", separator: " ", hyphen: "-"), comma: " ")
  private static let editorNames = NameList(
    format: editorFormat, maximum: .max, shown: .max, pair: " & ", last: ", & ", others: ", et al.")

  static func entry(_ item: BibliographicItem) -> EntryText? {
    let date = EntryText(.issued, item.yearText)?.wrapped("(", ").") ?? EntryText(words: "(n.d.).")
    let authors = authors(item)?.stopped
    let title = title(item)?.stopped
    let lead = authors == nil ? [title, date] : [authors, date, title]
    return .joined(lead + [host(item), source(item), item.link], " ")
  }

  /// Up to twenty authors are all named; of more, the first nineteen and the last.
  private static func authors(_ item: BibliographicItem) -> EntryText? {
    if item.authors.isEmpty, !item.isPart {
      return people(item.editors, as: .editor, truncated: false)?.wrapped("", item.editors.count == 1 ? " (Ed.)" : " (Eds.)")
    }
    return people(item.authors, as: .author, truncated: item.authorsTruncated)
  }

  private static func people(_ people: [Name], as field: EntryField, truncated: Bool) -> EntryText? {
    let names = people.map { format.text($0, isFirst: false) }
    guard let last = names.last else { return nil }
    if truncated { return EntryText(field, names.joined(separator: ", ") + ", et al.") }
    if names.count == 1 { return EntryText(field, last) }
    if names.count > 20 { return EntryText(field, names.prefix(19).joined(separator: ", ") + ", … " + last) }
    return EntryText(field, names.dropLast().joined(separator: ", ") + ", & " + last)
  }

  private static func title(_ item: BibliographicItem) -> EntryText? {
    let title = EntryText(.title, item.title)
    if item.type == "thesis" {
      let kind = EntryText(.genre, item.genre ?? "Doctoral dissertation")
      return title?.wrapped(
        "", EntryText.joined([kind, EntryText(.publisher, item.publisher)], ", ").map { " [\($0.text)]" } ?? "")
    }
    guard !item.isPeriodical, !item.isPart, let edition = EntryText(.edition, item.editionText()) else { return title }
    return .joined([title, edition.wrapped("(", ")")], " ")
  }

  private static func host(_ item: BibliographicItem) -> EntryText? {
    guard item.isPart, let container = EntryText(.containerTitle, item.containerTitle) else { return nil }
    let editors = editorNames.text(item.editors, as: .editor)?.wrapped("", item.editors.count == 1 ? " (Ed.), " : " (Eds.), ")
    let details = EntryText.joined(
      [EntryText(.edition, item.editionText()), EntryText(.page, item.pagesWithDash)?.wrapped("pp. ")], ", ")
    return EntryText.joined([EntryText.joined([editors, container], ""), details?.wrapped("(", ")")], " ")?
      .wrapped("In ").stopped
  }

  private static func source(_ item: BibliographicItem) -> EntryText? {
    guard item.isPeriodical || (item.type == "article" && item.containerTitle != nil) else {
      return item.type == "thesis" ? nil : EntryText(.publisher, item.publisher)?.stopped
    }
    let parts = [EntryText(.containerTitle, item.containerTitle), item.volumeAndIssue, EntryText(.page, item.pagesWithDash)]
    return EntryText.joined(parts, ", ")?.stopped
  }
}

import Literature

/// `J. A. Smith and C. Doe, “Title,” Journal, vol. 12, no. 3, pp. 45–49, Mar. 2019, doi: 10.…`
enum IEEEStyle {
  private static let format = NameFormat(
    order: .givenFirst, given: .initials(mark: ".", separator: " ", hyphen: "-"), comma: " ", suffixComma: " ")
  /// All authors up to six, else the first and et al.
  private static let names = NameList(format: format, maximum: 6, shown: 1, pair: " and ", last: ", and ", others: " et al.")

  static func entry(_ item: BibliographicItem) -> EntryText? {
    let authors = names.text(item.authors, as: .author, truncated: item.authorsTruncated) ?? (item.isPart ? nil : editors(item))
    let title = EntryText(.title, item.title)
    let isQuoted = item.isPeriodical || item.isPart || item.isOnline || ["thesis", "article"].contains(item.type)
    let shown = isQuoted ? title?.comma.quoted : title?.comma
    let details = EntryText.joined(
      source(item) + [EntryText(.issued, date(item)), EntryText(.doi, item.doi)?.wrapped("doi: ")], ", ")
    let address = item.doi == nil ? EntryText(.url, item.url)?.wrapped("[Online]. Available: ") : nil
    return .joined([authors?.comma, shown, details?.stopped, address], " ")
  }

  private static func editors(_ item: BibliographicItem) -> EntryText? {
    names.text(item.editors, as: .editor)?.wrapped("", item.editors.count == 1 ? ", Ed." : ", Eds.")
  }

  private static func date(_ item: BibliographicItem) -> String? {
    guard let year = item.yearText else { return nil }
    guard item.isPeriodical, let month = item.issued?.month, (1...12).contains(month) else { return year }
    let name = BibliographyDate.names[month - 1]
    return month == 5 ? "\(name) \(year)" : "\(name). \(year)"
  }

  private static func source(_ item: BibliographicItem) -> [EntryText?] {
    let pages = EntryText(.page, item.pagesWithDash)?.wrapped(item.page?.contains("-") == true ? "pp. " : "p. ")
    let volume = EntryText(.volume, item.volume)?.wrapped("vol. ")
    let container = EntryText(.containerTitle, item.containerTitle)
    if item.isPeriodical || item.type == "article" {
      return [container, volume, EntryText(.issue, item.issue)?.wrapped("no. "), pages]
    }
    let imprint = EntryText.joined(
      [EntryText(.publisherPlace, item.publisherPlace), EntryText(.publisher, item.publisher)], ": ")
    let edition = EntryText(.edition, item.editionText())
    if item.isPart { return [container?.wrapped("in "), editors(item), edition, volume, imprint, pages] }
    let kind = item.type == "thesis" ? EntryText(.genre, item.genre ?? "Ph.D. dissertation") : nil
    return [edition, kind, EntryText(.number, item.number), imprint]
  }
}

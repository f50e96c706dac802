import Literature

/// `Smith JA, Doe C, et al. Title. J Abbrev. 2019;12(3):45-9. doi:10.…`
enum VancouverStyle {
  static let format = NameFormat(
    order: .familyFirst, given: .initials(mark: "", separator: "", hyphen: ""), comma: " ", suffixComma: " ")
  /// All authors up to six, else the first six and et al.
  static let names = NameList(format: format, maximum: 6, shown: 6, pair: ", ", last: ", ", others: ", et al")

  static func entry(_ item: BibliographicItem) -> EntryText? {
    let authors = names.text(item.authors, as: .author, truncated: item.authorsTruncated)
    let editors = authors == nil && !item.isPart ? self.editors(item) : nil
    let identifiers = [EntryText(.doi, item.doi)?.wrapped("doi:"), EntryText(.pmid, item.pmid)?.wrapped("PMID: ", ".")]
    let lead = [authors?.stopped, editors?.stopped, title(item)?.stopped, host(item), edition(item)]
    return .joined(lead + [source(item)] + identifiers + [item.doi == nil ? available(item) : nil], " ")
  }

  private static func editors(_ item: BibliographicItem) -> EntryText? {
    names.text(item.editors, as: .editor)?.wrapped("", item.editors.count == 1 ? ", editor" : ", editors")
  }

  private static func title(_ item: BibliographicItem) -> EntryText? {
    let medium = item.isOnline ? " [Internet]" : nil
    let kind = item.type == "thesis" ? " [\(item.genre ?? "dissertation")]" : nil
    return EntryText(.title, item.title).map { text in
      if let medium { return text.wrapped("", medium) }
      return kind.map { text.wrapped("", $0) } ?? text
    }
  }

  private static func host(_ item: BibliographicItem) -> EntryText? {
    guard item.isPart else { return nil }
    return EntryText(.containerTitle, item.containerTitle).flatMap { title in
      .joined([EntryText(words: "In:"), editors(item)?.stopped, title.stopped], " ")
    }
  }

  private static func edition(_ item: BibliographicItem) -> EntryText? {
    EntryText(.edition, item.isPeriodical ? nil : item.editionText())?.stopped
  }

  private static func source(_ item: BibliographicItem) -> EntryText? {
    if item.isPeriodical || item.type == "article" { return journal(item) }
    let imprint = EntryText.joined(
      [EntryText(.publisherPlace, item.publisherPlace), EntryText(.publisher, item.publisher)], ": ")
    let cited = item.accessed.map { BibliographyDate.words($0) }
    let year = EntryText.joined([EntryText(.issued, item.yearText), EntryText(.accessed, cited)?.wrapped("[cited ", "]")], " ")
    return EntryText.joined([imprint, year, EntryText(.page, item.page)?.wrapped("p. ")], "; ")?.stopped
  }

  private static func journal(_ item: BibliographicItem) -> EntryText? {
    let place = EntryText.joined([item.volumeAndIssue, EntryText(.page, item.page)], ":")
    let date = EntryText.joined([EntryText(.issued, item.yearText), place], ";")
    return .joined([EntryText(.containerTitle, item.containerTitle)?.stopped, date?.stopped], " ")
  }

  private static func available(_ item: BibliographicItem) -> EntryText? {
    EntryText(.url, item.url)?.wrapped("Available from: ")
  }
}

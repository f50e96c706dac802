import Literature

/// What follows the title: periodical, or imprint, with dates, pages and the day of access.
extension GBT7714Style {
  func source(_ item: BibliographicItem) -> EntryText? {
    switch item.type {
    case "article-newspaper": newspaper(item)
    case "article-journal", "article-magazine", "review": journal(item)
    case "patent": .joined([EntryText(.issued, fullDate(item)), accessed(item)], "")
    case "dataset", "software", "article": released(item)
    default: item.publisher == nil && item.publisherPlace == nil ? dated(item) : imprint(item)
    }
  }

  private func journal(_ item: BibliographicItem) -> EntryText? {
    let issue = EntryText(.issue, item.issue)?.wrapped(isNew ? "（" : "(", isNew ? "）" : ")")
    let volume = EntryText.joined([EntryText(.volume, item.volume), item.volume == nil ? nil : issue], "")
    let year = EntryText.joined([EntryText(.issued, yearText(item)), item.volume == nil ? issue : nil], "")
    let place = EntryText.joined([EntryText(.containerTitle, item.containerTitle), year, volume], comma)
    return .joined([.joined([place, pages(item)], colon), accessed(item)], "")
  }

  private func newspaper(_ item: BibliographicItem) -> EntryText? {
    let place = EntryText.joined([EntryText(.containerTitle, item.containerTitle), EntryText(.issued, fullDate(item))], comma)
    return .joined([place, pages(item)?.wrapped(isNew ? "（" : "(", isNew ? "）" : ")"), accessed(item)], "")
  }

  private func imprint(_ item: BibliographicItem) -> EntryText? {
    let publisher = EntryText.joined(
      [EntryText(.publisherPlace, item.publisherPlace), EntryText(.publisher, item.publisher)], colon)
    let imprint = EntryText.joined([publisher, EntryText(.issued, yearText(item))], comma)
    return .joined([.joined([imprint, pages(item)], colon), accessed(item)], "")
  }

  /// A resource that only has a date: `(2012-01-16)[2013-03-26]`; a printed one its year and pages.
  private func dated(_ item: BibliographicItem) -> EntryText? {
    guard item.url != nil, item.page == nil, !isNew || item.isOnline else {
      let date = EntryText(.issued, isNew && item.url != nil ? fullDate(item) : yearText(item))
      return .joined([.joined([date, pages(item)], colon), accessed(item)], "")
    }
    let date = EntryText(.issued, fullDate(item))?.wrapped(isNew ? "（" : "(", isNew ? "）" : ")")
    return .joined([date, accessed(item)], "")
  }

  private func released(_ item: BibliographicItem) -> EntryText? {
    let host = EntryText(.publisher, item.publisher) ?? EntryText(.containerTitle, item.containerTitle)
    return .joined([host, dated(item)], "")
  }

  private func pages(_ item: BibliographicItem) -> EntryText? { EntryText(.page, item.page?.replacing("–", with: "-")) }

  /// The edition of 2025 wants it of web resources, data and preprints alone.
  private func accessed(_ item: BibliographicItem) -> EntryText? {
    guard !isNew || item.isOnline || ["article", "graphic", "motion_picture"].contains(item.type) else { return nil }
    return EntryText(.accessed, item.accessed.map { BibliographyDate.iso($0) })?.wrapped("[", "]")
  }

  private func yearText(_ item: BibliographicItem) -> String? { item.issuedLiteral ?? item.yearText }
  private func fullDate(_ item: BibliographicItem) -> String? {
    item.issuedLiteral ?? item.issued.map { BibliographyDate.iso($0) }
  }
}

/// Marks of document type and carrier: `J`, `M`, `EB/OL`.
enum GBT7714Mark {
  private static let marks: [String: String] = [
    "article-journal": "J", "article-magazine": "J", "review": "J", "periodical": "J", "article-newspaper": "N", "book": "M",
    "chapter": "M", "paper-conference": "C", "collection": "G", "thesis": "D", "report": "R", "standard": "S", "patent": "P",
    "dataset": "DS", "software": "CP", "webpage": "EB", "post": "EB", "post-weblog": "EB", "graphic": "EB",
    "motion_picture": "EB", "map": "CM", "personal_communication": "A", "legislation": "A", "regulation": "A",
  ]

  static func text(of item: BibliographicItem, edition: GBT7714Style.Edition) -> String {
    let isOnline = item.url != nil || item.isOnline || (edition == .of2025 && item.doi != nil)
    return mark(of: item, edition) + (isOnline ? "/OL" : "")
  }

  private static func mark(of item: BibliographicItem, _ edition: GBT7714Style.Edition) -> String {
    switch (item.type, item.customValue("bibtex-type")) {
    case (_, "proceedings"?), (_, "mvproceedings"?): "C"
    case (_, "archive"?): "A"
    case (_, "collection"?), (_, "mvcollection"?): "G"
    case ("article", _): edition == .of2025 ? "PP" : "EB"
    default: marks[item.type] ?? "Z"
    }
  }
}

import Literature

/// What follows the title: periodical, or imprint, with dates, pages and the day of access.
extension GBT7714Style {
  func source(_ item: BibliographicItem) -> EntryText? {
    if isStandard(item) { return nil }
    switch item.type {
    case "article-newspaper": return newspaper(item)
    case "article-journal", "article-magazine", "review": return journal(item)
    case "periodical": return .joined([EntryText(.volume, item.volume.map(run))?.stopped, imprint(item)], " ")
    case "map": return .joined([imprint(item)?.stopped, size(item)], " ")
    case "patent": return .joined([.joined([EntryText(.issued, fullDate(item)), pages(item)], colon), accessed(item)], "")
    case "dataset", "software", "article": return released(item)
    // The head has told the year of a talk.
    case "paper-conference" where item.containerTitle == nil && item.eventTitle != nil: return accessed(item)
    default: return item.publisher == nil && item.publisherPlace == nil ? dated(item) : imprint(item)
    }
  }

  func yearAndPages(_ item: BibliographicItem) -> EntryText? {
    .joined([EntryText(.issued, yearText(item)), pages(item)], colon)
  }

  /// Volumes and years from and to: a long dash in the edition of 2025.
  private func run(_ volumes: String) -> String {
    let dashed = volumes.replacing("–", with: "-").replacing("—", with: "-")
    return punctuated(isNew ? dashed.replacing("-", with: "—") : dashed)
  }

  /// Of a map: "128cm×84cm".
  private func size(_ item: BibliographicItem) -> EntryText? {
    isNew ? EntryText(.note, item.further["dimensions"]?.stringValue) : nil
  }

  private func journal(_ item: BibliographicItem) -> EntryText? {
    let issue = EntryText(.issue, item.issue)?.wrapped(isNew ? "（" : "(", isNew ? "）" : ")")
    let volume = EntryText.joined([EntryText(.volume, item.volume), item.volume == nil ? nil : issue], "")
    // What is online ahead of its issue has a day instead.
    let isAhead = item.volume == nil && item.issue == nil && item.url != nil
    let date = EntryText(.issued, isAhead ? fullDate(item) : yearText(item))
    let year = EntryText.joined([date, item.volume == nil ? issue : nil], "")
    let place = EntryText.joined([EntryText(.containerTitle, item.containerTitle.map(journalName)), year, volume], comma)
    return .joined([.joined([place, pages(item)], colon), accessed(item)], "")
  }

  /// Abbreviations without their full stops.
  private func journalName(_ name: String) -> String {
    let words = name.split(separator: " ").map { $0.hasSuffix(".") && !$0.contains("。") ? String($0.dropLast()) : String($0) }
    return punctuated(words.joined(separator: " "))
  }

  private func newspaper(_ item: BibliographicItem) -> EntryText? {
    let place = EntryText.joined([EntryText(.containerTitle, item.containerTitle), EntryText(.issued, fullDate(item))], comma)
    return .joined([place, pages(item)?.wrapped(isNew ? "（" : "(", isNew ? "）" : ")"), accessed(item)], "")
  }

  private func imprint(_ item: BibliographicItem) -> EntryText? {
    let place = EntryText(.publisherPlace, item.publisherPlace.map(punctuated))
    let publisher = EntryText.joined([place, EntryText(.publisher, item.publisher.map(punctuated))], colon)
    // Documents of an archive have a day.
    let isDated = isNew && item.url != nil && GBT7714Mark.text(of: item, edition: edition).hasPrefix("A/")
    let date = EntryText(.issued, isDated ? fullDate(item) : yearText(item))
    let imprint = EntryText.joined([publisher, date], comma)
    return .joined([.joined([imprint, pages(item)], colon), accessed(item)], "")
  }

  /// A resource that only has a date: `(2012-01-16)[2013-03-26]`; a printed one its year and pages.
  private func dated(_ item: BibliographicItem) -> EntryText? {
    guard item.url != nil, item.page == nil, !isNew || isResource(item) else {
      let date = EntryText(.issued, isNew && item.url != nil ? fullDate(item) : yearText(item))
      return .joined([.joined([date, pages(item)], colon), accessed(item)], "")
    }
    let date = EntryText(.issued, fullDate(item))?.wrapped(isNew ? "（" : "(", isNew ? "）" : ")")
    return .joined([date, accessed(item)], "")
  }

  private func released(_ item: BibliographicItem) -> EntryText? {
    let archive = item.arxiv == nil ? (item.customValue("eprinttype") ?? item.customValue("archiveprefix")) : "arXiv"
    let host =
      EntryText(.publisher, item.publisher) ?? EntryText(.containerTitle, item.containerTitle) ?? EntryText(.publisher, archive)
    return .joined([host, dated(item)], "")
  }

  private func pages(_ item: BibliographicItem) -> EntryText? { EntryText(.page, item.page?.replacing("–", with: "-")) }

  /// The edition of 2025 wants it of web resources, data and preprints alone.
  private func accessed(_ item: BibliographicItem) -> EntryText? {
    guard !isNew || isResource(item) else { return nil }
    return EntryText(.accessed, item.accessed.map { BibliographyDate.iso($0) })?.wrapped("[", "]")
  }

  private func isResource(_ item: BibliographicItem) -> Bool {
    item.isOnline || ["article", "graphic", "motion_picture"].contains(item.type)
  }

  private func yearText(_ item: BibliographicItem) -> String? {
    if item.type == "periodical", let years = years(of: item) { return years }
    return item.issuedLiteral ?? item.yearText
  }

  /// "1957-1990", and "1984-" for a periodical that goes on.
  private func years(of item: BibliographicItem) -> String? {
    if let words = item.issuedLiteral { return run(words) }
    guard let first = item.year, let dates = item.further["issued"]?["date-parts"]?.arrayValue, dates.count == 2 else {
      return nil
    }
    // A year of 0 is CSL's mark of an open end.
    let last = dates[1].arrayValue?.first?.intValue ?? 0
    return run("\(first)-" + (last > 0 ? String(last) : ""))
  }

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

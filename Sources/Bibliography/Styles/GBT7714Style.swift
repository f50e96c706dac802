import Literature

/// `作者1, 作者2, 作者3, 等. 题名[J]. 刊名, 2024, 10(3): 17-68. DOI: 10.…`
///
/// The edition of 2015 prints half-width punctuation and family names in capitals; that of 2025 full-width punctuation, names as they
/// are written, the number of a standard before its title, and days of access for resources that have no other date only.
struct GBT7714Style {
  enum Edition { case of2015, of2025 }

  var edition: Edition

  var isNew: Bool { edition == .of2025 }
  var comma: String { isNew ? "，" : ", " }
  var colon: String { isNew ? "：" : ": " }
  var semicolon: String { isNew ? "；" : "; " }

  func entry(_ item: BibliographicItem) -> EntryText? {
    let lead = [isStandard(item) ? nil : responsible(item)?.stopped, head(item)]
    let links = [EntryText(.url, item.url)?.stopped, doi(item)?.stopped, cstr(item)?.stopped]
    return .joined(lead + [editionOf(item)?.stopped, source(item)?.stopped] + links, " ")
  }

  /// In the edition of 2025 a standard stands by its number alone.
  func isStandard(_ item: BibliographicItem) -> Bool { isNew && item.type == "standard" && item.number != nil }

  /// Title and mark, translators, and what holds the work.
  private func head(_ item: BibliographicItem) -> EntryText? {
    let mark = EntryText(.genre, GBT7714Mark.text(of: item, edition: edition))?.wrapped("[", "]")
    let titled = EntryText.joined([.joined([title(item), scale(item)], ". "), item.title == nil ? nil : mark], "")
    let translated = EntryText.joined([titled, translators(item)], ". ")
    if hasHost(item) { return .joined([translated, host(item)?.stopped], "//") }
    // A talk that stands in no volume: the meeting takes the place of the book.
    if item.type == "paper-conference", let event = EntryText(.eventTitle, item.eventTitle.map(punctuated)) {
      return .joined([.joined([translated, event], "//"), yearAndPages(item)], comma)?.stopped
    }
    return translated?.stopped
  }

  private func hasHost(_ item: BibliographicItem) -> Bool {
    item.containerTitle != nil && !item.isPeriodical && !["periodical", "article", "dataset", "software"].contains(item.type)
  }

  /// A DOI that the address holds already is not said twice.
  private func doi(_ item: BibliographicItem) -> EntryText? {
    guard let doi = item.doi, item.url?.lowercased().contains(doi.lowercased()) != true else { return nil }
    return EntryText(.doi, doi)?.wrapped("DOI: ")
  }

  /// As for a DOI.
  private func cstr(_ item: BibliographicItem) -> EntryText? {
    guard isNew, let cstr = item.customValue("cstr"), item.url?.lowercased().contains(cstr.lowercased()) != true else {
      return nil
    }
    return EntryText(.note, cstr)?.wrapped("CSTR: ")
  }

  // MARK: Names

  /// Authors; else the editors of a whole work. A patent belongs to its holder.
  private func responsible(_ item: BibliographicItem) -> EntryText? {
    if item.type == "patent", let holder = item.customValue("holder") {
      return EntryText(.author, holder.replacing(" and ", with: comma))
    }
    if item.authors.isEmpty, !item.isPart { return names(item.editors, item, as: .editor) }
    return names(item.authors, item, as: .author, truncated: item.authorsTruncated)
  }

  private func translators(_ item: BibliographicItem) -> EntryText? {
    names(item.translators, item, as: .translator)?.wrapped("", comma + (item.isChinese ? "译" : "trans"))
  }

  /// The first three, then 等 for a Chinese item and et al. for any other.
  private func names(_ names: [Name], _ item: BibliographicItem, as field: EntryField, truncated: Bool = false) -> EntryText? {
    guard !names.isEmpty else { return nil }
    let cut = names.count > 3 || truncated
    let printed = names.prefix(3).map(name).joined(separator: comma)
    return EntryText(field, cut ? printed + comma + (item.isChinese ? "等" : "et al") : printed)
  }

  /// Family names first, initials without marks; Chinese names as they are, of foreigners in Chinese the family name alone.
  private func name(_ name: Name) -> String {
    if let literal = name.literal { return punctuated(literal) }
    if let family = name.family, Language(of: family.utf8) == .chinese {
      return name.given.map { Language(of: $0.utf8) == .chinese ? family + $0 : family } ?? family
    }
    let initials = NameFormat.Given.initials(mark: "", separator: " ", hyphen: isNew ? "-" : " ")
    var name = name
    if name.suffix?.hasSuffix(".") ?? false { name.suffix?.removeLast() }
    return NameFormat(order: .familyFirst, given: initials, comma: " ", capitals: !isNew, suffixComma: comma)
      .text(name, isFirst: true)
  }

  // MARK: Titles

  /// The title with the number or volume that tells it from its sisters.
  private func title(_ item: BibliographicItem) -> EntryText? {
    let title = EntryText(.title, item.title.map(punctuated))
    if let number = EntryText(.number, item.number),
      ["standard", "report", "patent", "document", "legislation", "personal_communication"].contains(item.type)
    {
      guard item.type == "standard", isNew else { return .joined([title, number], colon) }
      return .joined([number, title], item.isChinese ? "\u{2003}" : " ")
    }
    let isWhole = !item.isPeriodical && item.type != "periodical" && !hasHost(item)
    guard isWhole, let volume = volume(item) else { return title }
    // A part with a title of its own: the whole comes first, "中国科学技术史: 第 2 卷 科学思想史".
    guard let whole = EntryText(.collectionTitle, wholeTitle(of: item).map(punctuated)) else {
      return .joined([title, volume], colon)
    }
    return .joined([.joined([whole, volume], colon), title], item.isChinese ? "\u{2003}" : " ")
  }

  /// The title that the volumes of a book share.
  private func wholeTitle(of item: BibliographicItem) -> String? {
    guard item.type == "book" else { return nil }
    return item.customValue("maintitle") ?? (item.further["collection-number"] == nil ? item.collectionTitle : nil)
  }

  /// Of a map: "1:25000" behind its title.
  private func scale(_ item: BibliographicItem) -> EntryText? {
    item.type == "map" && isNew ? EntryText(.note, item.further["scale"]?.stringValue) : nil
  }

  private func host(_ item: BibliographicItem) -> EntryText? {
    guard let container = EntryText(.containerTitle, item.containerTitle.map(punctuated)) else { return nil }
    return .joined([names(item.editors, item, as: .editor)?.stopped, .joined([container, volume(item)], colon)], " ")
  }

  /// "第 2 卷" and "Vol. 2"; what is no number stays as it is.
  private func volume(_ item: BibliographicItem) -> EntryText? {
    guard let volume = item.volume, !volume.isEmpty else { return nil }
    guard volume.allSatisfy(\.isNumber) else { return EntryText(.volume, punctuated(volume)) }
    if item.isChinese { return EntryText(.volume, volume)?.wrapped("第 ", " 卷") }
    return item.isKorean ? EntryText(.volume, volume)?.wrapped("제 ", " 권") : EntryText(.volume, volume)?.wrapped("Vol. ")
  }

  private func editionOf(_ item: BibliographicItem) -> EntryText? {
    if let version = item.customValue("version") { return EntryText(.edition, version.hasPrefix("V") ? version : "V\(version)") }
    guard let edition = item.edition, !edition.isEmpty, !item.isPeriodical else { return nil }
    guard item.isChinese else { return EntryText(.edition, item.editionText()) }
    return EntryText(.edition, Ordinal.number(edition).map { "\($0) 版" } ?? edition)
  }

  /// Marks between the parts of a title in the width of the edition.
  func punctuated(_ text: String) -> String {
    guard isNew else {
      return text.replacing("：", with: ": ").replacing("；", with: "; ").replacing("，", with: ", ").replacing("？", with: "?")
        .replacing("（", with: " (").replacing("）", with: ")").replacing("  ", with: " ")
    }
    return text.replacing(": ", with: "：").replacing("; ", with: "；").replacing(", ", with: "，")
      .replacing(" (", with: "（").replacing("(", with: "（").replacing(")", with: "）")
  }
}

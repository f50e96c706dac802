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
    let mark = EntryText(.genre, GBT7714Mark.text(of: item, edition: edition))?.wrapped("[", "]")
    let titled = EntryText.joined([title(item), item.title == nil ? nil : mark], "")
    let translated = EntryText.joined([titled?.stopped, translators(item)?.stopped], " ")
    let head = item.isPart ? EntryText.joined([titled, host(item)?.stopped], "//") : translated
    let lead = [responsible(item)?.stopped, item.isPart && item.containerTitle == nil ? head?.stopped : head]
    let links = [EntryText(.url, item.url)?.stopped, EntryText(.doi, item.doi)?.wrapped("DOI: ").stopped]
    return .joined(lead + [editionOf(item)?.stopped, source(item)?.stopped] + links, " ")
  }

  // MARK: Names

  /// Authors; else the editors of a whole work. A patent belongs to its holder.
  private func responsible(_ item: BibliographicItem) -> EntryText? {
    if item.type == "patent", let holder = item.customValue("holder") { return EntryText(.author, holder) }
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
    if let literal = name.literal { return literal }
    if let family = name.family, Language(of: family.utf8) == .chinese {
      return name.given.map { Language(of: $0.utf8) == .chinese ? family + $0 : family } ?? family
    }
    let initials = NameFormat.Given.initials(mark: "", separator: " ", hyphen: isNew ? "-" : " ")
    return NameFormat(order: .familyFirst, given: initials, comma: " ", capitals: !isNew, suffixComma: comma)
      .text(name, isFirst: true)
  }

  // MARK: Titles

  /// The title with the number or volume that tells it from its sisters.
  private func title(_ item: BibliographicItem) -> EntryText? {
    let title = EntryText(.title, item.title.map(punctuated))
    if let number = EntryText(.number, item.number),
      ["standard", "report", "patent", "document", "legislation"].contains(item.type)
    {
      guard item.type == "standard", isNew else { return .joined([title, number], colon) }
      return .joined([number, title], item.isChinese ? "\u{2003}" : " ")
    }
    let isWhole = !item.isPeriodical && !item.isPart
    return .joined([title, isWhole ? volume(item) : nil], colon)
  }

  private func host(_ item: BibliographicItem) -> EntryText? {
    guard let container = EntryText(.containerTitle, item.containerTitle.map(punctuated)) else { return nil }
    return .joined([names(item.editors, item, as: .editor)?.stopped, .joined([container, volume(item)], colon)], " ")
  }

  /// "第 2 卷" and "Vol. 2"; what is no number stays as it is.
  private func volume(_ item: BibliographicItem) -> EntryText? {
    guard let volume = item.volume, !volume.isEmpty else { return nil }
    guard volume.allSatisfy(\.isNumber) else { return EntryText(.volume, punctuated(volume)) }
    return item.isChinese ? EntryText(.volume, volume)?.wrapped("第 ", " 卷") : EntryText(.volume, volume)?.wrapped("Vol. ")
  }

  private func editionOf(_ item: BibliographicItem) -> EntryText? {
    if let version = item.customValue("version") { return EntryText(.edition, version.hasPrefix("V") ? version : "V\(version)") }
    guard let edition = item.edition, !edition.isEmpty, !item.isPeriodical else { return nil }
    guard item.isChinese else { return EntryText(.edition, item.editionText()) }
    return EntryText(.edition, Ordinal.number(edition).map { "\($0) 版" } ?? edition)
  }

  /// Marks between the parts of a title in the width of the edition.
  private func punctuated(_ text: String) -> String {
    guard isNew else {
      return text.replacing("：", with: ": ").replacing("；", with: "; ").replacing("，", with: ", ").replacing("？", with: "?")
        .replacing("（", with: " (").replacing("）", with: ")").replacing("  ", with: " ")
    }
    return text.replacing(": ", with: "：").replacing("; ", with: "；").replacing(", ", with: "，")
      .replacing(" (", with: "（").replacing("(", with: "（").replacing(")", with: "）")
  }
}

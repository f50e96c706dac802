import Literature

/// An author that a callout names beside others: "Birch" of "(Alder & Birch, 2017)", "Cedar" of "(Cedar, Alder, & Birch, 2017)".
enum SecondAuthor {
  /// Its name where the entry has two authors or more and it is the name of none of them; nil where there is no second name, or the
  /// first one is not the entry's own.
  static func stranger(in marker: String, to item: BibliographicItem) -> String? {
    let families = item.authors.compactMap { author in author.family.map { fullName($0, author.given) } }.map(folded)
    let body = marker.drop { $0 == "(" || $0 == "[" || $0 == "（" }
    guard families.count >= 2, families.count == item.authors.count, !item.authorsTruncated else { return nil }
    if let name = ofSeveral(body, families) { return name }
    guard
      let joint = [" & ", " and ", "和", "与", "、"].lazy.compactMap({ body.firstRange(of: $0) }).first,
      folded(body[..<joint.lowerBound]) == families[0]
    else { return nil }
    let name = body[joint.upperBound...].prefix { !",，(（等".contains($0) && !$0.isNumber }
      .split(separator: " ").joined(separator: " ")
    guard isName(name) else { return nil }
    let other = folded(name)
    return families.contains { $0.contains(other) || other.contains($0) } ? nil : name
  }

  private static let fewestOfSeveral = 3

  /// The first of three names or more that is of no author of the entry, where all others are.
  private static func ofSeveral(_ body: some StringProtocol, _ families: [String]) -> String? {
    let parts = String(body.prefix { !$0.isNumber && $0 != ";" && $0 != "；" })
      .replacing(" and ", with: ",").replacing("&", with: ",").split(separator: ",")
      .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    guard parts.count >= fewestOfSeveral, parts.allSatisfy(isName) else { return nil }
    let strangers = parts.filter { name in
      !families.contains { $0.contains(folded(name)) || folded(name).contains($0) }
    }
    return strangers.count == 1 ? strangers.first : nil
  }

  /// A Chinese name is called in full.
  private static func fullName(_ family: String, _ given: String?) -> String {
    family.unicodeScalars.first.map { $0.value >= 0x4E00 } == true ? family + (given ?? "") : family
  }

  /// One or two words with capitals: more words are another author, or an affiliation.
  private static func isName(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    if name.isHan { return (2...4).contains(name.count) }
    return (1...2).contains(words.count) && name.count >= 3 && words.allSatisfy { $0.first?.isUppercase == true }
  }

  private static func folded(_ name: some StringProtocol) -> String { LetterFolding.folded(name) }
}

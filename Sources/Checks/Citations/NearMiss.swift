import Literature
import TextAnalysis

/// The entry that a callout of name and year, which leads nowhere, most likely means.
struct NearMiss: Hashable, Sendable {
  /// As the callout has it: "Beckwith 2014".
  var label: String
  /// Index into `Extract.references`.
  var reference: Int

  /// One for each label of the callout without an entry, where the list has the same first author with another year, or a work of that year
  /// that nothing cites; and one for a first or second author who is no author of the entry. O(references).
  static func all(of citation: Citation, in context: CheckContext) -> [NearMiss] {
    guard !citation.isNumbered else { return [] }
    if citation.references.count == 1, let index = citation.references.first {
      let label =
        ofAnotherSecond(citation, index, in: context) ?? ofAnotherYear(citation, index, in: context)
        ?? byAnother(citation, index, in: context)
      if let label { return [NearMiss(label: label, reference: index)] }
    }
    return citation.labels.filter { !citation.resolved.contains($0) }.compactMap { label in
      guard let (name, year) = parts(label), !BracketedSource.isMeant(by: citation, in: context) else { return nil }
      return entry(name, year, in: context).map { NearMiss(label: label, reference: $0) }
    }
  }

  /// A callout whose second name is no author of its entry: the name and the entry's year.
  private static func ofAnotherSecond(_ citation: Citation, _ index: Int, in context: CheckContext) -> String? {
    let item = context.extract.references[index].item
    return SecondAuthor.stranger(in: citation.marker, to: item).map { "\($0) \(item.year.map(String.init) ?? "")" }
  }

  /// A callout that a file ties to an entry of another year than it prints: "Beckwith 2014".
  private static func ofAnotherYear(_ citation: Citation, _ index: Int, in context: CheckContext) -> String? {
    let entry = context.extract.references[index].item
    let text = LexedText(citation.marker)
    let years = text.tokens.indices.compactMap { text.number($0) }.filter { $0.decimals == 0 && (1900...2100).contains($0.value) }
    guard let family = entry.authors.first?.family, let year = entry.year, years.count == 1,
      let printed = years.first.map({ Int($0.value) }),
      printed != year, abs(printed - year) <= farthest, citation.marker.contains(family)
    else { return nil }
    return "\(family) \(printed)"
  }

  /// A callout that a file ties to an entry of the printed year, by whom its first name is not: "Beckmann 2014".
  private static func byAnother(_ citation: Citation, _ index: Int, in context: CheckContext) -> String? {
    let entry = context.extract.references[index]
    let words = citation.marker.split { !$0.isLetter && $0 != "-" && $0 != "'" && $0 != "’" }.map(String.init)
    guard let name = words.first, let year = entry.item.year, citation.marker.contains(String(year)),
      name.count >= fewestLetters, name.first?.isUppercase == true, name.dropFirst().allSatisfy(\.isLowercase),
      entry.item.authors.first?.family != nil, !folded(entry.raw).contains(folded(name))
    else { return nil }
    return "\(name) \(year)"
  }

  private static let fewestLetters = 5

  /// Years apart that a reprint may be.
  private static let farthest = 15

  /// "Beckwith 2014" in its parts.
  private static func parts(_ label: String) -> (name: String, year: Int)? {
    let words = label.split(whereSeparator: { $0 == " " || $0 == "," })
    guard words.count >= 2, let year = words.last.flatMap({ Int($0.prefix(4)) }), (1900...2100).contains(year) else { return nil }
    return (folded(words.dropLast().joined(separator: " ")), year)
  }

  private static func entry(_ name: String, _ year: Int, in context: CheckContext) -> Int? {
    let references = context.extract.references
    let cited = Set(context.extract.citations.flatMap(\.references))
    let own = references.indices.filter { index in
      guard let family = references[index].item.authors.first?.family, references[index].item.year != nil else { return false }
      return folded(family) == name
        || EditDistance.between(Array(folded(family).utf8), Array(name.utf8), most: 1) != nil && name.utf8.count >= 6
    }
    if let uncited = own.first(where: { !cited.contains($0) }) ?? own.first { return uncited }
    let ofYear = references.indices.filter { references[$0].item.year == year && !cited.contains($0) }
    return ofYear.count == 1 ? ofYear.first : nil
  }

  private static func folded(_ name: String) -> String { LetterFolding.folded(name).lowercased() }
}

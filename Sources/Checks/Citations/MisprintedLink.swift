import Literature

/// A callout whose file ties it to an entry of another number than it prints: `<xref rid="r14">41</xref>`.
struct MisprintedLink: Hashable, Sendable {
  /// Index into `Extract.citations`.
  var citation: Int
  var printed: Int
  /// Index into `Extract.references`.
  var reference: Int
  /// Whether the list holds the printed number.
  var exists: Bool

  /// So many callouts must print the number that they lead to for one that does not: else the list is numbered by other rules.
  private static let fewestRight = 5

  /// In document order. O(callouts).
  static func all(in context: CheckContext) -> [MisprintedLink] {
    guard !context.extract.article.text.anchors.isEmpty else { return [] }
    let labels = Set(context.extract.references.compactMap { CitedNumbers.leadingNumber($0.label) })
    var right = 0
    var found: [MisprintedLink] = []
    for (index, citation) in context.extract.citations.enumerated() where citation.isNumbered {
      let printed = citation.printedNumbers
      let own = citation.labels.compactMap(CitedNumbers.leadingNumber)
      guard !printed.isEmpty, own.count == citation.labels.count, own.count == citation.references.count else { continue }
      let strangers = printed.filter { !own.contains($0) }
      if strangers.isEmpty {
        right += 1
      } else if strangers.count == 1, printed.count == own.count, let place = printed.firstIndex(of: strangers[0]),
        !printed.contains(own[place])
      {
        found.append(
          MisprintedLink(
            citation: index, printed: strangers[0], reference: citation.references[place], exists: labels.contains(strangers[0])))
      }
    }
    return right >= fewestRight * found.count ? found : []
  }
}

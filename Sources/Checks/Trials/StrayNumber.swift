import Literature
import TextAnalysis

/// A study's name that a document prints once, with another number than everywhere else: SENTRY-3 beside SENTRY-2, SENTRY-15 beside SENTRY-05.
///
/// Such a name is a slip where the work that the sentence calls on next has another number of the series in its title, or where the sentence
/// calls on nothing, the numbers differ by one digit, and the other one stands often.
struct StrayNumber: Hashable, Sendable {
  var name: String
  /// The name as it is printed elsewhere.
  var usual: String
  var span: SourceSpan

  private static let fewestLetters = 3
  /// So often the other name stands where no work tells.
  private static let fewestAlone = 4

  /// In document order. O(tokens).
  static func all(in context: CheckContext) -> [StrayNumber] {
    let places = StudyNames.places(in: context)
    let bySeries = Dictionary(grouping: places.keys.filter { series(of: $0) != nil }) { series(of: $0) }
    return bySeries.values.filter { $0.count >= 2 }.flatMap { names in
      names.compactMap { name -> StrayNumber? in
        guard let own = places[name], own.count == 1, let stray = own.first,
          !context.extract.references.contains(where: { $0.raw.contains(name) }),
          let usual = usual(for: name, at: stray, places.filter { $0.key != name && names.contains($0.key) }, in: context)
        else { return nil }
        return StrayNumber(
          name: name, usual: usual, span: context.extract.passages[stray.passage].flow.span(of: stray.range))
      }
    }.sorted { $0.span.start < $1.span.start }
  }

  /// - Parameter others: the other names of the series.
  private static func usual(
    for name: String, at stray: StudyNames.Place, _ others: [String: [StudyNames.Place]], in context: CheckContext
  ) -> String? {
    if let cited = next(behind: stray, in: context) {
      guard
        !others.values.joined().contains(where: { $0.passage == stray.passage && $0.range.lowerBound > stray.range.lowerBound })
      else { return nil }
      let raw = context.extract.references[cited].raw
      return others.keys.sorted().first { raw.contains($0) }
    }
    guard context.cited(in: stray.passage).isEmpty, !areApart.occurs(in: context.lexed[stray.passage]) else { return nil }
    let near = others.filter { other, places in
      places.count >= fewestAlone && !places.contains { $0.passage == stray.passage }
        && EditDistance.between(Array(name.utf8), Array(other.utf8), most: 1) != nil
    }
    return near.count == 1 ? near.first?.key : nil
  }

  /// The one work of the next callout of the sentence.
  private static func next(behind stray: StudyNames.Place, in context: CheckContext) -> Int? {
    let flow = context.extract.passages[stray.passage].flow
    let next = context.citations(in: stray.passage).first { citation in
      flow.flowOffset(ofSource: citation.span.start).map { $0 >= stray.range.upperBound } ?? false
    }
    return next?.references.count == 1 ? next?.references.first : nil
  }

  /// Words of a sentence that tells of another study of the series.
  private static let areApart = PhraseSet(
    [
      "another", "sister", "companion", "predecessor", "preceding", "previous", "earlier", "subsequent", "follow on", "next",
      "future", "planned", "ongoing", "recruiting", "underway", "under way", "forthcoming", "pilot", "feasibility", "extension",
      "rollover", "similarly", "also", "both", "respectively",
    ],
    ["另一", "前身", "预试验", "先导", "后续", "姊妹", "此前", "正在", "将", "计划", "招募", "延长期", "同样", "均", "分别", "也"])

  /// `SENTRY-` of SENTRY-2.
  private static func series(of name: String) -> String? {
    guard name.last?.isNumber == true, name.contains("-"), let last = name.lastIndex(where: { !$0.isNumber }) else { return nil }
    let series = name[...last]
    return series.filter(\.isLetter).count >= fewestLetters ? String(series) : nil
  }
}

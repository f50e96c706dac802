import Literature
import TextAnalysis

/// A comparison of two arms with a quantity in words, and a result of that outcome whose figures deny it.
struct ContrastStatement: Hashable, Sendable {
  var contrast: ArmContrast
  var passage: Int
  /// Index into `Extract.results`.
  var card: Int

  private static let unread = ["introduction", "background", "method", "引言", "前言", "背景", "方法", "资料"]

  /// In document order. O(sentences × results).
  static func denied(in context: CheckContext) -> [ContrastStatement] {
    let shares = SharesByOutcome(context)
    guard !shares.isEmpty else { return [] }
    let cited = Set(context.extract.citations.map(\.passage))
    return context.extract.passages.indices.flatMap { passage -> [ContrastStatement] in
      let record = context.extract.passages[passage]
      guard record.kind == .sentence, context.tellsOfOthers || !cited.contains(passage),
        !unread.contains(where: { context.sectionName(of: passage).contains($0) }),
        !FigureBound.otherwise.occurs(in: context.lexed[passage])
      else { return [] }
      let text = context.lexed[passage]
      return Clauses.all(in: text).compactMap { clause in
        guard let contrast = ArmContrast.only(in: text, clause) else { return nil }
        let pairs = shares.pairs(for: passage, clause, contrast.kind)
        guard let first = pairs.first, pairs.allSatisfy({ contrast.isBroken(by: $0.left, $0.right) }) else { return nil }
        return ContrastStatement(contrast: contrast, passage: passage, card: first.card)
      }
    }
  }
}

import Literature
import TextAnalysis

/// A comparison of two arms with a quantity in words, and a result of that outcome whose figures deny it.
struct ContrastStatement: Hashable, Sendable {
  var contrast: ArmContrast
  var passage: Int
  /// Index into `Extract.results`.
  var card: Int

  /// In document order. O(sentences × results).
  static func denied(by shares: SharesByOutcome, in context: CheckContext) -> [ContrastStatement] {
    guard !shares.isEmpty else { return [] }
    return StatementPlace.own(in: context).flatMap { passage -> [ContrastStatement] in
      guard !FigureBound.otherwise.occurs(in: context.lexed[passage])
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

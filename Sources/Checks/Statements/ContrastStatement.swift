import Literature
import Statistics
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
        guard let first = pairs.first, pairs.allSatisfy({ contrast.isBroken(by: $0.left, $0.right) }),
          !isBorneOut(contrast, nearby: passage, in: context)
        else { return nil }
        return ContrastStatement(contrast: contrast, passage: passage, card: first.card)
      }
    }
  }

  /// Whether two shares of the same paragraph compare so, whatever they are of.
  private static func isBorneOut(_ contrast: ArmContrast, nearby passage: Int, in context: CheckContext) -> Bool {
    guard let block = context.extract.passages[passage].block else { return false }
    let shares = context.extract.passages.indices.filter { context.extract.passages[$0].block == block }.flatMap { place in
      SentenceFigures.all(in: context.lexed[place], context.lexed[place].tokens.indices).filter { $0.unit == .percent }
    }.map(\.box.middle)
    return shares.indices.contains { left in
      shares.indices.contains { $0 > left && !contrast.isBroken(by: shares[left], shares[$0]) }
    }
  }
}

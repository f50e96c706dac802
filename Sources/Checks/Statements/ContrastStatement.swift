import Literature
import Statistics
import TextAnalysis

/// A comparison of two arms with a quantity in words, and a result of that outcome whose figures deny it.
struct ContrastStatement: Sendable {
  var contrast: ArmContrast
  var passage: Int
  /// Index into `Extract.results`; nil where the figures stand right beside the words.
  var card: Int?
  /// Those figures.
  var beside: [SentenceFigures.Figure] = []

  /// In document order. O(sentences × results).
  static func denied(by shares: SharesByOutcome, in context: CheckContext) -> [ContrastStatement] {
    let sizes = HeadSizes.shared(in: context).range
    return StatementPlace.own(in: context).flatMap { passage -> [ContrastStatement] in
      guard !FigureBound.otherwise.occurs(in: context.lexed[passage])
      else { return [] }
      let text = context.lexed[passage]
      return Clauses.all(in: text).compactMap { clause in
        guard let contrast = ArmContrast.only(in: text, clause) else { return nil }
        let beside = pair(beside: contrast, clause, BesideFigures(text: text, sizes: sizes))
        if beside.count == 2 {
          return contrast.isBroken(by: beside[0].box.middle, beside[1].box.middle)
            ? ContrastStatement(contrast: contrast, passage: passage, card: nil, beside: beside) : nil
        }
        let pairs = shares.pairs(for: passage, clause, contrast.kind)
        guard let first = pairs.first, pairs.allSatisfy({ contrast.isBroken(by: $0.left, $0.right) }),
          !isBorneOut(contrast, nearby: passage, in: context)
        else { return nil }
        return ContrastStatement(contrast: contrast, passage: passage, card: first.card)
      }
    }
  }

  /// The two shares of the piece before the one that compares, where that one has no figure but its quantity.
  private static func pair(
    beside contrast: ArmContrast, _ clause: Range<Int>, _ figures: BesideFigures
  ) -> [SentenceFigures.Figure] {
    guard contrast.kind == .multiple,
      let piece = Pieces.atCommas(in: figures.text, clause).first(where: { piece in
        figures.text.tokens[piece.upperBound - 1].end >= contrast.range.upperBound
      }), !piece.contains(where: { figures.text.isNumber($0) && !contrast.range.overlaps(figures.text.tokens[$0].range) }),
      let before = figures.piece(before: piece.lowerBound)
    else { return [] }
    return figures.figures(before)
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

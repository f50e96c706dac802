import Literature
import TextAnalysis

/// A claim of direction with the two figures that it is of: those in the bracket behind it, else those right before it in its sentence, else, where
/// it has none, those of the sentence before.
struct ClaimedDirection: Sendable {
  var claim: DirectionClaim
  var pair: FigurePair
  var owners: [Set<String>]
  var passage: Int
  /// Index of the passage of the figures.
  var source: Int
  var isDenied: Bool

  private static let mostToBracket = 5
  private static let mostToComma = 4
  private static let mostToVerb = 5
  private static let mostBetween = 14
  private static let longestClaim = 24

  /// In document order. O(tokens).
  static func all(in context: CheckContext) -> [ClaimedDirection] {
    let (names, owners) = (GroupNames.shared(in: context), FigureOwners.shared(in: context))
    return context.extract.passages.indices.flatMap { passage -> [ClaimedDirection] in
      guard context.extract.passages[passage].kind == .sentence,
        DirectionClaim.hasWord(context.lexed[passage], context.lexed[passage].tokens.indices)
      else { return [] }
      let text = context.lexed[passage]
      return Clauses.all(in: text).flatMap { Pieces.atCommas(in: text, $0) }.compactMap { piece in
        guard let claim = DirectionClaim.of(text, piece, names),
          let (pair, source) = figures(of: claim, passage, owners, in: context), let known = owners.owners(of: pair),
          let isDenied = claim.isDenied(by: pair.first.number, pair.second.number, of: known)
        else { return nil }
        return ClaimedDirection(
          claim: claim, pair: pair, owners: known, passage: passage, source: source,
          isDenied: isDenied && !(source == passage && claim.isBorneOutInOrder(by: pair, in: text)))
      }
    }
  }

  private static func figures(
    of claim: DirectionClaim, _ passage: Int, _ owners: FigureOwners, in context: CheckContext
  ) -> (FigurePair, Int)? {
    let text = context.lexed[passage]
    let word = text.firstToken(at: claim.word.lowerBound + 1) - 1
    let pairs = owners.pairs[passage]
    if let behind = pairs.first(where: { $0.first.token > word }), behind.first.token <= claim.piece.upperBound + mostToComma,
      isBehind(claim, behind, text)
    {
      return (behind, passage)
    }
    // "Seizures (1.2% and 0.4%) were more frequent with A".
    if let before = pairs.last(where: { $0.second.token < word }), before.first.token >= claim.piece.lowerBound,
      word - before.second.token <= mostToVerb
    {
      return (before, passage)
    }
    guard GroupFigure.all(in: text, claim.piece).isEmpty else { return nil }
    if let before = pairs.last(where: { $0.second.token < claim.piece.lowerBound }) {
      guard text.outsideBrackets(before.second.token + 1..<claim.piece.lowerBound).count < mostBetween,
        isOfWords(claim, text, before: before.second.token)
      else {
        return nil
      }
      return (before, passage)
    }
    return ofSentenceBefore(claim, passage, owners, in: context)
  }

  /// Whether a pair opens the bracket behind the claim, or follows its comma.
  private static func isBehind(_ claim: DirectionClaim, _ pair: FigurePair, _ text: LexedText) -> Bool {
    let end = text.firstToken(at: claim.word.upperBound)
    if let opening = text.opening(around: pair.first.token) {
      return !(end..<max(end, opening)).contains { text.isSymbol($0, ",") || text.isSymbol($0, "(") || text.isNumber($0) }
        && pair.first.token - opening <= mostToBracket
    }
    return pair.first.token - claim.piece.upperBound <= mostToComma && pair.first.token >= claim.piece.upperBound
  }

  /// A sentence without figures right behind one whose only figures are of two groups.
  private static func ofSentenceBefore(
    _ claim: DirectionClaim, _ passage: Int, _ owners: FigureOwners, in context: CheckContext
  ) -> (FigurePair, Int)? {
    let (own, text) = (context.extract.passages[passage], context.lexed[passage])
    guard passage > 0, text.count <= longestClaim, !text.tokens.contains(where: { $0.kind == .number }), let block = own.block,
      context.extract.passages[passage - 1].block == block, owners.pairs[passage - 1].count == 1,
      let pair = owners.pairs[passage - 1].first
    else { return nil }
    let before = context.lexed[passage - 1]
    let words = OutcomeWords.all(in: text, claim.piece).subtracting(claim.lead).subtracting(claim.other)
    let told = OutcomeWords.all(in: before)
    let named = VerdictStatement.outcomes(in: text, claim.piece)
    guard named.isSubset(of: VerdictStatement.outcomes(in: before, before.tokens.indices)),
      !words.isDisjoint(with: told) || pointers.first(in: text, 0..<1) != nil
    else { return nil }
    return (pair, passage - 1)
  }

  private static let pointers = PhraseSet(["it", "this", "that", "they", "these"])

  /// Whether the claim names no outcome that the words before it do not. In a clause of its own, and in Chinese, where outcomes are words that
  /// nobody lists, it must take up one of these words or name none.
  private static func isOfWords(_ claim: DirectionClaim, _ text: LexedText, before token: Int) -> Bool {
    let named = VerdictStatement.outcomes(in: text, claim.piece)
    let told = VerdictStatement.outcomes(in: text, 0..<token)
    guard named.isSubset(of: told) || told.isEmpty && follows(claim, text) else { return false }
    let words = OutcomeWords.all(in: text, claim.piece).filter { word in
      !claim.lead.contains(word) && !claim.other.contains(word) && !isOfGroup(word, claim)
    }
    guard words.isDisjoint(with: OutcomeWords.all(in: text, 0..<token)), !words.subtracting(idle).isEmpty else { return true }
    let isChinese = text.utf8[claim.word.lowerBound] >= 0x80
    return !isChinese && Clauses.all(in: text).contains { $0.contains(token) && $0.contains(claim.piece.lowerBound) }
  }

  private static let consequences = PhraseSet(["so that", "thus", "therefore", "hence", "so"])

  /// "All doses were taken by 98% and 71%, so that adherence was higher with A".
  private static func follows(_ claim: DirectionClaim, _ text: LexedText) -> Bool {
    consequences.occurs(in: text, claim.piece)
  }

  /// A pair of characters of a group's name.
  private static func isOfGroup(_ word: String, _ claim: DirectionClaim) -> Bool {
    claim.lead.union(claim.other).contains { $0.contains(word) }
  }

  private static let idle: Set<String> = ["高于", "低于", "多于", "少于", "长于", "短于", "较高", "较低", "数值", "略高", "略低", "明显", "显著"]

  /// The span of the two figures.
  func figures(in context: CheckContext) -> SourceSpan {
    context.extract.passages[source].flow.span(of: pair.bytes(in: context.lexed[source]))
  }
}

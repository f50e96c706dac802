import Literature
import TextAnalysis

/// A share in words with the shares that the document prints of the same outcome, where those deny it.
struct ShareStatement: Hashable, Sendable {
  var share: WordedShare
  var passage: Int
  /// Index into `Extract.results`: a share that the words cannot mean; nil where no result was recognised.
  var card: Int?
  var value: PrintedNumber
  /// Where the share stands.
  var place: SourceSpan

  private static let every = PhraseSet(
    ["either", "both", "each", "every", "all", "throughout", "always", "whichever", "whatever", "any", "none", "neither", "no"],
    ["均", "都", "各", "每", "始终", "全部", "两组", "无一", "没有一"])
  private static let exceptions = PhraseSet(
    ["other than", "apart from", "except", "except for", "besides", "with the exception of", "aside from"], ["除", "以外", "之外"])
  private static let negations = PhraseSet(["no", "none", "neither", "not one"], ["没有一", "无一", "均未", "都未"])
  /// "The lowest rate was that of the first, below a third": of one of several, which may stand anywhere.
  private static let superlatives = PhraseSet(
    ["lowest", "highest", "best", "worst", "greatest", "least", "only"], ["最低", "最高", "最多", "最少", "最大", "最小", "仅", "只有", "除"])

  /// In document order. O(sentences × results).
  static func denied(by shares: SharesByOutcome, in context: CheckContext) -> [ShareStatement] {
    let printed = PrintedShares(context)
    guard !shares.isEmpty || !printed.shares.isEmpty else { return [] }
    return StatementPlace.own(in: context).flatMap { passage -> [ShareStatement] in
      guard !FigureBound.otherwise.occurs(in: context.lexed[passage]),
        !superlatives.occurs(in: context.lexed[passage])
      else { return [] }
      let text = context.lexed[passage]
      return Clauses.all(in: text).compactMap { clause in
        if let share = stated(text, clause), let denied = denial(of: share, passage, clause, shares, in: context) {
          let isFitted = printed.isFitted(share, nearby: passage) || isFittedBeside(denied, in: context)
          return share.relation == .about && isFitted ? nil : denied
        }
        return unfitted(passage, clause, printed, in: context)
      }
    }
  }

  /// Whether the sentence of the figure has another one that the share fits: that of the other arm, which may be meant.
  private static func isFittedBeside(_ denied: ShareStatement, in context: CheckContext) -> Bool {
    guard let card = denied.card else { return false }
    let text = context.lexed[context.results[card].passage]
    return SentenceFigures.all(in: text, text.tokens.indices).contains { figure in
      figure.unit == .percent
        && text.number(text.firstToken(at: figure.range.lowerBound)).map { !denied.share.isBroken(by: $0) } ?? false
    }
  }

  /// A share in words that none of the shares fits that may be meant.
  private static func unfitted(
    _ passage: Int, _ clause: Range<Int>, _ printed: PrintedShares, in context: CheckContext
  ) -> ShareStatement? {
    let text = context.lexed[passage]
    guard !printed.shares.isEmpty, let share = stated(text, clause) ?? WordedShare.bare(in: text, clause),
      !Negation.occurs(in: text, clause) || stated(text, clause) != nil, let odd = printed.denial(of: share, passage, clause)
    else { return nil }
    return ShareStatement(share: share, passage: passage, card: nil, value: odd.value, place: odd.span)
  }

  /// What a clause says, with "no trial … more than half" turned round; nil where it is denied otherwise.
  static func stated(_ text: LexedText, _ clause: Range<Int>) -> WordedShare? {
    // "No event other than rash affected more than a quarter": the rash may have.
    guard !exceptions.occurs(in: text, clause) else { return nil }
    guard var share = WordedShare.only(in: text, clause) else { return nil }
    guard let negation = negations.first(in: text, clause) else {
      return Negation.occurs(in: text, clause) && !isPart(share, text, clause) ? nil : share
    }
    guard negation.upperBound <= share.range.lowerBound else { return nil }
    switch share.relation {
    case .more, .atLeast: share.relation = .atMost
    case .less, .atMost: share.relation = .atLeast
    case .about: return nil
    }
    return share
  }

  /// The denial is that of the bound itself: "no more than", 不足.
  private static func isPart(_ share: WordedShare, _ text: LexedText, _ clause: Range<Int>) -> Bool {
    let tokens = text.firstToken(at: share.range.lowerBound)..<text.firstToken(at: share.range.upperBound)
    guard !tokens.isEmpty || text.utf8[share.range.lowerBound] >= 0x80 else { return false }
    let before = clause.lowerBound..<max(clause.lowerBound, min(tokens.lowerBound, clause.upperBound))
    let after = min(max(tokens.upperBound, clause.lowerBound), clause.upperBound)..<clause.upperBound
    return !Negation.occurs(in: text, before) && !Negation.occurs(in: text, after)
  }

  private static func denial(
    of share: WordedShare, _ passage: Int, _ clause: Range<Int>, _ shares: SharesByOutcome, in context: CheckContext
  ) -> ShareStatement? {
    let text = context.lexed[passage]
    let found = shares.values(for: passage, clause)
    guard !found.isEmpty else { return nil }
    let isEvery = every.occurs(in: text, clause)
    let bytes = text.string(text.tokens[clause.lowerBound].start..<text.tokens[clause.upperBound - 1].end)
    let ofArm = found.filter { value in SourceCardMatch.arms(value.arm, bytes) == true }
    let meant = ofArm.isEmpty ? found : ofArm
    let odd = meant.filter { share.isBroken(by: $0.value) }
    guard let first = odd.first, isEvery || odd.count == meant.count else { return nil }
    return ShareStatement(
      share: share, passage: passage, card: first.card, value: first.value, place: context.results[first.card].span)
  }
}

/// Steps through the passages of one segment that match a part of a query.
///
/// `document` is the current candidate, `PostingCursor.end` after the last; a candidate counts only if `confirm` agrees. A new matcher
/// stands on its first candidate.
class Matcher {
  @exclusivity(unchecked) final var document: UInt32 = 0
  /// About how many candidates there are.
  @exclusivity(unchecked) final var cost = 0

  /// Moves to the first candidate at or after `target`, which is not before the current one.
  func seek(_ target: UInt32) {}
  /// Whether the current candidate, if it matches, may score as much as `floor`; cheaper than `confirm`.
  func canReach(_ floor: Double) -> Bool { true }
  /// Whether the current candidate matches. Call it before `score`.
  func confirm() -> Bool { true }
  /// The score of the current candidate, once confirmed.
  func score() -> Double { 0 }
  /// The most that any passage from `target` to `last` can score. Does not move. Targets do not fall.
  func bound(from target: UInt32) -> (best: Double, last: UInt32) { (0, PostingCursor.end) }
  /// What the current candidate adds as one of several forms (see `Query.anyOf`), and the most any can add.
  func normalisedFrequency() -> Double { 1 }
  func normalisedBound(from target: UInt32) -> (best: Double, last: UInt32) { (1, PostingCursor.end) }
  /// Whether the segment's bytes contradicted themselves on the way.
  var isDamaged: Bool { false }
}

/// Matches nothing.
final class EmptyMatcher: Matcher {
  override init() {
    super.init()
    document = PostingCursor.end
  }
}

/// Matches every passage.
final class AllMatcher: Matcher {
  private let passageCount: UInt32

  init(passageCount: Int) {
    self.passageCount = UInt32(passageCount)
    super.init()
    cost = passageCount
    seek(0)
  }

  override func seek(_ target: UInt32) { document = target < passageCount ? target : PostingCursor.end }
}

/// Matches the passages of one term.
final class TermMatcher: Matcher {
  @exclusivity(unchecked) private var cursor: PostingCursor
  private let scoring: TermScoring

  init(_ cursor: PostingCursor, _ scoring: TermScoring) {
    self.cursor = cursor
    self.scoring = scoring
    super.init()
    document = cursor.document
    cost = cursor.documentCount
  }

  override func seek(_ target: UInt32) {
    cursor.seek(target)
    document = cursor.document
  }
  override func score() -> Double { scoring.score(cursor.frequency(), document) }
  override func bound(from target: UInt32) -> (best: Double, last: UInt32) {
    let (bound, last) = cursor.bound(from: target, scoring.lengths)
    return (scoring.best(bound), last)
  }
  override func normalisedFrequency() -> Double { scoring.normalised(cursor.frequency(), document) }
  override func normalisedBound(from target: UInt32) -> (best: Double, last: UInt32) {
    let (bound, last) = cursor.bound(from: target, scoring.lengths)
    return (scoring.bestNormalised(bound), last)
  }
  override var isDamaged: Bool { cursor.isDamaged }
}

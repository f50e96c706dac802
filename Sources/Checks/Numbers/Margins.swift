import Literature
import TextAnalysis

/// The non-inferiority margins of a document.
struct Margins {
  private let all: [Margin]
  /// Of a passage: which of the others stand in its paragraph.
  private let blocks: [Int?]
  /// How many sentences from a claim its own margin stands at most.
  private static let near = 2

  /// O(tokens).
  init(in context: CheckContext) {
    blocks = context.extract.passages.map(\.block)
    all = context.extract.passages.indices.flatMap { passage -> [Margin] in
      guard context.extract.passages[passage].kind != .reference, Self.isOfNonInferiority(passage, in: context) else { return [] }
      return Margin.all(in: context.lexed[passage], passage: passage)
    }
  }

  /// The margin of a claim's own sentence, of the sentences before it in its paragraph, or the only one of the document; nil where these
  /// are several.
  func margin(for claim: Int) -> Margin? {
    let own = all.filter { $0.passage == claim }
    if !own.isEmpty { return Self.only(own) }
    let near = all.filter { margin in
      margin.passage < claim && margin.passage >= claim - Self.near && blocks[margin.passage] != nil
        && blocks[margin.passage] == blocks[claim]
    }
    return Self.only(near.isEmpty ? all : near)
  }

  private static func only(_ margins: [Margin]) -> Margin? {
    guard let first = margins.first, margins.allSatisfy({ abs($0.value) == abs(first.value) }) else { return nil }
    return margins.first { $0.isSigned } ?? first
  }

  /// The sentence names non-inferiority, or the next one of its paragraph does: "with a margin of 1.0. Non-inferiority was shown".
  private static func isOfNonInferiority(_ passage: Int, in context: CheckContext) -> Bool {
    if NonInferiorityClaim.isNamed(in: context.lexed[passage]) { return true }
    let passages = context.extract.passages
    guard Margin.isNamed(in: context.lexed[passage]), let block = passages[passage].block else { return false }
    return [passage - 1, passage + 1].contains { near in
      passages.indices.contains(near) && passages[near].block == block && NonInferiorityClaim.isNamed(in: context.lexed[near])
    }
  }
}

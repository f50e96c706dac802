import Literature
import TextAnalysis

/// How many participants the trials and their groups have, as a document prints it, for shares whose total is not beside them.
struct GroupSizes {
  private let ofAll: Set<Int>
  /// By block of the article; nil in the report of one trial, where any size may be meant anywhere.
  private let byBlock: [Int: Set<Int>]?
  /// Of a review by trial: what the rows of its tables have.
  private var byTrial: [Int: Set<Int>] = [:]
  private let blocks: [Int?]

  private static let fewest = 20

  /// Those of a document, read once for all rules.
  static func shared(in context: CheckContext) -> GroupSizes { context.once(Self.self) { GroupSizes(context) } }

  /// O(tokens).
  private init(_ context: CheckContext) {
    blocks = context.extract.passages.map(\.block)
    let told = context.extract.passages.indices.filter { context.extract.passages[$0].kind != .reference }
    guard !context.isReview else {
      var byBlock: [Int: Set<Int>] = [:]
      for passage in told {
        if let block = blocks[passage] { byBlock[block, default: []].formUnion(Self.printed(in: context.lexed[passage])) }
      }
      (self.byBlock, ofAll) = (byBlock, [])
      for passage in told where context.extract.passages[passage].kind == .tableRow {
        guard let trial = context.trialPassages.only(in: passage) else { continue }
        byTrial[trial, default: []].formUnion(Self.split(in: context.lexed[passage]))
      }
      return
    }
    let cards = context.results.compactMap { card -> Int? in
      guard card.measure == "n", let value = card.value, value.decimals == 0, value.value >= Double(Self.fewest) else {
        return nil
      }
      return Int(exactly: value.value)
    }
    let heads = context.extract.article.tables.flatMap { table in
      table.headCells.flatMap { Self.named(in: LexedText($0.flow.utf8)) }
    }
    byBlock = nil
    ofAll = Set(cards + heads + told.flatMap { Self.named(in: context.lexed[$0]) + Self.allocated(in: context.lexed[$0]) })
  }

  func known(in passage: Int, of context: CheckContext) -> Set<Int> {
    guard let byBlock else { return ofAll }
    let own = blocks[passage].flatMap { byBlock[$0] } ?? []
    guard !byTrial.isEmpty, let trial = TrialPlaces(passage, in: context).trial(at: 0) else { return own }
    return own.union(byTrial[trial] ?? [])
  }

  /// `n = 120`.
  private static func named(in text: LexedText) -> [Int] {
    text.tokens.indices.compactMap { index in
      text.isSymbol(index - 1, "=") && text.isWord(index - 2, "n") ? size(text, index) : nil
    }
  }

  private static let allocating = PhraseSet(
    [
      "randomised", "randomized", "randomly", "assigned", "allocated", "allotted", "randomisation", "randomization", "in each",
      "per arm", "per group", "received", "safety population", "per protocol population", "safety set",
    ],
    ["随机", "分为", "分配", "分入", "各", "每组", "安全集", "安全性集", "分析集", "方案集"])

  /// The counts of a sentence that allocates participants, and those behind the names of groups.
  private static func allocated(in text: LexedText) -> [Int] {
    let counts = PrintedCount.all(in: text).filter { $0.value >= fewest }
    guard !counts.isEmpty else { return [] }
    let isAllocation = allocating.occurs(in: text)
    // 甲组 67 例(54.9%): those of a group that something happened to.
    let shares = SharePair.all(in: text).map(\.range)
    return counts.filter { count in
      !shares.contains { $0.overlaps(count.range) } && (isAllocation || PartsOfWhole.isOfGroup(text, count))
    }.map(\.value)
  }

  /// Every whole number that may be one of participants: no share, no range, no year.
  private static func printed(in text: LexedText) -> Set<Int> {
    Set(PrintedCount.all(in: text).map(\.value).filter { $0 >= fewest })
  }

  /// The groups of "204 (102 + 102)", 707（353+354）.
  private static func split(in text: LexedText) -> Set<Int> {
    Set(
      text.tokens.indices.flatMap { index -> [Int] in
        guard text.isSymbol(index, "+"), let one = size(text, index - 1), let other = size(text, index + 1) else { return [] }
        return [one, other]
      })
  }

  private static func size(_ text: LexedText, _ index: Int) -> Int? {
    guard let number = text.number(index), number.decimals == 0, number.value >= Double(fewest), number.value < 1e6 else {
      return nil
    }
    return Int(exactly: number.value)
  }
}

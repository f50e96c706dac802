import Literature
import TextAnalysis

/// The two groups that a document compares, by the names that its tables and results give them.
enum DocumentArms {
  private static let fewest = 1

  /// In the order in which the document prints them; nil where there is no such pair, or several.
  static func shared(in context: CheckContext) -> [LedgerArm]? {
    struct Key {}
    let arms = context.once(Key.self) { find(in: context) ?? [] }
    return arms.isEmpty ? nil : arms
  }

  private static func find(in context: CheckContext) -> [LedgerArm]? {
    let ofTables = context.extract.article.tables.compactMap { table -> [String]? in
      let heads = table.headNames.filter { $0.key > 0 }.sorted { $0.key < $1.key }.map(\.value)
      let named = heads.filter { head in
        head.contains("组") || head.contains("n=") || head.contains("n =") || head.contains("(n") || head.contains("（n")
      }
      return named.count == 2 ? named : nil
    }
    let ofCards = context.results.compactMap { card -> [String]? in
      let arms = card.armValues.compactMap(\.arm)
      return arms.count == 2 ? arms : nil
    }
    let found = (ofTables.isEmpty ? ofCards : ofTables).compactMap(arms)
    let all = found.isEmpty ? ofPairs(in: context) : found
    let counts = Dictionary(grouping: all, by: { $0.map(\.names) })
    guard let best = counts.max(by: { ($0.value.count, $1.key.description) < ($1.value.count, $0.key.description) }),
      2 * best.value.count >= all.count, best.value.count >= fewest
    else { return nil }
    return best.value.first
  }

  /// The groups whose names stand by the figures of sentences.
  private static func ofPairs(in context: CheckContext) -> [[LedgerArm]] {
    let zero = PrintedNumber(printed: "0", value: 0, decimals: 0)
    let owned = FigureOwners.shared(in: context).pairs.flatMap { $0 }.filter(\.isOwned).map(\.owners)
    return owned.map { owners in
      let names = owners[0].sorted().joined() <= owners[1].sorted().joined() ? owners : [owners[1], owners[0]]
      return names.map {
        LedgerArm(names: $0.subtracting(["control"]), isControl: $0.contains("control"), value: zero, share: nil)
      }
    }.filter { $0.allSatisfy { !$0.names.isEmpty || $0.isControl } }
  }

  private static func arms(_ heads: [String]) -> [LedgerArm]? {
    let names = heads.map(GroupWords.ofHead)
    let both = names[0].intersection(names[1])
    let zero = PrintedNumber(printed: "0", value: 0, decimals: 0)
    let arms = heads.indices.map { place -> LedgerArm in
      let text = LexedText(heads[place])
      return LedgerArm(
        names: names[place].subtracting(both), isControl: LedgerArm.isControl(text, text.tokens.indices), value: zero, share: nil)
    }
    return arms.allSatisfy { !$0.names.isEmpty } ? arms : nil
  }
}

import Literature
import TextAnalysis

/// The sizes of all groups of a study that a sentence names one after the other: 治疗组 818 例、安慰剂组 820 例; "451 patients received A
/// and 449 B"; "A (n = 98), B (n = 97) and C (n = 99)"; "1014 + 1010 patients".
struct GroupRun: Hashable, Sendable {
  var sum: Int
  /// Bytes of the text, from the first size to the last.
  var range: Range<Int>

  private static let fewest = 10
  /// Of two groups neither is more than so many times the other.
  private static let mostUnlike = 4
  private static let longestGap = 72
  private static let verbs = [
    "received", "receiving", "to ", "in the", "assigned", "were assigned", "given", "took", "allocated", "on ", "vs", "versus",
    "+",
  ]
  private static let nouns = ["patients", "participants", "adults", "children", "women", "men", "infants", "people", "subjects"]

  /// Runs of two to four sizes that nothing but names stands between. O(counts).
  static func all(in text: LexedText) -> [GroupRun] { text.once(Self.self) { read(text) } }

  private static func read(_ text: LexedText) -> [GroupRun] {
    let counts = PrintedCount.all(in: text).filter { $0.value >= fewest }
    var runs: [[PrintedCount]] = []
    for count in counts where isOfGroup(text, count) || runs.last?.last.map({ isJoined(text, $0, count) }) == true {
      if let last = runs.last?.last, isNear(text, last, count) {
        runs[runs.count - 1].append(count)
      } else {
        runs.append([count])
      }
    }
    return runs.compactMap { run in
      let sizes = run.map(\.value)
      guard (2...4).contains(run.count), let least = sizes.min(), let most = sizes.max(), most <= mostUnlike * least,
        let first = run.first, let last = run.last
      else { return nil }
      return GroupRun(sum: sizes.reduce(0, +), range: first.range.lowerBound..<last.range.upperBound)
    }
  }

  private static func gap(_ text: LexedText, _ first: PrintedCount, _ second: PrintedCount) -> String {
    text.string(first.range.upperBound..<max(first.range.upperBound, second.range.lowerBound)).lowercased()
  }

  private static func isNear(_ text: LexedText, _ first: PrintedCount, _ second: PrintedCount) -> Bool {
    let gap = gap(text, first, second)
    return gap.utf8.count <= longestGap && !gap.contains("%") && !gap.contains(";") && !gap.contains("。") && !gap.contains("；")
  }

  private static func isOfGroup(_ text: LexedText, _ count: PrintedCount) -> Bool {
    if PartsOfWhole.isOfGroup(text, count) { return true }
    let first = text.firstToken(at: count.range.lowerBound)
    if text.isSymbol(first - 1, "="), text.isWord(first - 2, "n"), text.string(first - 2) == "n" { return true }
    var behind = text.string(count.range.upperBound..<min(text.utf8.count, count.range.upperBound + 40)).lowercased().drop {
      $0 == " "
    }
    for noun in nouns where behind.hasPrefix(noun) { behind = behind.dropFirst(noun.count).drop { $0 == " " } }
    return verbs.contains { behind.hasPrefix($0) }
  }

  /// "and 449 docetaxel", "+ 1010 patients" behind a size of a group.
  private static func isJoined(_ text: LexedText, _ first: PrintedCount, _ second: PrintedCount) -> Bool {
    let gap = gap(text, first, second)
    return isNear(text, first, second)
      && (gap.hasSuffix(" and ") || gap.hasSuffix("+ ") || gap.hasSuffix("vs ") || gap.hasSuffix("versus ")
        || gap.hasSuffix(" or "))
  }
}

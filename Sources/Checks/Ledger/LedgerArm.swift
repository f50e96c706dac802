import Literature
import TextAnalysis

/// A group as the head of a column, or a sentence, names it, and the figure that it has there.
struct LedgerArm: Hashable, Sendable {
  /// Stems of Latin words, ids of drugs, runs of Chinese characters without 组: those that no other group of the row has.
  var names: Set<String>
  var isControl: Bool
  var value: PrintedNumber
  /// In percent, where the figure is a share of people or comes with one.
  var share: PrintedNumber?

  private static let controls = PhraseSet(
    [
      "placebo", "control", "controls", "usual care", "standard care", "sham", "comparator", "no treatment", "unexposed",
      "untreated", "waiting list", "advice", "leaflet", "leaflets",
    ],
    ["对照", "安慰剂", "假", "常规", "空白", "非暴露", "未用"])

  static func isControl(_ text: LexedText, _ tokens: Range<Int>) -> Bool { controls.occurs(in: text, tokens) }
}

import Literature
import TextAnalysis

/// Finds which share of the control arm went on to the study treatment, and when survival curves crossed.
struct CrossoverReader {
  let reading: SentenceReading

  private static let names = ["交叉率", "交叉", "crossover", "cross-over", "crossed over", "cross over"]
  private static let later = [
    "复发后", "进展后", "后续", "随后", "subsequent", "after progression", "after recurrence", "upon progression",
  ]
  private static let received = ["接受", "receiv", "改用", "转为"]
  private static let curves = ["曲线", "curve"]

  /// One of them stands in every sentence that has anything to find.
  private static let needed = Needles(names + curves + later)

  func drafts() -> [(draft: CardDraft, numberToken: Int)] {
    guard Self.needed.stand(in: reading.text.utf8) else { return [] }
    return found
  }

  private var found: [(draft: CardDraft, numberToken: Int)] {
    reading.quantities.compactMap { quantity in
      if quantity.unit == .percent, isCrossover(quantity) {
        return (draft(quantity, .crossover, "crossover"), quantity.numberToken)
      }
      if quantity.unit?.isTime == true, isCurveCrossing(quantity) {
        return (draft(quantity, .curveCrossing, "curve crossing time"), quantity.numberToken)
      }
      return nil
    }
  }

  private func draft(_ quantity: Quantity, _ kind: CardDraft.Kind, _ measure: String) -> CardDraft {
    var draft = CardDraft(kind: kind, measure: measure, bytes: quantity.bytes, value: quantity.value, unit: quantity.unit?.name)
    if measure == "crossover" { draft.endpoint = "crossover" }
    return draft
  }

  private func isCrossover(_ quantity: Quantity) -> Bool {
    let before = reading.string(max(0, quantity.bytes.lowerBound - 80)..<quantity.bytes.lowerBound).lowercased()
    let after = reading.string(quantity.bytes.upperBound..<min(reading.text.utf8.count, quantity.bytes.upperBound + 130))
      .lowercased()
    if has(Self.curves, before + after) { return false }
    if has(Self.names, String(decoding: after.utf8.prefix(70), as: UTF8.self))
      || has(Self.names, String(decoding: before.utf8.suffix(40), as: UTF8.self))
    {
      return true
    }
    let speaksOfControl = reading.phrases.contains {
      $0.isComparator && abs($0.range.lowerBound - quantity.bytes.lowerBound) <= 100
    }
    return speaksOfControl && has(Self.later, after) && has(Self.received, after)
  }

  /// The curves and their crossing are named in the same clause.
  private func isCurveCrossing(_ quantity: Quantity) -> Bool {
    let before = reading.string(max(0, quantity.bytes.lowerBound - 70)..<quantity.bytes.lowerBound).lowercased()
    let after = reading.string(quantity.bytes.upperBound..<min(reading.text.utf8.count, quantity.bytes.upperBound + 40))
      .lowercased()
    let start = before.parts(atAny: ",;，；。(").last.map(String.init) ?? ""
    let clause = start + (after.parts(atAny: ",;，；。)").first.map(String.init) ?? "")
    return has(Self.curves, clause) && has(["交叉", "cross", "相交"], clause)
  }

  private func has(_ words: [String], _ text: String) -> Bool { words.contains { text.utf8.contains(sequence: $0.utf8) } }
}

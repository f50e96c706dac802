import Literature
import TextAnalysis

/// Finds how long patients were followed: 中位随访 17.4 个月, "a median follow-up of 35.1 months", "(17.4 个月)" after an analysis.
struct FollowUpReader {
  let reading: SentenceReading

  private static let names = ["随访", "follow-up", "follow up", "followup", "followed up", "followed for"]
  private static let needed = Needles(["随访", "follow", "interim", "updat", "final", "分析", "更新", "primary analysis"])
  private static let marks: ClauseMarks = ";；。"
  private static let averages = ["median", "mean", "中位", "平均"]

  /// The quantities that are follow-up times, as drafts, with the tokens of their numbers.
  func drafts() -> [(draft: CardDraft, numberToken: Int)] {
    guard Self.needed.stand(in: reading.text.utf8) else { return [] }
    var result: [(draft: CardDraft, numberToken: Int)] = []
    var last = 0
    for quantity in reading.quantities {
      defer { last = quantity.bytes.upperBound }
      guard let unit = unit(of: quantity), isFollowUp(quantity, after: last) else { continue }
      var draft = CardDraft(kind: .followUp, measure: "followUp", bytes: quantity.bytes, value: quantity.value, unit: unit.name)
      draft.endpoint = "follow-up"
      if let interval = reading.intervals.first(where: { (0...1).contains($0.tokens.lowerBound - quantity.tokens.upperBound) }) {
        (draft.low, draft.high) = (interval.low, interval.high)
        draft.details.intervalKind = interval.kind == .spread ? interval.spreadKind : .range
        draft.extend(to: reading.text.bytes(interval.tokens).upperBound)
      }
      result.append((draft, quantity.numberToken))
    }
    return result
  }

  /// The unit stands after the number, or after its interval: `35.1 (30–40) months`.
  private func unit(of quantity: Quantity) -> QuantityUnit? {
    if let unit = quantity.unit { return unit.isTime ? unit : nil }
    let after = reading.gap(quantity.bytes.upperBound..<min(reading.text.utf8.count, quantity.bytes.upperBound + 60))
      .trimmedSpaces
    return ["month", "year", "week", "day"].first { after.hasPrefix($0) }.map { QuantityUnit.time($0) }
      ?? (after.hasPrefix("个月") ? .time("month") : nil)
  }

  private func isFollowUp(_ quantity: Quantity, after last: Int) -> Bool {
    let start = max(last, quantity.bytes.lowerBound - 90)
    let before = lastClause(reading.gap(start..<quantity.bytes.lowerBound))
    let after = reading.gap(quantity.bytes.upperBound..<min(reading.text.utf8.count, quantity.bytes.upperBound + 40))
      .trimmedSpaces
    let isNamedBefore = Self.names.contains { before.utf8.contains(sequence: $0.utf8) }
    if isNamedBefore, Self.averages.contains(where: { before.utf8.contains(sequence: $0.utf8) }),
      !hasEndpoint(start..<quantity.bytes.lowerBound)
    {
      return true
    }
    if after.hasPrefix("of median follow") || after.hasPrefix("median follow") || after.hasPrefix("的中位随访") { return true }
    return isAfterAnalysis(quantity)
  }

  private func hasEndpoint(_ bytes: Range<Int>) -> Bool {
    reading.endpoints.contains { $0.range.overlaps(bytes) && $0.isTimeToEvent }
  }

  private func lastClause(_ text: String) -> String {
    Self.marks.lastPiece(of: Array(text.utf8)[...]).map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// 中期分析(17.4 个月): a time alone in the bracket after an analysis.
  private func isAfterAnalysis(_ quantity: Quantity) -> Bool {
    let text = reading.text
    guard text.isSymbol(quantity.tokens.lowerBound - 1, "("), text.isSymbol(quantity.tokens.upperBound, ")") else { return false }
    let offset = text.tokens[quantity.tokens.lowerBound - 1].start
    return DataCutReader.mentions(in: text.utf8).contains { $0.range.upperBound <= offset && offset - $0.range.upperBound <= 2 }
  }
}

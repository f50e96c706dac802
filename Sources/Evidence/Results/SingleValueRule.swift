import Literature
import TextAnalysis

/// Says whether a value that stands alone is stated as the result of an endpoint.
struct SingleValueRule {
  let reading: SentenceReading

  private static let copulas = [
    "", "was", "were", "is", "of", "reached", "reaching", "=", ":", "：", "为", "达", "达到", "是", "至", "到", "仅", "仅为", "约", "超过", "近",
    "高达", "可达", "已达", "约为", "不足", "突破", "remains", "remained", "being", "at", "达到了", "升至", "提高到", "提高至", "延长至", "延长到",
    "to", ",", "has been", "can reach", "reach", "reaches", "exceeded", "exceeds", "exceeding", "as high as",
  ]

  func accepts(_ quantity: Quantity, endpoint: EndpointMention) -> Bool {
    if isThreshold(quantity) || isOfBaseline(quantity) { return false }
    if quantity.isNotReached {
      return endpoint.range.upperBound <= quantity.bytes.lowerBound && quantity.bytes.lowerBound - endpoint.range.upperBound <= 90
    }
    if endpoint.range.lowerBound >= quantity.bytes.upperBound {
      let gap = reading.gap(quantity.bytes.upperBound..<endpoint.range.lowerBound).trimmedSpaces
      return quantity.unit == .percent
        && ["", "的", "的患者", "患者", "of patients achieved", "of patients had", "of patients achieved an", "had"].contains(gap)
    }
    let gap = reading.gap(endpoint.range.upperBound..<quantity.bytes.lowerBound).trimmedSpaces
    guard gap.utf8.count <= 90, !gap.utf8.contains(0x3B), !gap.hasAny(["。", "；"]) else { return false }
    if quantity.upper != nil, gap.hasSuffix("在") { return true }
    if quantity.unit?.isTime == true, !isAverage(endpoint) {
      return ["was", "were", "of", "为", "达", "达到", "=", ":", "：", "is", "reached"].contains(gap)
    }
    if Self.copulas.contains(gap) || Self.copulas.contains(where: { !$0.isEmpty && endsWithWord(gap, $0) }) { return true }
    return ["率", "rate", "rates", "率)"].contains(gap) || gap.hasSuffix("rate") || gap.hasSuffix("未突破") || gap.hasSuffix("未超过")
  }

  /// `≥ 80%` with a sign of comparison says where a line was drawn; "超过 70%" in words states a value.
  private func isThreshold(_ quantity: Quantity) -> Bool {
    let sign = reading.text.tokens[quantity.tokens.lowerBound]
    if ["at", "no"].contains(reading.text.word(quantity.tokens.lowerBound)), quantity.value.relation != .equal { return true }
    return quantity.value.relation != .equal && sign.kind == .symbol && !sign.isSymbol("~") && !sign.isSymbol("≈")
  }

  /// Whether "median" or "mean" stands before or within the endpoint's name.
  private func isAverage(_ endpoint: EndpointMention) -> Bool {
    let words = reading.string(max(0, endpoint.range.lowerBound - 40)..<endpoint.range.upperBound).lowercased()
    return words.hasAny(["median", "mean", "中位", "平均", "mos", "mpfs", "mrfs", "mdfs", "mefs"])
  }

  private func isOfBaseline(_ quantity: Quantity) -> Bool {
    reading.string(0..<quantity.bytes.lowerBound).lowercased().hasAny(["baseline", "base line", "at entry", "基线", "入组时"])
  }

  private func endsWithWord(_ gap: String, _ word: String) -> Bool {
    guard gap.hasSuffix(word) else { return false }
    guard let first = word.utf8.first, first < 0x80 else { return true }
    return gap.utf8.count == word.utf8.count || gap.utf8.dropLast(word.utf8.count).last == 0x20
  }
}

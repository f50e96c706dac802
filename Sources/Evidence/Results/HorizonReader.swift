import Literature
import TextAnalysis

/// Reads at which time a rate holds: `5-year OS`, 术后 5 年复发率, "at 24 months".
struct HorizonReader {
  let reading: SentenceReading

  private static let spelled = [
    ("one", "1"), ("two", "2"), ("three", "3"), ("five", "5"), ("ten", "10"), ("一", "1"), ("二", "2"), ("两", "2"), ("三", "3"),
    ("五", "5"),
    ("十", "10"),
  ]

  /// Such as "5 years", "24 months"; nil where the text does not tell.
  func horizon(of group: ValueGroup, endpoint: EndpointMention) -> String? {
    let times = reading.quantities.filter {
      $0.unit?.isTime == true && $0.upper == nil && !ValueFilter.mayBeValue($0, in: reading)
    }
    if let before = times.last(where: { $0.bytes.upperBound <= endpoint.range.lowerBound }), isJoined(before, endpoint) {
      return printed(before)
    }
    if let at = times.first(where: { isJustAfter($0, group) || isBetween($0, endpoint, group) }) { return printed(at) }
    return spelledBefore(endpoint.range.lowerBound)
  }

  private func isJoined(_ time: Quantity, _ endpoint: EndpointMention) -> Bool {
    let gap = reading.gap(time.bytes.upperBound..<endpoint.range.lowerBound).trimmedSpaces
    return gap.utf8.count <= 16 && !gap.utf8.contains(0x2C)
  }

  private func isJustAfter(_ time: Quantity, _ group: ValueGroup) -> Bool {
    (0...16).contains(time.bytes.lowerBound - group.bytes.upperBound)
  }

  private func isBetween(_ time: Quantity, _ endpoint: EndpointMention, _ group: ValueGroup) -> Bool {
    time.bytes.lowerBound >= endpoint.range.upperBound && time.bytes.upperBound <= group.bytes.lowerBound
  }

  private func printed(_ quantity: Quantity) -> String? {
    guard let unit = quantity.unit else { return nil }
    let value = quantity.value
    let printed = value.decimals == 0 && value.value.magnitude < 1e9 ? "\(Int(value.value))" : value.printed
    return "\(printed) \(unit.name)\(value.value == 1 ? "" : "s")"
  }

  private func spelledBefore(_ offset: Int) -> String? {
    let before = reading.string(max(0, offset - 14)..<offset).lowercased()
    for (word, digit) in Self.spelled {
      if before.utf8.contains(sequence: (word + "-year").utf8) || before.utf8.contains(sequence: (word + " year").utf8)
        || before.utf8.contains(sequence: (word + "年").utf8)
      {
        return digit == "1" ? "1 year" : "\(digit) years"
      }
    }
    return nil
  }
}

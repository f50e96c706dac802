import Literature

/// Whether two figures of a cell are a count and the share of the group that it is, told by arithmetic.
enum CellShare {
  /// "6 (66.7)" of 9: the figure in brackets is the first as a share of the group's size, as exactly as it is printed. A zero proves nothing
  /// and counts only where nothing speaks for a mean.
  static func isCountWithPercent(_ cell: SentenceReading, of total: PrintedNumber?, isSure: Bool) -> Bool {
    let numbers = cell.quantities
    guard let total, total.value > 0, cell.intervals.isEmpty, numbers.count == 2, numbers[0].spread == nil,
      numbers[0].unit == nil,
      numbers[1].unit == nil || numbers[1].unit == .percent, numbers[0].value.decimals == 0,
      cell.text.isSymbol(numbers[1].tokens.lowerBound - 1, anyOf: ["(", "[", "（"])
    else { return false }
    let (count, share) = (numbers[0].value.value, numbers[1].value)
    guard (0...total.value).contains(count), (0...100).contains(share.value) else { return false }
    if count == 0 { return share.value == 0 && isSure }
    let unit = share.decimals == 0 ? 1.0 : share.decimals == 1 ? 0.1 : 0.01
    return abs(100 * count / total.value - share.value) <= unit
  }
}

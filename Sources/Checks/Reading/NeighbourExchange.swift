extension [UInt8] {
  /// Whether the two are equal but for two neighbours that have changed places: `NCT01234` and `NCT01243`. O(n).
  func hasNeighboursExchanged(from other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    let unlike = indices.filter { self[$0] != other[$0] }
    return unlike.count == 2 && unlike[1] == unlike[0] + 1 && self[unlike[0]] == other[unlike[1]]
      && self[unlike[1]] == other[unlike[0]]
  }
}

extension Int {
  /// The numbers of as many digits that two exchanged neighbours make of this one, which is positive. O(digits).
  var neighbourExchanges: [Int] {
    let digits = Array(String(self).utf8)
    return digits.indices.dropLast().compactMap { index in
      guard digits[index] != digits[index + 1] else { return nil }
      var changed = digits
      changed.swapAt(index, index + 1)
      return changed[0] == 0x30 ? nil : Int(String(decoding: changed, as: UTF8.self))
    }
  }
}

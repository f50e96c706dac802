extension [UInt8] {
  /// Whether the two are equal but for two places, near or far, that have changed their content. O(n).
  func hasTwoExchanged(from other: [UInt8]) -> Bool {
    exchange(from: other) != nil
  }

  /// The two places that have changed their content; nil where the two differ otherwise, or not at all.
  private func exchange(from other: [UInt8]) -> (first: Int, second: Int)? {
    guard count == other.count else { return nil }
    let unlike = indices.filter { self[$0] != other[$0] }
    guard unlike.count == 2, self[unlike[0]] == other[unlike[1]], self[unlike[1]] == other[unlike[0]] else { return nil }
    return (unlike[0], unlike[1])
  }

  /// Whether the two are equal but for two neighbours that have changed places: `NCT01234` and `NCT01243`. O(n).
  func hasNeighboursExchanged(from other: [UInt8]) -> Bool {
    exchange(from: other).map { $0.second == $0.first + 1 } ?? false
  }
}

extension Int {
  /// The places, from the left, in which the digits of two numbers of one length differ; nil where they have not as many. O(digits).
  func unlikeDigits(from other: Int) -> [Int]? {
    let (one, rival) = (Array(String(self).utf8), Array(String(other).utf8))
    return one.count == rival.count ? one.indices.filter { one[$0] != rival[$0] } : nil
  }

  /// Whether one digit differs that is not the last: the last differs for many reasons. O(digits).
  func hasOneOtherDigit(from other: Int) -> Bool {
    guard let unlike = unlikeDigits(from: other) else { return false }
    return unlike.count == 1 && unlike[0] < String(self).utf8.count - 1
  }

  /// Whether one is the other with a slip of the pen: two neighbouring digits exchanged, or one wrong that is not the last. O(digits).
  func isSlip(of other: Int) -> Bool { neighbourExchanges.contains(other) || hasOneOtherDigit(from: other) }

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

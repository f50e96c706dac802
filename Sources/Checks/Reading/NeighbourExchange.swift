extension [UInt8] {
  /// Whether the two are equal but for two places, near or far, that have changed their content. O(n).
  func hasTwoExchanged(from other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    let unlike = indices.filter { self[$0] != other[$0] }
    return unlike.count == 2 && self[unlike[0]] == other[unlike[1]] && self[unlike[1]] == other[unlike[0]]
  }

  /// Whether the two are equal but for two neighbours that have changed places: `NCT01234` and `NCT01243`. O(n).
  func hasNeighboursExchanged(from other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    let unlike = indices.filter { self[$0] != other[$0] }
    return unlike.count == 2 && unlike[1] == unlike[0] + 1 && self[unlike[0]] == other[unlike[1]]
      && self[unlike[1]] == other[unlike[0]]
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

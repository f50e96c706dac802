extension [UInt8] {
  /// Whether the two are equal but for two neighbours that have changed places: `NCT01234` and `NCT01243`. O(n).
  func hasNeighboursExchanged(from other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    let unlike = indices.filter { self[$0] != other[$0] }
    return unlike.count == 2 && unlike[1] == unlike[0] + 1 && self[unlike[0]] == other[unlike[1]]
      && self[unlike[1]] == other[unlike[0]]
  }
}

/// All occurrences of one term in one segment, as gathered for writing.
struct TermOccurrences {
  /// Ascending, each once.
  var documents: [UInt32] = []
  /// How often the term occurs in each document, at least once.
  var frequencies: [UInt32] = []
  /// The positions of every document, ascending within each; empty in a field without positions.
  var positions: [UInt32] = []

  mutating func removeAll() {
    documents.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
  }

  /// Turns the positions of each document into the first position and the gaps, each less one.
  mutating func turnPositionsIntoGaps() {
    guard !positions.isEmpty else { return }
    var end = positions.count
    for frequency in frequencies.reversed() {
      let start = end - Int(frequency)
      var index = end - 1
      while index > start {
        positions[index] = positions[index] &- positions[index - 1] &- 1
        index -= 1
      }
      end = start
    }
  }
}

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

  /// Turns the positions of each document into the first position and the gaps, each less one, and takes one from each frequency.
  mutating func turnIntoGaps() {
    if !positions.isEmpty { positions.withUnsafeMutableBufferPointer { Self.makeGaps($0, frequencies) } }
    for index in frequencies.indices { frequencies[index] &-= 1 }
  }

  private static func makeGaps(_ positions: UnsafeMutableBufferPointer<UInt32>, _ frequencies: [UInt32]) {
    var end = positions.count
    for frequency in frequencies.reversed() {
      let start = end &- Int(frequency)
      var index = end &- 1
      while index > start {
        positions[index] = positions[index] &- positions[index &- 1] &- 1
        index &-= 1
      }
      end = start
    }
  }
}

extension TermOccurrences {
  /// Takes the occurrences of one term: passage in the high half, position in the low half, in the order of the passages. The positions of
  /// a passage come in any order, equal ones count once.
  mutating func gather(_ source: UnsafeMutableBufferPointer<UInt64>, hasPositions: Bool) {
    removeAll()
    documents.reserveCapacity(source.count)
    frequencies.reserveCapacity(source.count)
    if hasPositions { positions.reserveCapacity(source.count) }
    var index = 0
    while index < source.count {
      let document = source[index] &>> 32
      var end = index &+ 1
      var ascends = true
      while end < source.count, source[end] &>> 32 == document {
        ascends = ascends && source[end &- 1] < source[end]
        end &+= 1
      }
      documents.append(UInt32(truncatingIfNeeded: document))
      var frequency = end &- index
      if hasPositions {
        let places = UnsafeMutableBufferPointer(rebasing: source[index..<end])
        if !ascends { frequency = Self.order(places) }
        for place in 0..<frequency { positions.append(UInt32(truncatingIfNeeded: places[place])) }
      }
      frequencies.append(UInt32(truncatingIfNeeded: frequency))
      index = end
    }
  }

  /// Sorts one passage's positions and drops those that come twice; returns how many are left.
  private static func order(_ places: UnsafeMutableBufferPointer<UInt64>) -> Int {
    var places = places
    places.sort()
    var kept = 1
    for index in 1..<places.count where places[index] != places[kept - 1] {
      places[kept] = places[index]
      kept += 1
    }
    return kept
  }
}

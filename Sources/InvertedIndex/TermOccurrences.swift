/// All occurrences of one term in one segment, as gathered for writing.
struct TermOccurrences: ~Copyable {
  /// Ascending, each once.
  var documents = PlainBuffer<UInt32>()
  /// How often the term occurs in each document, at least once.
  var frequencies = PlainBuffer<UInt32>()
  /// The positions of every document, ascending within each; empty in a field without positions.
  var positions = PlainBuffer<UInt32>()

  mutating func removeAll() {
    documents.removeAll()
    frequencies.removeAll()
    positions.removeAll()
  }

  /// Turns the positions of each document into the first position and the gaps, each less one, and takes one from each frequency.
  mutating func turnIntoGaps() {
    var start = 0
    for place in 0..<frequencies.count {
      let frequency = frequencies[place]
      frequencies[place] = frequency &- 1
      guard positions.count > 0 else { continue }
      var before = positions[start]
      for index in start &+ 1..<start &+ Int(frequency) {
        let position = positions[index]
        positions[index] = position &- before &- 1
        before = position
      }
      start &+= Int(frequency)
    }
  }

  /// Takes the occurrences of one term: passage in the high half, position in the low half, in the order of the passages. The positions of
  /// a passage come in any order, equal ones count once.
  mutating func gather(_ source: UnsafeMutableBufferPointer<UInt64>, hasPositions: Bool) {
    documents.resize(to: source.count)
    frequencies.resize(to: source.count)
    positions.resize(to: hasPositions ? source.count : 0)
    var (index, passages, places) = (0, 0, 0)
    while index < source.count {
      let document = source[index] &>> 32
      var end = index &+ 1
      var ascends = true
      while end < source.count, source[end] &>> 32 == document {
        ascends = ascends && source[end &- 1] < source[end]
        end &+= 1
      }
      var frequency = end &- index
      if hasPositions {
        if !ascends { frequency = Self.order(UnsafeMutableBufferPointer(rebasing: source[index..<end])) }
        for place in 0..<frequency { positions[places &+ place] = UInt32(truncatingIfNeeded: source[index &+ place]) }
        places &+= frequency
      }
      documents[passages] = UInt32(truncatingIfNeeded: document)
      frequencies[passages] = UInt32(truncatingIfNeeded: frequency)
      passages &+= 1
      index = end
    }
    documents.shorten(to: passages)
    frequencies.shorten(to: passages)
    positions.shorten(to: places)
  }

  /// Sorts one passage's positions and drops those that come twice; returns how many are left.
  private static func order(_ source: UnsafeMutableBufferPointer<UInt64>) -> Int {
    var places = source
    places.sort()
    var kept = 1
    for index in 1..<places.count where places[index] != places[kept - 1] {
      places[kept] = places[index]
      kept += 1
    }
    return kept
  }
}

/// Reading the positions of the current passage.
extension PostingCursor {
  /// Puts the positions of the current passage into a buffer, ascending, and returns how many they are. O(frequency).
  mutating func readPositions(into buffer: inout [UInt32]) -> Int {
    buffer.removeAll(keepingCapacity: true)
    guard document != Self.end else { return 0 }
    let occurrences = Int(frequency())
    countOccurrences()
    guard canRead(occurrences) else {
      isDamaged = true
      return 0
    }
    let source = file + positionSource
    let row = source + widths.position.exceptionBytes(placeWidth: PatchedWidths.positionPlaceWidth)
    for place in 0..<occurrences {
      let gap = RowPacking.value(row, at: countedOccurrences &+ place, width: widths.position.width)
      buffer.append(UInt32(truncatingIfNeeded: gap))
    }
    if widths.position.exceptions > 0 { patch(&buffer, from: source) }
    var position = buffer[0]
    for place in 1..<max(1, occurrences) {
      position = position &+ 1 &+ buffer[place]
      buffer[place] = position
    }
    return occurrences
  }

  /// Moves the count of occurrences before the current passage on to it.
  @inline(__always)
  private mutating func countOccurrences() {
    while countedIndex < index {
      countedOccurrences &+= Int(frequencies[countedIndex]) &+ 1
      countedIndex &+= 1
    }
  }

  private func canRead(_ occurrences: Int) -> Bool {
    let width = widths.position.width
    // Without bits there is one position a passage; anything else would ask for more than the file can hold.
    guard widths.position.isPossible, width > 0 || occurrences == 1 else { return false }
    let (bits, overflow) = (countedOccurrences &+ occurrences).multipliedReportingOverflow(by: width)
    let row = positionSource &+ widths.position.exceptionBytes(placeWidth: PatchedWidths.positionPlaceWidth)
    return !overflow && row <= positions.upperBound && bits <= 8 &* (positions.upperBound &- row)
  }

  private func patch(_ buffer: inout [UInt32], from source: UnsafeRawPointer) {
    let entryWidth = PatchedWidths.positionPlaceWidth &+ widths.position.extra
    for index in 0..<widths.position.exceptions {
      let entry = RowPacking.value(source, at: index, width: entryWidth)
      let place = Int(entry & (1 << UInt64(PatchedWidths.positionPlaceWidth) - 1)) &- countedOccurrences
      guard place >= 0 else { continue }
      guard place < buffer.count else { return }
      let high = (entry &>> UInt64(PatchedWidths.positionPlaceWidth)) &<< UInt64(widths.position.width)
      buffer[place] |= UInt32(truncatingIfNeeded: high)
    }
  }
}

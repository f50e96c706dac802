/// How some integers are packed: at a width that most of them need, the others with their high bits apart as exceptions (patched frame of
/// reference: Zukowski, Héman, Nes and Boncz 2006; Lemire and Boytsov 2015).
///
///     code  2   width 6 bits · number of exceptions 5 · bits of an exception beyond the width 5, low bits first
///
/// The exceptions stand before the values, as a row: the place in the low bits, the high bits of the value above it.
struct PatchedWidths: Equatable {
  static let byteCount = 2
  static let mostExceptions = 31
  /// Bits for the place of an exception among 128 integers.
  static let placeWidth = 7
  /// Bits for the place of an exception among positions; where there are more positions, there are no exceptions.
  static let positionPlaceWidth = 9

  var width = 0
  var exceptions = 0
  var extra = 0

  @inline(__always)
  init(code: UInt16) {
    width = Int(code & 63)
    exceptions = Int(code >> 6 & 31)
    extra = Int(code >> 11)
  }

  @inline(__always)
  init(_ file: UnsafeRawPointer, at offset: Int) {
    self.init(code: UInt16(littleEndian: file.loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
  }

  /// No exceptions.
  init(width: Int) { self.width = width }

  var code: UInt16 { UInt16(width) | UInt16(exceptions) << 6 | UInt16(extra) << 11 }

  /// Whether a value fits in 32 bits.
  @inline(__always)
  var isPossible: Bool { width &+ extra <= 32 }

  /// Bytes of the exceptions.
  @inline(__always)
  func exceptionBytes(placeWidth: Int) -> Int { (exceptions &* (placeWidth &+ extra) &+ 7) / 8 }

  /// The widths that take the fewest bits. O(count).
  init(for values: UnsafePointer<UInt32>, count: Int, placeWidth: Int) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 33) { counts in
      counts.initialize(repeating: 0)
      for index in 0..<count { counts[32 &- values[index].leadingZeroBitCount] &+= 1 }
      let largest = counts.lastIndex { $0 > 0 } ?? 0
      width = largest
      guard count <= 1 << placeWidth else { return }
      var (least, above) = (count * largest, 0)
      for candidate in stride(from: largest - 1, through: max(0, largest - 31), by: -1) {
        above += counts[candidate + 1]
        guard above <= Self.mostExceptions else { break }
        let cost = count * candidate + above * (placeWidth + largest - candidate)
        if cost < least { (least, width, exceptions, extra) = (cost, candidate, above, largest - candidate) }
      }
    }
  }
}

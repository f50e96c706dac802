/// The values of one column of a segment, sorted by value.
struct NumericColumn {
  private let bytes: UnsafeRawBufferPointer
  let count: Int

  /// Nil where the place lies outside the section.
  init?(_ section: UnsafeRawBufferPointer, offset: UInt64, count: UInt64) {
    guard count <= UInt64(section.count / 12), offset <= UInt64(section.count), 12 * count <= UInt64(section.count) - offset
    else {
      return nil
    }
    bytes = UnsafeRawBufferPointer(rebasing: section[Int(offset)..<Int(offset) + 12 * Int(count)])
    self.count = Int(count)
  }

  func value(_ index: Int) -> Double {
    Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)))
  }

  func document(_ index: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * count + 4 * index, as: UInt32.self))
  }

  /// The places of the values within a range. O(log n).
  func indices(in range: Query.NumericRange) -> Range<Int> {
    let low: Int
    switch range.lower {
    case .none: low = 0
    case .including(let bound): low = first { $0 >= bound }
    case .excluding(let bound): low = first { $0 > bound }
    }
    let high: Int
    switch range.upper {
    case .none: high = count
    case .including(let bound): high = bound.isNaN ? 0 : first { $0 > bound }
    case .excluding(let bound): high = bound.isNaN ? 0 : first { $0 >= bound }
    }
    return low..<max(low, high)
  }

  private func first(where isAbove: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAbove(value(middle)) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Little-endian numbers and varints at the end of a buffer.
extension Array where Element == UInt8 {
  mutating func append<Value: FixedWidthInteger>(integer value: Value) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  /// Seven bits a byte, low bits first, the top bit set where another byte follows.
  mutating func append(varint value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func append(string: String) {
    append(varint: UInt64(string.utf8.count))
    append(contentsOf: string.utf8)
  }
}

/// The same on a buffer without checks.
extension PlainBuffer where Element == UInt8 {
  @inline(__always)
  mutating func append<Value: FixedWidthInteger>(integer value: Value) {
    let old = count
    resize(to: old &+ MemoryLayout<Value>.size)
    UnsafeMutableRawPointer(start + old).storeBytes(of: value.littleEndian, as: Value.self)
  }

  @inline(__always)
  mutating func append(varint value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func append(bytes: UnsafeRawBufferPointer) { append(contentsOf: bytes.bindMemory(to: UInt8.self)) }
  mutating func append(bytes: [UInt8]) { bytes.withUnsafeBytes { append(bytes: $0) } }

  var array: [UInt8] { Array(values) }
}

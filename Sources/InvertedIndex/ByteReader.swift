/// Reads numbers one after the other from a stretch of a file. A read past the end gives 0 and sets `failed`.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private(set) var offset: Int
  private(set) var failed = false

  init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    self.bytes = bytes
    self.offset = min(max(offset, 0), bytes.count)
    failed = offset < 0 || offset > bytes.count
  }

  var remaining: Int { bytes.count - offset }

  @inline(__always)
  mutating func byte() -> UInt8 {
    guard offset < bytes.count else {
      failed = true
      return 0
    }
    offset += 1
    return bytes[offset - 1]
  }

  mutating func integer<Value: FixedWidthInteger & BitwiseCopyable>(_: Value.Type) -> Value {
    guard remaining >= MemoryLayout<Value>.size else {
      failed = true
      return 0
    }
    offset += MemoryLayout<Value>.size
    return Value(littleEndian: bytes.loadUnaligned(fromByteOffset: offset - MemoryLayout<Value>.size, as: Value.self))
  }

  @inline(__always)
  mutating func varint() -> UInt64 {
    let first = byte()
    return first < 0x80 ? UInt64(first) : longVarint(UInt64(first & 0x7F))
  }

  private mutating func longVarint(_ low: UInt64) -> UInt64 {
    var value = low
    var shift: UInt64 = 7
    while shift < 64 {
      let next = byte()
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
    }
    failed = true
    return 0
  }

  /// A varint that counts bytes or things in this file: never more than `limit`, else `failed`.
  @inline(__always)
  mutating func count(upTo limit: Int) -> Int {
    let value = varint()
    guard limit >= 0, value <= UInt64(limit) else {
      failed = true
      return 0
    }
    return Int(value)
  }

  @inline(__always)
  mutating func bytes(_ count: Int) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= remaining else {
      failed = true
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    offset += count
    return UnsafeRawBufferPointer(rebasing: bytes[offset - count..<offset])
  }

  mutating func string() -> String { String(decoding: bytes(count(upTo: remaining)), as: UTF8.self) }
}

import Testing

@testable import InvertedIndex

private func values(width: Int, count: Int, _ generator: inout SeededGenerator) -> [UInt32] {
  let top = width == 0 ? 0 : UInt32.max >> UInt32(32 - width)
  return (0..<count).map { $0 % 7 == 0 ? top : UInt32.random(in: 0...top, using: &generator) }
}

@Test(arguments: 0...32) func blocksOfEveryWidthComeBack(width: Int) {
  var generator = SeededGenerator(seed: UInt64(width))
  let original = values(width: width, count: 128, &generator)
  #expect(BlockPacking.width(of: original) == width)
  var packed: [UInt8] = []
  original.withUnsafeBufferPointer { BlockPacking.pack($0, width: width, into: &packed) }
  #expect(packed.count == BlockPacking.byteCount(width: width))
  let output = UnsafeMutablePointer<UInt32>.allocate(capacity: 128)
  defer { output.deallocate() }
  packed.withUnsafeBytes { bytes in
    if let start = bytes.baseAddress { BlockPacking.unpack(start, width: width, into: output) }
  }
  if width > 0 { #expect(Array(UnsafeBufferPointer(start: output, count: 128)) == original) }
}

@Test(arguments: 1...24) func sumsOfGapsComeBack(width: Int) {
  var generator = SeededGenerator(seed: UInt64(width) + 50)
  let gaps = values(width: width, count: 128, &generator)
  var sum: UInt32 = 41
  let expected = gaps.map { gap -> UInt32 in
    sum = sum &+ gap &+ 1
    return sum
  }
  var packed: [UInt8] = []
  gaps.withUnsafeBufferPointer { BlockPacking.pack($0, width: width, into: &packed) }
  let output = UnsafeMutablePointer<UInt32>.allocate(capacity: 128)
  defer { output.deallocate() }
  packed.withUnsafeBytes { bytes in
    guard let start = bytes.baseAddress else { return }
    let largest = BlockPacking.unpackSums(start, width: width, base: 41, into: output)
    #expect(largest == expected.max())
  }
  #expect(Array(UnsafeBufferPointer(start: output, count: 128)) == expected)
}

@Test(arguments: 0...56) func rowsOfEveryWidthComeBack(width: Int) {
  var generator = SeededGenerator(seed: UInt64(width) + 100)
  for count in [0, 1, 2, 63, 64, 65, 200] {
    let top = width == 0 ? 0 : UInt64.max >> UInt64(64 - width)
    let original = (0..<count).map { _ in UInt64.random(in: 0...top, using: &generator) }
    var packed: [UInt8] = []
    RowPacking.pack(original, width: width, into: &packed)
    #expect(packed.count == RowPacking.byteCount(count, width: width))
    packed += [UInt8](repeating: 0xFF, count: 8)
    packed.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      #expect((0..<count).map { RowPacking.value(start, at: $0, width: width) } == original)
    }
  }
}

@Test func externalIDsOfAnyShapeComeBack() throws {
  var generator = SeededGenerator(seed: 5)
  let shapes: [[UInt64]] = [
    [], [7], Array(100..<600), (0..<300).map { $0 * $0 }, (0..<130).map { _ in UInt64.random(in: 0 ... .max, using: &generator) },
    [.max, 0, .max], Array((0..<200).reversed()),
  ]
  for ids in shapes {
    let bytes = ExternalIDs.encode(ids) + [UInt8](repeating: 0xAA, count: 8)
    try bytes.withUnsafeBytes { buffer in
      let section = UnsafeRawBufferPointer(rebasing: buffer[..<(buffer.count - 8)])
      let decoded = try #require(ExternalIDs(section, count: ids.count))
      #expect((0..<ids.count).map { decoded[$0] } == ids)
    }
  }
  #expect(ExternalIDs.encode(Array(100..<356)).count == 2 * ExternalIDs.rowLength)
}

@Test func lengthCodesAscendAndAreExactBelow32() {
  for length in 0..<32 { #expect(LengthCode.decode(LengthCode.encode(length)) == length) }
  for code in UInt8.min..<UInt8.max { #expect(LengthCode.decode(code) < LengthCode.decode(code + 1)) }
  for length in [32, 33, 34, 63, 64, 1000, 507_904] {
    let decoded = LengthCode.decode(LengthCode.encode(length))
    #expect(decoded <= length && Double(decoded) > 0.93 * Double(length))
  }
  #expect(LengthCode.encode(.max) == 255)
  #expect(LengthCode.encode(-5) == 0)
}

/// Values of the published XXH64 specification's reference implementation.
@Test func checksumsAreXXH64() {
  #expect(Checksum.of([]) == 0xEF46_DB37_51D8_E999)
  #expect(Checksum.of(Array("a".utf8)) == 0xD24E_C4F1_A98C_6E5B)
  #expect(Checksum.of(Array("abc".utf8)) == 0x44BC_2CF5_AD77_0999)
}

import Testing

@testable import InvertedIndex

private func values(width: Int, count: Int, _ generator: inout SeededGenerator) -> [UInt32] {
  let top = width == 0 ? 0 : UInt32.max >> UInt32(32 - width)
  return (0..<count).map { $0 % 7 == 0 ? top : UInt32.random(in: 0...top, using: &generator) }
}

/// What is packed, with eight bytes behind it as the trailer of a file has them.
private func packed(_ body: (inout [UInt8]) -> Void, _ read: (UnsafeRawPointer) -> Void) -> Int {
  var bytes: [UInt8] = []
  body(&bytes)
  let count = bytes.count
  bytes += [UInt8](repeating: 0xFF, count: 8)
  bytes.withUnsafeBytes { buffer in if let start = buffer.baseAddress { read(start) } }
  return count
}

@Test(arguments: 0...32) func blocksOfEveryWidthComeBack(width: Int) {
  var generator = SeededGenerator(seed: UInt64(width))
  let original = values(width: width, count: 128, &generator)
  var output = [UInt32](repeating: 7, count: 128)
  let count = packed({ BlockPacking.pack(original, width: width, into: &$0) }) {
    BlockPacking.unpack($0, width: width, into: &output)
  }
  #expect(count == BlockPacking.byteCount(width: width))
  #expect(output == original)
}

@Test(arguments: 1...24) func sumsOfGapsComeBack(width: Int) {
  var generator = SeededGenerator(seed: UInt64(width) + 50)
  var gaps = values(width: width, count: 128, &generator)
  var sum: UInt32 = 41
  let expected = gaps.map { gap -> UInt32 in
    sum = sum &+ gap &+ 1
    return sum
  }
  var output = [UInt32](repeating: 0, count: 128)
  _ = packed({ BlockPacking.pack(gaps, width: width, into: &$0) }) {
    BlockPacking.unpackSums($0, width: width, base: 41, into: &output)
  }
  #expect(output == expected)
  BlockPacking.sum(&gaps, base: 41)
  #expect(gaps == expected)
}

@Test(arguments: 0...56) func rowsOfEveryWidthComeBack(width: Int) {
  var generator = SeededGenerator(seed: UInt64(width) + 100)
  for count in [0, 1, 2, 63, 64, 65, 200] {
    let top = width == 0 ? 0 : UInt64.max >> UInt64(64 - width)
    let original = (0..<count).map { _ in UInt64.random(in: 0...top, using: &generator) }
    let length = packed({ bytes in original.withUnsafeBufferPointer { RowPacking.pack($0, width: width, into: &bytes) } }) {
      start in
      #expect((0..<count).map { RowPacking.value(start, at: $0, width: width) } == original)
    }
    #expect(length == RowPacking.byteCount(count, width: width))
  }
}

@Test(arguments: [0, 1, 5, 31, 32]) func exceptionsComeBackAndTakeLessRoom(exceptions: Int) {
  var generator = SeededGenerator(seed: UInt64(exceptions) + 7)
  var original = (0..<128).map { _ in UInt32.random(in: 0..<16, using: &generator) }
  for place in (0..<128).shuffled(using: &generator).prefix(exceptions) {
    original[place] = UInt32.random(in: 1000...2000, using: &generator)
  }
  let widths = PatchedWidths(for: original, count: 128, placeWidth: PatchedWidths.placeWidth)
  #expect(widths.width == (exceptions == 32 ? 11 : 4) || exceptions == 31)
  #expect(PatchedWidths(code: widths.code) == widths)
  var output = [UInt32](repeating: 0, count: 128)
  let count = packed({ bytes in
    original.withUnsafeBufferPointer {
      RowPacking.packExceptions($0, widths, placeWidth: PatchedWidths.placeWidth, into: &bytes)
      BlockPacking.pack(original, width: widths.width, into: &bytes)
    }
  }) { start in
    BlockPacking.unpack(start + widths.exceptionBytes(placeWidth: PatchedWidths.placeWidth), width: widths.width, into: &output)
    RowPacking.patch(&output, widths, from: start)
  }
  #expect(output == original)
  #expect(count <= BlockPacking.byteCount(width: 11))
}

@Test func anOddValueOf32BitsIsNoException() {
  var values = [UInt32](repeating: 0, count: 128)
  values[5] = .max
  let widths = PatchedWidths(for: values, count: 128, placeWidth: PatchedWidths.placeWidth)
  #expect(widths.isPossible && widths.extra <= 31)
}

@Test func columnsOfAnyValuesComeBackInOrder() throws {
  let shapes: [[Double]] = [
    [], [3], (0..<300).map { Double(($0 * 7919) % 300) }, (0..<200).map { Double($0 % 90) / 100 }, [0.1, 1e-9, -5, 2],
    [-0.0, 0, .infinity, -.infinity, 1], [1e300, -1e300, 0.5],
  ]
  for values in shapes {
    var column = ColumnValues()
    for (place, value) in values.enumerated() { column.append(value, document: UInt32(place)) }
    let bytes = ColumnValues.section([column], passageCount: values.count) + [UInt8](repeating: 0xFF, count: 8)
    try bytes.withUnsafeBytes { buffer in
      let section = UnsafeRawBufferPointer(rebasing: buffer[..<(buffer.count - 8)])
      var reader = ByteReader(section)
      let row = (reader.integer(UInt64.self), reader.integer(UInt64.self), reader.integer(UInt64.self))
      let read = try #require(
        NumericColumn(section, offset: row.0, count: row.1, scale: row.2, passageCount: values.count))
      #expect(
        (0..<read.count).map { read.value($0).bitPattern }
          == values.map(\.bitPattern).sorted {
            NumericColumn.ordered(Double(bitPattern: $0)) < NumericColumn.ordered(Double(bitPattern: $1))
          })
      #expect((0..<read.count).allSatisfy { read.value($0).bitPattern == values[Int(read.document($0))].bitPattern })
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

/// Cuts text into words: runs of letters and digits in lower case, as the default tokenisers of the usual text engines do.
struct Words {
  private var scratch: [UInt8] = []
  private let table = Self.folded

  /// Calls `body` with each word and its number in the text; behind a word's beginning eight bytes can be read.
  mutating func forEach(in text: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer, UInt32) -> Void) {
    if scratch.count < 4 * text.count + 16 { scratch = Array(repeating: 0, count: 4 * text.count + 16) }
    scratch.withUnsafeMutableBytes { room in table.withUnsafeBufferPointer { Self.cut(text, room, $0, body) } }
  }

  @inline(__always)
  private static func cut(
    _ text: UnsafeRawBufferPointer, _ room: UnsafeMutableRawBufferPointer, _ table: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeRawBufferPointer, UInt32) -> Void
  ) {
    var (start, end, place) = (0, 0, 0)
    var number: UInt32 = 0
    while place < text.count {
      let run = takeRun(text, place, room, end)
      place &+= run
      end &+= run
      if run == 8 || place == text.count { continue }
      let byte = text[place]
      let folded = table[Int(byte)]
      if folded > 1 {
        room[end] = folded
        end &+= 1
        place &+= 1
        continue
      }
      if folded == 1, let length = append(text, &place, room, &end) {
        place += length
        continue
      }
      if folded == 0 { place &+= 1 }
      if end > start {
        body(UnsafeRawBufferPointer(rebasing: room[start..<end]), number)
        number &+= 1
        (start, end) = (0, 0)
      }
    }
    if end > start { body(UnsafeRawBufferPointer(rebasing: room[start..<end]), number) }
  }

  /// Copies the letters and digits of ASCII from a place on in lower case, at most eight; returns how many. Eight bytes at a time, so none near
  /// the end of the text; may write behind what it copies.
  @inline(__always)
  private static func takeRun(
    _ text: UnsafeRawBufferPointer, _ place: Int, _ room: UnsafeMutableRawBufferPointer, _ end: Int
  ) -> Int {
    guard place &+ 8 <= text.count else { return 0 }
    let bytes = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    let (high, ones): (UInt64, UInt64) = (0x8080_8080_8080_8080, 0x0101_0101_0101_0101)
    // Each byte with its top bit cleared takes a sum without a carry into the next.
    let (low, lower) = (bytes & ~high, (bytes & ~high) | ones &* 0x20)
    let isDigit = (low &+ ones &* (0x80 - 0x30)) & ~(low &+ ones &* (0x80 - 0x3A))
    let isLetter = (lower &+ ones &* (0x80 - 0x61)) & ~(lower &+ ones &* (0x80 - 0x7B))
    room.storeBytes(of: (bytes | ones &* 0x20).littleEndian, toByteOffset: end, as: UInt64.self)
    return (~((isDigit | isLetter) & ~bytes) & high).trailingZeroBitCount &>> 3
  }

  /// Appends one character beyond ASCII in lower case and returns 0, having moved past it; nil where it ends a word.
  private static func append(
    _ text: UnsafeRawBufferPointer, _ place: inout Int, _ room: UnsafeMutableRawBufferPointer, _ end: inout Int
  ) -> Int? {
    let length = text[place] >= 0xF0 ? 4 : text[place] >= 0xE0 ? 3 : 2
    let character = String(decoding: text[place..<min(place + length, text.count)], as: UTF8.self)
    place = min(place + length, text.count)
    guard let scalar = character.unicodeScalars.first, isWordScalar(scalar) else { return nil }
    for byte in scalar.properties.lowercaseMapping.utf8 {
      room[end] = byte
      end += 1
    }
    return 0
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: scalar.properties.isAlphabetic
    }
  }

  /// For each byte its lower case; 0 for what parts words, 1 for the first byte of a longer character.
  private static let folded: [UInt8] = (0..<256).map { byte in
    switch byte {
    case 0x30...0x39, 0x61...0x7A: UInt8(byte)
    case 0x41...0x5A: UInt8(byte + 32)
    case 0x80...: 1
    default: 0
    }
  }
}

/// The identity of a reference string, for finding repetitions and for a split into parts that never changes.
package enum StringKey {
  /// Letters and digits only, lower case, compatibility forms opened, accents joined to their letters.
  package static func folded(_ text: some StringProtocol) -> String {
    var key = String.UnicodeScalarView()
    for character in text {
      for scalar in composed(character) {
        for opened in opened(scalar) {
          for lower in opened.properties.lowercaseMapping.unicodeScalars where isAlphanumeric(lower) { key.append(lower) }
        }
      }
    }
    return String(key)
  }

  private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  /// A letter with combining accents as the one character that it equals.
  private static func composed(_ character: Character) -> String.UnicodeScalarView {
    let scalars = character.unicodeScalars
    guard scalars.count > 1, let whole = accented[character] else { return scalars }
    return String.UnicodeScalarView([whole])
  }

  /// Characters are equal by canonical equivalence, so the table finds a composed letter by its parts.
  private static let accented: [Character: Unicode.Scalar] = {
    let ranges: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x1E00...0x1EFF]
    let scalars = ranges.joined().compactMap(Unicode.Scalar.init)
    return Dictionary(scalars.map { (Character($0), $0) }, uniquingKeysWith: { first, _ in first })
  }()

  /// Whether a string belongs to the fifth that is kept for scoring: the first 32 bits of the MD5 of its folded form, modulo 5, are 0.
  package static func isHeldOut(_ text: some StringProtocol) -> Bool { MD5.firstWord(of: Array(folded(text).utf8)) % 5 == 0 }

  static func opened(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0xFF01...0xFF5E: return [Unicode.Scalar(UInt8(scalar.value - 0xFEE0))]
    case 0xFB00: return ["f", "f"]
    case 0xFB01: return ["f", "i"]
    case 0xFB02: return ["f", "l"]
    case 0xFB03: return ["f", "f", "i"]
    case 0xFB04: return ["f", "f", "l"]
    case 0xAA: return ["a"]
    case 0xBA: return ["o"]
    case 0xB2, 0xB3: return [Unicode.Scalar(UInt8(scalar.value - 0xB2 + 0x32))]
    case 0xB9: return ["1"]
    case 0x2122: return ["T", "M"]
    case 0x2116: return ["N", "o"]
    default: return [scalar]
    }
  }
}

/// MD5 (RFC 1321): not for secrets, but the split of the field's shared test sets is drawn with it.
enum MD5 {
  private static let shifts: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
  /// ⌊2³² · |sin(i + 1)|⌋.
  private static let sines: [UInt32] = (0..<64).map {
    UInt32(truncatingIfNeeded: Int64(absoluteSine(Double($0 + 1)) * 4_294_967_296))
  }

  /// The first four bytes of the digest, read as a number with the most significant byte first.
  static func firstWord(of message: [UInt8]) -> UInt32 {
    var bytes = message + [0x80]
    while bytes.count % 64 != 56 { bytes.append(0) }
    let bits = UInt64(message.count) * 8
    for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift))) }
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
    for start in stride(from: 0, to: bytes.count, by: 64) { compress(bytes[start..<start + 64], into: &state) }
    return state[0].byteSwapped
  }

  private static func compress(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
    let words = (0..<16).map { word in
      (0..<4).reduce(UInt32(0)) { $0 | UInt32(block[block.startIndex + word * 4 + $1]) << UInt32($1 * 8) }
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    for round in 0..<64 {
      let (mix, word): (UInt32, Int) =
        switch round / 16 {
        case 0: (b & c | ~b & d, round)
        case 1: (d & b | ~d & c, (5 * round + 1) % 16)
        case 2: (b ^ c ^ d, (3 * round + 5) % 16)
        default: (c ^ (b | ~d), 7 * round % 16)
        }
      let sum = a &+ mix &+ sines[round] &+ words[word]
      let shift = shifts[round / 16 * 4 + round % 4]
      (a, d, c, b) = (d, c, b, b &+ (sum << shift | sum >> (32 - shift)))
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
  }
}

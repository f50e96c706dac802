/// One character of UTF-8 text, as the tagger sees it.
struct TaggerScalar {
  enum Kind: UInt8 { case blank, capital, small, caseless, digit, han, mark }
  var kind: Kind
  /// Lower case, without accents where it is Latin, half-width.
  var folded: UInt32
  /// Bytes.
  var length: Int

  /// The character at an offset. Bytes that are not UTF-8 are marks of one byte.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    let first = bytes[offset]
    guard first >= 0x80 else {
      self = Self.ascii(first)
      return
    }
    let (scalar, length) = Self.decode(bytes, at: offset, first: first)
    self.init(scalar: scalar, length: length)
  }

  private init(kind: Kind, folded: UInt32, length: Int) {
    self.kind = kind
    self.folded = folded
    self.length = length
  }

  private static func ascii(_ byte: UInt8) -> TaggerScalar {
    switch byte {
    case 0x30...0x39: TaggerScalar(kind: .digit, folded: UInt32(byte), length: 1)
    case 0x41...0x5A: TaggerScalar(kind: .capital, folded: UInt32(byte | 0x20), length: 1)
    case 0x61...0x7A: TaggerScalar(kind: .small, folded: UInt32(byte), length: 1)
    case 0x00...0x20, 0x7F: TaggerScalar(kind: .blank, folded: 0x20, length: 1)
    default: TaggerScalar(kind: .mark, folded: UInt32(byte), length: 1)
    }
  }

  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, first: UInt8) -> (UInt32, Int) {
    let width = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
    guard width > 1, offset + width <= bytes.count else { return (0xFFFD, 1) }
    var scalar = UInt32(first) & (0x7F >> UInt32(width))
    for index in offset + 1..<offset + width {
      guard bytes[index] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
    }
    return (scalar, width)
  }

  private init(scalar: UInt32, length: Int) {
    self.length = length
    switch scalar {
    case 0xC0...0x24F where scalar != 0xD7 && scalar != 0xF7:
      folded = scalar < 0x180 ? UInt32(Self.latin[Int(scalar) - 0xC0]) : scalar | 1
      kind = scalar < 0x100 ? (scalar < 0xDF ? .capital : .small) : scalar & 1 == 0 ? .capital : .small
    case 0x391...0x3A9, 0x410...0x42F: (kind, folded) = (.capital, scalar + 0x20)
    case 0x400...0x40F: (kind, folded) = (.capital, scalar + 0x50)
    case 0x3AC...0x3CE, 0x430...0x45F, 0x1E00...0x1EFF: (kind, folded) = (.small, scalar)
    case 0xFF10...0xFF19: (kind, folded) = (.digit, scalar - 0xFEE0)
    case 0xFF21...0xFF3A: (kind, folded) = (.capital, scalar - 0xFEC0)
    case 0xFF41...0xFF5A: (kind, folded) = (.small, scalar - 0xFEE0)
    case 0x80...0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF: (kind, folded) = (.blank, 0x20)
    case 0x3005...0x3007, 0x3041...0x30FA, 0x30FC...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7FF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      (kind, folded) = (.han, scalar)
    case 0x100...0x1FFF, 0x2C00...0x2DFF, 0xA640...0xABFF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: (kind, folded) = (.caseless, scalar)
    default: (kind, folded) = (.mark, Self.mark(scalar))
    }
  }

  var isAlphanumeric: Bool { kind != .blank && kind != .mark }
  /// A combining accent, which the letter before carries.
  var isAccent: Bool { kind == .caseless && (0x300...0x36F).contains(folded) }
  var isLetter: Bool { kind == .capital || kind == .small || kind == .caseless }

  private static func mark(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xAD, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: 0x2D
    case 0x201C...0x201F, 0x3008...0x300F, 0xAB, 0xBB: 0x22
    case 0x2018...0x201B, 0xB4: 0x27
    case 0x3002: 0x2E
    case 0x3001: 0x2C
    case 0xFF01...0xFF5D: scalar - 0xFEE0
    case 0x3010, 0x3014, 0x3016: 0x5B
    case 0x3011, 0x3015, 0x3017: 0x5D
    default: scalar
    }
  }

  /// Base letters of U+00C0…U+017F.
  private static let latin: StaticBytes = StaticBytes(
    "aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
  )
}

/// The bytes of a literal, without allocation.
struct StaticBytes: Sendable {
  private let text: StaticString
  init(_ text: StaticString) { self.text = text }
  subscript(index: Int) -> UInt8 { text.utf8Start[index] }
}

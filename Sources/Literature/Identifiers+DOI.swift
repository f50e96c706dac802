/// A digital object identifier: `10.NNNN(.N)*/suffix`.
public struct DOI: Hashable, Sendable, CustomStringConvertible {
  /// Lower case, without resolver or label, escapes undone.
  public let value: String
  public var description: String { value }

  /// Reads a DOI as printed: with or without `doi:` or a resolver, percent- or Markdown-escaped, with punctuation behind it.
  /// Nil where no DOI stands in the text, or more than a label and punctuation stands around it.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard let found = Self.first(in: bytes) else { return nil }
    let rest = bytes[found.range.upperBound...]
    guard rest.allSatisfy({ !isASCIIWordByte($0) }), Self.isLabel(bytes[..<found.range.lowerBound]) else { return nil }
    self = found.id
  }

  private init(normal value: String) { self.value = value }

  /// The registrant's prefix: "10.1016".
  public var prefix: Substring { value.prefix { $0 != "/" } }

  /// The first DOI at or after an offset of a text in any of its printed forms. O(n).
  ///
  /// It ends before white space, quotation marks, a closing bracket without its opening one, and trailing punctuation; a line
  /// break behind a slash, hyphen or point that a small letter or digit follows is a wrap and does not end it.
  public static func first(in bytes: [UInt8], from offset: Int = 0) -> FoundIdentifier<DOI>? {
    var position = offset
    while position + 7 < bytes.count {
      guard bytes[position] == 0x31, bytes[position + 1] == 0x30, bytes[position + 2] == 0x2E,
        position == 0 || !isDigitOrPoint(bytes[position - 1])
      else {
        position += 1
        continue
      }
      var scanner = DOIScanner(bytes: bytes, position: position)
      if let value = scanner.run() { return FoundIdentifier(DOI(normal: value), range: position..<scanner.end) }
      position += 3
    }
    return nil
  }

  /// Every DOI of a text, in order. O(n).
  public static func all(in bytes: [UInt8]) -> [FoundIdentifier<DOI>] {
    var found: [FoundIdentifier<DOI>] = []
    var position = 0
    while let next = first(in: bytes, from: position) {
      found.append(next)
      position = next.range.upperBound
    }
    return found
  }

  private static func isDigitOrPoint(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || byte == 0x2E }

  private static func isLabel(_ bytes: ArraySlice<UInt8>) -> Bool {
    var cursor = ByteCursor(Array(bytes))
    cursor.skipAny([
      " ", "\n", "<", "[", "(", "https://", "http://", "www.", "dx.", "doi.org/", "doi", ":", ".", "\u{FF1A}", "{",
    ])
    return cursor.isAtEnd
  }
}

/// Reads one DOI from its "10." on, undoing escapes as it goes.
private struct DOIScanner {
  let bytes: [UInt8]
  var position: Int
  /// One past the last byte that belongs to the DOI and a tail such as `/full`.
  private(set) var end = 0
  private var out: [UInt8] = []
  /// For every byte of `out`, one past its last source byte.
  private var ends: [Int] = []
  private var open: [UInt8] = []
  private var slash = 0

  init(bytes: [UInt8], position: Int) {
    self.bytes = bytes
    self.position = position
  }

  mutating func run() -> String? {
    guard registrant() else { return nil }
    // A longer one is not a DOI, and must not make a long line cost more than one pass.
    while out.count < 512, let (byte, next) = unit(at: position), accept(byte) { push(byte, next) }
    cutTrailingPunctuation()
    guard out.count > slash, let last = ends.last else { return nil }
    end = last
    trim()
    guard out.count > slash else { return nil }
    return String(decoding: out, as: UTF8.self)
  }

  private mutating func push(_ byte: UInt8, _ next: Int) {
    out.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    ends.append(next)
    position = next
  }

  /// `10.` four to nine digits, further groups of digits, and the slash, which may be percent-encoded and followed by a wrap.
  private mutating func registrant() -> Bool {
    var digits = 0
    for _ in 0..<3 { push(bytes[position], position + 1) }
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) || (digits >= 4 && bytes[position] == 0x2E) {
      digits += 1
      push(bytes[position], position + 1)
      if digits > 24 { return false }
    }
    guard digits >= 4, let (byte, next) = unit(at: position), byte == 0x2F else { return false }
    push(byte, next)
    slash = out.count
    if position + 1 < bytes.count, bytes[position] == 0x20, isASCIIWordByte(bytes[position + 1]) { position += 1 }
    return true
  }

  /// The next byte of the DOI with its escapes undone, and where the one after it stands.
  private func unit(at offset: Int) -> (UInt8, Int)? {
    guard offset < bytes.count else { return nil }
    let byte = bytes[offset]
    switch byte {
    case 0x5C:
      // Markdown and TeX escape brackets and underscores with a backslash.
      guard offset + 1 < bytes.count, bytes[offset + 1] > 0x20, bytes[offset + 1] < 0x7F else { return nil }
      return (bytes[offset + 1], offset + 2)
    case 0x25:
      guard offset + 2 < bytes.count, let high = hexValue(bytes[offset + 1]), let low = hexValue(bytes[offset + 2])
      else { return nil }
      let value = high << 4 | low
      return value > 0x20 && value < 0x7F ? (value, offset + 3) : nil
    case 0x26: return entity(at: offset) ?? (byte, offset + 1)
    case 0xE2: return dash(at: offset)
    case 0x0A, 0x0D: return wrapped(at: offset)
    default: return byte > 0x20 && byte < 0x7F ? (byte, offset + 1) : nil
    }
  }

  private func entity(at offset: Int) -> (UInt8, Int)? {
    var cursor = ByteCursor(bytes, at: offset)
    if cursor.skip("&lt;") { return (0x3C, cursor.position) }
    if cursor.skip("&gt;") { return (0x3E, cursor.position) }
    if cursor.skip("&amp;") { return (0x26, cursor.position) }
    return nil
  }

  /// Typesetters turn the hyphen into U+2010…U+2013 or the minus sign, and strew zero-width spaces.
  private func dash(at offset: Int) -> (UInt8, Int)? {
    guard offset + 2 < bytes.count else { return nil }
    let second = bytes[offset + 1]
    let third = bytes[offset + 2]
    if second == 0x80, (0x90...0x93).contains(third) { return (0x2D, offset + 3) }
    if second == 0x88, third == 0x92 { return (0x2D, offset + 3) }
    if second == 0x80, third == 0x8B, offset + 3 < bytes.count, bytes[offset + 3] < 0x80 { return unit(at: offset + 3) }
    return nil
  }

  private func wrapped(at offset: Int) -> (UInt8, Int)? {
    guard let last = out.last, last == 0x2F || last == 0x2D || last == 0x2E || last == 0x5F else { return nil }
    var next = offset
    while next < bytes.count, next < offset + 8, bytes[next] <= 0x20 { next += 1 }
    guard next < bytes.count, isASCIIWordByte(bytes[next]), !(0x41...0x5A).contains(bytes[next]) else { return nil }
    return (bytes[next], next + 1)
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x60, 0x7C, 0x3F, 0x23, 0x7B, 0x7D, 0x5E: return false
    case 0x28, 0x5B:
      open.append(byte)
      return true
    case 0x29: return open.popLast() == 0x28
    case 0x5D: return open.popLast() == 0x5B
    // Angle brackets belong to the SICI form alone: 10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2
    case 0x3C, 0x3E: return isSICI
    default: return true
    }
  }

  private var isSICI: Bool { out.count > slash + 5 && out[slash...].starts(with: "(sici)".utf8) }

  /// Publishers' addresses go on behind the DOI, and a label may be glued to it.
  private mutating func trim() {
    for tail in ["/full", "/fulltext", "/abstract", "/pdf", "/epdf", "/summary", "/meta", ".pdf", "pmid", ",pmid", ";pmid"]
      as [StaticString]
    {
      cut(tail: tail)
    }
    cutTrailingPunctuation()
  }

  private mutating func cutTrailingPunctuation() {
    while let last = out.last, out.count > slash, !isASCIIWordByte(last), last != 0x29, last != 0x5D, last != 0x3E {
      out.removeLast()
      ends.removeLast()
    }
  }

  private mutating func cut(tail: StaticString) {
    let count = tail.utf8CodeUnitCount
    guard out.count > slash + count, tail.withUTF8Buffer({ out.suffix(count).elementsEqual($0) }) else { return }
    out.removeLast(count)
    ends.removeLast(count)
  }
}

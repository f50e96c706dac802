/// Superscripts as plain text: digits and signs by their Unicode forms, so that no number runs into another.
enum Superscript {
  /// The text of a `sup` element in plain text, and for each old byte offset (and the end) the new one.
  ///
  /// Digits and signs become superscript forms, `12,14` becomes `¹²,¹⁴`, `-3` becomes `⁻³`, `1-3` becomes `¹–³`. Text with letters keeps
  /// its characters behind a caret: `^a`. Marks such as `*` and `®` stay as they are.
  static func render(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], map: [Int]) {
    var writer = Writer()
    let usesCaret = needsCaret(bytes)
    var index = bytes.startIndex
    if usesCaret { writer.bytes.append(0x5E) }
    while index < bytes.endIndex {
      let length = min(scalarLength(bytes[index]), bytes.endIndex - index)
      let scalar = bytes[index..<index + length]
      if usesCaret { writer.copy(scalar) } else { writer.raise(scalar, next: bytes[(index + length)...].first) }
      index += length
    }
    writer.map.append(writer.bytes.count)
    if usesCaret, !writer.map.isEmpty { writer.map[0] = 0 }
    return (writer.bytes, writer.map)
  }

  /// Letters (and anything that is not ASCII or a known sign) have no superscript forms that readers of plain text know.
  private static func needsCaret(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || (0xCE...0xD3).contains($0) || $0 == 0x5E }
  }

  static func scalarLength(_ lead: UInt8) -> Int {
    switch lead {
    case 0..<0xC0: 1
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    default: 4
    }
  }

  static let digits: [[UInt8]] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"].map { Array($0.utf8) }
  static let subscriptDigits: [[UInt8]] = ["₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"].map { Array($0.utf8) }

  private struct Writer {
    var bytes: [UInt8] = []
    var map: [Int] = []
    private var afterDigit = false

    mutating func copy(_ scalar: ArraySlice<UInt8>) {
      for offset in 0..<scalar.count { map.append(bytes.count + offset) }
      bytes.append(contentsOf: scalar)
    }

    mutating func raise(_ scalar: ArraySlice<UInt8>, next: UInt8?) {
      for _ in scalar { map.append(bytes.count) }
      let nextIsDigit = next.map { (0x30...0x39).contains($0) } ?? false
      let isDash = isDash(scalar)
      switch scalar.first {
      case let byte? where (0x30...0x39).contains(byte): bytes.append(contentsOf: Superscript.digits[Int(byte - 0x30)])
      case 0x2B?: bytes.append(contentsOf: "⁺".utf8)
      case 0x20? where bytes.isEmpty || bytes.last == 0x2C: break
      case _ where isDash && afterDigit && nextIsDigit: bytes.append(contentsOf: "–".utf8)
      case _ where isDash: bytes.append(contentsOf: "⁻".utf8)
      default: bytes.append(contentsOf: scalar)
      }
      afterDigit = scalar.first.map { (0x30...0x39).contains($0) } ?? false
    }

    /// Hyphen-minus, the dashes U+2010–U+2015, and the minus sign.
    private func isDash(_ scalar: ArraySlice<UInt8>) -> Bool {
      if scalar.count == 1 { return scalar.first == 0x2D }
      return scalar.elementsEqual([0xE2, 0x88, 0x92])
        || scalar.count == 3 && scalar.starts(with: [0xE2, 0x80])
          && (0x90...0x95).contains(scalar.last ?? 0)
    }
  }
}

import Literature

/// Reads a registry number from a text by its shape.
///
/// In a shape `9` is a digit, `Y` four digits of a year (1990 to 2049), `y` two (00 to 49), `J` four of a year of either calendar that Iran's
/// register uses, `M` two digits of a month, `D` two of a day, `A` a letter, `x` a letter or digit (given in lower case), `N` that letter;
/// `_` optional separators, `=` separators or nothing, given as a hyphen, `-` a dash, with spaces or not, `/` itself or other separators;
/// `#` separators and words such as "number"; `>` gives the signs after it, up to `#`, without reading; `!` drops what was read since the
/// last hyphen and the hyphen. Anything else stands for itself.
struct ShapeReader {
  let utf8: [UInt8]
  private(set) var position: Int
  private(set) var output: [UInt8] = []

  init(utf8: [UInt8], position: Int) {
    self.utf8 = utf8
    self.position = position
  }

  /// Whether a letter or digit follows what was read.
  var wordGoesOn: Bool { sign.map { isLetterOrDigit($0.byte) } ?? false }

  private var sign: (byte: UInt8, length: Int)? { RegistryScheme.sign(in: utf8, at: position) }

  mutating func readPrefix(_ spelling: [UInt8], isExact: Bool) -> Bool {
    for letter in spelling {
      if letter == UInt8(ascii: "_") {
        skipSeparators()
        continue
      }
      guard let next = sign, next.byte | 0x20 == letter, !isExact || next.byte &- 0x41 < 26 else { return false }
      position += next.length
    }
    return true
  }

  mutating func read(_ shape: String) -> Bool {
    var isWritten = false
    for sign in shape.utf8 {
      if isWritten, sign != UInt8(ascii: "#") {
        output.append(sign)
        continue
      }
      switch sign {
      case UInt8(ascii: ">"): isWritten = true
      case UInt8(ascii: "#"):
        if isWritten { isWritten = false } else { skipWords() }
      case UInt8(ascii: "!"): dropLastPart()
      case UInt8(ascii: "_"): skipSeparators()
      case UInt8(ascii: "="):
        skipSeparators()
        output.append(0x2D)
      case UInt8(ascii: "-"), UInt8(ascii: "/"): guard takeSeparator(sign) else { return false }
      default: guard take(sign) else { return false }
      }
    }
    return true
  }

  private mutating func take(_ kind: UInt8) -> Bool {
    switch kind {
    case UInt8(ascii: "9"): takeDigits(1) != nil
    case UInt8(ascii: "Y"): takeDigits(4).map { (1990...2049).contains($0) } ?? false
    case UInt8(ascii: "J"): takeDigits(4).map { (1990...2049).contains($0) || (1380...1420).contains($0) } ?? false
    case UInt8(ascii: "y"): takeDigits(2).map { $0 < 50 } ?? false
    case UInt8(ascii: "M"): takeDigits(2).map { (1...12).contains($0) } ?? false
    case UInt8(ascii: "D"): takeDigits(2).map { (1...31).contains($0) } ?? false
    case UInt8(ascii: "A"): takeOne { ($0 | 0x20) &- 0x61 < 26 ? $0 & 0xDF : nil }
    case UInt8(ascii: "x"): takeOne { isLetterOrDigit($0) ? $0 | 0x20 : nil }
    default: takeOne { $0 | 0x20 == kind | 0x20 ? kind : nil }
    }
  }

  private mutating func takeOne(_ reading: (UInt8) -> UInt8?) -> Bool {
    skipInvisible()
    guard let next = sign, let read = reading(next.byte) else { return false }
    output.append(read)
    position += next.length
    return true
  }

  private mutating func takeDigits(_ count: Int) -> Int? {
    var value = 0
    for _ in 0..<count {
      skipGap()
      guard takeOne({ $0 &- 0x30 < 10 ? $0 : nil }), let digit = output.last else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }

  /// A space between groups of three digits or more, as in `ACTRN 1261 4000 079640`.
  private mutating func skipGap() {
    guard let gap = sign, gap.byte == 0x20, output.count >= 3, output.suffix(3).allSatisfy({ $0 &- 0x30 < 10 }) else { return }
    var next = position + gap.length
    for _ in 0..<3 {
      guard let digit = RegistryScheme.sign(in: utf8, at: next), digit.byte &- 0x30 < 10 else { return }
      next += digit.length
    }
    position += gap.length
  }

  private mutating func skipInvisible() {
    while let next = sign, next.byte == 0 { position += next.length }
  }

  private mutating func takeSeparator(_ written: UInt8) -> Bool {
    let start = position
    if let next = sign, next.byte == 0x2F, written == 0x2F { position += next.length } else { skipSeparators() }
    guard position > start, written == 0x2F || hasDash(start..<position) else { return false }
    output.append(written)
    return true
  }

  private func hasDash(_ bytes: Range<Int>) -> Bool {
    bytes.contains { RegistryScheme.sign(in: utf8, at: $0).map { $0.byte == 0x2D || $0.byte == 0x5F } ?? false }
  }

  /// `-GB` of a number of the European register.
  private mutating func dropLastPart() {
    if let hyphen = output.lastIndex(of: 0x2D) { output.removeSubrange(hyphen...) }
  }

  /// At most three spaces, hyphens, dashes, colons, underscores or number signs.
  private mutating func skipSeparators() {
    for _ in 0..<3 {
      guard let next = sign, [0x20, 0x2D, 0x3A, 0x23, 0x09, 0x5F, 0x00].contains(next.byte) else { return }
      position += next.length
    }
  }

  private static let words: Set<String> = [
    "no", "nr", "number", "numbers", "id", "identifier", "registration", "register", "registry", "registered", "trial", "trials",
    "clinical",
  ]

  /// What stands between a register and its number: at most three words, separators, brackets and points.
  private mutating func skipWords() {
    skipMarks()
    for _ in 0..<3 {
      var end = position
      var word = ""
      while let next = RegistryScheme.sign(in: utf8, at: end), (next.byte | 0x20) &- 0x61 < 26, word.utf8.count < 12 {
        word.unicodeScalars.append(Unicode.Scalar(next.byte | 0x20))
        end += next.length
      }
      guard Self.words.contains(word) else { return }
      position = end
      skipMarks()
    }
  }

  private mutating func skipMarks() {
    for _ in 0..<4 {
      guard let next = sign, [0x20, 0x2D, 0x3A, 0x23, 0x09, 0x28, 0x29, 0x2E, 0x5F, 0x00].contains(next.byte) else { return }
      position += next.length
    }
  }
}

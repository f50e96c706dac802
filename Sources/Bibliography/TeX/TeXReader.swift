/// Reads TeX markup into plain text. One pass; look-ahead is bounded, so hostile nesting costs no more than its length.
struct TeXReader {
  let bytes: [UInt8]
  var position = 0
  var out: [UInt8] = []
  private var isMath = false
  private let depth: Int

  /// How far an argument of a command may reach to be taken as one.
  private static let argumentLimit = 4096

  init(_ bytes: [UInt8], depth: Int = 0) {
    self.bytes = bytes
    self.depth = depth
    out.reserveCapacity(bytes.count)
  }

  mutating func text() -> String {
    while let byte = peek {
      position += 1
      switch byte {
      case UInt8(ascii: "\\"): command()
      case UInt8(ascii: "{"), UInt8(ascii: "}"): break
      case UInt8(ascii: "$"): toggleMath()
      case UInt8(ascii: "~"): out.append(0x20)
      case UInt8(ascii: "^") where isMath: script(TeXSymbols.superscripts)
      case UInt8(ascii: "_") where isMath: script(TeXSymbols.subscripts)
      case UInt8(ascii: "-") where !isMath: ligature(byte, ["-", "–", "—"])
      case UInt8(ascii: "`"): ligature(byte, ["‘", "“"])
      case UInt8(ascii: "'"): ligature(byte, [isMath ? "′" : "'", isMath ? "″" : "”"])
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func toggleMath() {
    if peek == UInt8(ascii: "$") { position += 1 }
    isMath.toggle()
  }

  /// As many of the byte as there are texts, the longest first.
  private mutating func ligature(_ byte: UInt8, _ texts: [String]) {
    var count = 1
    while count < texts.count, peek == byte {
      position += 1
      count += 1
    }
    out += texts[count - 1].utf8
  }

  // MARK: Commands

  private mutating func command() {
    guard let first = peek else { return }
    position += 1
    if let mark = TeXLetters.marks[first], !Self.isLetter(first) || !(peek.map(Self.isLetter) ?? false) {
      out += accented(mark, sign: first, level: 0).utf8
    } else if Self.isLetter(first) {
      word(name(from: position - 1))
    } else {
      sign(first)
    }
  }

  private mutating func sign(_ sign: UInt8) {
    switch sign {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "@"): break
    case UInt8(ascii: "("), UInt8(ascii: "["): isMath = true
    case UInt8(ascii: ")"), UInt8(ascii: "]"): isMath = false
    case UInt8(ascii: "\\"), UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), 0x00..<0x20:
      out.append(0x20)
    default: out.append(sign)
    }
  }

  /// The letters of a command and the blank that ends it.
  private mutating func name(from start: Int) -> String {
    while let next = peek, Self.isLetter(next) { position += 1 }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    while let next = peek, next == 0x20 || next == 0x0A || next == 0x09 { position += 1 }
    return name
  }

  private mutating func word(_ name: String) {
    if let text = TeXSymbols.texts[name] {
      // TeX sets relations apart: `p \leq 0.05` keeps its blanks.
      let isApart = isMath && out.last == 0x20 && bytes[position - 1] == 0x20
      out += text.utf8
      return isApart ? out.append(0x20) : ()
    }
    if TeXSymbols.droppingFirstArgument.contains(name) {
      if let argument { position = argument.upperBound + 1 }
      return
    }
    switch name {
    case "frac", "tfrac", "dfrac": fraction()
    case "textsuperscript": script(TeXSymbols.superscripts)
    case "textsubscript": script(TeXSymbols.subscripts)
    case "sqrt": out += "√".utf8
    case "char": character()
    default: break
    }
  }

  /// The content of the group that begins here, without its braces; nil where there is none, or none that ends soon.
  private var argument: Range<Int>? {
    guard peek == UInt8(ascii: "{") else { return nil }
    var level = 0
    for index in position..<min(bytes.count, position + Self.argumentLimit) {
      if bytes[index] == UInt8(ascii: "{") { level += 1 }
      if bytes[index] == UInt8(ascii: "}") {
        level -= 1
        if level == 0 { return position + 1..<index }
      }
    }
    return nil
  }

  private func plain(_ range: Range<Int>) -> String {
    var reader = TeXReader(Array(bytes[range]), depth: depth + 1)
    reader.isMath = isMath
    return reader.text()
  }

  private mutating func fraction() {
    guard depth < 8, let above = argument else { return }
    out += plain(above).utf8
    position = above.upperBound + 1
    out.append(UInt8(ascii: "/"))
  }

  /// A raised or lowered character or group: in Unicode's digits and signs where it has them all, else as it stands.
  private mutating func script(_ table: [Character: Character]) {
    var text: String
    if depth < 8, let group = argument {
      text = plain(group)
      position = group.upperBound + 1
    } else if let next = peek, next != UInt8(ascii: "\\"), next != UInt8(ascii: "{"), next < 0x80 {
      text = String(Character(Unicode.Scalar(next)))
      position += 1
    } else {
      return
    }
    let mapped = text.compactMap { table[$0] }
    if mapped.count == text.count { text = String(mapped) }
    out += text.utf8
  }

  /// `\char"0142` and `\char 98`.
  private mutating func character() {
    let isHexadecimal = peek == UInt8(ascii: "\"")
    if isHexadecimal { position += 1 }
    let start = position
    while let byte = peek, position < start + 8, Self.isLetter(byte) && isHexadecimal || (0x30...0x39).contains(byte) {
      position += 1
    }
    let digits = String(decoding: bytes[start..<position], as: UTF8.self)
    if let scalar = UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init) {
      out += String(Character(scalar)).utf8
    }
  }

  // MARK: Accents

  /// The accented letter: `\'e`, `\'{e}`, `\c{c}`, `\'{\i}`, `\v s`, `\'{\^a}`; the sign itself over nothing: `\~{}`.
  private mutating func accented(_ mark: Unicode.Scalar, sign: UInt8, level: Int) -> String {
    while let next = peek, next == 0x20 || next == UInt8(ascii: "{") { position += 1 }
    guard let base = peek, base != UInt8(ascii: "}"), level < 4 else { return String(Character(Unicode.Scalar(sign))) }
    if base == UInt8(ascii: "\\") {
      position += 1
      guard let next = peek else { return "" }
      position += 1
      if let second = TeXLetters.marks[next], !Self.isLetter(next) {
        return TeXLetters.composed(accented(second, sign: next, level: level + 1), mark)
      }
      let name = Self.isLetter(next) ? name(from: position - 1) : String(Character(Unicode.Scalar(next)))
      return TeXLetters.composed(name == "i" || name == "j" ? name : TeXSymbols.texts[name] ?? name, mark)
    }
    return TeXLetters.composed(nextCharacter(), mark)
  }

  /// One character of UTF-8.
  private mutating func nextCharacter() -> String {
    let start = position
    position += 1
    while let next = peek, next & 0xC0 == 0x80 { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
}

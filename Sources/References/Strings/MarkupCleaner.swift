import Literature

/// One pass over a reference string that undoes Markdown, inline HTML, entities and odd white space.
struct MarkupCleaner {
  private let bytes: [UInt8]
  private var position = 0
  private var style: ReferenceText.Emphasis = []
  private var text = ReferenceText()
  private let hasLinks: Bool
  /// A single asterisk is a footnote mark, not emphasis.
  private let hasEmphasis: Bool

  init(bytes: [UInt8]) {
    self.bytes = bytes
    var stars = 0
    var links = false
    for (index, byte) in bytes.enumerated() {
      if byte == 0x2A { stars += 1 }
      if byte == 0x28, index > 0, bytes[index - 1] == 0x5D { links = true }
    }
    hasLinks = links
    hasEmphasis = stars > 0 && stars % 2 == 0
  }

  mutating func run() -> ReferenceText {
    text.utf8.reserveCapacity(bytes.count)
    text.emphasis.reserveCapacity(bytes.count)
    text.origins.reserveCapacity(bytes.count)
    while position < bytes.count { step() }
    if text.utf8.last == 0x20 { text.removeLast() }
    return text
  }

  private mutating func step() {
    let byte = bytes[position]
    switch byte {
    case 0x5C: escape()
    case 0x2A where hasEmphasis: star()
    case 0x5F: underscore()
    case 0x3C: angle()
    case 0x5B where hasLinks: bracket()
    case 0x26: entity()
    case 0x00...0x20, 0x7F: put(0x20, length: 1)
    case 0xC2, 0xE2, 0xE3, 0xEF: multibyte(byte)
    default: put(byte, length: 1)
    }
  }

  private mutating func put(_ byte: UInt8, length: Int) {
    // A blank before a comma or point is left by flattened mark-up: "Nathan DM , Cleary PA .".
    if byte == 0x2C || byte == 0x3B || byte == 0x2E, text.utf8.last == 0x20, isBlank(position + length) {
      text.removeLast()
    }
    text.append(byte, style, from: Int32(truncatingIfNeeded: position))
    position += length
  }

  private func isBlank(_ offset: Int) -> Bool { offset >= bytes.count || bytes[offset] <= 0x20 }

  private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private mutating func escape() {
    let next = byte(position + 1)
    let isMark =
      (0x21...0x2F).contains(next) || (0x3A...0x40).contains(next) || (0x5B...0x60).contains(next) || (0x7B...0x7E).contains(next)
    if isMark {
      position += 1
      put(next, length: 1)
    } else {
      put(0x5C, length: 1)
    }
  }

  private mutating func star() {
    // "STAR*D": within a word it is a letter of a name.
    if position > 0, style.isEmpty, isWordByte(bytes[position - 1]), isWordByte(byte(position + 1)) {
      put(0x2A, length: 1)
      return
    }
    if byte(position + 1) == 0x2A {
      style.formSymmetricDifference(.bold)
      position += 2
    } else {
      style.formSymmetricDifference(.italic)
      position += 1
    }
  }

  /// `_x_` is emphasis only at the edges of words; within a word it belongs to an identifier.
  private mutating func underscore() {
    let opens = !style.contains(.italic) && (text.utf8.isEmpty || text.utf8.last == 0x20) && !isBlank(position + 1)
    let closes = style.contains(.italic) && !isWordByte(byte(position + 1))
    if opens || closes {
      style.formSymmetricDifference(.italic)
      position += 1
    } else {
      put(0x5F, length: 1)
    }
  }

  /// `<https://…>` keeps what is inside; `<i>` and `<b>` are emphasis; other short tags go.
  private mutating func angle() {
    let first = byte(position + 1)
    let isTag = first == 0x2F || (0x61...0x7A).contains(first | 0x20)
    guard isTag, let end = bytes[position..<min(position + 400, bytes.count)].firstIndex(of: 0x3E) else {
      put(0x3C, length: 1)
      return
    }
    let inner = bytes[position + 1..<end]
    if inner.contains(0x3A) {
      position += 1
      while position < end { put(bytes[position], length: 1) }
      position = end + 1
    } else if inner.count <= 8, !inner.contains(0x20) {
      tag(inner)
      position = end + 1
    } else {
      put(0x3C, length: 1)
    }
  }

  private mutating func tag(_ inner: ArraySlice<UInt8>) {
    let closes = inner.first == 0x2F
    let style: ReferenceText.Emphasis
    switch String(decoding: closes ? inner.dropFirst() : inner, as: UTF8.self).lowercased() {
    case "i", "em": style = .italic
    case "b", "strong": style = .bold
    default: return
    }
    if closes { self.style.remove(style) } else { self.style.insert(style) }
  }

  /// `[label](target)` keeps the label and notes the target.
  private mutating func bracket() {
    let limit = min(position + 512, bytes.count)
    var close = position + 1
    while close + 1 < limit, !(bytes[close] == 0x5D && bytes[close - 1] != 0x5C) { close += 1 }
    guard close + 1 < limit, bytes[close + 1] == 0x28, let end = targetEnd(from: close + 2) else {
      put(0x5B, length: 1)
      return
    }
    text.links.append(String(decoding: bytes[close + 2..<end], as: UTF8.self))
    position += 1
    while position < close { step() }
    position = max(position, end + 1)
  }

  private func targetEnd(from start: Int) -> Int? {
    var depth = 1
    for offset in start..<max(start, min(start + 1024, bytes.count)) {
      if bytes[offset] == 0x28 { depth += 1 }
      if bytes[offset] == 0x29 { depth -= 1 }
      if depth == 0 { return offset }
    }
    return nil
  }

  private mutating func entity() {
    for (name, byte) in [("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&nbsp;", 0x20), ("&quot;", 0x22)] as [(String, UInt8)]
    where bytes[position...].starts(with: name.utf8) {
      put(byte, length: name.utf8.count)
      return
    }
    put(0x26, length: 1)
  }

  private mutating func multibyte(_ first: UInt8) {
    let second = byte(position + 1)
    let third = byte(position + 2)
    switch (first, second, third) {
    case (0xC2, 0xA0, _): put(0x20, length: 2)
    case (0xC2, 0xAD, _): position += 2
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80), (0xE2, 0x80, 0xA8): put(0x20, length: 3)
    // Zero width, and marks of writing direction.
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA6...0xA9), (0xEF, 0xBB, 0xBF): position += 3
    case (0xE2, 0x80, 0x90), (0xE2, 0x80, 0x91): put(0x2D, length: 3)
    default: put(first, length: 1)
    }
  }
}

func isWordByte(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
}

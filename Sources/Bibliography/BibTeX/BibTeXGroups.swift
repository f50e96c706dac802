import Literature

/// Where values and blocks end.
extension BibTeXSyntax {
  /// A value that holds what looks like the beginning of an entry may go on this far behind it.
  private static let reach = 2048

  /// The text in braces or quotation marks that begins here.
  mutating func delimited() -> BibTeXValue {
    let isQuoted = peek == UInt8(ascii: "\"")
    let open = position
    position += 1
    if let end = isQuoted ? quoteEnd(from: position) : groupEnd(from: position) {
      let content = bytes[position..<end]
      position = end + 1
      lastValue = open..<position
      return BibTeXValue(content)
    }
    return unclosed(open: open)
  }

  /// Where an entry has no end, its last value may have taken the entry's brace for its own: it then holds lines that look like
  /// fields. Cuts it before the first of them and goes back there; nil where that is not so, or has been tried.
  mutating func reopenLastValue() -> BibTeXValue? {
    guard repair == nil, let lastValue, let end = firstFieldLine(in: lastValue) else { return nil }
    repair = BraceRepair(bytes, range: lastValue.lowerBound..<lastValue.upperBound - 1)
    return cut(from: lastValue.lowerBound, to: end)
  }

  /// A value without an end: the rest of its line where another field follows, else all up to the next entry.
  private mutating func unclosed(open: Int) -> BibTeXValue {
    let limit = repair.flatMap { $0.range.contains(open) ? $0.range.upperBound : nil } ?? nextEntry(from: position)
    if repair?.range.contains(open) != true { repair = BraceRepair(bytes, range: open..<limit) }
    return cut(from: open, to: firstFieldLine(in: position..<limit) ?? limit)
  }

  private mutating func cut(from open: Int, to end: Int) -> BibTeXValue {
    var content = bytes[open + 1..<end]
    while let last = content.last, last <= 0x20 || last == UInt8(ascii: ",") { content.removeLast() }
    position = end
    let marks = bytes[open] == UInt8(ascii: "\"") ? "quotation marks" : "braces"
    report(
      .warning, "unclosed-value", "This value has no end; it is taken to stop with its line. Balance its \(marks).", at: open)
    return BibTeXValue(content)
  }

  /// The closing brace of a group whose content begins at `start`: by counting braces as BibTeX does, escaped ones too; where
  /// that leads nowhere, without the escaped ones.
  private func groupEnd(from start: Int) -> Int? {
    if let repair, repair.range.contains(start) { return repair.end(ofGroupAt: start - 1) }
    return groupEnd(from: start, skippingEscapes: false) ?? groupEnd(from: start, skippingEscapes: true)
  }

  private func groupEnd(from start: Int, skippingEscapes: Bool) -> Int? {
    var depth = 0
    var limit = bytes.count
    var index = start
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        if depth == 0 { return index }
        depth -= 1
      case UInt8(ascii: "\\") where skippingEscapes: index += 1
      case UInt8(ascii: "@") where limit == bytes.count && beginsEntry(index): limit = min(limit, index + Self.reach)
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The quotation mark that ends a text, outside braces; it must come before anything that looks like an entry.
  private func quoteEnd(from start: Int) -> Int? {
    var depth = 0
    var index = start
    let limit = repair == nil ? bytes.count : min(bytes.count, start + Self.reach)
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: "\"") where depth == 0: return index
      case UInt8(ascii: "@") where beginsEntry(index): return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The byte that closes a comment or preamble.
  func blockEnd(close: UInt8) -> Int? {
    var depth = 0
    var limit = bytes.count
    var index = position
    while index < limit {
      switch bytes[index] {
      case close where depth == 0: return index
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "@") where limit == bytes.count && beginsEntry(index): limit = min(limit, index + Self.reach)
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Whether an entry begins at this `@`: at the start of a line, a word and a brace behind it.
  func beginsEntry(_ at: Int) -> Bool {
    var before = at
    while before > 0, bytes[before - 1] == 0x20 || bytes[before - 1] == 0x09 { before -= 1 }
    guard before == 0 || bytes[before - 1] == 0x0A || bytes[before - 1] == 0x0D else { return false }
    var index = at + 1
    while index < bytes.count, index < at + 40, Self.isLetter(bytes[index]) { index += 1 }
    guard index > at + 1 else { return false }
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index < bytes.count && (bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "("))
  }

  /// The next `@` that begins an entry, else the end of the file.
  func nextEntry(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "@"), beginsEntry(index) { return index }
      index += 1
    }
    return bytes.count
  }

  /// The end of the first line after which `name =` stands.
  private func firstFieldLine(in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while let end = bytes[index..<range.upperBound].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      index = end + 1
      var name = index
      while name < range.upperBound, bytes[name] == 0x20 || bytes[name] == 0x09 { name += 1 }
      var after = name
      while after < range.upperBound, Self.isLetter(bytes[after]) || bytes[after] == UInt8(ascii: "-") { after += 1 }
      guard after > name else { continue }
      while after < range.upperBound, bytes[after] == 0x20 || bytes[after] == 0x09 { after += 1 }
      if after < range.upperBound, bytes[after] == UInt8(ascii: "=") { return end }
    }
    return nil
  }
}

/// The matching braces of a stretch that holds a value without an end, found in one pass so that its other values cost nothing more.
struct BraceRepair {
  let range: Range<Int>
  private var ends: [Int: Int] = [:]

  init(_ bytes: [UInt8], range: Range<Int>) {
    self.range = range
    var open: [Int] = []
    for index in range {
      if bytes[index] == UInt8(ascii: "{") { open.append(index) }
      if bytes[index] == UInt8(ascii: "}"), let start = open.popLast() { ends[start] = index }
    }
  }

  func end(ofGroupAt open: Int) -> Int? { ends[open] }
}

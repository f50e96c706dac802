import Literature

/// How a reference begins, as far as one line tells.
enum EntryStart {
  /// Whether a line can only go on with what stands before: it begins in lower case, with a digit, a mark, or an address.
  ///
  /// A particle ("van der Berg, J.") is lower case and begins an entry.
  static func continues(_ range: Range<Int>, in text: ByteText) -> Bool {
    let first = text.scalar(at: range.lowerBound).value
    if first.isLowercase { return !namesAuthor(range, in: text) }
    if text.starts(range, with: "In ") { return true }
    if first.isDigit { return true }
    return [0x28, 0x29, 0x2C, 0x2E, 0x3B, 0x3A, 0x26, 0x5D, 0x2F, 0x2D, 0x2013, 0xFF08, 0xFF0C, 0x3002].contains(first)
  }

  /// Whether a line begins with a person as lists print them: "Berg, J. A.", "Berg JA,", "van der Berg J.", 张三, …
  static func namesAuthor(_ range: Range<Int>, in text: ByteText) -> Bool {
    let first = text.scalar(at: range.lowerBound).value
    if first.isHan { return namesChineseAuthor(range, in: text) }
    guard first.isLatinLetter || first > 0x2FF && !first.isSpace && !first.isWide else { return false }
    let words = text.string(cut(range, 90, in: text)).split(separator: " ").prefix(6)
    var family = 0
    for (place, word) in words.enumerated() {
      if place > 0, isInitials(word), family > 0 { return endsName(word, before: words.dropFirst(place + 1).first) }
      if word.hasSuffix(","), isName(word.dropLast()), words.indices.contains(place + 1) { return isGiven(words[place + 1]) }
      if isName(word) { family += 1 } else if !particles.contains(String(word)) { return false }
    }
    return false
  }

  /// Whether a line begins with a person whose initials are printed: "Berg, J. A.", "Berg JA", 张三.
  static func namesInitials(_ range: Range<Int>, in text: ByteText) -> Bool {
    guard namesAuthor(range, in: text) else { return false }
    if text.scalar(at: range.lowerBound).value.isHan { return true }
    return text.string(cut(range, 90, in: text)).split(separator: " ").prefix(5).dropFirst().contains(where: isInitials)
  }

  private static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "di", "da", "la", "le", "el", "al", "ten", "ter", "dos", "del", "du", "af", "bin", "zu",
    "dem", "das", "do", "dalla", "della", "zur", "ibn", "ben", "'t", "’t", "t",
  ]

  /// A capitalised word: "Berg", "O'Neil", "García-Ruiz".
  private static func isName(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first?.value, !first.isDigit, !first.isLowercase, first.isLatinLetter || first > 0x2FF
    else { return false }
    return word.unicodeScalars.count > 1 && word.unicodeScalars.allSatisfy { isNameScalar($0.value) }
  }

  private static func isNameScalar(_ value: UInt32) -> Bool {
    value.isLatinLetter || value > 0x2FF && !value.isWide || [0x2D, 0x27, 0x2019, 0x2010].contains(value)
  }

  /// "JA", "J.", "J.A.,": one to four capitals.
  private static func isInitials(_ word: Substring) -> Bool {
    let letters = word.unicodeScalars.filter { $0.value.isLatinLetter }
    guard (1...4).contains(letters.count), letters.allSatisfy({ $0.value.isUppercase }) else { return false }
    return word.unicodeScalars.allSatisfy { $0.value.isLatinLetter || [0x2E, 0x2C, 0x2D, 0x3B].contains($0.value) }
  }

  /// "Berg JA," and "Berg JA (2019)" are names; "Am J Clin Nutr" is a journal.
  private static func endsName(_ initials: Substring, before next: Substring?) -> Bool {
    guard let next, let last = initials.last, !",.;:".contains(last) else { return true }
    return isInitials(next) || next.hasPrefix("(") || ["&", "and", "et"].contains(next)
  }

  /// Behind "Berg,": initials, or a given name that a mark or more initials follow.
  private static func isGiven(_ word: Substring) -> Bool {
    if isInitials(word) { return true }
    let trimmed = word.last.map { ",.;".contains($0) } == true ? word.dropLast() : word
    return isName(trimmed) && trimmed.unicodeScalars.dropFirst().contains { $0.value.isLowercase }
  }

  /// Two to four characters and a mark, 等, or a blank.
  private static func namesChineseAuthor(_ range: Range<Int>, in text: ByteText) -> Bool {
    var (offset, count) = (range.lowerBound, 0)
    while offset < range.upperBound, count <= 5 {
      let (value, length) = text.scalar(at: offset)
      guard value.isHan else { return (2...4).contains(count) && [0x2C, 0xFF0C, 0x3001, 0x2E, 0xFF0E, 0x20].contains(value) }
      if value == 0x7B49, count >= 2 { return true }
      count += 1
      offset += length
    }
    return false
  }

  private static let afterwords: Set<String> = [
    "Epub", "PMID", "PMID:", "PMCID", "PMCID:", "Accessed", "Available", "Retrieved", "Erratum", "Comment", "Published", "DOI",
    "DOI:", "URL", "URL:",
    "Last",
  ]

  /// Whether a line begins with what stands behind an identifier: "Epub 2019", "Accessed May 3".
  static func isAfterword(_ range: Range<Int>, in text: ByteText) -> Bool {
    text.string(cut(range, 20, in: text)).split(separator: " ").first.map { afterwords.contains(String($0)) } ?? true
  }

  /// Whether a line ends in a DOI or an address that no line break cuts behind a mark.
  static func endsInIdentifier(_ range: Range<Int>, in text: ByteText) -> Bool {
    guard let last = text.string(range).split(separator: " ").last?.lowercased(), let end = last.last, !"./-_".contains(end)
    else { return false }
    return last.contains("doi") || last.hasPrefix("10.") || last.hasPrefix("http")
  }

  /// Whether a year stands in the line, or what lists print for want of one.
  static func holdsYear(_ range: Range<Int>, in text: ByteText) -> Bool {
    var (digits, value) = (0, 0)
    for offset in range {
      let byte = text.bytes[offset]
      if (0x30...0x39).contains(byte) {
        (digits, value) = (digits + 1, min(value * 10 + Int(byte & 0xF), 100_000))
        continue
      }
      if digits == 4, (1700...2099).contains(value) { return true }
      (digits, value) = (0, 0)
      if byte == 0x6E, text.starts(offset..<range.upperBound, with: "n.d.") { return true }
      if byte == 0x69, text.starts(offset..<range.upperBound, with: "in press") { return true }
    }
    return digits == 4 && (1700...2099).contains(value)
  }

  /// Whether a year stands within three lines and 400 bytes of the line's beginning.
  static func yearFollows(_ index: Int, in lines: ArraySlice<Line>, text: ByteText) -> Bool {
    let start = lines[index].range.lowerBound
    return (index..<min(lines.endIndex, index + 3)).contains { place in
      let range = lines[place].range
      return range.lowerBound < start + 400
        && holdsYear(range.lowerBound..<min(range.upperBound, range.lowerBound + 400), in: text)
    }
  }

  /// Columns of the first word; of a Chinese text the first character.
  static func firstWordWidth(_ range: Range<Int>, in text: ByteText) -> Int {
    var (offset, width) = (range.lowerBound, 0)
    while offset < range.upperBound, width < 200 {
      let (value, length) = text.scalar(at: offset)
      if value.isSpace { break }
      width += value.isWide ? 2 : 1
      if value.isHan { break }
      offset += length
    }
    return width
  }

  /// At most so many bytes, whole characters.
  private static func cut(_ range: Range<Int>, _ count: Int, in text: ByteText) -> Range<Int> {
    var end = min(range.upperBound, range.lowerBound + count)
    while end < range.upperBound, text.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return range.lowerBound..<end
  }
}

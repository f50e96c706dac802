/// Cuts a reference string into printed words: at white space, and within it where publishers leave the blank out.
///
/// `J Surg [Am]1997;79-A:138–152` gives `J` `Surg` `[Am]` `1997;` `79-A:` `138–152`. Addresses stay whole. One pass, O(n).
struct PrintedWordSplitter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var words: [PrintedWord]
  private var reading = WordReading()
  private var hasGap = true
  /// Within an address nothing is cut but at full-width marks.
  private var isAddress = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, reusing words: consuming [PrintedWord] = []) {
    self.bytes = bytes
    self.words = words
    self.words.removeAll(keepingCapacity: true)
  }

  mutating func run() -> [PrintedWord] {
    var offset = 0
    var previous: TaggerScalar?
    while offset < bytes.count {
      let scalar = TaggerScalar(bytes, at: offset)
      if scalar.kind == .blank {
        close()
        hasGap = true
        previous = nil
      } else {
        if let last = previous {
          if !isAddress { isAddress = startsAddress(at: offset) }
          if mustCut(last, scalar, at: offset) { close() }
        } else {
          isAddress = startsAddress(at: offset)
        }
        if !reading.isOpen { reading.open(at: offset, hasGap: hasGap) }
        hasGap = false
        reading.append(scalar, at: offset)
        previous = scalar
      }
      offset += scalar.length
    }
    close()
    return words
  }

  private mutating func close() {
    guard reading.isOpen else { return }
    let word = reading.close(isAddress: isAddress)
    if word.coreStart == word.coreEnd, let last = words.indices.last, word.before.isSubset(of: Self.trailing) {
      words[last].end = word.end
      words[last].after.formUnion(word.before)
    } else {
      words.append(word)
    }
  }

  /// Marks that belong to the word before even when a blank was left between.
  private static let trailing: PrintedWord.Marks = [.comma, .point, .colon, .semicolon]

  private func startsAddress(at offset: Int) -> Bool {
    starts("http", at: offset) || starts("www.", at: offset) || starts("ftp:", at: offset) || startsDOI(at: offset)
  }

  private func starts(_ text: StaticString, at offset: Int) -> Bool {
    guard offset + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount where bytes[offset + index] | 0x20 != text.utf8Start[index] | 0x20 { return false }
    return true
  }

  /// "10.1016/": the start of a DOI.
  private func startsDOI(at offset: Int) -> Bool {
    guard bytes[offset] == 0x31, offset + 8 < bytes.count, bytes[offset + 1] == 0x30, bytes[offset + 2] == 0x2E else {
      return false
    }
    var index = offset + 3
    while index < bytes.count, index < offset + 12, (0x30...0x39).contains(bytes[index]) { index += 1 }
    return index >= offset + 7 && index < bytes.count && bytes[index] == 0x2F
  }

  // MARK: Cuts without a blank

  private func mustCut(_ last: TaggerScalar, _ next: TaggerScalar, at offset: Int) -> Bool {
    if isAddress { return reading.isAddressCut(next) }
    if last.kind == .mark {
      return next.kind == .mark ? marksPart(last, next, at: offset) : cutsAfter(last, next, at: offset)
    }
    if next.kind == .mark { return cutsBefore(next, after: last, at: offset) }
    return scriptsPart(last, next, at: offset)
  }

  /// Between `,` and `“`, or `)` and `[`: the second opens a new word.
  private func marksPart(_ last: TaggerScalar, _ next: TaggerScalar, at offset: Int) -> Bool {
    guard reading.hasCore else { return false }
    if next.folded == 0x22 { return next.length > 1 && isOpening(at: offset) }
    return (next.folded == 0x28 || next.folded == 0x5B) && last.folded != 0x2D && last.folded != next.folded
  }

  private func cutsAfter(_ mark: TaggerScalar, _ next: TaggerScalar, at offset: Int) -> Bool {
    guard reading.hasCore else { return false }
    // A full-width point is no decimal point: `2010．论`.
    if mark.folded == 0x2E, mark.length > 1, next.kind == .han { return true }
    switch mark.folded {
    case 0x3B, 0x2C, 0x3A, 0x29, 0x5D, 0x22: return true
    case 0x2F: return reading.endsInDoubleSlash
    case 0x2E:
      if reading.endsSentence { return next.kind == .capital || next.kind == .digit || next.kind == .han }
      return next.kind == .capital && endsNames(at: offset)
    default: return false
    }
  }

  /// "Roe AB.Title of it", "in HCC.Hepatol Res": capitals behind a word without a mark close what stands before, unless they are the
  /// initials of the name that follows.
  private func endsNames(at offset: Int) -> Bool {
    guard let last = words.last, last.after.isEmpty, last.traits.contains(.letter), !last.traits.contains(.address),
      reading.isCapitals,
      reading.letterCount > 1 || last.traits.contains(.capital) && !last.traits.contains(.allCapitals) && last.length > 1
    else { return false }
    return offset + 2 < bytes.count && (0x61...0x7A).contains(bytes[offset + 1]) && (0x61...0x7A).contains(bytes[offset + 2])
  }

  private func cutsBefore(_ mark: TaggerScalar, after last: TaggerScalar, at offset: Int) -> Bool {
    guard reading.hasCore, last.isAlphanumeric else { return false }
    return mark.folded == 0x28 || mark.folded == 0x5B || (mark.folded == 0x22 && mark.length > 1 && isOpening(at: offset))
  }

  /// “ 《 「 « open; their counterparts close.
  private func isOpening(at offset: Int) -> Bool {
    let last = bytes[min(offset + 2, bytes.count - 1)]
    return bytes[offset] == 0xE2 && last == 0x9C || bytes[offset] == 0xE3 && [0x88, 0x8A, 0x8C, 0x8E].contains(last)
      || bytes[offset] == 0xC2 && bytes[min(offset + 1, bytes.count - 1)] == 0xAB
  }

  /// Between Han characters and digits; behind 年; between a journal's name and its year.
  private func scriptsPart(_ last: TaggerScalar, _ next: TaggerScalar, at offset: Int) -> Bool {
    if last.kind == .han {
      if last.folded == 0x5E74 { return reading.hasDigit }
      return next.kind == .digit && reading.hanCount > 1
    }
    guard next.kind == .digit, last.isLetter, reading.letterCount > 2 else { return false }
    return isYear(at: offset)
  }

  /// Four digits of a year with `;`, `,` or `:` behind them.
  private func isYear(at offset: Int) -> Bool {
    guard offset + 4 < bytes.count, bytes[offset] == 0x31 || bytes[offset] == 0x32 else { return false }
    for index in offset..<offset + 4 where !(0x30...0x39).contains(bytes[index]) { return false }
    return bytes[offset + 4] == 0x3B || bytes[offset + 4] == 0x2C || bytes[offset + 4] == 0x3A
  }
}

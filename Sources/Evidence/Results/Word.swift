/// A word of a text in lower case, as one number: words are the same where their codes are, up to chance of one in 2⁶⁴ a pair.
///
/// Compared with literals in lower case at the cost of comparing numbers, without a string: `text.word(3) == "of"`.
struct Word: Hashable, Sendable, ExpressibleByStringLiteral {
  /// As `WordCode` makes it; 0 where there is no word.
  let code: UInt64

  init(code: UInt64) { self.code = code }

  init(_ word: String) { code = word.isEmpty ? WordCode.none : WordCode.of(word) }

  @inline(__always) init(stringLiteral word: StaticString) {
    code = word.withUTF8Buffer { $0.isEmpty ? WordCode.none : WordCode.of($0) }
  }

  var isEmpty: Bool { code == WordCode.none }
}

/// A closed list of single words.
struct Words: Sendable, ExpressibleByArrayLiteral {
  private let table: WordTable<Bool>

  init(_ words: some Sequence<Word>) { table = WordTable(words.map { ($0.code, true) }) { first, _ in first } }

  init(arrayLiteral words: Word...) { self.init(words) }

  func contains(_ word: Word) -> Bool { table[word.code] != nil }
}

/// The codes of words, and a table of codes: lookups cost one multiplication and a probe.
enum WordCode {
  static let none: UInt64 = 0

  /// Eight bytes at a time, ASCII capitals folded. Never 0.
  @inline(__always) static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    // Spread over all bits, so that no length is undone by the letters of a word.
    var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0xA24B_AED4_963E_E407
    guard let start = UnsafeRawPointer(bytes.baseAddress), bytes.count > 0 else { return hash | 1 }
    var rest = bytes.count
    var next = start
    while rest > 8 {
      hash = mixed(hash, folded(next.loadUnaligned(as: UInt64.self)))
      next += 8
      rest -= 8
    }
    return mixed(hash, folded(last(rest, at: next))) | 1
  }

  static func of(_ word: String) -> UInt64 {
    var word = word
    return word.withUTF8 { of($0) }
  }

  /// The words of a phrase, parted by single spaces.
  static func phrase(_ phrase: String) -> [UInt64] { phrase.split(separator: " ").map { of(String($0)) } }

  /// One to eight bytes in one number, without reading beyond them: overlapping halves where there are four or more.
  @inline(__always) private static func last(_ count: Int, at start: UnsafeRawPointer) -> UInt64 {
    if count == 8 { return start.loadUnaligned(as: UInt64.self) }
    if count >= 4 {
      let low = UInt64(start.loadUnaligned(as: UInt32.self))
      return low | UInt64((start + (count - 4)).loadUnaligned(as: UInt32.self)) << 32
    }
    let first = UInt64(start.loadUnaligned(as: UInt8.self))
    let middle = UInt64((start + count / 2).loadUnaligned(as: UInt8.self))
    return first | middle << 8 | UInt64((start + (count - 1)).loadUnaligned(as: UInt8.self)) << 16
  }

  /// Sets bit 5 of each byte that is an ASCII capital, of all eight at once.
  @inline(__always) private static func folded(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = word & (0x7F &* ones)
    let fromA = low &+ (0x80 - 0x41) &* ones
    let afterZ = low &+ (0x80 - 0x5B) &* ones
    return word | ((fromA & ~afterZ & ~word & (0x80 &* ones)) >> 2)
  }

  /// The two halves of a product of 128 bits, added: every bit of both inputs reaches every bit of the result.
  @inline(__always) private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}

/// Values by the code of a word; open addressing, at most half full.
struct WordTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value?]
  private let mask: Int

  init(_ entries: [(UInt64, Value)], merging merge: (Value, Value) -> Value) {
    var size = 16
    while size < entries.count * 2 { size *= 2 }
    mask = size - 1
    keys = [UInt64](repeating: 0, count: size)
    values = [Value?](repeating: nil, count: size)
    for (key, value) in entries {
      let slot = slot(of: key)
      values[slot] = values[slot].map { merge($0, value) } ?? value
      keys[slot] = key
    }
  }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  subscript(_ code: UInt64) -> Value? { code == 0 ? nil : values[slot(of: code)] }
}

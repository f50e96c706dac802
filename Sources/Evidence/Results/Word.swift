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
    var hash = UInt64(truncatingIfNeeded: bytes.count)
    var offset = 0
    while offset + 8 <= bytes.count {
      hash = mixed(hash, folded(load(bytes, offset, 8)))
      offset += 8
    }
    if offset < bytes.count { hash = mixed(hash, folded(load(bytes, offset, bytes.count - offset))) }
    return hash | 1
  }

  static func of(_ word: String) -> UInt64 {
    var word = word
    return word.withUTF8 { of($0) }
  }

  /// The words of a phrase, parted by single spaces.
  static func phrase(_ phrase: String) -> [UInt64] { phrase.split(separator: " ").map { of(String($0)) } }

  /// The first of at most eight bytes is the lowest of the number.
  @inline(__always) private static func load(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ count: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in 0..<count { word |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    return word
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

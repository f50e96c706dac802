import References

/// Words with what they are known for: a line each, the word, a tab, and the sum of its classes.
///
/// Classes: 1 a place, 2 part of a place's name, 4 a given name, 8 a family name, 16 an everyday word, 32 in names of journals,
/// 64 in names of publishers.
package enum WordList {
  /// - Parameter hash: what a word is known by; nil for what is no single word.
  package static func read(_ bytes: [UInt8], hash: ([UInt8]) -> UInt32? = PrintedWord.hash) -> [UInt32: UInt8] {
    var words: [UInt32: UInt8] = [:]
    for line in bytes.split(separator: 0x0A) where line.first != 0x23 {
      guard let tab = line.firstIndex(of: 0x09), let classes = UInt8(String(decoding: line[(tab + 1)...], as: UTF8.self)) else {
        continue
      }
      guard let hash = hash(Array(line[..<tab])) else { continue }
      words[hash, default: 0] |= classes
    }
    return words
  }
}

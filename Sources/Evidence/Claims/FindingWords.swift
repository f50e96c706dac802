import TextAnalysis

/// Words by which a sentence says that something was found.
enum FindingWords {
  /// Whether a sentence reports: found, showed, 发现, 显示 …
  static func reports(_ lexed: LexedText) -> Bool {
    let text = Folded(lexed)
    return text.containsAny(verbs)
  }

  private static let verbs = WordList(
    """
    found|showed|shown|demonstrated|reported|observed|revealed|indicated|suggested|concluded|noted|identified|发现|显示|表明|报道|报告|证实|提示|观察到|\
    认为|指出|得出|揭示|证明
    """)
}

/// A sentence in lower case, for looking up words and phrases.
struct Folded {
  /// Words separated by single spaces, a space at both ends; Chinese as it stands.
  let text: [UInt8]

  init(_ lexed: LexedText) { self.init(bytes: lexed.utf8[...]) }

  init(bytes source: ArraySlice<UInt8>) {
    var bytes: [UInt8] = [0x20]
    bytes.reserveCapacity(source.count + 2)
    for byte in source {
      let isWordByte = isLetterOrDigit(byte) || byte >= 0x80
      if isWordByte { bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) } else if bytes.last != 0x20 { bytes.append(0x20) }
    }
    if bytes.last != 0x20 { bytes.append(0x20) }
    text = bytes
  }

  func containsAny(_ list: WordList) -> Bool { list.firstPlace(in: text) != nil }
}

/// Words and phrases looked up at each word's beginning; English ones must end at a word's end unless they end in `*`.
struct WordList: Sendable {
  private struct Entry: Sendable {
    var bytes: [UInt8]
    var isEnglish: Bool
  }
  /// By the first byte of the word.
  private let byFirst: [[Entry]]
  /// Whether an entry begins with two bytes: most places of a text fall off here.
  private let isStart: [Bool]

  /// Entries separated by `|`.
  init(_ list: String) {
    var byFirst = [[Entry]](repeating: [], count: 256)
    for word in list.split(separator: "|") {
      let isEnglish = word.utf8.allSatisfy { $0 < 0x80 }
      let bytes =
        isEnglish
        ? Array(" ".utf8) + (word.hasSuffix("*") ? Array(word.utf8.dropLast()) : Array(word.utf8) + [0x20]) : Array(word.utf8)
      let first = isEnglish ? bytes[1] : bytes[0]
      byFirst[Int(first)].append(Entry(bytes: bytes, isEnglish: isEnglish))
    }
    self.byFirst = byFirst
    var isStart = [Bool](repeating: false, count: 65_536)
    for entry in byFirst.joined() {
      let first = entry.isEnglish ? 1 : 0
      if entry.bytes.count > first + 1 {
        isStart[Int(entry.bytes[first]) << 8 | Int(entry.bytes[first + 1])] = true
      } else {
        for second in 0..<256 { isStart[Int(entry.bytes[first]) << 8 | second] = true }
      }
    }
    self.isStart = isStart
  }

  func firstPlace(in text: [UInt8]) -> Int? {
    isStart.withUnsafeBufferPointer { isStart in
      text.withUnsafeBufferPointer { bytes in
        bytes.indices.first { position in
          let start = bytes[position] == 0x20 ? position + 1 : position
          guard start + 1 < bytes.count, start > position || bytes[position] >= 0x80 else { return false }
          return isStart[Int(bytes[start]) << 8 | Int(bytes[start + 1])] && length(in: text, at: position) > 0
        }
      }
    }
  }

  /// The length of the first entry that stands at a place, or 0.
  func length(in text: [UInt8], at position: Int) -> Int {
    if text[position] == 0x20 {
      guard position + 1 < text.count else { return 0 }
      return byFirst[Int(text[position + 1])].first { $0.isEnglish && text[position...].starts(with: $0.bytes) }?.bytes.count ?? 0
    }
    guard text[position] >= 0x80 else { return 0 }
    return byFirst[Int(text[position])].first { !$0.isEnglish && text[position...].starts(with: $0.bytes) }?.bytes.count ?? 0
  }
}

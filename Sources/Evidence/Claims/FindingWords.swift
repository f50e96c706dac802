import Literature
import TextAnalysis

/// Words by which a sentence says that something was found.
enum FindingWords {
  /// Whether a sentence reports: found, showed, 发现, 显示 …
  static func reports(_ lexed: LexedText) -> Bool {
    let text = Folded(lexed)
    return text.containsAny(verbs)
  }

  static let verbs = WordList(
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
    Self.append(source, to: &bytes)
    if bytes.last != 0x20 { bytes.append(0x20) }
    text = bytes
  }

  /// Letters in lower case and digits as they are, all that stands between them as one space.
  static func append(_ source: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: source.count) { folded in
      var count = 0
      var isAfterSpace = bytes.last == 0x20
      source.withUnsafeBufferPointer { source in
        for byte in source {
          let isWord = isWordByte(byte)
          if !isWord, isAfterSpace { continue }
          folded.initializeElement(at: count, to: !isWord ? 0x20 : byte &- 0x41 < 26 ? byte | 0x20 : byte)
          isAfterSpace = !isWord
          count += 1
        }
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: folded[..<count]))
    }
  }

  @inline(__always) static func isWordByte(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || byte >= 0x80 }

  func containsAny(_ list: WordList) -> Bool { list.firstPlace(in: text) != nil }
}

/// Words and phrases looked up at each word's beginning; English ones must end at a word's end unless they end in `*`.
struct WordList: Sendable {
  /// English entries without the space before them, with the one after them; Chinese ones as they stand.
  let entries: [[UInt8]]
  private let table: NeedleTable

  /// Entries separated by `|`.
  init(_ list: String) {
    entries = list.split(separator: "|").map { word in
      let isEnglish = word.utf8.allSatisfy { $0 < 0x80 }
      guard isEnglish else { return Array(word.utf8) }
      return word.hasSuffix("*") ? Array(word.utf8.dropLast()) : Array(word.utf8) + [0x20]
    }
    table = NeedleTable(entries)
  }

  /// Where the first entry begins in a folded text: at the space before an English one.
  func firstPlace(in text: [UInt8]) -> Int? {
    var place: Int?
    WordList.forEachMatch(of: table, in: text) { _, range in
      place = range.lowerBound
      return false
    }
    return place
  }

  /// Matches of entries in a folded text, ascending; the space before an English one belongs to it.
  static func forEachMatch(of table: NeedleTable, in text: [UInt8], _ found: (_ entry: Int, _ range: Range<Int>) -> Bool) {
    text.withUnsafeBufferPointer { bytes in
      table.forEachMatch(in: bytes, where: { bytes[$0] >= 0x80 || $0 > 0 && bytes[$0 - 1] == 0x20 && bytes[$0] != 0x20 }) {
        entry, range in
        found(entry, bytes[range.lowerBound] < 0x80 ? range.lowerBound - 1..<range.upperBound : range)
      }
    }
  }
}

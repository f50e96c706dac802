import Synchronization

extension Lexicon {
  /// The lexicon for a question about one short text: whatever `matches(in:)` and `concepts(named:)` answer about words of that text is
  /// what `builtIn` would answer, and nothing else may be asked of it.
  ///
  /// The first few questions of a process get a part, made of the concepts that have a name which begins as something in the text does:
  /// a command that asks once does not wait until all is built. From then on it is `builtIn`. O(bytes of the tables).
  public static func forAsking(about text: [UInt8]) -> Lexicon {
    guard partsGiven.wrappingAdd(1, ordering: .relaxed).newValue <= mostParts else { return .builtIn }
    return Lexicon(tables: builtInTables, beginningAsIn: NameBeginnings(text))
  }

  /// About as many as cost what the whole does.
  private static let mostParts = 8
  private static let partsGiven = Atomic<Int>(0)

  convenience init(tables: [ConceptTable], beginningAsIn beginnings: NameBeginnings) {
    var concepts: [Concept] = []
    for table in tables { table.appendConcepts(to: &concepts, beginningAsIn: beginnings) }
    self.init(concepts: concepts)
  }
}

/// The first two folded bytes of all that may be a name in a text: a few too many, never too few.
struct NameBeginnings {
  private var bits = [UInt64](repeating: 0, count: 1024)

  init(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { text in
      // In the middle of a Latin word no name begins.
      for start in text.indices where start == 0 || !isWordByte(text[start]) || !isWordByte(text[start - 1]) {
        var next = start + 1
        guard next < text.count else { return }
        insert(text[start], text[next])
        // Names may be asked for with other marks between their letters than the text has.
        while next < text.count {
          let gap = gapLength(in: text, at: next)
          if gap == 0, !isMark(text[next]) { break }
          next += max(1, gap)
        }
        if next < text.count { insert(text[start], text[next]) }
      }
    }
  }

  private func isMark(_ byte: UInt8) -> Bool { byte < 0x80 && byte &- 0x30 >= 10 && (byte | 0x20) &- 0x61 >= 26 }

  private mutating func insert(_ first: UInt8, _ second: UInt8) {
    let pair = Self.pair(first, second)
    bits[pair >> 6] |= 1 << UInt64(pair & 63)
  }

  /// As the trie's dense table numbers them.
  @inline(__always)
  private static func pair(_ first: UInt8, _ second: UInt8) -> Int { Int(folded(first)) << 8 | Int(folded(second)) }

  @inline(__always)
  private static func folded(_ byte: UInt8) -> UInt8 { isCapital(byte) ? byte | 0x20 : byte }

  /// Whether one of the names on a line of a table begins so.
  func contain(nameOn line: UnsafeBufferPointer<UInt8>) -> Bool {
    bits.withUnsafeBufferPointer { bits in
      var first: UInt8?
      var isChecked = false
      var offset = 0
      while offset < line.count {
        let byte = line[offset]
        let gap = gapLength(in: line, at: offset)
        offset += max(1, gap)
        if byte == 0x3B || byte == 0x7C {
          (first, isChecked) = (nil, false)
        } else if gap == 0, !isChecked {
          guard let start = first else {
            first = byte
            continue
          }
          let pair = Self.pair(start, byte)
          if bits[pair >> 6] >> UInt64(pair & 63) & 1 != 0 { return true }
          isChecked = true
        }
      }
      return false
    }
  }
}

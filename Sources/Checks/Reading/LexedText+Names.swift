import TextAnalysis

extension LexedText {
  /// Whether a word is a capital with small letters behind it, as a family name is, and of so many letters at least. O(bytes).
  func isCapitalised(_ index: Int, fewest: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .word else { return false }
    let range = tokens[index].range
    guard utf8[range].contains(where: { $0 >= 0x80 }) else {
      return range.count >= fewest && utf8[range.lowerBound] &- 0x41 < 26
        && utf8[range.lowerBound + 1..<range.upperBound].allSatisfy { $0 &- 0x61 < 26 }
    }
    let word = string(index)
    return word.count >= fewest && word.first?.isUppercase == true && word.dropFirst().allSatisfy(\.isLowercase)
  }

  /// Where a word stands first within some bytes. O(bytes).
  func place(of word: String, in range: Range<Int>) -> Range<Int>? {
    var word = word
    return word.withUTF8 { wanted in
      utf8.withUnsafeBufferPointer { bytes in
        guard let first = wanted.first, range.count >= wanted.count else { return nil }
        for start in range.lowerBound...range.upperBound - wanted.count where bytes[start] == first {
          var same = 1
          while same < wanted.count, bytes[start + same] == wanted[same] { same += 1 }
          if same == wanted.count { return start..<start + wanted.count }
        }
        return nil
      }
    }
  }
}

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
}

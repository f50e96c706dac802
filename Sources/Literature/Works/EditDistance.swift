/// How many letters must change to make one text of another.
public enum EditDistance {
  /// Insertions, deletions and changes (Levenshtein 1966); nil where more than `most` are needed. O(length · most).
  public static func between(_ one: [UInt8], _ other: [UInt8], most: Int) -> Int? {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    guard long.count - short.count <= most else { return nil }
    if short == long { return 0 }
    if short.isEmpty { return long.count }
    let far = most + 1
    var row = (0...short.count).map { min($0, far) }
    for (i, byte) in long.enumerated() {
      let low = max(1, i + 1 - most)
      let high = min(short.count, i + 1 + most)
      guard low <= high else { return nil }
      var diagonal = row[low - 1]
      row[low - 1] = low == 1 ? min(i + 1, far) : far
      var best = row[low - 1]
      for j in low...high {
        let above = j == i + 1 + most ? far : row[j]
        let value = min(above + 1, row[j - 1] + 1, diagonal + (byte == short[j - 1] ? 0 : 1), far)
        diagonal = row[j]
        row[j] = value
        best = min(best, value)
      }
      if best > most { return nil }
    }
    return row[short.count] <= most ? row[short.count] : nil
  }
}

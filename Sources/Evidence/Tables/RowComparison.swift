/// A label that compares two arms: "Drug 10 mg vs. placebo", 试验组 vs 对照组.
enum RowComparison {
  /// What stands on both sides of the word that compares, in printed order; nil where there is not one such word between two names.
  static func sides(of label: String) -> (arm: String, comparator: String)? {
    for link in [" versus ", " vs. ", " vs ", " Vs ", " VS ", " v. ", " compared with ", " compared to ", " minus "] {
      guard let range = label.range(ofText: link) else { continue }
      let bytes = Array(label.utf8)
      let arm = String(decoding: bytes[..<range.lowerBound], as: UTF8.self).trimmedSpaces
      let comparator = String(decoding: bytes[range.upperBound...], as: UTF8.self).trimmedSpaces
      guard arm.contains(where: \.isLetter), comparator.contains(where: \.isLetter), comparator.range(ofText: link) == nil else {
        return nil
      }
      return (arm, comparator)
    }
    return nil
  }
}

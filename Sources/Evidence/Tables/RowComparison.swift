import Literature

/// A label that compares two arms: "Drug 10 mg vs. placebo", 试验组 vs 对照组, "Difference in means (drug minus placebo)", "Difference vs placebo".
enum RowComparison {
  /// What stands on both sides of the word that compares, in printed order; nil where there is not one such word between two names.
  static func sides(of label: String) -> (arm: String, comparator: String)? {
    guard let (arm, comparator) = parts(of: label), let arm else { return nil }
    return (arm, comparator)
  }

  /// With what a difference alone is compared: "Adjusted difference vs placebo" under the name of an arm.
  static func comparator(of label: String) -> String? {
    guard let (arm, comparator) = parts(of: label), arm == nil else { return nil }
    return comparator
  }

  private static func parts(of label: String) -> (arm: String?, comparator: String)? {
    let bytes = Array(label.utf8)
    let lower = String.lowercased(bytes[...])
    for link in [" versus ", " vs. ", " vs ", " v. ", " compared with ", " compared to ", " minus "] {
      guard let range = lower.range(ofText: link), range.upperBound <= bytes.count else { continue }
      let arm = opened(bytes[..<range.lowerBound])
      let comparator = closed(bytes[range.upperBound...])
      guard arm.hasLetter, comparator.hasLetter, comparator.range(ofText: link) == nil else {
        return nil
      }
      return (namesMeasure(arm) ? nil : arm, comparator)
    }
    return nil
  }

  /// What stands behind a bracket that is not closed, or the whole.
  private static func opened(_ bytes: ArraySlice<UInt8>) -> String {
    let opening = bytes.lastIndex { $0 == 0x28 || $0 == 0x5B }
    let isOpen = opening.map { place in !bytes[place...].contains { $0 == 0x29 || $0 == 0x5D } } ?? false
    return String(decoding: isOpen ? bytes[((opening ?? bytes.startIndex) + 1)...] : bytes, as: UTF8.self).trimmedSpaces
  }

  /// What stands before a bracket that closes without being opened, without a bracket of statistics: "placebo (95% CI)".
  private static func closed(_ bytes: ArraySlice<UInt8>) -> String {
    var end = bytes.endIndex
    if let closing = bytes.firstIndex(where: { $0 == 0x29 || $0 == 0x5D }),
      !bytes[..<closing].contains(where: { $0 == 0x28 || $0 == 0x5B })
    {
      end = closing
    } else if let opening = bytes.firstIndex(of: 0x28),
      String(decoding: bytes[opening...], as: UTF8.self).letterWords.allSatisfy({
        ["ci", "se", "sd", "p", "value", "confidence", "interval"].contains($0)
      })
    {
      end = opening
    }
    let name = String(decoding: bytes[..<end], as: UTF8.self).trimmedSpaces
    return name.hasSuffix("*") ? String(name.dropLast()).trimmedSpaces : name
  }

  /// "Adjusted mean difference": no name of an arm.
  private static func namesMeasure(_ words: String) -> Bool {
    words.letterWords.allSatisfy { measures.contains($0) }
  }

  private static let measures: Words = [
    "difference", "differences", "mean", "adjusted", "lsmean", "ls", "least", "squares", "treatment", "effect", "change", "ratio",
    "hazard",
    "odds", "risk", "relative", "hr", "or", "rr", "md", "in", "of", "means", "p", "value", "comparison", "estimated", "from",
    "baseline",
  ]
}

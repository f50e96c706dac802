import Literature
import TextAnalysis

/// Which numbers callouts name, ranges filled in where only their ends are marked.
///
/// Some files mark the two ends of "²⁻⁴" as two callouts and leave the dash between them to the reader.
enum CitedNumbers {
  /// For every citation the numbers it names in order; numbers that a range spans stand with its second end.
  static func all(in context: CheckContext) -> [[Int]] { context.once(Self.self) { read(context) } }

  private static func read(_ context: CheckContext) -> [[Int]] {
    let citations = context.extract.citations
    return citations.indices.map { index in
      let own = citations[index].labels.compactMap(leadingNumber)
      guard index > 0, let first = own.first, let last = citations[index - 1].labels.last.flatMap(leadingNumber), last < first,
        first - last <= longestRange, isRange(citations[index - 1], citations[index], in: context)
      else { return filled(own, citations[index].marker) }
      return Array(last + 1..<first) + own
    }
  }

  /// Longer "ranges" are page numbers or years.
  private static let longestRange = 60

  /// The number of labels such as "9", "9-", "9." or "⑨".
  static func leadingNumber(_ label: String) -> Int? {
    if label.count == 1, let first = label.first, !first.isASCII, let value = first.wholeNumberValue { return value }
    let digits = label.prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : Int(digits)
  }

  private static func filled(_ own: [Int], _ marker: String) -> [Int] {
    guard own.count == 2, own[0] < own[1], own[1] - own[0] <= longestRange,
      marker.unicodeScalars.contains(where: isDash)
    else { return own }
    return Array(own[0]...own[1])
  }

  /// Whether nothing but a dash, white space and brackets stands between two callouts.
  private static func isRange(_ left: Citation, _ right: Citation, in context: CheckContext) -> Bool {
    guard left.passage == right.passage, left.span.end <= right.span.start, right.span.start - left.span.end <= 16 else {
      return false
    }
    let between = context.snippet(SourceSpan(left.span.end..<right.span.start)).unicodeScalars
    let edge = [left.marker.unicodeScalars.last, right.marker.unicodeScalars.first].compactMap { $0 }
    guard (between + edge).contains(where: isDash) else { return false }
    return between.allSatisfy { isDash($0) || $0.properties.isWhitespace || "[]()".unicodeScalars.contains($0) }
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0x207B, 0x7E, 0xFF5E, 0x301C: true
    default: false
    }
  }
}

extension Citation {
  /// Whether the callout is of numbers, as printed: no letters stand in it but the words of a list, "12 and 14, respectively".
  var isNumbered: Bool {
    guard labels.allSatisfy({ Int($0) != nil }) else { return false }
    guard marker.unicodeScalars.contains(where: Self.isLetter) else { return true }
    return marker.split { !$0.isLetter }.allSatisfy { ["and", "respectively", "和", "与", "及"].contains($0) }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (scalar.value | 0x20) &- 0x61 < 26 : scalar.properties.isAlphabetic
  }

  /// The whole numbers that the callout prints, raised ones among them, in order.
  var printedNumbers: [Int] {
    marker.split { $0.wholeNumberValue == nil }.compactMap { digits in
      digits.reduce(into: Int?.some(0)) { sum, digit in
        sum = digit.wholeNumberValue.flatMap { value in sum.map { $0 < 100_000 ? 10 * $0 + value : $0 } }
      }
    }
  }
}

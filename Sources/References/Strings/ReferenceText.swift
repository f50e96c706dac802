import Literature

/// A reference string with its mark-up taken out and kept as evidence.
///
/// Markdown emphasis, links and escapes, inline HTML and character entities are undone; every white space is one blank.
struct ReferenceText {
  /// What an emphasised byte was printed in.
  struct Emphasis: OptionSet {
    let rawValue: UInt8
    static let italic = Emphasis(rawValue: 1)
    static let bold = Emphasis(rawValue: 2)
  }

  var utf8: [UInt8] = []
  /// One for every byte of `utf8`.
  var emphasis: [Emphasis] = []
  /// Where each byte of `utf8` stands in the text before cleaning.
  var origins: [Int32] = []
  /// Targets of links, in order.
  var links: [String] = []

  init() {}

  init(markup bytes: [UInt8]) {
    var cleaner = MarkupCleaner(bytes: bytes)
    self = cleaner.run()
  }

  mutating func append(_ byte: UInt8, _ style: Emphasis, from origin: Int32) {
    if byte == 0x20, utf8.isEmpty || utf8.last == 0x20 { return }
    utf8.append(byte)
    emphasis.append(style)
    origins.append(origin)
  }

  mutating func removeLast() {
    utf8.removeLast()
    emphasis.removeLast()
    origins.removeLast()
  }

  /// A range of the cleaned text in the text before; mark-up inside is part of it.
  func original(_ range: Range<Int>) -> Range<Int> {
    guard let first = origins[range].first, let last = origins[range].last else { return 0..<0 }
    return Int(first)..<Int(last) + 1
  }

  /// The text without some ranges (ascending, not overlapping); what stood around a range is parted by one blank.
  func removing(_ ranges: [Range<Int>]) -> ReferenceText {
    guard !ranges.isEmpty else { return self }
    var result = ReferenceText()
    result.links = links
    result.utf8.reserveCapacity(utf8.count)
    result.emphasis.reserveCapacity(utf8.count)
    result.origins.reserveCapacity(utf8.count)
    var position = 0
    for range in ranges where range.lowerBound >= position {
      result.append(contentsOf: self, position..<range.lowerBound)
      if !range.isEmpty { result.append(0x20, [], from: origins[range.lowerBound]) }
      position = range.upperBound
    }
    result.append(contentsOf: self, position..<utf8.count)
    return result
  }

  private mutating func append(contentsOf other: ReferenceText, _ range: Range<Int>) {
    for index in range { append(other.utf8[index], other.emphasis[index], from: other.origins[index]) }
  }
}

import Literature

/// An entry whose last page stands before its first: 302–298, 201–120. Abbreviated ranges (1003–9) are told by their length.
enum BackwardPages {
  /// The pages as printed; nil where they ascend, or are no range of numbers.
  static func printed(in item: BibliographicItem) -> String? {
    guard let page = item.page else { return nil }
    let ends = page.split(whereSeparator: { $0 == "-" || $0 == "–" || $0 == "—" }).map { $0.filter { !$0.isWhitespace } }
    guard ends.count == 2, ends.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      ends[0].count == ends[1].count, let first = Int(ends[0]), let last = Int(ends[1]), last < first
    else { return nil }
    return page
  }
}

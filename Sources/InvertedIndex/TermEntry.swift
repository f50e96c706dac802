/// Where a term's postings lie, as the dictionary says. Ranges are offsets in the file and lie inside their sections.
struct TermEntry {
  var documentCount: Int
  var postings: Range<Int>
  var positions: Range<Int>
  /// A term of one passage has its posting in the dictionary.
  var inline: Inline?

  struct Inline {
    var document: UInt32
    var frequency: UInt32
    var positionWidth: Int
  }
}

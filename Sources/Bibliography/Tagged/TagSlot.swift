import Literature

/// What a line of a tagged format says, whatever the format calls it.
enum TagSlot: Hashable, Sendable {
  case type, key
  case author, corporateAuthor, editor, seriesEditor, translator
  case title, shortTitle, originalTitle
  /// A journal in full and abbreviated; the title of what holds the work; the title of a series.
  case journal, shortJournal, secondaryTitle, tertiaryTitle
  /// A year, perhaps with month and day; a date that completes it.
  case year, date, accessed
  case volume, issue, number, firstPage, lastPage, pages
  case edition, publisher, place, kind, section, volumes
  case abstract, note, keyword, language, callNumber, source
  case doi, url, serialNumber, accession, pmid, pmcid
  case status
}

/// One line of a record, continuation lines joined.
struct TagField: Equatable {
  var tag: String
  var value: String
  /// Bytes of the file.
  var range: Range<Int>
}

/// A format of lines "tag, value": how its lines look, what its tags mean, in which order they are written.
struct TagDialect: Sendable {
  /// Before the keys of what has no home: `ris:ZZ`.
  var prefix: String
  /// The tag and value of a line; nil where the line continues the one above.
  var split: @Sendable (ArraySlice<UInt8>) -> (tag: String, value: ArraySlice<UInt8>)?
  /// The line that a writer puts.
  var line: @Sendable (_ tag: String, _ value: String) -> String
  var slots: [String: TagSlot]
  var tags: [TagSlot: String]
  /// The tag that begins a record, and the one that ends it, if there are such.
  var first: String?
  var last: String?
  /// Names of types and the CSL types; the first of several for one CSL type is written.
  var types: [(name: String, csl: String)]
  /// The type where the record tells none.
  var plainType: String
  /// What must be done with the fields of a record before they are read: PubMed says some things twice.
  var prepare: @Sendable ([TagField]) -> [TagField] = { $0 }
  /// Further lines for an author, by place in the list from 1.
  var authorLines: @Sendable (_ name: Name, _ place: Int, _ item: BibliographicItem) -> [(tag: String, value: String)] = {
    _, _, _ in []
  }
}

/// Bytes of a line without white space at its ends.
func trimmedBytes(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var bytes = bytes
  while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
  while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
  return bytes
}

/// The lines of a text as byte ranges, without their line ends; a byte-order mark is left out.
struct Lines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position
    let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    position = end + (end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A ? 2 : 1)
    return start..<end
  }
}

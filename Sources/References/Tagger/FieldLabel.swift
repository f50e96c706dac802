/// What a printed word of a reference string belongs to.
///
/// Sixteen, so that the scores of one word are one vector. Kinds that are told apart by their own words are one label here and
/// parted later: editors and translators, addresses and DOIs.
package enum FieldLabel: UInt8, CaseIterable, Sendable {
  case author, title, date, journal
  /// A book or proceedings that holds the work.
  case container
  /// With the issue.
  case volume
  case pages, publisher, location
  /// Translators too.
  case editor
  /// DOI, ISBN, address.
  case link
  case note
  /// "PhD thesis", "Technical report", a type mark such as `[J]`.
  case genre
  case edition
  /// The number of the entry in its list.
  case number
  case series

  /// What the field is called in records; AnyStyle's names where it has one.
  package var name: String { Self.names[Int(rawValue)] }

  private static let names = [
    "author", "title", "date", "journal", "container-title", "volume", "pages", "publisher", "location", "editor", "link", "note",
    "genre", "edition", "citation-number", "collection-title",
  ]
}

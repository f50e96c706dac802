/// A field as written, TeX still in place.
struct BibTeXField: Equatable {
  /// As written; BibTeX does not tell cases apart.
  var name: String
  /// Macros put in, parts joined, runs of white space made one blank.
  var value: String
  /// Whether the value holds nothing that TeX would read otherwise than it stands.
  var isPlain: Bool

  init(_ name: String, _ value: String, isPlain: Bool = false) {
    self.name = name
    self.value = value
    self.isPlain = isPlain
  }

  /// The text that the field prints.
  var plain: String { isPlain ? value : TeXText.plain(value) }
}

/// An entry as written.
struct BibTeXEntry {
  /// In lower case.
  var type: String
  var key: String
  /// In file order, names unlike each other.
  var fields: [BibTeXField]
  /// Bytes of the file.
  var range: Range<Int>

  subscript(name: String) -> BibTeXField? { fields.first { $0.name == name } }
}

import InvertedIndex

/// The fields of the inverted index, by number.
enum PassageField: UInt8, CaseIterable {
  /// Words and numbers as printed, folded.
  case exact
  /// Stems of English words.
  case stem
  /// Chinese characters and pairs of them, at the positions that they share with `exact`.
  case han
  /// Concepts of the lexicon by their ids: `drug:sorafenib`, `endpoint:rfs`.
  case concept
  /// Folded names of the trials that a passage speaks of.
  case trial
  /// `doi:10.1016/…`, `pmid:…`, `pmc:…`, `registry:nct…`: of cited works, of the entry itself, of the trials, and as printed.
  case identifier
  /// Labels of the references cited, or of the entry itself.
  case reference
  /// `sentence`, `heading`, …, and `claim`.
  case kind
  /// The section's label, title and kind, folded.
  case section
  /// The document's id and folded alias.
  case document
  case language
  /// Folded family names of the authors of cited works, of the entry itself, or of the document.
  case author
  /// The words of the journals of those, each journal at positions of its own.
  case journal

  /// As the index has it. Spelled out, for asking Swift for the name of a case takes longer than a search.
  var name: String { Self.names[Int(rawValue)] }
  private static let names = [
    "exact", "stem", "han", "concept", "trial", "identifier", "reference", "kind", "section", "document", "language", "author",
    "journal",
  ]
}

/// The numeric columns of the inverted index, by number.
enum PassageColumn: UInt8, CaseIterable {
  case hr, or, rr, p, months, percent, n
  /// Of the works that the passage cites, of the entry itself, or else of the document.
  case year
  /// Every number printed in the passage.
  case number

  /// As the index has it.
  var name: String { Self.names[Int(rawValue)] }
  private static let names = ["hr", "or", "rr", "p", "months", "percent", "n", "year", "number"]

  /// The column behind a name of the query language.
  init?(queryName: String) {
    switch queryName {
    case "hr": self = .hr
    case "or": self = .or
    case "rr": self = .rr
    case "p": self = .p
    case "months", "month": self = .months
    case "percent", "%": self = .percent
    case "n": self = .n
    case "year": self = .year
    default: return nil
    }
  }
}

extension IndexSchema {
  /// What a passage is found by.
  static let passages = IndexSchema(
    fields: PassageField.allCases.map { field in
      let isText = field == .exact || field == .stem || field == .han
      return Field(field.name, hasPositions: isText || field == .journal, isLengthNormalised: isText)
    },
    columns: PassageColumn.allCases.map(\.name))
}

extension IndexedPassage {
  mutating func add(_ term: String, _ field: PassageField) { add(term.utf8, field: field.rawValue) }
  mutating func add(_ value: Double, _ column: PassageColumn) { add(value, column: column.rawValue) }
}

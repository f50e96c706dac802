/// What a piece of a formatted entry prints: the CSL variable it comes from.
public enum EntryField: String, Sendable, CaseIterable {
  case author, editor, translator, title, issued, volume, issue, page, number, edition, publisher, genre, note, accessed
  case containerTitle = "container-title"
  case collectionTitle = "collection-title"
  case publisherPlace = "publisher-place"
  case eventTitle = "event-title"
  case doi = "DOI"
  case pmid = "PMID"
  case url = "URL"
}

/// A run of characters of an entry: a field as printed, or what the style puts between fields.
public struct EntryPiece: Hashable, Sendable {
  /// nil for punctuation and the style's own words ("In:", "doi:", "et al." belongs to the names).
  public var field: EntryField?
  public var text: String
}

/// An entry, or a part of one, while it is put together. Parts that are not there are nil, and their punctuation goes with them.
struct EntryText {
  private(set) var pieces: [EntryPiece]

  var text: String { pieces.map(\.text).joined() }

  /// A field; nil where there is nothing to print.
  init?(_ field: EntryField, _ text: String?) {
    guard let text, !text.isEmpty else { return nil }
    pieces = [EntryPiece(field: field, text: text)]
  }

  /// Words of the style.
  init(words: String) { pieces = [EntryPiece(field: nil, text: words)] }

  private init(pieces: [EntryPiece]) { self.pieces = pieces }

  /// With words of the style around it.
  func wrapped(_ before: String, _ after: String = "") -> EntryText {
    var all: [EntryPiece] = []
    if !before.isEmpty { all.append(EntryPiece(field: nil, text: before)) }
    all += pieces
    if !after.isEmpty { all.append(EntryPiece(field: nil, text: after)) }
    return EntryText(pieces: all)
  }

  /// With one full stop at its end; a question or exclamation mark stands for it.
  var stopped: EntryText { ends(with: [".", "?", "!", "。", "？", "！"]) ? self : wrapped("", ".") }

  /// With a comma at its end, unless the text ends a sentence itself.
  var comma: EntryText { ends(with: ["?", "!", ",", "？", "！"]) ? self : wrapped("", ",") }

  /// In double quotation marks, closing punctuation inside.
  var quoted: EntryText { wrapped("“", "”") }

  private func ends(with marks: Set<Character>) -> Bool {
    var text = pieces.last?.text ?? ""
    while let last = text.last, last == "”" || last == "’" || last == ")" && pieces.count > 1 && text == ")" { text.removeLast() }
    return text.last.map(marks.contains) ?? false
  }

  /// The parts that are there, with the separator between them; nil where there are none.
  static func joined(_ parts: [EntryText?], _ separator: String) -> EntryText? {
    var all: [EntryPiece] = []
    for part in parts {
      guard let part else { continue }
      if !all.isEmpty, !separator.isEmpty { all.append(EntryPiece(field: nil, text: separator)) }
      all += part.pieces
    }
    return all.isEmpty ? nil : EntryText(pieces: all)
  }
}

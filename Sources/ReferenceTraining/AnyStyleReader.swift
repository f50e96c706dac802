import References

/// Reads AnyStyle's data sets: `<dataset><sequence><author>…</author><date>…</date>…`.
package enum AnyStyleReader {
  /// The strings of a file, in its order.
  package static func strings(in bytes: [UInt8]) -> [TrainingString] {
    var strings: [TrainingString] = []
    var current = TrainingString()
    var label: FieldLabel?
    for event in MarkupEvents(bytes) {
      switch event {
      case .open("sequence", _): current = TrainingString()
      case .open(let name, _): label = labels[name]
      case .text(let text) where label != nil:
        if !current.utf8.isEmpty { current.append(" ", nil) }
        current.append(text, label)
      case .close("sequence"): strings.append(current)
      case .close: label = nil
      case .text: break
      }
    }
    return strings
  }

  /// Whether a file looks like such a set.
  package static func recognises(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes.prefix(2_000), as: UTF8.self).contains("<sequence>")
  }

  static let labels: [String: FieldLabel] = [
    "author": .author, "title": .title, "date": .date, "journal": .journal, "container-title": .container, "volume": .volume,
    "pages": .pages, "publisher": .publisher, "location": .location, "editor": .editor, "translator": .editor,
    "director": .editor,
    "producer": .editor, "doi": .link, "url": .link, "isbn": .link, "note": .note, "genre": .genre, "medium": .genre,
    "edition": .edition, "citation-number": .number, "collection-title": .series, "source": .series,
  ]
}

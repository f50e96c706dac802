import References

/// Reads GROBID's training references: `<bibl><author>…</author>. <title level="a">…</title>…</bibl>`.
///
/// The map to labels: `title` a → title, j → journal, m → container beside an article's title, else title, s → series;
/// `biblScope` volume and issue → volume, page → pages; `pubPlace` → location; `orgName` → publisher; `note` of a report → genre,
/// other notes → note; `idno` and `ptr` → link, of a report → genre; text between the elements goes to the field it speaks of
/// (`TrainingExample`).
package enum TEIReader {
  package static func strings(in bytes: [UInt8]) -> [TrainingString] {
    var strings: [TrainingString] = []
    var pieces: [(text: String, label: FieldLabel?, isMonograph: Bool)] = []
    var stack: [(label: FieldLabel?, isMonograph: Bool)] = []
    var isInside = false
    for event in MarkupEvents(bytes) {
      switch event {
      case .open("bibl", _):
        isInside = true
        pieces = []
        stack = [(nil, false)]
      case .close("bibl"):
        if isInside { strings.append(string(of: pieces)) }
        isInside = false
      case .open(let name, let attributes) where isInside:
        let found = label(of: name, attributes)
        stack.append((found ?? stack.last?.label, name == "title" && attributes.contains("\"m\"")))
        if name == "lb" { pieces.append((" ", nil, false)) }
      case .close where isInside:
        if stack.count > 1 { stack.removeLast() }
      case .text(let text) where isInside:
        pieces.append((text, stack.last?.label, stack.last?.isMonograph ?? false))
      default: break
      }
    }
    return strings
  }

  private static func string(of pieces: [(text: String, label: FieldLabel?, isMonograph: Bool)]) -> TrainingString {
    let hasArticle = pieces.contains { $0.label == .title && !$0.isMonograph }
    var string = TrainingString()
    for piece in pieces { string.append(piece.text, piece.isMonograph && hasArticle ? .container : piece.label) }
    while string.utf8.last == 0x20 { string.removeLast() }
    return string
  }

  private static func label(of name: String, _ attributes: String) -> FieldLabel? {
    switch name {
    case "author": .author
    case "editor": .editor
    case "date": .date
    case "pubPlace": .location
    case "publisher", "orgName": .publisher
    case "note", "notes": attributes.contains("report") ? .genre : .note
    case "idno": attributes.contains("report") ? .genre : .link
    case "ptr": .link
    case "title":
      attributes.contains("\"j\"") ? .journal : attributes.contains("\"s\"") ? .series : .title
    case "biblScope":
      attributes.contains("\"vol") || attributes.contains("\"issue")
        ? .volume
        : attributes.contains("\"pp\"") || attributes.contains("\"page") ? .pages : .note
    default: nil
    }
  }
}

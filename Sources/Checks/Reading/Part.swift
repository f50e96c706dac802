import Literature

/// The part of a document in which a result is printed.
enum Part: Hashable, Sendable {
  case abstract(Language)
  case text, table, note, caption

  init(of card: ResultCard, in context: CheckContext) {
    let passage = context.extract.passages[card.passage]
    switch card.location {
    case .table: self = .table
    case .abstract: self = .abstract(passage.language)
    case .note: self = .note
    case .text: self = passage.kind == .caption ? .caption : passage.kind == .note ? .note : .text
    }
  }

  /// As a message names it after "in the".
  var name: String {
    switch self {
    case .abstract(.chinese): "Chinese abstract"
    case .abstract(.english): "English abstract"
    case .abstract: "abstract"
    case .text: "text"
    case .table: "table"
    case .note: "note"
    case .caption: "caption"
    }
  }
}

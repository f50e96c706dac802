import Literature

/// The part of a document in which a result is printed.
enum Part: Hashable, Sendable {
  case abstract(Language)
  case text, table, note, caption

  init(of passage: Passage) {
    switch passage.kind {
    case .tableRow: self = .table
    case .note: self = .note
    case .caption: self = .caption
    default: self = passage.section == "abstract" ? .abstract(passage.language) : .text
    }
  }

  /// Abstracts first, tables last: of two places that differ the first is reported.
  var rank: Int {
    switch self {
    case .abstract: 0
    case .caption: 1
    case .note: 2
    case .text: 3
    case .table: 4
    }
  }

  var isAbstract: Bool { rank == 0 }

  init(of card: ResultCard, in context: CheckContext) {
    let passage = context.extract.passages[card.passage]
    switch card.location {
    case .table: self = .table
    case .abstract: self = .abstract(passage.language)
    case .note: self = .note
    case .text: self = passage.kind == .caption ? .caption : passage.kind == .note ? .note : .text
    }
  }

  /// As a Chinese message names it.
  var chineseName: String {
    switch self {
    case .abstract(.chinese): "中文摘要中"
    case .abstract(.english): "英文摘要中"
    case .abstract: "摘要中"
    case .text: "正文中"
    case .table: "表中"
    case .note: "注释中"
    case .caption: "图题中"
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

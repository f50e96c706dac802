import Foundation
import KnowledgeBase
import Literature

/// Research questions and the abstracts that they were asked of, each abstract a text file in a knowledge base of its own.
///
/// Readers, sentence splitting, index and query language are all measured together.
struct AbstractQuestions {
  static let file = "pubmedqa/dev.json"

  struct Item {
    var id: String
    var question: String
    var contexts: [String]
    var alias: String { "q\(id)" }
    var text: String { contexts.joined(separator: "\n\n") + "\n" }
  }

  let items: [Item]

  init(_ data: DataFolder) throws {
    guard case .object(let object) = try data.json(Self.file) else {
      items = []
      return
    }
    items = object.members.map { member in
      let (id, value) = (member.key, member.value)
      return Item(
        id: id, question: value["QUESTION"]?.stringValue ?? "",
        contexts: value["CONTEXTS"]?.arrayValue?.compactMap(\.stringValue) ?? [])
    }.sorted { $0.id < $1.id }
  }

  /// Ingests the abstracts of the items into a knowledge base that lives as long as `body` runs.
  func withKnowledgeBase<Result>(of items: [Item], _ body: (KnowledgeBase) throws -> Result) throws -> Result {
    try TemporaryKnowledgeBase.with { folder in
      for item in items { try Data(item.text.utf8).write(to: folder.appendingPathComponent("\(item.alias).txt")) }
      return [IngestSource.path(folder.path)]
    } run: {
      try body($0)
    }
  }
}

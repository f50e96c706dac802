import ArgumentParser
import KnowledgeBase

/// `concord remove`: a document out of the knowledge base.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "remove", abstract: "Take documents out of the knowledge base.")

  @Argument(help: "Documents by id, alias or path.")
  var documents: [String]
  @OptionGroup var index: IndexOption

  func run() throws {
    try index.with(.readWrite) { knowledgeBase in
      for name in documents {
        let removed = try knowledgeBase.remove(document: name)
        Console.write("Removed \(removed.id) \(removed.path)\n")
      }
    }
  }
}

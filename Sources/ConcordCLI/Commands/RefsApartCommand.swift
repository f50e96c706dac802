import ArgumentParser
import KnowledgeBase

/// `concord refs apart`: references that are a work of their own, because somebody says so.
struct RefsApartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apart",
    abstract: "Make references works of their own, or list those that are.",
    discussion: """
      “concord show WORK” tells which lines were taken for one work, and why. Where that is wrong, “refs apart review#12” gives the line a \
      work of its own. The decision is kept in the knowledge base with the content of the document, also when it is ingested again, \
      until --undo takes it back.
      """)

  @Argument(help: "References as DOCUMENT#LABEL; without any, those that are kept apart are listed.")
  var references: [String] = []
  @Flag(help: "Take the decision back: the references may be joined again.")
  var undo = false
  @OptionGroup var index: IndexOption

  func validate() throws {
    if undo, references.isEmpty { throw ValidationError("Name the references that may be joined again.") }
  }

  func run() throws {
    guard !references.isEmpty else {
      let kept = try index.with(.readOnly) { try $0.referencesKeptApart() }
      for reference in kept { Console.write("\(reference.alias)#\(reference.label)  \(reference.raw)\n") }
      if kept.isEmpty { throw ExitCode.nothingFound }
      return
    }
    try index.with(.readWrite) { knowledgeBase in
      for name in references {
        let reference = try knowledgeBase.keepApart(name, isApart: !undo)
        Console.write("\(undo ? "Joined again" : "Kept apart"): \(reference.alias)#\(reference.label)  \(reference.raw)\n")
      }
    }
  }
}

import ArgumentParser
import KnowledgeBase

/// Where the knowledge base is.
struct IndexOption: ParsableArguments {
  @Option(
    name: .customLong("index"), help: "Folder of the knowledge base (default: CONCORD_INDEX, else ./Index).",
    completion: .directory)
  var folder: String?

  var path: String { Self.path(folder) }

  /// Opens the knowledge base, does the work, and closes it whatever happens.
  func with<Result>(_ mode: KnowledgeBase.Mode, _ work: (KnowledgeBase) throws -> Result) throws -> Result {
    try Self.with(folder, mode, work)
  }

  private static func path(_ folder: String?) -> String { folder ?? Console.environment("CONCORD_INDEX") ?? "Index" }

  /// The same for a folder that was or was not named.
  static func with<Result>(
    _ folder: String?, _ mode: KnowledgeBase.Mode, _ work: (KnowledgeBase) throws -> Result
  ) throws -> Result {
    let knowledgeBase = try KnowledgeBase.open(at: path(folder), mode: mode)
    do {
      let result = try work(knowledgeBase)
      try knowledgeBase.close()
      return result
    } catch {
      try knowledgeBase.close()
      throw error
    }
  }
}

/// How a command prints.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

struct FormatOption: ParsableArguments {
  @Option(help: "text or json.")
  var format: OutputFormat = .text
}

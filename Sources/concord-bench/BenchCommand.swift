import ArgumentParser
import InvertedIndex

/// `concord-bench`: the bare index on a file of sentences, with the schema of the usual text engines. See Benchmarks/README.md.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concord-bench", abstract: "Time the inverted index alone, one JSON object a line.",
    subcommands: [IndexCommand.self, QueryCommand.self])
}

/// One field of words as they stand, folded, with positions; one column.
enum BenchSchema {
  static let text: UInt8 = 0
  static let number: UInt8 = 0
  static let schema = IndexSchema(fields: [.init("text")], columns: ["num"])
}

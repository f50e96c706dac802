import ArgumentParser
import InvertedIndex

/// `concord-bench`: the bare index on a file of sentences, with the schema of the usual text engines. See Benchmarks/README.md.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concord-bench", abstract: "Time the inverted index alone, one JSON object a line.",
    subcommands: [IndexCommand.self, AppendCommand.self, QueryCommand.self])
}

/// One field of words as they stand, folded, with positions; one column.
enum BenchSchema {
  static let text: UInt8 = 0
  static let number: UInt8 = 0
  static func schema(storesText: Bool) -> IndexSchema {
    IndexSchema(fields: [.init("text")], columns: ["num"], storesText: storesText)
  }

  /// Opens an index with or without texts.
  static func open(_ segments: [SegmentReference], in directory: DiskDirectory) throws(IndexError) -> IndexSnapshot {
    do throws(IndexError) { return try IndexSnapshot(segments, schema: schema(storesText: false), in: directory) } catch {
      guard error.code == .schemaMismatch else { throw error }
      return try IndexSnapshot(segments, schema: schema(storesText: true), in: directory)
    }
  }
}

import ArgumentParser
import KnowledgeBase

/// `concord compact`: all segments of the index into one.
struct CompactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact", abstract: "Join the index's segments into one and drop what was deleted.",
    discussion: "Commits do so by and by; this does all of it at once. Searches go on meanwhile.")

  @OptionGroup var index: IndexOption

  func run() throws {
    try index.with(.readWrite) { knowledgeBase in
      let before = try knowledgeBase.status().segments
      try knowledgeBase.compact()
      let after = try knowledgeBase.status().segments
      Console.write("\(Self.text(before)) → \(Self.text(after))\n")
    }
  }

  private static func text(_ segments: [KnowledgeBaseStatus.Segment]) -> String {
    "\(segments.count) segments, \(segments.reduce(0) { $0 + $1.deleted }) deleted passages, \(segments.reduce(0) { $0 + $1.bytes }) bytes"
  }
}

import Foundation
import Testing

@testable import InvertedIndex

/// An index as the first program of this format version wrote it. It must be read for ever, whatever is written today.
///
/// `CONCORD_RECORD_INDEX=1 swift test --filter FrozenIndex` writes a missing one; the files are never written again.
struct FrozenIndexTests {
  private static let schema = IndexSchema(
    fields: MadeCorpus.schema.fields, columns: MadeCorpus.schema.columns, storesText: true)
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "../../Index/v\(FileFormat.version)"
  ).standardized.path
  private static let deleted: Set<UInt64> = [3, 40, 299]

  private static func build(in directory: some IndexDirectory) throws -> ([SegmentReference], [MadePassage]) {
    var corpus = MadeCorpus(seed: 2026)
    let passages = (0..<300).map { corpus.passage(UInt64($0)) }
    let builder = SegmentBuilder(schema: schema)
    for passage in passages { builder.add(passage.indexed, text: text(passage)) }
    let whole = try builder.write(to: directory, name: "frozen")
    let references = try IndexSnapshot([whole], schema: schema, in: directory).deleting(deleted, in: directory)
    return (references, passages)
  }

  private static func text(_ passage: MadePassage) -> [UInt8] { Array(passage.terms.map(\.term).joined(separator: " ").utf8) }

  @Test func theFrozenIndexAnswersAsItDid() throws {
    let record = ProcessInfo.processInfo.environment["CONCORD_RECORD_INDEX"] == "1"
    if record, !FileManager.default.fileExists(atPath: Self.folder) {
      try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
      _ = try Self.build(in: DiskDirectory(Self.folder))
    }
    let (references, passages) = try Self.build(in: MemoryDirectory())
    let frozen = try IndexSnapshot(references, schema: Self.schema, in: DiskDirectory(Self.folder))
    #expect(frozen.verify().isEmpty)
    let naive = NaiveIndex(schema: Self.schema, passages: passages, deleted: Self.deleted)
    var queries = MadeCorpus(seed: 2027)
    for _ in 0..<60 {
      let query = queries.query()
      #expect(try frozen.top(query, limit: 10) == Array(naive.hits(query).prefix(10)), "\(query)")
    }
    for passage in passages {
      let isDeleted = Self.deleted.contains(passage.id)
      #expect(try frozen.storedText(of: passage.id) == (isDeleted ? nil : Self.text(passage)))
    }
  }
}

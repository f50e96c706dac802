import Foundation
import InvertedIndex
import Literature
import Synchronization

/// What a check of the whole knowledge base found.
public struct VerificationReport: Hashable, Sendable {
  /// What was walked, with how many of it.
  public struct Step: Hashable, Sendable {
    public var what: String
    public var count: Int
  }
  public var steps: [Step] = []
  /// What is wrong; empty for a sound knowledge base.
  public var problems: [String] = []

  public var json: JSONValue {
    var object = JSONObject()
    object.append("sound", .bool(problems.isEmpty))
    var walked = JSONObject()
    for step in steps { walked.append(step.what, step.count) }
    object.append("walked", .object(walked))
    object.append("problems", .strings(problems))
    return .object(object)
  }
}

extension KnowledgeBase {
  /// Walks everything: the database and its foreign keys, every span against its text, every passage against the index, and every structure and
  /// checksum of the index. O(everything).
  public func verify() throws(KnowledgeBaseError) -> VerificationReport {
    var report = try catalogue.read { db in
      var verification = Verification(reader: CatalogueReader(db: db))
      try verification.walkDatabase()
      try verification.walkDocuments()
      return verification.report
    }
    // What stands on the disk counts, not what was opened before.
    opened.withLock { $0 = nil }
    do {
      let walked = try readIndex { reader, index in
        var verification = Verification(reader: reader)
        try verification.walkIndex(index)
        return verification.report
      }
      report.steps += walked.steps
      report.problems += walked.problems
    } catch {
      // An index that cannot even be opened is what this was asked to find.
      report.problems.append("index: \(error.message)")
    }
    return report
  }
}

/// One walk over a snapshot.
private struct Verification {
  let reader: CatalogueReader
  var report = VerificationReport()
  /// Tables whose rows have a place in their document.
  private static let placed = ["section", "passage", "reference", "citation", "abbreviation", "result", "diagnostic"]

  init(reader: CatalogueReader) { self.reader = reader }

  mutating func walkDatabase() throws {
    let integrity: [String] = try reader.db.values("PRAGMA integrity_check")
    report.problems += integrity.filter { $0 != "ok" }.map { "catalogue: \($0)" }
    for row in try reader.db.rows("PRAGMA foreign_key_check") {
      report.problems.append("catalogue: a row of \(row[0] as String? ?? "?") points to nothing in \(row[2] as String? ?? "?")")
    }
    report.steps.append(
      .init(
        what: "tables", count: try reader.db.value("SELECT count(*) FROM sqlite_master WHERE type = 'table'") ?? 0))
  }

  mutating func walkDocuments() throws {
    let documents = try reader.documents()
    var spans = 0
    for document in documents {
      guard let text = try reader.text(of: document.key), text.utf8.count == document.bytes else {
        report.problems.append("document \(document.id): its text is missing or of another length")
        continue
      }
      for table in Self.placed { spans += try walkSpans(of: table, document, text) }
      try walkPassages(document, text)
    }
    report.steps.append(.init(what: "documents", count: documents.count))
    report.steps.append(.init(what: "spans", count: spans))
  }

  private mutating func walkSpans(of table: String, _ document: DocumentRecord, _ text: StoredText) throws -> Int {
    let blobs: [[UInt8]] = try reader.db.values(
      "SELECT span FROM \"\(table)\" WHERE document = ? AND span IS NOT NULL", [document.key])
    for blob in blobs {
      let span = SpanCoding.span(blob)
      if span.map({ $0.ranges.contains { $0.upperBound > text.utf8.count } }) ?? true {
        report.problems.append("document \(document.id): a span of \(table) lies outside its text")
      }
    }
    return blobs.count
  }

  /// The words of a passage are those of its span; what joins them is counted, not compared.
  private mutating func walkPassages(_ document: DocumentRecord, _ text: StoredText) throws {
    for passage in try reader.passages(of: document.key) where !Self.agrees(passage, text) {
      report.problems.append("document \(document.id): passage \(passage.id) differs from its text")
    }
  }

  private static func agrees(_ passage: PassageRecord, _ text: StoredText) -> Bool {
    let words = Array(passage.text.utf8)
    var offset = 0
    for (index, range) in passage.span.ranges.enumerated() {
      offset += index < passage.joins.count ? Int(passage.joins[index]) : 0
      guard range.upperBound <= text.utf8.count, offset + range.count <= words.count,
        text.utf8[range].elementsEqual(words[offset..<offset + range.count])
      else { return false }
      offset += range.count
    }
    return offset == words.count
  }

  mutating func walkIndex(_ index: IndexSnapshot) throws {
    report.problems += index.verify().map(\.description)
    let indexed = try index.externalIDs(matching: .all)
    let known = try reader.db.values("SELECT key FROM passage ORDER BY key").map { (key: Int64) in UInt64(key) }
    if indexed != known {
      let (inIndex, inCatalogue) = (Set(indexed), Set(known))
      report.problems.append(
        "index: \(inIndex.subtracting(inCatalogue).count) passages are unknown to the catalogue, \(inCatalogue.subtracting(inIndex).count) are missing"
      )
    }
    report.steps.append(.init(what: "segments", count: index.references.count))
    report.steps.append(.init(what: "passages", count: indexed.count))
  }
}

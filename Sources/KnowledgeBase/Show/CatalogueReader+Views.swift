import Foundation
import Literature

extension CatalogueReader {
  func view(of passage: PassageRecord, withNeighbours: Bool = false) throws -> PassageView {
    PassageView(
      passage: passage, citations: try citations(in: passage.key), references: try references(citedIn: passage.key),
      trials: try trialNames(in: passage.key), results: try cards(inPassage: passage.key), claim: try claim(in: passage.key),
      before: withNeighbours ? try self.passage(of: passage.documentKey, ordinal: passage.ordinal - 1) : nil,
      after: withNeighbours ? try self.passage(of: passage.documentKey, ordinal: passage.ordinal + 1) : nil)
  }

  func passage(of document: Int64, ordinal: Int) throws -> PassageRecord? {
    try db.rows(PassageRecord.select + " WHERE document = ? AND ordinal = ?", [document, ordinal]).first.map(PassageRecord.init)
  }

  func passage(of document: Int64, id: String) throws -> PassageRecord? {
    try db.rows(PassageRecord.select + " WHERE document = ? AND passage.id = ?", [document, id]).first.map(PassageRecord.init)
  }

  func view(of work: WorkRecord) throws -> WorkView {
    let references = try references(toWork: work.key)
    let citing = try references.map { reference in
      WorkView.Citing(
        reference: reference, joinedBy: joined(reference, to: work, among: references),
        isKeptApart: try KeptApart(db: db).labels(ofDocument: reference.documentKey).contains(reference.label),
        passages: try passages(citing: reference.key).map { try view(of: $0) })
    }
    let document = try work.documentKey.flatMap { try self.document(key: $0) }
    let trials = try trialNames(ofWork: work.key).flatMap { try self.trials(named: $0) }
    return WorkView(
      work: work, document: document, citedBy: citing, trials: trials.reduce(into: []) { $0.appendNew($1) },
      ownResults: try document.map { try cards(of: $0.key) } ?? [])
  }

  /// Why a reference is of a work: what agrees with the work's description, or with another reference to it. A lone one needs no reason.
  private func joined(_ reference: ReferenceRecord, to work: WorkRecord, among references: [ReferenceRecord]) -> [String] {
    guard references.count > 1 || work.documentKey != nil else { return [] }
    let others = [work.item] + references.filter { $0.key != reference.key }.map(\.item)
    return others.lazy.map { WorkMatch(reference.item, $0) }.first(where: \.isSame)?.reasons ?? []
  }

  func view(of document: DocumentRecord) throws -> DocumentView {
    let counts = try db.rows(
      """
      SELECT reference.key, count(citation_reference.citation) FROM reference
      LEFT JOIN citation_reference ON citation_reference.reference = reference.key WHERE document = ? GROUP BY reference.key
      """, [document.key])
    let countOfReference = Dictionary(counts.map { ($0[0] as Int64, $0[1] as Int) }, uniquingKeysWith: +)
    return DocumentView(
      document: document, sections: try sections(of: document.key),
      references: try references(of: document.key).map { .init(reference: $0, citationCount: countOfReference[$0.key] ?? 0) },
      trials: try trials("key IN (SELECT identity FROM trial WHERE document = ?)", [document.key]).map(\.name),
      diagnostics: try diagnostics(of: document.key))
  }

  private func sections(of document: Int64) throws -> [DocumentView.Part] {
    try db.rows("SELECT label, number, title, level FROM section WHERE document = ? AND ordinal > 0 ORDER BY ordinal", [document])
      .map { DocumentView.Part(label: $0[0], number: $0[1], title: $0[2], level: $0[3]) }
  }

  private func diagnostics(of document: Int64) throws -> [Diagnostic] {
    try db.rows("SELECT severity, code, message, span FROM diagnostic WHERE document = ? ORDER BY ordinal", [document]).map {
      row in
      let span = (row[3] as [UInt8]?).flatMap(SpanCoding.span)
      return Diagnostic(Diagnostic.Severity(rawValue: row[0]) ?? .info, row[1], row[2], span: span)
    }
  }
}

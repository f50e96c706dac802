import Foundation
import Literature

/// A line of a reference list with the work behind it.
public struct ReferenceRecord: Hashable, Sendable {
  public var key: Int64
  public var documentKey: Int64
  public var document: String
  public var alias: String
  public var label: String
  public var raw: String
  public var style: String
  public var item: BibliographicItem
  public var problems: [String]
  public var span: SourceSpan
  public var work: Int64

  public var doi: String? { item.doi }
  public var title: String? { item.title }

  /// As hits name it: `label doi title`.
  public var brief: JSONValue {
    var object = JSONObject()
    object.append("label", label)
    object.append("doi", item.doi)
    object.append("pmid", item.pmid)
    object.append("title", item.title)
    return .object(object)
  }

  public var json: JSONValue {
    var object = JSONObject()
    object.append("type", "reference")
    object.append("document", document)
    object.append("span", span.json)
    object.append("label", label)
    object.append("raw", raw)
    object.append("style", style)
    object.append("csl", item.cslJSON)
    object.append("problems", .strings(problems))
    return .object(object)
  }
}

/// An in-text callout.
public struct CitationRecord: Hashable, Sendable {
  public var key: Int64
  public var marker: String
  public var labels: [String]
  public var resolved: [String]
  public var span: SourceSpan

  public var json: JSONValue {
    var object = JSONObject()
    object.append("marker", marker)
    object.append("labels", .strings(labels))
    object.append("resolved", .strings(resolved))
    object.append("span", span.json)
    return .object(object)
  }
}

/// A sentence that states a finding.
public struct ClaimRecord: Hashable, Sendable {
  public var passage: Int64
  public var direction: String
  public var significance: String
  public var hedged: Bool
  /// `finding background recommendation`.
  public var kind: String

  public var json: JSONValue {
    var object = JSONObject()
    object.append("direction", direction)
    object.append("significance", significance)
    object.append("hedged", .bool(hedged))
    object.append("kind", kind)
    return .object(object)
  }
}

extension CatalogueReader {
  private static let references = """
    SELECT reference.*, document.id AS document_id, document.alias FROM reference JOIN document ON document.key = reference.document
    """

  /// Those that a passage cites, or is the entry of; in the order of the list.
  func references(citedIn passage: Int64) throws -> [ReferenceRecord] {
    try db.rows(
      Self.references + """
         WHERE reference.key IN (SELECT reference FROM citation_reference JOIN citation ON citation.key = citation WHERE passage = ?1)
          OR reference.key IN (SELECT r.key FROM reference AS r JOIN passage AS p ON p.document = r.document AND p.reference = r.ordinal WHERE p.key = ?1)
          ORDER BY reference.ordinal
        """, [passage]
    ).map(reference)
  }

  func references(of document: Int64) throws -> [ReferenceRecord] {
    try db.rows(Self.references + " WHERE reference.document = ? ORDER BY reference.ordinal", [document]).map(reference)
  }

  func references(toWork work: Int64) throws -> [ReferenceRecord] {
    try db.rows(
      Self.references + """
         WHERE reference.work = ?1 OR reference.key IN (SELECT reference FROM other_work WHERE work = ?1)
          ORDER BY document.alias, document.id, reference.ordinal
        """, [work]
    ).map(reference)
  }

  func reference(key: Int64) throws -> ReferenceRecord? {
    try db.rows(Self.references + " WHERE reference.key = ?", [key]).first.map(reference)
  }

  private func reference(_ row: Row) -> ReferenceRecord {
    ReferenceRecord(
      key: row["key"], documentKey: row["document"], document: row["document_id"], alias: row["alias"], label: row["label"],
      raw: row["raw"], style: row["style"], item: BibliographicItem(stored: row["item"]),
      problems: ListCoding.strings(row["problems"]), span: SpanCoding.span(row["span"]) ?? SourceSpan([]),
      work: row["work"])
  }

  func citations(in passage: Int64) throws -> [CitationRecord] {
    try db.rows("SELECT * FROM citation WHERE passage = ? ORDER BY ordinal", [passage]).map { row in
      CitationRecord(
        key: row["key"], marker: row["marker"], labels: ListCoding.strings(row["labels"]),
        resolved: ListCoding.strings(row["resolved"]), span: SpanCoding.span(row["span"]) ?? SourceSpan([]))
    }
  }

  /// The passages that call a reference out, in the order of the document.
  func passages(citing reference: Int64) throws -> [PassageRecord] {
    try db.rows(
      PassageRecord.select + """
         WHERE passage.key IN (SELECT passage FROM citation JOIN citation_reference ON citation = citation.key WHERE reference = ?)
          ORDER BY ordinal
        """, [reference]
    ).map(PassageRecord.init)
  }

  func claim(in passage: Int64) throws -> ClaimRecord? {
    try db.rows("SELECT * FROM claim WHERE passage = ? ORDER BY ordinal", [passage]).first.map { row in
      ClaimRecord(
        passage: row["passage"], direction: row["direction"], significance: row["significance"], hedged: row["hedged"],
        kind: row["kind"])
    }
  }

  /// The trials of a passage by their names across documents: those that it names, and those that its cards are of.
  func trialNames(in passage: Int64) throws -> [String] {
    try db.values(
      """
      SELECT DISTINCT trial_identity.name FROM trial JOIN trial_identity ON trial_identity.key = trial.identity
      WHERE trial.key IN (SELECT trial FROM trial_passage WHERE passage = ?1)
        OR trial.key IN (SELECT trial FROM result WHERE passage = ?1 AND trial IS NOT NULL) ORDER BY trial.ordinal
      """, [passage])
  }
}

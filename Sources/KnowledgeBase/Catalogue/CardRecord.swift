import Foundation
import Literature

/// A result card with the place that it was read from.
public struct CardRecord: Hashable, Sendable {
  public var key: Int64
  public var documentKey: Int64
  /// The document's id.
  public var document: String
  /// Within the document, from 0.
  public var ordinal: Int
  public var passageKey: Int64
  /// "p12".
  public var passage: String
  public var section: String
  /// The card; its `passage` and `references` are places in the document's lists.
  public var card: ResultCard
  /// Labels of the references that the card rests on.
  public var references: [String]
  /// The trial across documents.
  public var trialIdentity: Int64?

  public var json: JSONValue {
    var object = JSONObject()
    object.append("type", card.recordType)
    object.append("document", document)
    object.append("span", card.span.json)
    object.append("section", section)
    card.appendKeys(to: &object)
    object.append("references", .strings(references))
    object.append("passage", passage)
    return .object(object)
  }
}

extension CatalogueReader {
  private static let cards = """
    SELECT result.*, document.id AS document_id, passage.id AS passage_id, passage.ordinal AS passage_ordinal, passage.section,
      trial.identity FROM result JOIN document ON document.key = result.document JOIN passage ON passage.key = result.passage
      LEFT JOIN trial ON trial.key = result.trial
    """

  func cards(inPassage key: Int64) throws -> [CardRecord] {
    try db.rows(Self.cards + " WHERE result.passage = ? ORDER BY result.ordinal", [key]).map(card)
  }

  func cards(of document: Int64) throws -> [CardRecord] {
    try db.rows(Self.cards + " WHERE result.document = ? ORDER BY result.ordinal", [document]).map(card)
  }

  func cards(ofTrialIdentity key: Int64) throws -> [CardRecord] {
    try db.rows(Self.cards + " WHERE trial.identity = ? ORDER BY document.alias, document.id, result.ordinal", [key]).map(card)
  }

  func cardsOfNoTrial() throws -> [CardRecord] {
    try db.rows(Self.cards + " WHERE result.trial IS NULL ORDER BY document.alias, document.id, result.ordinal").map(card)
  }

  func card(key: Int64) throws -> CardRecord? { try db.rows(Self.cards + " WHERE result.key = ?", [key]).first.map(card) }

  private func card(_ row: Row) throws -> CardRecord {
    let key: Int64 = row["key"]
    let references = try db.rows(
      "SELECT label, reference.ordinal FROM result_reference JOIN reference ON reference.key = reference WHERE result = ? ORDER BY result_reference.ordinal",
      [key])
    var card = ResultCard(
      measure: row["measure"], location: .init(rawValue: row["location"]) ?? .text, passage: row["passage_ordinal"],
      span: SpanCoding.span(row["span"]) ?? SourceSpan([]))
    card.trial = row["trial_id"]
    card.endpoint = row["endpoint"]
    card.value = PrintedNumber(row: row, "value")
    card.low = PrintedNumber(row: row, "low")
    card.high = PrintedNumber(row: row, "high")
    card.level = row["level"]
    card.p = PrintedNumber(row: row, "p")
    card.pSided = (row["p_sided"] as String?).flatMap(ResultCard.Sidedness.init(rawValue:))
    card.unit = row["unit"]
    card.arm = row["arm"]
    card.comparator = row["comparator"]
    card.population = row["population"]
    card.dataCut = row["data_cut"]
    card.details = try details(row["details"]).map(ResultDetails.init(stored:)) ?? ResultDetails()
    card.armValues = try armValues(key)
    card.references = references.map { $0[1] }
    return CardRecord(
      key: key, documentKey: row["document"], document: row["document_id"], ordinal: row["ordinal"], passageKey: row["passage"],
      passage: row["passage_id"], section: row["section"], card: card, references: references.map { $0[0] },
      trialIdentity: row["identity"])
  }

  private func armValues(_ card: Int64) throws -> [ResultCard.ArmValue] {
    try db.rows("SELECT * FROM result_arm WHERE result = ? ORDER BY ordinal", [card]).compactMap { row in
      guard let value = PrintedNumber(row: row, "value") else { return nil }
      var arm = ResultCard.ArmValue(arm: row["arm"], value: value)
      arm.details = try details(row["details"]).map(ArmDetails.init(stored:)) ?? ArmDetails()
      return arm
    }
  }

  private func details(_ text: String?) throws -> JSONValue? { try text.map { try JSONValue(parsing: $0) } }
}

import Foundation
import Literature

/// A passage with the document that it stands in.
public struct PassageRecord: Hashable, Sendable {
  public var key: Int64
  public var documentKey: Int64
  /// The document's id.
  public var document: String
  public var alias: String
  /// Within the document, from 0.
  public var ordinal: Int
  /// "p12".
  public var id: String
  public var kind: Passage.Kind
  public var section: String
  public var language: String
  /// Joined over line and page breaks.
  public var text: String
  /// In the stored text.
  public var span: SourceSpan
  /// The reference that the passage is the entry of, from 0.
  public var reference: Int?
  /// See `SpanCoding.joins`.
  var joins: [UInt8]

  static let select = """
    SELECT passage.key, passage.document, document.id AS document_id, document.alias, ordinal, passage.id, kind, section,
      passage.language, passage.text, span, joins, reference FROM passage JOIN document ON document.key = passage.document
    """

  init(_ row: Row) {
    key = row["key"]
    documentKey = row["document"]
    document = row["document_id"]
    alias = row["alias"]
    ordinal = row["ordinal"]
    id = row["id"]
    kind = Passage.Kind(rawValue: row["kind"]) ?? .sentence
    section = row["section"]
    language = row["language"]
    text = row["text"]
    span = SpanCoding.span(row["span"]) ?? SourceSpan([])
    reference = row["reference"]
    joins = row["joins"]
  }

  /// Where a span of the document stands in `text`: in pieces, since the text may be joined over breaks.
  public func textRanges(of wanted: SourceSpan) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var offset = 0
    for (index, piece) in span.ranges.enumerated() {
      offset += index < joins.count ? Int(joins[index]) : 0
      for range in wanted.ranges {
        let low = max(piece.lowerBound, range.lowerBound)
        let high = min(piece.upperBound, range.upperBound)
        if low < high { found.append(low - piece.lowerBound + offset..<high - piece.lowerBound + offset) }
      }
      offset += piece.count
    }
    return found
  }

  /// The place in the document of a range of `text`.
  public func span(ofText wanted: Range<Int>) -> SourceSpan {
    var ranges: [Range<Int>] = []
    var offset = 0
    for (index, piece) in span.ranges.enumerated() {
      offset += index < joins.count ? Int(joins[index]) : 0
      let low = max(offset, wanted.lowerBound)
      let high = min(offset + piece.count, wanted.upperBound)
      if low < high { ranges.append(low - offset + piece.lowerBound..<high - offset + piece.lowerBound) }
      offset += piece.count
    }
    return SourceSpan(ranges)
  }

  public var json: JSONValue {
    var object = JSONObject()
    object.append("type", "passage")
    object.append("document", document)
    object.append("span", span.json)
    object.append("section", section)
    object.append("id", id)
    object.append("kind", kind.rawValue)
    object.append("text", text)
    object.append("language", language)
    return .object(object)
  }
}

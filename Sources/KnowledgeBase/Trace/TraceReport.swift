import Literature

/// A place where a traced value stands.
public struct TracePlace: Hashable, Sendable {
  /// What the source of a citation says of the value.
  public struct SourceFinding: Hashable, Sendable {
    public enum Verdict: String, Sendable {
      /// On a card of the same measure and endpoint.
      case sameCard
      /// On such a card, rounded or in another unit.
      case rounded
      /// Only on a card of another measure or endpoint.
      case otherCard
      /// In the words of the source, on no card.
      case inText
      case absent
      case notInKnowledgeBase
    }
    public var reference: ReferenceRecord
    public var verdict: Verdict
    /// The source's alias, where it was ingested.
    public var document: String?
    public var card: CardRecord?
    /// The passage of the source's card.
    public var quote: PassageRecord?
  }

  public var passage: PassageRecord
  /// In the passage's text.
  public var textRange: Range<Int>
  /// In the document.
  public var span: SourceSpan
  public var number: PrintedNumber
  public var unit: String?
  public var match: ValueMatch
  /// In words, where the match is not exact: "0.534 rounds to 0.53".
  public var explanation: String?
  public var card: CardRecord?
  /// What the card rests on, or else what the passage cites.
  public var references: [ReferenceRecord]
  public var trials: [String]
  public var sources: [SourceFinding]

  public var json: JSONValue {
    var object = JSONObject()
    object.append("document", passage.document)
    object.append("alias", passage.alias)
    object.append("section", passage.section)
    object.append("passage", passage.id)
    object.append("text", passage.text)
    object.append("highlights", .array([.ints([textRange.lowerBound, textRange.upperBound])]))
    object.append("span", span.json)
    object.append("printed", number.printed)
    object.append("unit", unit)
    object.append("match", "\(match)")
    object.append("explanation", explanation)
    object.append("trials", .strings(trials))
    object.append("result", card?.json)
    object.append("references", .array(references.map(\.brief)))
    object.append("sources", .array(sources.map(\.json)))
    return .object(object)
  }
}

extension TracePlace.SourceFinding {
  var json: JSONValue {
    var object = JSONObject()
    object.append("label", reference.label)
    object.append("doi", reference.item.doi)
    object.append("verdict", verdict.rawValue)
    object.append("document", document)
    object.append("result", card?.json)
    object.append("text", quote?.text)
    return .object(object)
  }
}

/// Every place where a value stands.
public struct TraceReport: Hashable, Sendable {
  public var asked: String
  public var value: TracedValue
  /// Best agreement first, then by document and place.
  public var places: [TracePlace]
  /// All places; `places` may be cut at a limit.
  public var total: Int

  public var json: JSONValue {
    var object = JSONObject()
    object.append("value", asked)
    object.append("number", value.number.value)
    object.append("unit", value.unit)
    object.append("measure", value.measure)
    object.append("total", total)
    object.append("places", .array(places.map(\.json)))
    return .object(object)
  }
}

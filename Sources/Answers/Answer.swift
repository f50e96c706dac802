import Checks
import Literature

/// An answer in quotations, or a refusal that says what came nearest.
public struct Answer: Sendable {
  /// What is known on one trial, or on no trial in particular.
  public struct Part: Sendable {
    public var trial: Trial?
    public var cards: [EvidenceCard]
    public var quotes: [EvidencePassage]
    public var references: [CitedWork]
    /// Whether it is what was asked for; a list also gives the other rows of its table, which are not.
    public var isFitting = true
    /// What the rules of `check` say of the passages quoted.
    public var findings: [QuotedFinding] = []
  }
  public struct Match: Hashable, Sendable {
    public var asked: String
    public var found: String
  }
  /// What came closest to an answer, and why it was not enough.
  public struct NearMiss: Sendable {
    public var reason: String
    public var passage: EvidencePassage?
  }

  public var question: String
  public var parts: [Part] = []
  public var matchedThrough: [Match] = []
  public var nearest: [NearMiss] = []
  public var isAnswered: Bool { !parts.isEmpty }

  /// As RECORDS describes `ask --format json`.
  public var json: JSONValue {
    var object = JSONObject()
    object.append("question", question)
    object.append("answered", JSONValue.bool(isAnswered))
    object.append("answers", .array(parts.map(\.json)))
    object.append(
      "matchedThrough",
      .array(
        matchedThrough.map { match in
          var object = JSONObject()
          object.append("asked", match.asked)
          object.append("as", match.found)
          return .object(object)
        }))
    object.append("nearest", .array(nearest.map(\.json)))
    return .object(object)
  }
}

extension Answer.Part {
  var json: JSONValue {
    var object = JSONObject()
    object.append("trial", trial?.id)
    if !isFitting { object.append("fits", JSONValue.bool(false)) }
    object.append(nonEmpty: "registry", trial?.registry.map(\.json) ?? [])
    object.append("sampleSize", trial?.sampleSize)
    object.append("cards", .array(cards.map(\.json)))
    object.append("quotes", .array(quotes.map(\.json)))
    object.append("references", .array(references.map(\.json)))
    object.append(nonEmpty: "findings", findings.map(\.json))
    return .object(object)
  }
}

extension Answer.NearMiss {
  var json: JSONValue {
    var object = JSONObject()
    object.append("reason", reason)
    object.append("quote", passage?.json)
    return .object(object)
  }
}

extension EvidenceCard {
  var json: JSONValue {
    var object = JSONObject()
    object.append("type", "result")
    object.append("document", passage.document)
    object.append("span", card.span.json)
    object.append("section", passage.section)
    card.appendKeys(to: &object)
    object.append("references", JSONValue.strings(references.map(\.label)))
    object.append("passage", passage.id)
    return .object(object)
  }
}

extension EvidencePassage {
  var json: JSONValue {
    var object = JSONObject()
    object.append("document", document)
    object.append("section", section)
    object.append("passage", id)
    object.append("text", text)
    object.append("span", span.json)
    return .object(object)
  }
}

extension CitedWork {
  var json: JSONValue {
    var object = JSONObject()
    object.append("label", label)
    object.append("doi", doi)
    object.append("title", title)
    return .object(object)
  }
}

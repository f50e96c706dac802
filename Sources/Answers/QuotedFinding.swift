import Checks
import Literature

/// A finding of `check` at a place that an answer quotes: whether the figures that answer can be right.
public struct QuotedFinding: Hashable, Sendable {
  /// `EvidencePassage.place` of the quotation.
  public var place: String
  /// The id of the document that holds it.
  public var document: String
  public var finding: Finding

  var json: JSONValue {
    var object = JSONObject()
    object.append("document", document)
    object.append("code", finding.code)
    object.append("name", finding.name)
    object.append("severity", finding.severity.rawValue)
    object.append("message", finding.message)
    object.append("span", finding.span.json)
    object.append("arithmetic", finding.arithmetic)
    return .object(object)
  }
}

extension Answer {
  /// Says of a document, not of the place that is quoted.
  private static let rulesOfDocuments: Set<String> = ["T601"]

  /// Runs the rules over the documents, without their sources, and keeps what they say of the quotations.
  func withFindings(in extracts: [Extract]) -> Answer {
    let rules = RuleRegistry.rules.filter { !Self.rulesOfDocuments.contains(type(of: $0).code) }
    var reports: [String: [Finding]] = [:]
    for extract in extracts {
      reports[extract.documentID] = Checker.check(extract: extract, rules: rules).findings
    }
    var answer = self
    for index in answer.parts.indices {
      answer.parts[index].findings = answer.parts[index].quotes.flatMap { passage in
        (reports[passage.document] ?? []).filter { $0.span.overlaps(passage.span) }
          .map { QuotedFinding(place: passage.place, document: passage.document, finding: $0) }
      }
    }
    return answer
  }
}

import Literature

/// The numbers of one outcome on both sides of a question, as the cards of a document hold them.
public struct ComparisonFigures: Hashable, Sendable {
  /// One side; what the document does not print is nil.
  public struct Side: Hashable, Sendable {
    /// The arm as the card names it.
    public var arm: String?
    public var events: PrintedNumber?
    public var total: PrintedNumber?
    public var percent: PrintedNumber?
    public var mean: PrintedNumber?
    public var median: PrintedNumber?
    public var spread: PrintedNumber?
    public var spreadKind: ResultDetails.SpreadKind?

    public init() {}
  }
  public var intervention = Side()
  public var comparator = Side()
  /// Index into `Extract.results` of the card; nil where none fits the question.
  public var card: Int?
  public var endpoint: String?
  public var unit: String?
  public var p: PrintedNumber?

  public init() {}

  public var isEmpty: Bool { card == nil }
}

extension ComparisonFigures {
  public var json: JSONValue {
    var object = JSONObject()
    object.append("endpoint", endpoint)
    object.append("unit", unit)
    object.append("intervention", isEmpty && intervention.isEmpty ? nil : intervention.json)
    object.append("comparator", isEmpty && comparator.isEmpty ? nil : comparator.json)
    object.append("p", p?.value)
    object.append("pPrinted", p?.display)
    return .object(object)
  }

  /// One line a side, for people; none where nothing is known.
  public var lines: [String] {
    [("intervention", intervention), ("comparator", comparator)].compactMap { name, side in
      side.isEmpty ? nil : "\(name): \(side.text)\(unit.map { " \($0)" } ?? "")"
    }
  }
}

extension ComparisonFigures.Side {
  var isEmpty: Bool { [events, total, percent, mean, median].allSatisfy { $0 == nil } }

  var json: JSONValue {
    var object = JSONObject()
    object.append("arm", arm)
    for (name, number) in [
      ("events", events), ("n", total), ("percent", percent), ("mean", mean), ("median", median), ("spread", spread),
    ] {
      object.append(name, number?.value)
    }
    object.append("spreadKind", spreadKind?.rawValue)
    return .object(object)
  }

  var text: String {
    var parts = [arm].compactMap { $0 }
    if let events {
      parts.append("\(events.printed)\(total.map { " of \($0.printed)" } ?? "")")
    } else if let total {
      parts.append("n = \(total.printed)")
    }
    if let percent { parts.append("\(percent.printed) %") }
    if let mean { parts.append("mean \(mean.printed)") }
    if let median { parts.append("median \(median.printed)") }
    if let spread { parts.append("(\(spreadKind?.rawValue ?? "±") \(spread.printed))") }
    return parts.joined(separator: " ")
  }
}

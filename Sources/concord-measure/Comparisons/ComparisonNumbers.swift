import Evidence
import Literature

/// Numbers asked for by outcome, intervention and comparator: events, group sizes, means, standard deviations.
struct ComparisonNumbers: Measure {
  let name = "questions/numbers"
  let needs = ["rct-numeric/dev.json", "rct-numeric/xml"]

  /// Key of gold, and ours.
  private static let keys: [(name: String, ours: @Sendable (ComparisonFigures) -> PrintedNumber?)] = [
    ("intervention_events", { $0.intervention.events }), ("intervention_group_size", { $0.intervention.total }),
    ("comparator_events", { $0.comparator.events }), ("comparator_group_size", { $0.comparator.total }),
    ("intervention_mean", { $0.intervention.mean }), ("intervention_standard_deviation", { $0.intervention.spread }),
    ("comparator_mean", { $0.comparator.mean }), ("comparator_standard_deviation", { $0.comparator.spread }),
  ]

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name,
      rule:
        "questions whose article is in the folder; a number is right where it equals gold's as a value; a question is exact where all numbers that gold gives are right (those that gold leaves out are not judged)"
    )
    var documents: [Int: ComparisonDocument] = [:]
    var (exact, questions, right, numbers) = (0, 0, 0, 0)
    for item in try data.json("rct-numeric/dev.json").arrayValue ?? [] {
      guard let article = item["pmcid"]?.intValue, data.has("rct-numeric/xml/PMC\(article).nxml") else { continue }
      let document = try documents[article] ?? ComparisonDocument(try data.extract("rct-numeric/xml/PMC\(article).nxml"))
      documents[article] = document
      func text(_ key: String) -> String { item[key]?.stringValue ?? "" }
      let question = ComparisonQuestion(
        outcome: text("outcome"), intervention: text("intervention"), comparator: text("comparator"))
      let figures = document.figures(for: question)
      let wanted = Self.keys.compactMap { key in item[key.name]?.doubleValue.map { (key.name, $0, key.ours(figures)?.value) } }
      let matched = wanted.count { $0.1 == $0.2 }
      (questions, numbers, right) = (questions + 1, numbers + wanted.count, right + matched)
      if matched == wanted.count {
        exact += 1
      } else {
        let misses = wanted.filter { $0.1 != $0.2 }.map { "\($0.0) \($0.1), ours \($0.2.map { "\($0)" } ?? "none")" }
        report.misses.append(
          "PMC\(article) \(question.outcome): \(misses.joined(separator: "; ")) [\(figures.endpoint ?? "no card")]")
      }
    }
    report.rows = [
      .init(what: "questions, exact", matched: exact, gold: questions), .init(what: "numbers", matched: right, gold: numbers),
    ]
    return report
  }
}

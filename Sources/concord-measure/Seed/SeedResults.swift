import Literature

/// Result cards of the review, figure by figure.
struct SeedResults: Measure {
  let name = "review/results"
  let needs = ["seed/gold/results.json"]
  private static let classes = ["outcome", "sample-size", "follow-up", "crossover"]

  /// One printed figure with its key, from a card or from gold.
  struct Figure {
    var line: Int
    var trial: String
    var endpoint: String
    var measure: String
    var value: Double
    var arm: String

    func agrees(with other: Figure) -> Bool {
      line == other.line && trial == other.trial && measure == other.measure && abs(value - other.value) < 1e-9
        && arm == other.arm
        && (endpoint == other.endpoint || ["n", "followUp", "crossover"].contains(measure))
    }
    var text: String { "line \(line) \(trial) \(endpoint) \(measure) \(value) [\(arm)]" }
  }

  func run(on data: DataFolder) throws -> MeasureReport {
    let gold = try data.json("seed/gold/results.json")
    let extract = try Seed.document(of: gold, in: data)
    var report = MeasureReport(
      name: name,
      rule:
        "same line, trial, endpoint, measure, value and arm (English lexicon names); precision over the lines and trials of which gold gives figures"
    )
    let ours = extract.results.flatMap { Self.figures(of: $0, in: extract) }
    let items = Self.scored(gold.items)
    for kind in Self.classes {
      let wanted = items.filter { $0["cls"]?.stringValue == kind }.map(Self.figure)
      let missed = wanted.filter { figure in !ours.contains { $0.agrees(with: figure) } }
      report.misses += missed.map { "missed: \($0.text)" }
      report.rows.append(.init(what: kind, matched: wanted.count - missed.count, gold: wanted.count))
    }
    let all = gold.items.map(Self.figure)
    let judged = ours.filter { figure in
      !figure.trial.isEmpty && all.contains { $0.line == figure.line && $0.trial == figure.trial }
    }
    let wrong = judged.filter { figure in !all.contains { $0.agrees(with: figure) } }
    report.misses += wrong.map { "extra: \($0.text)" }
    let matched = report.rows.reduce(0) { $0 + $1.matched }
    report.rows.append(
      .init(what: "all", matched: matched, gold: items.count, right: judged.count - wrong.count, ours: judged.count))
    return report
  }

  /// The figures of gold that are results: those with a number, of the classes above.
  static func scored(_ items: [JSONValue]) -> [JSONValue] {
    items.filter { classes.contains($0["cls"]?.stringValue ?? "") && $0["value"]?.doubleValue != nil }
  }

  static func figure(_ item: JSONValue) -> Figure {
    let printed = item["measure"]?.stringValue ?? ""
    let measure: String =
      switch printed {
      case _ where item["cls"]?.stringValue == "crossover": "crossover"
      case _ where printed.hasPrefix("n"): "n"
      case _ where printed.hasPrefix("CI low"): "low"
      case _ where printed.hasPrefix("CI high"): "high"
      case "median follow-up": "followUp"
      case "P": "p"
      default: printed
      }
    let arm = item["arm"]?.stringValue ?? ""
    return Figure(
      line: item["location"]?["line_start"]?.intValue ?? 0, trial: folded(item["trial"]?.stringValue ?? ""),
      endpoint: folded(item["endpoint"]?.stringValue ?? ""), measure: measure, value: item["value"]?.doubleValue ?? .nan,
      arm: arm == "all" || arm == "both" ? "" : arm.lowercased())
  }

  static func figures(of card: ResultCard, in extract: Extract) -> [Figure] {
    let line = extract.article.text.position(at: card.span.start).line
    func figure(_ measure: String, _ value: PrintedNumber, arm: String?) -> Figure {
      Figure(
        line: line, trial: folded(card.trial ?? ""), endpoint: folded(card.endpoint ?? ""), measure: measure, value: value.value,
        arm: (arm ?? "").lowercased())
    }
    let pair = [card.arm, card.comparator].compactMap { $0 }.joined(separator: " vs ")
    let isRatio = ["HR", "OR", "RR", "P", "IRR"].contains(card.measure)
    var figures = card.armValues.map { figure(card.measure, $0.value, arm: $0.arm) }
    if let value = card.value {
      let isOfBoth = card.measure == "curve crossing time"
      figures.append(figure(card.measure == "P" ? "p" : card.measure, value, arm: isRatio ? pair : isOfBoth ? nil : card.arm))
    }
    if let low = card.low { figures.append(figure("low", low, arm: pair)) }
    if let high = card.high { figures.append(figure("high", high, arm: pair)) }
    if let p = card.p { figures.append(figure("p", p, arm: pair)) }
    return figures
  }
}

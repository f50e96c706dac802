import Literature

/// What the cards of the review say beside the figure itself: analysis, references, unit, comparator, qualifier, level of the interval.
struct SeedKeys: Measure {
  let name = "review/keys"
  let needs = ["seed/gold/results.json"]

  /// One key of one figure, as gold and as ours have it; nil for absent.
  private struct Key {
    var name: String
    var gold: String?
    var ours: String?
  }

  func run(on data: DataFolder) throws -> MeasureReport {
    let gold = try data.json("seed/gold/results.json")
    let extract = try Seed.document(of: gold, in: data)
    var report = MeasureReport(
      name: name,
      rule:
        "of the figures that review/results finds: each key equal, absent where gold has none. A length of follow-up is no other analysis. All keys right: every one of the figure's"
    )
    let ours = extract.results.flatMap { card in SeedResults.figures(of: card, in: extract).map { (figure: $0, card: card) } }
    var counts: [String: (right: Int, all: Int)] = [:]
    var whole = (right: 0, all: 0)
    for item in SeedResults.scored(gold.items) {
      let wanted = SeedResults.figure(item)
      guard let found = ours.first(where: { $0.figure.agrees(with: wanted) }) else { continue }
      let keys = Self.keys(of: item, wanted, found.card, in: extract)
      for key in keys {
        let isRight = key.gold == key.ours
        let old = counts[key.name] ?? (0, 0)
        counts[key.name] = (old.right + (isRight ? 1 : 0), old.all + 1)
        if !isRight { report.misses.append("\(wanted.text): \(key.name) \(key.ours ?? "-"), gold \(key.gold ?? "-")") }
      }
      whole = (whole.right + (keys.allSatisfy { $0.gold == $0.ours } ? 1 : 0), whole.all + 1)
    }
    report.rows = counts.sorted { $0.key < $1.key }.map { .init(what: $0.key, matched: $0.value.right, gold: $0.value.all) }
    report.rows.append(.init(what: "figures with all keys right", matched: whole.right, gold: whole.all))
    return report
  }

  private static func keys(of item: JSONValue, _ wanted: SeedResults.Figure, _ card: ResultCard, in extract: Extract) -> [Key] {
    let labels = card.references.map { extract.references[$0].label }.sorted()
    var keys = [
      Key(name: "analysis", gold: item["analysis"]?.stringValue, ours: analysis(card.dataCut)),
      Key(
        name: "references",
        gold: (item["refs"]?.arrayValue ?? []).compactMap { $0.intValue.map(String.init) }.sorted().joined(separator: ","),
        ours: labels.joined(separator: ",")),
      Key(
        name: "unit", gold: unit(item["unit"]?.stringValue),
        ours: wanted.measure == "low" || wanted.measure == "high" || wanted.measure == "p" ? nil : card.unit),
    ]
    if wanted.measure == "low" || wanted.measure == "high" {
      keys.append(Key(name: "level", gold: "0.95", ours: card.level.map { "\($0)" }))
    }
    if !wanted.arm.contains(" vs "), wanted.measure != "n" {
      keys.append(
        Key(
          name: "comparator", gold: item["comparator"]?.stringValue?.lowercased(),
          ours: other(than: wanted.arm, card)?.lowercased()))
    }
    if !["low", "high", "p"].contains(wanted.measure) {
      let number = card.value ?? card.armValues.first { $0.value.value == wanted.value }?.value
      keys.append(Key(name: "qualifier", gold: relation(item["qualifier"]?.stringValue), ours: number.map(\.relation.rawValue)))
    }
    return keys
  }

  /// The arm that a value stands beside on its card.
  private static func other(than arm: String, _ card: ResultCard) -> String? {
    guard !card.armValues.isEmpty else { return card.measure == "curve crossing time" ? nil : card.comparator }
    return card.armValues.compactMap(\.arm).first { $0.lowercased() != arm }
  }

  private static func analysis(_ cut: String?) -> String? {
    cut.flatMap { cut in ["interim", "updated", "final", "primary"].first { cut.contains($0) } }
  }

  private static func unit(_ printed: String?) -> String? {
    switch printed {
    case "ratio", "p", nil: nil
    case "months": "month"
    case "years": "year"
    case let unit: unit
    }
  }

  private static func relation(_ qualifier: String?) -> String {
    guard let qualifier else { return "=" }
    if qualifier.contains(">") { return ">" }
    if qualifier.contains("<") { return "<" }
    return ["约", "近", "左右"].contains { qualifier.contains($0) } ? "≈" : "="
  }
}

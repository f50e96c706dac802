import Extraction
import Literature

/// Which share of the numerals in results sections ends on a card, and as what the others are set aside.
struct NumberCoverage: Measure {
  let name = "evidence/coverage"
  let needs = ["jats-trials/xml"]
  /// Every so many articles one is read.
  private static let step = 6

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name,
      rule:
        "numerals of sentences and table rows in the abstract and in sections named results, findings, outcomes; found: on a card; every sixth article"
    )
    var sentences = [String: Int]()
    var tables = (onCards: 0, all: 0)
    let files = try data.files(in: "jats-trials/xml", suffix: [".nxml", ".xml"])
    for (index, file) in files.enumerated() where index % Self.step == 0 {
      let extract = try data.extract(file)
      for fate in extract.numberFates {
        let passage = extract.passages[fate.passage]
        if passage.kind == .tableRow {
          tables.all += 1
          if !fate.results.isEmpty { tables.onCards += 1 }
        } else if passage.kind == .sentence, Self.isResults(passage.section) {
          sentences[fate.reason?.rawValue ?? "card", default: 0] += 1
        }
      }
    }
    let all = sentences.values.reduce(0, +)
    let left = sentences["unbound"] ?? 0
    let onCards = sentences["card"] ?? 0
    report.rows = [
      .init(what: "numerals of results sentences on a card", matched: onCards, gold: all),
      .init(what: "of those that are not set aside for a reason", matched: onCards, gold: onCards + left),
      .init(what: "numerals of table rows on a card", matched: tables.onCards, gold: tables.all),
    ]
    report.rows += sentences.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.filter { $0.key != "card" }.map {
      .init(what: "set aside as \($0.key)", matched: $0.value, gold: all)
    }
    return report
  }

  private static func isResults(_ section: String) -> Bool {
    let name = section.lowercased()
    return name == "abstract" || ["result", "finding", "outcome"].contains { name.contains($0) }
  }
}

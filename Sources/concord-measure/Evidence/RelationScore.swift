import Extraction
import Literature

/// Counts relations of values to their outcomes and arms in sentences that are read alone, as the results section of a document.
///
/// A card gives, for each of its values, the relation of the value to its endpoint (`endpointSpan`), to its time (`timeSpan`) and to its arm (`armSpan`).
/// Measures of comparison (ratios, differences, P, statistics) are left out.
struct RelationScore {
  private static let opening = "A trial of treatment\n\n1 Introduction\n\nThis is known.\n\n2 Results\n\n"
  private static let comparisons: Set<String> = [
    "HR", "OR", "RR", "IRR", "MD", "RD", "SMD", "WMD", "P", "t", "F", "z", "chi2", "r", "Q", "I2", "tau2", "beta", "d", "g",
  ]

  struct Relation {
    var isArm: Bool
    var head: Range<Int>
    var value: Range<Int>
    /// The numbers that the value may be read as.
    var numbers: [Double]
    var text: String
  }

  private var counts = [String: (matched: Int, gold: Int, right: Int, ours: Int)]()

  var rows: [MeasureReport.Row] {
    let kinds = ["outcome", "arm"].map { kind in
      let count = counts[kind] ?? (0, 0, 0, 0)
      return MeasureReport.Row(what: kind, matched: count.matched, gold: count.gold, right: count.right, ours: count.ours)
    }
    let all = counts.values.reduce((0, 0, 0, 0)) { ($0.0 + $1.matched, $0.1 + $1.gold, $0.2 + $1.right, $0.3 + $1.ours) }
    return kinds + [.init(what: "all relations", matched: all.0, gold: all.1, right: all.2, ours: all.3)]
  }

  mutating func add(
    _ text: String, _ gold: [Relation], withTimes: Bool = true, _ report: inout MeasureReport
  ) throws {
    let extract = try Extractor.extract(bytes: Array((Self.opening + text + "\n").utf8), path: "sentence.txt")
    let ours = extract.results.filter { !Self.comparisons.contains($0.measure) }.flatMap { Self.relations(of: $0, withTimes) }
    for kind in ["outcome", "arm"] {
      let wanted = gold.filter { $0.isArm == (kind == "arm") }
      let found = ours.filter { $0.isArm == (kind == "arm") }
      let missed = wanted.filter { one in !found.contains { Self.agree($0, one) } }
      let wrong = found.filter { one in !wanted.contains { Self.agree(one, $0) } }
      report.misses += missed.map { "missed \(kind): \($0.text)" } + wrong.map { "extra \(kind): \($0.text)" }
      let old = counts[kind] ?? (0, 0, 0, 0)
      counts[kind] = (
        old.matched + wanted.count - missed.count, old.gold + wanted.count, old.right + found.count - wrong.count,
        old.ours + found.count
      )
    }
  }

  private static func agree(_ ours: Relation, _ gold: Relation) -> Bool {
    ours.head.overlaps(gold.head) && ours.value.overlaps(gold.value) && ours.numbers.contains { gold.numbers.contains(abs($0)) }
  }

  /// The relations of a card, places counted from the beginning of the sentence.
  private static func relations(of card: ResultCard, _ withTimes: Bool) -> [Relation] {
    var values = card.armValues.map { arm in
      (
        span: arm.details.span, arm: arm.details.armSpan,
        numbers: [arm.value.value] + [arm.details.count?.value].compactMap { $0 }, name: arm.arm
      )
    }
    if let value = card.value {
      values.append((card.span, card.details.armSpan, [value.value] + [card.details.count?.value].compactMap { $0 }, card.arm))
    }
    return values.flatMap { value -> [Relation] in
      guard let place = value.span.map(range) else { return [] }
      let outcomes = [card.details.endpointSpan, withTimes ? card.details.timeSpan : nil].compactMap { $0.map(range) }
      let label = "\(value.numbers) of \(card.endpoint ?? "?") in \(value.name ?? "?")"
      return outcomes.map { Relation(isArm: false, head: $0, value: place, numbers: value.numbers, text: label) }
        + [value.arm].compactMap { $0 }.map {
          Relation(isArm: true, head: range($0), value: place, numbers: value.numbers, text: label)
        }
    }
  }

  private static func range(_ span: SourceSpan) -> Range<Int> {
    let start = span.start - opening.utf8.count
    return start..<max(start, span.end - opening.utf8.count)
  }
}

import Literature
import ReferenceTraining
import References

/// Reference strings a second on one core: the tagger's cuts, and whole references.
struct ReferenceSpeed: Measure {
  let name = "references/speed"
  let needs = ["references/anystyle-core.xml"]

  func run(on data: DataFolder) throws -> MeasureReport {
    let clock = ContinuousClock()
    let load = clock.measure { _ = ReferenceParser.item(from: "Smith A. On it. J It 2019;1:2.") }
    let strings = AnyStyleReader.strings(in: try data.bytes(needs[0])).map(\.string)
    let rounds = 20
    let tagging = clock.measure { for _ in 0..<rounds { TaggerScore.tag(strings) } }
    let whole = clock.measure { for _ in 0..<rounds / 4 { for string in strings { _ = ReferenceParser.item(from: string) } } }
    let thousand = clock.measure { for string in strings.prefix(1000) { _ = ReferenceParser.item(from: string) } }
    var report = MeasureReport(
      name: name, rule: "one core; median-length strings of a public set; times of this machine at this moment")
    report.rows.append(.init(what: "tagged a second", matched: Self.rate(strings.count * rounds, tagging), gold: 50_000))
    report.rows.append(
      .init(what: "whole references a second", matched: Self.rate(strings.count * (rounds / 4), whole), gold: 50_000))
    report.rows.append(.init(what: "µs for a list of 1,000", matched: Int(thousand / .microseconds(1)), gold: 0))
    report.rows.append(
      .init(what: "µs for the first reference of a process, loading included", matched: Int(load / .microseconds(1)), gold: 5_000)
    )
    return report
  }

  private static func rate(_ count: Int, _ time: Duration) -> Int { Int(Double(count) / (time / .seconds(1))) }
}

import Literature
import ReferenceTraining
import References

/// Strings of GB/T 7714 in both scripts against the works they were rendered from, on the fifth of the keys that training left out.
struct StandardStrings: Measure {
  let name = "references/gbt7714"
  let needs = ["gbt7714/gbt7714-examples.bib", "gbt7714/gbt7714-2015-examples.bib"]

  func run(on data: DataFolder) throws -> MeasureReport {
    var works: [String: [BibliographicItem]] = [:]
    for path in needs {
      for item in try StructuredWorks.ofBibliography(try data.bytes(path)) { works[item.id ?? "", default: []].append(item) }
    }
    var score = FieldScore()
    var seen: Set<String> = []
    var report = MeasureReport(
      name: name,
      rule:
        "a field of the work counts where its letters and digits stand in the string; equal as letters and digits; distinct strings with a title"
    )
    for file in try data.files(in: "gbt7714", suffix: [".tlg"]) {
      for entry in BibItemReader.entries(in: try data.bytes(file))
      where StringKey.isHeldOut(entry.key) && seen.insert(entry.text).inserted {
        let text = StringKey.folded(entry.text)
        guard let work = works[entry.key]?.first(where: { $0.title.map { text.contains(StringKey.folded($0)) } ?? false }) else {
          continue
        }
        compare(work, entry.text, text, &score, &report)
      }
    }
    report.rows.append(TaggedStrings.row("fields, F1 \(TaggedStrings.tenths(score.total.f1))", score.total))
    for (field, count) in score.counts.sorted(by: { $0.key < $1.key }) {
      report.rows.append(TaggedStrings.row("  \(field)", count))
    }
    return report
  }

  private func compare(
    _ work: BibliographicItem, _ raw: String, _ text: String, _ score: inout FieldScore, _ report: inout MeasureReport
  ) {
    let found = fields(of: ReferenceParser.item(from: raw))
    let wanted = fields(of: work).filter { text.contains($0.value[0]) }
    score.add(gold: wanted, found: found, only: Set(wanted.keys))
    for (name, value) in wanted.sorted(by: { $0.key < $1.key }) where found[name] != value {
      report.misses.append("\(name): gold \(value[0]), ours \(found[name]?.first ?? "nothing"): \(raw)")
    }
  }

  private func fields(of item: BibliographicItem) -> [String: [String]] {
    let author = item.authors.first.map { $0.literal ?? (($0.family ?? "") + ($0.isHan ? $0.given ?? "" : "")) }
    let pairs: [(String, String?)] = [
      ("author", author), ("title", item.title), ("container", item.containerTitle), ("year", item.year.map(String.init)),
      ("volume", item.volume), ("issue", item.issue), ("page", item.page), ("publisher", item.publisher),
      ("place", item.publisherPlace),
    ]
    return Dictionary(
      uniqueKeysWithValues: pairs.compactMap { name, value in
        value.map { (name, [StringKey.folded($0)]) }.flatMap { $0.1[0].isEmpty ? nil : $0 }
      })
  }
}

extension Name {
  fileprivate var isHan: Bool { (family ?? "").unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
}

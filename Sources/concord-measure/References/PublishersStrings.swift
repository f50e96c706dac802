import Literature
import ReferenceTraining
import References

/// Raw strings of JATS articles against the fields that the publisher marked: journal, title, year, volume, first page, DOI.
struct PublishersStrings: Measure {
  let name = "references/publishers"
  let needs = ["jats-trials/mixed-citations.jsonl"]

  func run(on data: DataFolder) throws -> MeasureReport {
    var all = FieldScore()
    var others = FieldScore()
    var report = MeasureReport(
      name: name,
      rule:
        "values equal after folding; on books and pages a field that the gold lacks is not scored; none of the works is trained on"
    )
    for line in try data.bytes(needs[0]).split(separator: 0x0A) {
      let record = try JSONValue(parsing: Array(line))
      guard let raw = record["raw"]?.stringValue, let gold = record["gold"] else { continue }
      let isJournal = record["type"]?.stringValue == "journal"
      let wanted = Self.fields(of: gold, isJournal: isJournal, raw)
      let found = Self.fields(of: ReferenceParser.item(from: raw), isJournal: isJournal)
      let names = isJournal ? Self.names.filter { $0 != "title" || wanted["title"] != nil } : Set(wanted.keys)
      all.add(gold: wanted, found: found, only: names)
      if !isJournal { others.add(gold: wanted, found: found, only: names) }
      for name in names.sorted() where Self.folded(wanted[name]) != Self.folded(found[name]) {
        report.misses.append("\(name): gold \(wanted[name] ?? []), ours \(found[name] ?? []): \(raw)")
      }
    }
    report.rows.append(TaggedStrings.row("fields, F1 \(TaggedStrings.tenths(all.total.f1))", all.total))
    for (field, count) in all.counts.sorted(by: { $0.key < $1.key }) {
      report.rows.append(TaggedStrings.row("  \(field)", count))
    }
    report.rows.append(TaggedStrings.row("not in a journal, F1 \(TaggedStrings.tenths(others.total.f1))", others.total))
    return report
  }

  private static let names: Set<String> = ["title", "journal", "year", "volume", "first-page", "doi"]
  private static func folded(_ values: [String]?) -> [String] { (values ?? []).map(FieldScore.folded) }

  private static func fields(of gold: JSONValue, isJournal: Bool, _ raw: String) -> [String: [String]] {
    let text = { (name: String) in gold[name]?.stringValue }
    let title = text("article-title") ?? text("chapter-title") ?? (isJournal ? nil : text("source"))
    let pairs: [(String, String?)] = [
      ("title", title), ("journal", isJournal ? text("source") : nil), ("year", text("year")), ("volume", text("volume")),
      ("first-page", text("fpage")), ("doi", raw.firstRange(of: "10.").flatMap { DOI(String(raw[$0.lowerBound...]))?.value }),
    ]
    return Dictionary(uniqueKeysWithValues: pairs.compactMap { name, value in value.map { (name, [$0]) } })
  }

  private static func fields(of item: BibliographicItem, isJournal: Bool) -> [String: [String]] {
    let pairs: [(String, String?)] = [
      ("title", item.title ?? (isJournal ? nil : item.containerTitle)), ("journal", isJournal ? item.containerTitle : nil),
      ("year", item.year.map(String.init)), ("volume", item.volume), ("first-page", item.firstPage), ("doi", item.doi),
    ]
    return Dictionary(uniqueKeysWithValues: pairs.compactMap { name, value in value.map { (name, [$0]) } })
  }
}

import Literature

/// Reference fields of the review.
struct SeedReferences: Measure {
  let name = "review/references"
  let needs = ["seed/gold/references.json"]

  func run(on data: DataFolder) throws -> MeasureReport {
    let gold = try data.json("seed/gold/references.json")
    let extract = try Seed.document(of: gold, in: data)
    var report = MeasureReport(name: name, rule: "same label; every field equal as characters; an absent field must be absent")
    var fields: [String: (right: Int, all: Int)] = [:]
    var found = 0
    let order = ["authors", "et-al", "year", "title", "container", "volume", "issue", "pages", "doi"]
    for item in gold.items {
      let label = item["number"]?.intValue.map(String.init) ?? ""
      guard let ours = extract.references.first(where: { $0.label == label }) else {
        report.misses.append("[\(label)] not found")
        continue
      }
      found += 1
      for (field, (wanted, got)) in zip(order, Self.pairs(item, ours.item)) {
        fields[field, default: (0, 0)].all += 1
        if wanted == got {
          fields[field, default: (0, 0)].right += 1
        } else {
          report.misses.append("[\(label)] \(field): gold \(wanted), ours \(got)")
        }
      }
    }
    report.rows.append(
      .init(what: "references", matched: found, gold: gold.items.count, right: found, ours: extract.references.count))
    let all = fields.values.reduce((0, 0)) { ($0.0 + $1.right, $0.1 + $1.all) }
    report.rows.append(.init(what: "fields", matched: all.0, gold: all.1))
    report.rows += order.map { .init(what: "  \($0)", matched: fields[$0]?.right ?? 0, gold: fields[$0]?.all ?? 0) }
    return report
  }

  private static func pairs(_ gold: JSONValue, _ ours: BibliographicItem) -> [(String, String)] {
    let authors = gold["authors"]?.arrayValue?.map { author in
      author["literal"]?.stringValue
        ?? [author["family"]?.stringValue, author["given"]?.stringValue].compactMap { $0 }.joined(separator: ", ")
    }
    return [
      (authors?.joined(separator: "; ") ?? "", ours.authors.map(\.display).joined(separator: "; ")),
      (gold["et_al"]?.boolValue == true ? "yes" : "no", ours.authorsTruncated ? "yes" : "no"),
      (gold["year"]?.intValue.map(String.init) ?? "", ours.year.map(String.init) ?? ""),
      (gold["title"]?.stringValue ?? "", ours.title ?? ""),
      (gold["container"]?.stringValue ?? "", ours.containerTitle ?? ""),
      (gold["volume"]?.stringValue ?? "", ours.volume ?? ""),
      (gold["issue"]?.stringValue ?? "", ours.issue ?? ""),
      (gold["pages"]?.stringValue ?? gold["article_id"]?.stringValue ?? "", ours.page ?? ""),
      (gold["doi_normalised"]?.stringValue ?? "", ours.doi ?? ""),
    ]
  }
}

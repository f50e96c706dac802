import Literature

/// In-text callouts of the review.
struct SeedCitations: Measure {
  let name = "review/citations"
  let needs = ["seed/gold/citations.json"]

  func run(on data: DataFolder) throws -> MeasureReport {
    let gold = try data.json("seed/gold/citations.json")
    let extract = try Seed.document(of: gold, in: data)
    var report = MeasureReport(name: name, rule: "same first byte, same marker, same expanded labels in order, all resolved")
    var matched = 0
    for item in gold.items {
      let labels = item["numbers"]?.arrayValue?.compactMap { $0.intValue.map(String.init) } ?? []
      let ours = extract.citations.first { $0.span.start == item["utf8_start"]?.intValue }
      if let ours, ours.marker == item["marker"]?.stringValue, ours.labels == labels, ours.resolved == labels {
        matched += 1
      } else {
        report.misses.append(
          "\(item["marker"]?.stringValue ?? "") \(labels): ours \(ours.map { "\($0.marker) \($0.labels)" } ?? "none")")
      }
    }
    report.rows.append(
      .init(what: "groups", matched: matched, gold: gold.items.count, right: matched, ours: extract.citations.count))
    return report
  }
}

/// Definitions of abbreviations in the review.
struct SeedAbbreviations: Measure {
  let name = "review/abbreviations"
  let needs = ["seed/gold/abbreviations.json"]

  func run(on data: DataFolder) throws -> MeasureReport {
    let gold = try data.json("seed/gold/abbreviations.json")
    let extract = try Seed.document(of: gold, in: data)
    var report = MeasureReport(name: name, rule: "same short form, overlapping place, same English and Chinese long form")
    var matched = 0
    var used: Set<Int> = []
    for item in gold.items {
      let range = (item["location"]?["utf8_start"]?.intValue ?? 0)..<(item["location"]?["utf8_end"]?.intValue ?? 0)
      let index = extract.abbreviations.indices.first { index in
        let ours = extract.abbreviations[index]
        return !used.contains(index) && ours.short == item["short"]?.stringValue && ours.span.overlaps(SourceSpan(range))
          && ours.longEnglish == item["long_en"]?.stringValue && ours.longChinese == item["long_zh"]?.stringValue
      }
      if let index {
        used.insert(index)
        matched += 1
      } else {
        report.misses.append("not found: \(item["snippet"]?.stringValue ?? "")")
      }
    }
    for (index, ours) in extract.abbreviations.enumerated() where !used.contains(index) {
      report.misses.append("extra: \(ours.short) = \(ours.longEnglish ?? "") / \(ours.longChinese ?? "")")
    }
    report.rows.append(
      .init(what: "definitions", matched: matched, gold: gold.items.count, right: matched, ours: extract.abbreviations.count))
    return report
  }
}

/// Trials of the review. The gold holds a part of them, so precision is not measured.
struct SeedTrials: Measure {
  let name = "review/trials"
  let needs = ["seed/gold/trials.json"]

  func run(on data: DataFolder) throws -> MeasureReport {
    let gold = try data.json("seed/gold/trials.json")
    let extract = try Seed.document(of: gold, in: data)
    var report = MeasureReport(
      name: name, rule: "same id after folding case, spaces and hyphens; then printed registry ids, and references all tied")
    var (found, registered, tied) = (0, 0, 0)
    for item in gold.items {
      let id = item["id"]?.stringValue ?? ""
      guard let ours = extract.trials.first(where: { folded($0.id) == folded(id) }) else {
        report.misses.append("not found: \(id)")
        continue
      }
      found += 1
      let registry = item["registry_ids_printed"]?.arrayValue?.compactMap { $0.stringValue ?? $0["id"]?.stringValue } ?? []
      if Set(registry) == Set(ours.registry.map(\.id)) {
        registered += 1
      } else {
        report.misses.append("\(id) registry: \(registry) ours \(ours.registry)")
      }
      let references = item["refs"]?.arrayValue?.compactMap { $0.intValue.map(String.init) } ?? []
      let labels = ours.references.map { extract.references[$0].label }
      if Set(references).isSubset(of: labels) {
        tied += 1
      } else {
        report.misses.append("\(id) references: \(references) ours \(labels)")
      }
    }
    let count = gold.items.count
    report.rows = [
      .init(what: "trials", matched: found, gold: count), .init(what: "registry ids", matched: registered, gold: count),
      .init(what: "references", matched: tied, gold: count),
    ]
    return report
  }
}

import Bibliography
import Extraction
import Literature

/// Files that describe one work twice: a `.bib` beside a `.ris`, `.nbib` or `.enw` of the same name.
struct BibliographyPairs: Measure {
  let name = "bibliography/pairs"
  let needs = ["bibliography"]

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name,
      rule:
        "entry by entry, where both files tell the field: letters and digits equal whatever their case; authors by family and first "
        + "initial; the .bib is another program's reading of the other file and not always right, so every difference is listed")
    var fields: [String: (right: Int, all: Int)] = [:]
    for path in try data.files(in: "bibliography", suffix: [".ris", ".nbib", ".enw"]) {
      guard let dot = path.lastIndex(of: "."), data.has(path[..<dot] + ".bib") else { continue }
      let (ours, gold) = try (entries(path, data), entries(path[..<dot] + ".bib", data))
      if ours.count != gold.count { report.misses.append("\(path): \(ours.count) entries, \(gold.count) in the .bib") }
      for (item, wanted) in zip(ours, gold) {
        let (mine, theirs) = (Self.fields(item), Self.fields(wanted))
        for (key, value) in theirs.sorted(by: { $0.key < $1.key }) {
          guard let own = mine[key] else { continue }
          fields[key, default: (0, 0)].all += 1
          if own == value {
            fields[key, default: (0, 0)].right += 1
          } else {
            report.misses.append("\(path) \(key): \(own), bib: \(value)")
          }
        }
      }
    }
    let all = fields.values.reduce((0, 0)) { ($0.0 + $1.right, $0.1 + $1.all) }
    report.rows.append(.init(what: "fields", matched: all.0, gold: all.1))
    for (key, count) in fields.sorted(by: { $0.key < $1.key }) {
      report.rows.append(.init(what: "  \(key)", matched: count.right, gold: count.all))
    }
    return report
  }

  private func entries(_ path: String, _ data: DataFolder) throws -> [BibliographicItem] {
    try BibliographyReading.read(try data.bytes(path), as: BibliographyFormat(path: path) ?? .bibtex).file.entries.map(\.item)
  }

  private static func fields(_ item: BibliographicItem) -> [String: String] {
    var fields: [String: String] = [:]
    func add(_ key: String, _ value: String?) {
      if let value { fields[key] = folded(value.replacing("--", with: "-")) }
    }
    add("title", item.title)
    add("container", item.containerTitle)
    add("year", item.year.map(String.init))
    add("volume", item.volume)
    add("issue", item.issue)
    add("page", item.page)
    add("doi", item.doi)
    add("url", item.url)
    add("publisher", item.publisher)
    add("issn", item.issn)
    add("abstract", item.abstract)
    add("keywords", item.keyword)
    let authors = item.authors.map { $0.literal ?? "\($0.family ?? "") \($0.given?.prefix(1) ?? "")" }
    if !authors.isEmpty { fields["authors"] = authors.map(folded).joined(separator: "; ") }
    return fields
  }
}

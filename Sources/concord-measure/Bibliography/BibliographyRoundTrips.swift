import Bibliography
import Extraction
import Literature

/// Every bibliography file read; each written in its own format and read again; BibTeX by way of CSL-JSON.
struct BibliographyRoundTrips: Measure {
  let name = "bibliography/round-trips"
  let needs = ["bibliography"]

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name,
      rule:
        "every CSL variable, the entry type, and every field under custom (the raw text of BibTeX fields with it) equal after "
        + "file → items → CSL-JSON → items → file's format → items; files without an entry count as read where they are told so")
    var read = (files: 0, all: 0)
    var counts: [String: (right: Int, all: Int)] = [:]
    let folders = ["bibliography", "gbt7714"].filter(data.has)
    for path in try folders.flatMap({ try data.files(in: $0, suffix: [".bib", ".ris", ".nbib", ".enw"]) }) {
      read.all += 1
      do {
        let (right, all) = try compare(path, data, &report)
        let format = BibliographyFormat(path: path)?.rawValue ?? ""
        counts[format, default: (0, 0)].right += right
        counts[format, default: (0, 0)].all += all
        read.files += 1
      } catch let error as UnreadableDocument {
        let isEmpty = error.description.contains("No entry") || error.description.contains("empty")
        if isEmpty { read.files += 1 }
        report.misses.append("\(path): \(error)")
      }
    }
    report.rows.append(.init(what: "files read", matched: read.files, gold: read.all))
    for (format, count) in counts.sorted(by: { $0.key < $1.key }) {
      report.rows.append(.init(what: "fields, \(format)", matched: count.right, gold: count.all))
    }
    return report
  }

  private func compare(_ path: String, _ data: DataFolder, _ report: inout MeasureReport) throws -> (right: Int, all: Int) {
    let format = BibliographyFormat(path: path) ?? .bibtex
    let items = try BibliographyReading.read(try data.bytes(path), as: format).file.entries.map(\.item)
    let through = try again(items, as: .cslJSON)
    let back = try again(through, as: format)
    var (right, all) = (0, 0)
    for (index, item) in items.enumerated() {
      let wanted = Self.fields(item)
      let got = index < back.count ? Self.fields(back[index]) : [:]
      for (key, value) in wanted {
        all += 1
        if got[key] == value {
          right += 1
        } else {
          report.misses.append("\(path) \(item.id ?? "") \(key): \(value) → \(got[key] ?? "")")
        }
      }
    }
    return (right, all)
  }

  private func again(_ items: [BibliographicItem], as format: BibliographyFormat) throws -> [BibliographicItem] {
    try BibliographyFile(reading: Array(BibliographyFile.text(of: items, as: format).utf8), as: format).entries.map(\.item)
  }

  private static func fields(_ item: BibliographicItem) -> [String: String] {
    var fields: [String: String] = [:]
    for member in item.cslJSON.objectValue?.members ?? [] where member.key != "custom" && member.key != "id" {
      fields[member.key] = member.value.compact
    }
    for member in item.cslJSON["custom"]?.objectValue?.members ?? [] where member.key != "bibtex-inherited" {
      fields["custom.\(member.key)"] = member.value.compact
    }
    return fields
  }
}

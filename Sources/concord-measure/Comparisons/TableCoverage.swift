import Evidence
import Extraction
import Literature

/// How many of the figures in tables are on a card, by what the table is for.
struct TableCoverage: Measure {
  let name = "tables/coverage"
  let needs = ["jats-trials/xml"]

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name,
      rule:
        "cells of table bodies that hold a digit and are no header; on a card where a card's span overlaps the cell. Tables of predictors and of the kind other are set aside on purpose; every tenth of the articles, by name"
    )
    var counts: [TableKind: (on: Int, all: Int)] = [:]
    for (index, file) in try data.files(in: "jats-trials/xml", suffix: [".nxml"]).enumerated() where index % 10 == 0 {
      let extract = try data.extract(file)
      let spans = Dictionary(grouping: extract.results.filter { $0.location == .table }) { extract.passages[$0.passage].section }
      for (table, content) in extract.article.tables.enumerated() {
        guard let kind = TableKind(of: extract, table: table) else { continue }
        let cards = (spans[content.sectionLabel(index: table)] ?? []).map(\.span)
        let figures = content.cells.filter { cell in
          !cell.isHeader && cell.column > 0 && cell.flow.utf8.contains { (0x30...0x39).contains($0) }
        }
        let on = figures.count { cell in cards.contains { $0.overlaps(cell.flow.span) } }
        counts[kind, default: (0, 0)].on += on
        counts[kind, default: (0, 0)].all += figures.count
        if on == 0, figures.count > 4, kind == .results || kind == .baseline {
          report.misses.append("\(file) \(content.sectionLabel(index: table)) \(kind.rawValue): none of \(figures.count)")
        }
      }
    }
    report.rows = TableKind.allCases.compactMap { kind in
      counts[kind].map { .init(what: kind.rawValue, matched: $0.on, gold: $0.all) }
    }
    return report
  }
}

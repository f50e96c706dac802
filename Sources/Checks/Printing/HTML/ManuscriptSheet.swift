import Literature

/// One document on the page: its headings, paragraphs, tables and references, each with its findings beside it.
struct ManuscriptSheet {
  private let extract: Extract
  private let findings: [Finding]
  private let text: MarkedText
  private let prefix: String
  private let language: Language
  private var rows: [String] = []
  private var placed: Set<Int> = []

  init(_ document: CheckedDocument, prefix: String, language: Language) {
    extract = document.extract
    findings = (document.report.findings + document.report.suppressed).sorted {
      ($0.span.start, $0.span.end, $0.code) < ($1.span.start, $1.span.end, $1.code)
    }
    text = MarkedText(extract: document.extract, report: document.report, findings: findings, prefix: prefix)
    self.prefix = prefix
    self.language = language
    build()
  }

  var html: String { rows.joined(separator: "\n") }

  /// The findings that are not waived, the gravest first, each a way to its place; empty where there are none.
  var contents: String {
    let listed = Finding.Severity.allCases.flatMap { severity in
      findings.indices.filter { findings[$0].suppression == nil && findings[$0].severity == severity }
    }
    guard !listed.isEmpty else { return "" }
    let title = Wording("Findings", zh: "核查结果").text(in: language)
    let isLong = listed.count > Self.openContents
    return
      "<details class=\"contents\"\(isLong ? "" : " open")><summary>\(title) (\(listed.count))</summary><ol>\(listed.map(entry).joined())</ol></details>"
  }

  /// A longer list is closed at first, so that the text stays on the first screen.
  private static let openContents = 12

  private func entry(_ index: Int) -> String {
    let finding = findings[index]
    let place = "<a href=\"#\(prefix)f\(index)\">\(finding.code) \(finding.line):\(finding.column)</a>"
    return
      "<li class=\"\(finding.severity.rawValue)\" data-code=\"\(finding.code)\" data-severity=\"\(finding.severity.rawValue)\">\(place) \(HTMLText.escaped(finding.message))</li>"
  }

  private mutating func build() {
    var tables = extract.article.tables.indices.sorted {
      (extract.article.tables[$0].blockIndex, $0) < (extract.article.tables[$1].blockIndex, $1)
    }[...]
    let listAt = extract.article.blocks.lastIndex { isReferenceHeading($0) }
    for (index, block) in extract.article.blocks.enumerated() {
      while let table = tables.first, extract.article.tables[table].blockIndex <= index {
        add(extract.article.tables[tables.removeFirst()])
      }
      add(block)
      if index == listAt { addReferences() }
    }
    for table in tables { add(extract.article.tables[table]) }
    if listAt == nil { addReferences() }
    addUnplaced()
  }

  private func isReferenceHeading(_ block: Block) -> Bool {
    block.kind == .heading && extract.article.sections[block.section].kind == .references
  }

  private mutating func add(_ block: Block) {
    let content = text.html(block.flow)
    guard !content.isEmpty else { return }
    row(wrapped(content, block), flows: [block.flow])
  }

  private func wrapped(_ content: String, _ block: Block) -> String {
    switch block.kind {
    case .title: return HTMLText.element("h1", "", content)
    case .heading:
      let level = min(max(extract.article.sections[block.section].level, 1), 4) + 1
      return HTMLText.element("h\(level)", "", content)
    case .paragraph: return HTMLText.element("p", "", content)
    case .caption: return HTMLText.element("p", "caption", content)
    case .note, .keywords, .metadata: return HTMLText.element("p", "small", content)
    }
  }

  private mutating func add(_ table: Table) {
    var byRow: [Int: String] = [:]
    for cell in table.cells {
      let name = cell.isHeader ? "th" : "td"
      let spans =
        (cell.rowSpan > 1 ? " rowspan=\"\(cell.rowSpan)\"" : "") + (cell.columnSpan > 1 ? " colspan=\"\(cell.columnSpan)\"" : "")
      byRow[cell.row, default: ""] += "<\(name)\(spans)>\(text.html(cell.flow))</\(name)>"
    }
    let lines = (0..<max(table.rowCount, 0)).compactMap { byRow[$0].map { "<tr>\($0)</tr>" } }
    guard !lines.isEmpty else { return }
    row("<div class=\"scroll\"><table>\(lines.joined())</table></div>", flows: table.cells.map(\.flow))
  }

  private mutating func addReferences() {
    for (index, entry) in extract.article.referenceEntries.enumerated() {
      let label = extract.references.indices.contains(index) ? extract.references[index].label : entry.label ?? ""
      let content = "<span class=\"label\">\(HTMLText.escaped(label))</span>\(text.html(entry.flow))"
      row("<p class=\"entry\" id=\"\(prefix)r\(index)\">\(content)</p>", flows: [entry.flow])
    }
  }

  private mutating func row(_ content: String, flows: [FlowText]) {
    let here = flows.flatMap(text.findingsBeginning).sorted().filter { placed.insert($0).inserted }
    let isChinese = Language(of: flows.flatMap(\.utf8)) == .chinese
    rows.append(
      "<div class=\"row\"><div class=\"text\" lang=\"\(isChinese ? "zh-CN" : "en")\">\(content)</div><div class=\"margin\">\(notes(here))</div></div>"
    )
  }

  /// Findings on text that is in no block (running heads, what a reader left out) stand at the end.
  private mutating func addUnplaced() {
    let left = findings.indices.filter { !placed.contains($0) }
    guard !left.isEmpty else { return }
    let title = Wording("Elsewhere in the file", zh: "文件其他位置").text(in: language)
    let quotes = left.map { HTMLText.element("p", "small", HTMLText.escaped(findings[$0].snippet)) }.joined()
    rows.append(
      "<div class=\"row\"><div class=\"text\"><h2>\(title)</h2>\(quotes)</div><div class=\"margin\">\(notes(left))</div></div>")
  }

  private func notes(_ indices: [Int]) -> String {
    indices.map { FindingNote(finding: findings[$0], index: $0, prefix: prefix, text: text, language: language).html }.joined()
  }
}

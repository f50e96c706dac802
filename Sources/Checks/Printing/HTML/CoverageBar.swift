import Literature

/// The head of a document on the page: its file, what was found, and a bar of what became of its numbers.
struct CoverageBar {
  let report: CheckReport
  let language: Language
  /// The list of findings, HTML already.
  let contents: String

  private struct Part {
    var name: String
    var count: Int
    var label: Wording
  }

  private var parts: [Part] {
    let coverage = report.coverage
    return [
      Part(
        name: "right", count: coverage.checked - coverage.failing, label: Wording("checked and right", zh: "已核查, 相符")),
      Part(name: "wrong", count: coverage.failing, label: Wording("failing", zh: "不符")),
      Part(
        name: "known", count: coverage.numbersUnderstood - coverage.checked,
        label: Wording("understood, nothing to check against", zh: "已理解, 无可核对")),
      Part(
        name: "seen", count: coverage.numbersSeen - coverage.numbersUnderstood, label: Wording("not understood", zh: "未理解")),
    ].filter { $0.count > 0 }
  }

  var html: String {
    let bar = parts.map { "<span class=\"\($0.name)\" style=\"flex-grow:\($0.count)\" title=\"\($0.count)\"></span>" }.joined()
    let legend = parts.map { part in
      "<li class=\"\(part.name)\"><i></i><b>\(part.count)</b> \(HTMLText.escaped(part.label.text(in: language)))</li>"
    }.joined()
    return """
      <header class="sheet">
      <p class="file">\(HTMLText.escaped(report.path))</p>
      <p class="sum">\(HTMLText.escaped(CoverageText.line(report, in: language)))</p>
      <div class="bar" role="img">\(bar)</div>
      <ul class="legend">\(legend)</ul>
      \(contents)
      </header>
      """
  }
}

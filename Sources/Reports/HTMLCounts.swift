import Literature

/// The counts at the head of the page: totals, a chart by year, bars by journal, type and language.
struct HTMLCounts {
  var summary: ReportSummary
  var report: BibliographyReport

  var html: String {
    let problems = summary.problems.map { ReportSummary.Count(name: ProblemWords.text($0.name), count: $0.count) }
    return """
      <section class="totals">\(totals)</section>
      <section><h2>By year</h2>\(yearChart)</section>
      <div class="columns">
      \(bars("By journal", Array(summary.journals.prefix(12)), of: summary.journals.count))
      <div>\(bars("By type", CountWords.types(summary.types)))\(bars("By language", CountWords.languages(summary.languages)))\(bars("Missing or wrong", problems))</div>
      </div>
      \(mostCited)
      """
  }

  private var totals: String {
    let figures = [
      ("works", summary.works), ("cited", summary.cited), ("uncited", summary.uncited), ("with DOI", summary.withDOI),
      ("without DOI", summary.withoutDOI),
    ]
    return figures.map { "<p><b>\($0.1)</b> \($0.0)</p>" }.joined()
  }

  /// Columns for the years that have works; a gap of years shows in the labels.
  private var yearChart: String {
    let (step, height) = (46, 120)
    let largest = summary.years.map(\.count).max() ?? 1
    let columns = summary.years.enumerated().map { index, year in
      let (size, x) = (max(2, year.count * height / largest), index * step)
      return "<rect x=\"\(x + 8)\" y=\"\(20 + height - size)\" width=\"30\" height=\"\(size)\" rx=\"2\"/>"
        + "<text x=\"\(x + 23)\" y=\"\(14 + height - size)\">\(year.count)</text>"
        + "<text x=\"\(x + 23)\" y=\"\(height + 38)\">\(year.name == "unknown" ? "n.d." : HTML.text(year.name))</text>"
    }
    let width = max(1, summary.years.count) * step
    return "<div class=\"chart\"><svg role=\"img\" aria-label=\"Works by year\" width=\"\(width)\" height=\"\(height + 46)\" "
      + "viewBox=\"0 0 \(width) \(height + 46)\">\(columns.joined())</svg></div>"
  }

  private func bars(_ title: String, _ counts: [ReportSummary.Count], of total: Int? = nil) -> String {
    guard let largest = counts.map(\.count).max() else { return "" }
    let rows = counts.map { count in
      "<tr><th scope=\"row\">\(HTML.text(count.name))</th><td class=\"number\">\(count.count)</td>"
        + "<td class=\"bar\"><i style=\"width:\(max(2, count.count * 100 / largest))%\"></i></td></tr>"
    }
    let more = (total ?? counts.count) - counts.count
    return "<section><h2>\(title)</h2><table class=\"bars\">\(rows.joined())</table>"
      + (more > 0 ? "<p class=\"place\">and \(more) more</p>" : "") + "</section>"
  }

  private var mostCited: String {
    guard !summary.mostCited.isEmpty else { return "" }
    let rows = summary.mostCited.map { index in
      let entry = report.entries[index]
      return "<tr><td class=\"number\">\(entry.callouts.count)×</td><td><a href=\"#work-\(index + 1)\">"
        + "\(HTML.text(report.labels(of: entry)))</a></td><td>\(HTML.text(entry.text))</td></tr>"
    }
    return "<section><h2>Most cited</h2><table class=\"cited\">\(rows.joined(separator: "\n"))</table></section>"
  }
}

/// The page's style sheet: light and dark by the reader's setting, and for paper.
enum HTMLStyle {
  static let sheet = """
    :root{color-scheme:light dark;--ink:#1c2024;--dim:#5f6b76;--paper:#fff;--panel:#f5f7f9;--line:#dde3e8;--blue:#1f6feb;--warn:#9a5b00;--warnbg:#fff3dc}
    @media (prefers-color-scheme:dark){:root{--ink:#e4e8ec;--dim:#98a4b0;--paper:#14181c;--panel:#1d2329;--line:#333c45;--blue:#6cb0ff;--warn:#f0bd68;--warnbg:#3a2d14}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:64rem;padding:1.5rem;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,"Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
    a{color:var(--blue);text-decoration:none}a:hover{text-decoration:underline}
    h1{font-size:1.6rem;line-height:1.3;margin:0 0 .5rem}h2{font-size:1.1rem;margin:2rem 0 .6rem}h3{font-size:1rem;margin:0}
    .kind,.place{color:var(--dim);font-size:.875rem}.kind{margin:0}
    .documents{list-style:none;margin:0;padding:0}
    .totals{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.25rem}
    .totals p{flex:1 1 8rem;margin:0;padding:.7rem 1rem;background:var(--panel);border-radius:.5rem;color:var(--dim)}
    .totals b{display:block;font-size:1.6rem;line-height:1.2;color:var(--ink)}
    .chart{overflow-x:auto}.chart rect{fill:var(--blue)}.chart text{fill:var(--dim);font-size:13px;text-anchor:middle}
    .columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));column-gap:2rem}
    table{border-collapse:collapse;width:100%;font-size:.9375rem}th{text-align:left;font-weight:400}
    td,th{padding:.2rem .5rem .2rem 0;vertical-align:top}
    .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    .bar{width:40%;vertical-align:middle}.bar i{display:block;height:.65rem;background:var(--blue);border-radius:2px}
    .cited td:nth-child(2){white-space:nowrap}.back{font-size:.8125rem;margin:.2rem 0 0}
    .cited td{border-top:1px solid var(--line);padding:.4rem .75rem .4rem 0}
    article{display:grid;grid-template-columns:minmax(2.5rem,auto) 1fr;gap:.75rem;padding:1rem 0;border-top:1px solid var(--line)}
    article>div{min-width:0}
    article h3{max-width:9rem;font-variant-numeric:tabular-nums}
    article:target{background:var(--panel)}
    .entry{margin:0 0 .4rem}
    p{margin:.4rem 0}
    .problem{background:var(--warnbg);color:var(--warn);padding:.1rem .5rem;border-radius:1rem;font-size:.8125rem}
    figure{margin:.7rem 0;padding:.1rem 0 .1rem .9rem;border-left:3px solid var(--line)}
    blockquote{margin:0}figcaption{margin-top:.2rem;font-size:.875rem}
    .marker{font-weight:600}.trial{background:var(--panel);padding:.05rem .45rem;border-radius:.3rem;white-space:nowrap}
    .results{margin:.3rem 0 0;padding-left:1.1rem;font-size:.875rem;font-variant-numeric:tabular-nums}
    @page{margin:18mm}
    @media print{body{max-width:none;padding:0;font-size:10.5pt}article,figure,tr{break-inside:avoid}h2{break-after:avoid}.back{display:none}a{color:inherit}.bar i,.chart rect{print-color-adjust:exact}}
    """
}

import Literature

/// The page `docs/checks.md`, written from the rules themselves so that it cannot fall behind them.
public enum RuleHandbook {
  /// Markdown, in the order of the registry.
  public static var markdown: String {
    let rules = RuleRegistry.rules
    var lines = introduction + ["", "| code | name | gravest | what it reports |", "|---|---|---|---|"]
    lines += rules.map { rule in
      let kind = type(of: rule)
      return
        "| [\(kind.code)](#\(kind.code.lowercased())) | `\(kind.name)` | \(kind.severity.rawValue) | \(cell(kind.explanation.english.what)) |"
    }
    for rule in rules { lines += section(type(of: rule)) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What follows this heading in the page is measured, not written from the rules: `concord-measure` prints it.
  public static let measuredHeading = "## Precision on real articles"

  private static let introduction = [
    "# Checks", "",
    "`concord check FILE` holds a manuscript against itself and, where they are in the knowledge base, against the works it cites. Each rule",
    "has a code; `concord explain CODE` prints its page. This file is written from the rules (`RuleHandbook`), and a test keeps it so; how often",
    "each rule is right is told [at the end](#precision-on-real-articles).",
    "",
    "A printed number stands for every value that rounds to it: 0.90 is [0.895, 0.905]. A rule on numbers accuses only if no values within",
    "these boxes fit. An `error` is wrong whatever was meant; a `warning` is wrong or needs a word of explanation; an `info` is worth one look.",
  ]

  private static func section(_ rule: any Rule.Type) -> [String] {
    ["", "## \(rule.code)", "", "`\(rule.name)`, \(rule.severity.rawValue)"]
      + page(rule.explanation.english, titles: ["What", "Why", "Example", "What to do", "When it is wrong"])
      + page(rule.explanation.chinese, titles: ["检查内容", "理由", "示例", "如何处理", "何时不成立"])
  }

  private static func page(_ page: Explanation.Page, titles: [String]) -> [String] {
    zip(titles, [page.what, page.why, page.example, page.remedy, page.limits]).flatMap { ["", "**\($0)** \($1)"] }
  }

  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}

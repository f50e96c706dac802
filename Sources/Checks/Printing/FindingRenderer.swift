import Literature
import TextAnalysis

/// Prints findings the way a compiler prints its diagnostics: place, line with the figures marked, related places, help.
///
///     review.txt:96:12: warning: P = 0.26 does not fit … [N103]
///       96 | STORM   0.94 (0.78~1.13)   0.26
///          |         ^^^^^^^^^^^^^^^^^^^^^^^
///       79 | … (33.3 vs 33.7, HR = 0.94, P = 0.26) …
///          |                   ------------------ The same result stands here.
///          = SE = …
///          = help: Say that the P value is one-sided, or compare it with the source.
///
/// A pure function of its input; marks stand under wide characters as well as narrow ones.
public struct FindingRenderer: Sendable {
  public struct Options: Hashable, Sendable {
    public var color: Bool
    /// Columns of the terminal; longer lines are cut around the figures.
    public var width: Int
    /// Whether the arithmetic is printed.
    public var arithmetic: Bool
    /// Of the words around the findings, which are worded already.
    public var language: Language
    public init(color: Bool = false, width: Int = 100, arithmetic: Bool = true, language: Language = .english) {
      self.color = color
      self.width = max(40, width)
      self.arithmetic = arithmetic
      self.language = language
    }
  }

  public var options: Options
  public init(_ options: Options = Options()) { self.options = options }

  /// One finding, with a line feed at its end.
  public func render(_ finding: Finding, path: String, text: StoredText) -> String {
    var lines = [head(finding, path: path)]
    let gutter = gutterWidth(finding)
    let own = finding.related.filter { $0.document == nil }
    lines += excerpt(
      finding.span, line: finding.line, in: text, gutter: gutter, mark: UInt8(ascii: "^"), note: nil,
      color: color(of: finding.severity))
    for place in own {
      lines += excerpt(
        place.span, line: place.line, in: text, gutter: gutter, mark: UInt8(ascii: "-"), note: place.message, color: .blue)
    }
    for place in finding.related where place.document != nil { lines += quote(place, gutter: gutter) }
    let notes = (options.arithmetic ? finding.arithmetic?.split(separator: "\n").map(String.init) ?? [] : []) + help(finding)
    lines += notes.map { bar(gutter, "=") + $0 }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every finding of a report, with an empty line between them.
  public func render(_ report: CheckReport, text: StoredText) -> String {
    report.findings.map { render($0, path: report.path, text: text) }.joined(separator: "\n")
  }

  /// The line that ends a document: its findings counted, and how much of it could be looked at.
  public func summary(_ report: CheckReport) -> String {
    "\(paint(report.path + ":", .bold)) \(CoverageText.line(report, in: options.language))\n"
  }

  /// What is to be said of a waiver.
  public func render(_ notice: CheckNotice) -> String {
    let severity = paint(notice.severity.wording.text(in: options.language) + ":", color(of: notice.severity))
    return "\(paint("\(notice.path):\(notice.line):", .bold)) \(severity) \(notice.message) [\(notice.name)]\n"
  }

  private func help(_ finding: Finding) -> [String] {
    finding.help.map { [paint(say("help", zh: "建议") + ": ", .bold) + $0] } ?? []
  }

  private func head(_ finding: Finding, path: String) -> String {
    let severity = paint(finding.severity.wording.text(in: options.language) + ":", color(of: finding.severity))
    return
      "\(paint("\(path):\(finding.line):\(finding.column):", .bold)) \(severity) \(paint(finding.message, .bold)) [\(finding.code)]"
  }

  private func gutterWidth(_ finding: Finding) -> Int {
    let lines = [finding.line] + finding.related.filter { $0.document == nil }.map(\.line)
    return max(3, lines.map { String($0).count }.max() ?? 0) + 1
  }

  private func bar(_ gutter: Int, _ sign: String) -> String {
    Self.run(0x20, gutter + 1) + paint(sign, .blue) + " "
  }

  /// The line that holds the start of a span, and the marks under it.
  private func excerpt(
    _ span: SourceSpan, line: Int, in text: StoredText, gutter: Int, mark: UInt8, note: String?, color: Color
  ) -> [String] {
    let excerpt = Excerpt(span, in: text, width: options.width - gutter - 3)
    let number = String(line)
    let shown = Self.run(0x20, max(0, gutter - number.count)) + paint("\(number) |", .blue) + " " + excerpt.line
    let marks = paint(Self.run(mark, max(1, excerpt.markedColumns)), color)
    let margin = Self.run(0x20, excerpt.columnsBefore)
    return [shown, bar(gutter, "|") + margin + marks + (note.map { " " + paint($0, color) } ?? "")]
  }

  /// One sign of ASCII so many times.
  private static func run(_ sign: UInt8, _ count: Int) -> String {
    String(decoding: [UInt8](repeating: sign, count: count), as: UTF8.self)
  }

  /// A place in another document, quoted.
  private func quote(_ place: Finding.RelatedPlace, gutter: Int) -> [String] {
    let quoted = DisplayWidth.truncated(Excerpt.onOneLine(place.snippet), to: 3 * options.width)
    let line = say("line \(place.line)", zh: "第 \(place.line) 行")
    return [bar(gutter, "=") + "\(paint(say("note", zh: "注") + ": ", .bold))\(place.message) \(line): “\(quoted)”"]
  }

  private func say(_ english: String, zh chinese: String) -> String { Wording(english, zh: chinese).text(in: options.language) }

  private enum Color: String {
    case red = "31", yellow = "33", cyan = "36", blue = "34", bold = "1"
  }

  private func color(of severity: Finding.Severity) -> Color {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .info: .cyan
    }
  }

  private func paint(_ text: String, _ color: Color) -> String {
    options.color ? "\u{1B}[\(color == .bold ? "1" : "1;\(color.rawValue)")m\(text)\u{1B}[0m" : text
  }
}

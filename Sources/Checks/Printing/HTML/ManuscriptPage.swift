import Literature

/// A document and what was found in it.
public struct CheckedDocument: Sendable {
  public var extract: Extract
  public var report: CheckReport
  public init(extract: Extract, report: CheckReport) {
    self.extract = extract
    self.report = report
  }
}

/// `concord check --format html`: the manuscript with its findings in the margin and its numbers coloured by status.
///
/// One file that needs nothing else: no network, no fonts, no images. It reads well on paper, in the dark, and without scripts,
/// which only add filters and the ways from mark to note.
public struct ManuscriptPage: Sendable {
  private let documents: [CheckedDocument]
  private let version: String
  private let language: Language

  public init(_ documents: [CheckedDocument], version: String, language: Language) {
    self.documents = documents
    self.version = version
    self.language = language
  }

  public var html: String {
    let title = documents.count == 1 ? documents.first.map(Self.title) ?? "" : say("Checked manuscripts", zh: "核查结果")
    return """
      <!DOCTYPE html>
      <html lang="\(language == .chinese ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <meta name="generator" content="concord \(version)">
      <title>\(HTMLText.escaped(title))</title>
      <style>\(PageStyle.css)</style>
      </head>
      <body>
      \(toolbar)
      \(files)
      \(documents.indices.map(sheet).joined(separator: "\n"))
      \(rules)
      <footer>concord \(version)</footer>
      <script>\(PageScript.javaScript)</script>
      </body>
      </html>

      """
  }

  static func title(_ document: CheckedDocument) -> String {
    document.extract.article.front.titles.first?.text ?? document.extract.stem
  }

  private func sheet(_ index: Int) -> String {
    let document = documents[index]
    let prefix = documents.count == 1 ? "" : "d\(index + 1)-"
    let sheet = ManuscriptSheet(document, prefix: prefix, language: language)
    return """
      <main id="\(fileID(index))">
      \(CoverageBar(report: document.report, language: language, contents: sheet.contents).html)
      \(sheet.html)
      </main>
      """
  }

  private func fileID(_ index: Int) -> String { "file-\(index + 1)" }

  /// What was found in which file, where there are several.
  private var files: String {
    guard documents.count > 1 else { return "" }
    let entries = documents.indices.map { index in
      let report = documents[index].report
      let counts = CoverageText.counts(report).text(in: language)
      return "<li><a href=\"#\(fileID(index))\">\(HTMLText.escaped(report.path))</a> \(HTMLText.escaped(counts))</li>"
    }
    return "<ol class=\"files\">\(entries.joined())</ol>"
  }

  private var toolbar: String {
    let all = documents.flatMap(\.report.findings)
    let severities = Finding.Severity.allCases.map { severity in
      let count = all.count { $0.severity == severity }
      let name = severity.wording.text(in: language)
      return
        "<label class=\"\(severity.rawValue)\"><input type=\"checkbox\" checked data-severity=\"\(severity.rawValue)\"> \(name) <b>\(count)</b></label>"
    }
    let numbers =
      "<label><input type=\"checkbox\" checked id=\"colours\"> \(say("colour numbers", zh: "数字着色"))</label>"
    let buttons =
      "<span class=\"step\"><button type=\"button\" id=\"back\" title=\"k\">↑</button><button type=\"button\" id=\"next\" title=\"j\">↓</button> "
      + "<button type=\"button\" id=\"open\">\(say("open all", zh: "全部展开"))</button></span>"
    return "<nav>\(severities.joined()) \(numbers) \(codes(all)) \(buttons)</nav>"
  }

  private func codes(_ findings: [Finding]) -> String {
    let present = Set(findings.map(\.code)).sorted()
    let options = present.map { code in
      let name = RuleRegistry.rule(code).map { type(of: $0).name } ?? ""
      return "<option value=\"\(code)\">\(code) \(name)</option>"
    }
    return "<select id=\"rule\"><option value=\"\">\(say("all rules", zh: "全部规则"))</option>\(options.joined())</select>"
  }

  /// What the rules mean that spoke, so that the page explains itself.
  private var rules: String {
    let present = Set(documents.flatMap { $0.report.findings + $0.report.suppressed }.map(\.code)).sorted()
    guard !present.isEmpty else { return "" }
    let entries = present.compactMap { RuleRegistry.rule($0) }.map { rule in
      let kind = type(of: rule)
      let page = kind.explanation.page(in: language)
      let parts = [page.what, page.why, page.example, page.remedy, page.limits].map {
        HTMLText.element("p", "", HTMLText.escaped($0))
      }
      return "<details id=\"rule-\(kind.code)\"><summary><b>\(kind.code)</b> \(kind.name)</summary>\(parts.joined())</details>"
    }
    return "<section class=\"rules\"><h2>\(say("Rules that spoke", zh: "涉及的规则"))</h2>\(entries.joined())</section>"
  }

  private func say(_ english: String, zh chinese: String) -> String {
    HTMLText.escaped(Wording(english, zh: chinese).text(in: language))
  }
}

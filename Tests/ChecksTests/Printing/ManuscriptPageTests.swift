import Checks
import Extraction
import Foundation
import Literature
import Testing

struct ManuscriptPageTests {
  private func page(_ text: String, language: Language = .english) throws -> String {
    let extract = try Extractor.extract(bytes: Array(text.utf8), path: "paper.txt")
    let report = Checker.check(extract: extract, language: language)
    return ManuscriptPage([CheckedDocument(extract: extract, report: report)], version: "1", language: language).html
  }

  private static let text = """
    # A <b>review</b> & more

    ## 1. Results

    In ALDER-1 survival was longer (OS: HR 1.42, 95% CI 0.71 to 1.31) [1]. Counts were 35/120 (25.0%) in 2020.

    ## References

    [1] Alder A. A title. Example J. 2021;5:1-9.
    """

  @Test func showsTheManuscriptWithItsFindings() throws {
    let html = try page(Self.text)
    #expect(html.contains("HR 1.42 lies above its upper limit 1.31.") && html.contains("35 of 120 is 29.17%"))
    #expect(html.contains("class=\"n wrong f error\"") && html.contains("<p class=\"entry\" id=\"r0\">"))
    #expect(html.contains("href=\"#r0\"") && html.contains("id=\"rule-N101\""))
  }

  @Test func textOfTheManuscriptIsNeverMarkup() throws {
    let html = try page(Self.text)
    #expect(html.contains("A &lt;b&gt;review&lt;/b&gt; &amp; more") && !html.contains("<b>review"))
    #expect(!(try page("# A\n\nHR <script>alert(1)</script> was 1.42 (95% CI 0.71 to 1.31).\n")).contains("<script>alert"))
  }

  @Test func needsNothingFromElsewhere() throws {
    let html = try page(Self.text)
    for remote in ["http://", "https://", "src=", "@import", "url("] { #expect(!html.contains(remote)) }
  }

  /// Every span, row and list that is opened is closed, whatever overlaps in the text.
  @Test func isWellFormed() throws {
    for language in [Language.english, .chinese] {
      let html = try page(Self.text, language: language)
      for name in ["span", "div", "p", "a", "article", "details", "table", "section", "main", "ul", "li", "q", "pre"] {
        let opened = html.components(separatedBy: "<\(name)>").count + html.components(separatedBy: "<\(name) ").count - 2
        #expect(opened == html.components(separatedBy: "</\(name)>").count - 1, "\(name)")
      }
    }
  }

  @Test func listsTheFindingsAtTheTopTheGravestFirst() throws {
    let html = try page(Self.text)
    let list = try #require(
      html.components(separatedBy: "<details class=\"contents\" open>").last?.components(separatedBy: "</details>").first)
    let severities = list.components(separatedBy: "data-severity=\"").dropFirst().compactMap {
      $0.split(separator: "\"").first.map(String.init)
    }
    #expect(severities.first == "error" && severities.count == html.components(separatedBy: "<article").count - 1)
    #expect(
      severities
        == severities.sorted {
          ["error", "warning", "info"].firstIndex(of: $0)! < ["error", "warning", "info"].firstIndex(of: $1)!
        })
  }

  @Test func namesTheFilesWhereThereAreSeveral() throws {
    let extract = try Extractor.extract(bytes: Array(Self.text.utf8), path: "paper.txt")
    let document = CheckedDocument(extract: extract, report: Checker.check(extract: extract, language: .english))
    let html = ManuscriptPage([document, document], version: "1", language: .english).html
    #expect(html.contains("<li><a href=\"#file-2\">paper.txt</a> ") && html.contains("<main id=\"file-2\">"))
  }

  @Test func everyLinkWithinThePageLeadsSomewhere() throws {
    let html = try page(Self.text)
    let targets = html.components(separatedBy: "href=\"#").dropFirst().compactMap { $0.split(separator: "\"").first }
    #expect(!targets.isEmpty)
    for target in targets { #expect(html.contains("id=\"\(target)\""), "\(target)") }
  }

  @Test func speaksChinese() throws {
    let html = try page(Self.text, language: .chinese)
    #expect(html.contains("<html lang=\"zh-CN\">") && html.contains("高于其上限") && html.contains("</b> 不符"))
  }
}

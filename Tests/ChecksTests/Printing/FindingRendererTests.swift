import Checks
import Literature
import TextAnalysis
import Testing

struct FindingRendererTests {
  private func render(_ line: String, mark: String, options: FindingRenderer.Options = .init()) -> [String] {
    var paper = Manuscript()
    let passage = paper.passage(line)
    paper.card("HR", "1.32", "0.70", "1.20", in: passage, at: mark)
    let extract = paper.extract
    let report = Checker.check(extract: extract, rules: [EstimateOutsideInterval()], language: options.language)
    return FindingRenderer(options).render(report, text: extract.article.text).split(separator: "\n").map(String.init)
  }

  @Test func marksStandUnderNarrowCharacters() {
    let lines = render("The result was HR 1.32 (0.70 to 1.20).", mark: "1.32 (0.70 to 1.20)")
    #expect(lines[0] == "folder/paper.txt:1:19: error: The HR 1.32 lies above its upper limit 1.20. [N101]")
    #expect(lines[1] == "   1 | The result was HR 1.32 (0.70 to 1.20).")
    #expect(lines[2] == "     |                   ^^^^^^^^^^^^^^^^^^^")
  }

  @Test func marksStandUnderWideCharacters() {
    let lines = render("总生存未改善(HR = 1.32, 0.70~1.20)。", mark: "HR = 1.32, 0.70~1.20")
    // Six Chinese characters and a half-width bracket: thirteen columns.
    #expect(lines[2] == "     | " + String(repeating: " ", count: 13) + String(repeating: "^", count: 20))
    let wide = render("结果 风险比一点三二 HR", mark: "风险比一点三二")
    #expect(wide[2].hasSuffix(" " + String(repeating: "^", count: 14)))
  }

  @Test func cutsLongLinesAroundTheFigures() {
    let filler = String(repeating: "word ", count: 500)
    let lines = render(filler + "HR 1.32 (0.70 to 1.20) " + filler, mark: "1.32 (0.70 to 1.20)", options: .init(width: 80))
    #expect(lines.prefix(3).dropFirst().allSatisfy { DisplayWidth.of($0) <= 80 })
    #expect(lines[1].contains("…") && lines[1].contains("1.32 (0.70 to 1.20)"))
    let column = lines[2].firstIndex(of: "^").map { lines[2].distance(from: lines[2].startIndex, to: $0) } ?? 0
    #expect(lines[1].dropFirst(column).hasPrefix("1.32"))
  }

  @Test func controlCharactersDoNotReachTheTerminal() {
    let lines = render("bad\u{1B}[2J\tHR 1.32 (0.70 to 1.20)", mark: "1.32 (0.70 to 1.20)")
    #expect(!lines.joined().contains("\u{1B}"))
    #expect(!lines.joined().contains("\t"))
  }

  @Test func colourIsOnlyThereWhenAskedFor() {
    let plain = render("HR 1.32 (0.70 to 1.20)", mark: "1.32 (0.70 to 1.20)").joined()
    let coloured = render("HR 1.32 (0.70 to 1.20)", mark: "1.32 (0.70 to 1.20)", options: .init(color: true)).joined()
    #expect(!plain.contains("\u{1B}[") && coloured.contains("\u{1B}[1;31m"))
  }

  @Test func speaksChineseWhenAskedTo() {
    let lines = render("HR 1.32 (0.70 to 1.20)", mark: "1.32 (0.70 to 1.20)", options: .init(language: .chinese))
    #expect(lines[0] == "folder/paper.txt:1:4: 错误: HR 1.32 高于其上限 1.20。 [N101]")
    #expect(lines[4].hasPrefix("     = 建议: "))
  }

  @Test func arithmeticAndHelpFollowTheMarks() {
    let lines = render("HR 1.32 (0.70 to 1.20)", mark: "1.32 (0.70 to 1.20)")
    #expect(lines[3].hasPrefix("     = 1.32 stands for [1.315, 1.325]; the limits allow [0.695, 1.205]"))
    #expect(lines[4].hasPrefix("     = help: Compare"))
  }
}

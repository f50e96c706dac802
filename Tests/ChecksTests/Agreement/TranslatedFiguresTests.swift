import Checks
import Testing

struct TranslatedFiguresTests {
  private func snippets(_ english: String) -> [String] {
    var paper = Manuscript()
    paper.passage("夹板组（448例）应答率为31.2%，绷带组为22.6%；比值为1.58和2.32；52周应答率为47.8%。", section: "abstract")
    paper.passage(english, section: "abstract")
    paper.passage("The response rate was 47.8% after 52 weeks.")
    return paper.findings(TextAgainstTable()).map(\.snippet)
  }

  @Test func aTranslationHasTheFiguresOfTheAbstract() {
    let words = "Response was 31.2% with splints (n = 448) and 22.6% with tape; the ratios were 1.58 and 2.32. At week"
    #expect(snippets("\(words) 52 it was 47.8%.").isEmpty)
    #expect(snippets("\(words) 24 it was 47.8%.") == ["24"])
    // More than one is left over: it tells more, or less.
    #expect(snippets("\(words) 24 it was 46.1%.").isEmpty)
  }
}

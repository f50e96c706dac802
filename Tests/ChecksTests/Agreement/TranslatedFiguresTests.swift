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

  @Test func aShorterTranslationHasNoFigureOfItsOwn() {
    func snippets(_ share: String) -> [String] {
      var paper = Manuscript()
      paper.passage("夹板组21.8，绷带组18.4，差值-3.9（95%CI -6.3～-1.5；P=0.004），达标率61.8%和50.2%，皮疹1.9%和9.3%。", section: "abstract")
      paper.passage(
        "Scores were 21.8 and 18.4 (difference -3.9); success was 61.8% and 50.2%, rash 1.9% and \(share)% (P = 0.004).",
        section: "abstract")
      paper.passage("A rash was seen in 4 (1.9%) and 19 (9.3%), and the difference was -3.9.")
      return paper.findings(TextAgainstTable()).map(\.snippet)
    }
    #expect(snippets("9.3").isEmpty)
    #expect(snippets("3.9") == ["3.9"])
  }
}

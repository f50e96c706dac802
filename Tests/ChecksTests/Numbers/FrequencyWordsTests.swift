import Checks
import Literature
import Testing

struct FrequencyWordsTests {
  private func count(_ words: String, _ ratio: String = "1.42", also: String = "") -> Int {
    var paper = Manuscript()
    if !also.isEmpty { paper.passage(also) }
    let passage = paper.passage("\(words) (RR \(ratio), 95% CI 0.30 to 1.90).")
    paper.card("RR", ratio, "0.30", "1.90", in: passage, at: "RR \(ratio), 95% CI 0.30 to 1.90")
    return paper.findings(ComparisonWording()).count
  }

  @Test func whatIsRarerHasARatioBelowOne() {
    #expect(count("Nosebleeds were less common with the spray") == 1)
    #expect(count("Nosebleeds were more common with the spray") == 0)
    #expect(count("Fewer patients in the spray group had nosebleeds") == 1)
    #expect(count("More patients in the spray group had nosebleeds") == 0)
    #expect(count("Nosebleeds were more frequent on the spray", "0.61") == 1)
    #expect(count("Mortality was lower with the spray") == 1)
    #expect(count("Mortality was higher with the spray", "0.61") == 1)
    #expect(count("Mortality was higher with the spray") == 0)
    #expect(count("Zinc levels were higher with the spray", "0.61") == 0)
    #expect(count("喷雾组鼻出血较少见") == 1)
    #expect(count("喷雾组鼻出血较多见") == 0)
  }

  @Test func aGroupThatIsComparedWithTurnsTheRatio() {
    #expect(count("Nosebleeds were less common with placebo") == 0)
    #expect(count("对照组鼻出血较少见") == 0)
    #expect(
      count("Nosebleeds were less common with saline", also: "We tested the spray versus saline, and gel versus saline.") == 0)
  }

  @Test func stepsOfAMeasureAndSurvivalAreLeftAlone() {
    #expect(count("Nosebleeds were less common per year of age with the spray") == 0)
    #expect(count("Survival was less likely with the spray") == 0)
  }
}

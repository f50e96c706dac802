import Checks
import Literature
import Testing

/// Pairs of two arms that an abstract gives against the order of all its others.
struct PairsAgainstOrderTests {
  private func found(abstract: String...) -> [String] {
    var paper = Manuscript()
    for sentence in abstract { paper.passage(sentence, section: "abstract") }
    paper.passage("Sleep improved in 51.9% and 25.3% of people.", section: "Results")
    paper.passage("Dizziness was noted in 6/148 (4.1%) and 29/146 (19.9%).", section: "Results")
    return paper.findings(TextAgainstTable()).map(\.snippet)
  }

  @Test func theOrderOfTheBodyHolds() {
    #expect(found(abstract: "Sleep improved in 51.9% and 25.3%.", "Dizziness was noted in 4.1% and 19.9%.").isEmpty)
  }

  @Test func onePairAgainstTheOrderOfTheOthers() {
    #expect(found(abstract: "Sleep improved in 51.9% and 25.3%.", "Dizziness was noted in 19.9% and 4.1%.") == ["19.9% and 4.1"])
  }

  @Test func anOrderOfItsOwnOrNamedArmsSayNothing() {
    #expect(found(abstract: "Sleep improved in 25.3% and 51.9%.", "Dizziness was noted in 19.9% and 4.1%.").isEmpty)
    #expect(found(abstract: "Sleep improved in 51.9% and 25.3%.", "Dizziness: 19.9% with placebo and 4.1% with drops.").isEmpty)
  }

  @Test func aSentenceThatTellsTheOrderOfItsArms() {
    #expect(
      found(
        abstract: "Sleep improved in 51.9% and 25.3%.",
        "Dizziness was noted more often with the short course than with the long one (19.9% and 4.1%)."
      ).isEmpty)
  }

  @Test func aChangeMayBeToldInTheOrderOfTheBody() {
    var paper = Manuscript()
    paper.passage("失眠发生率C组35例（21.9%）、E组19例（12.0%）。", section: "abstract")
    paper.passage("Insomnia was seen in 35 (21.9%) in group C and 19 (12.0%) in group E.", section: "abstract")
    paper.passage("失眠：21.9%与12.0%。", section: "Results")
    paper.passage("艾司氯胺酮可使失眠率由21.9%降至12.0%。", section: "Discussion")
    #expect(paper.findings(TextAgainstTable()).isEmpty)
  }
}

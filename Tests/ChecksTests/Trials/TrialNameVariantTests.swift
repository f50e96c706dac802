import Checks
import Literature
import Testing

struct TrialNameVariantTests {
  private func messages(_ sentences: [String], _ names: [(String, [Int])]) -> [String] {
    var paper = Manuscript()
    for sentence in sentences { paper.passage(sentence) }
    paper.trials = names.map { Trial(id: $0.0, name: $0.0, passages: $0.1) }
    return paper.findings(TrialNameVariant()).map(\.message)
  }
  private let usual = ["HARBOUR-1 was long.", "HARBOUR-1 was large."]

  @Test func flagsALetterChangedDroppedOrExchanged() {
    #expect(
      messages(usual + ["HARBUOR-1 was neither."], [("HARBOUR-1", [0, 1]), ("HARBUOR-1", [2])]) == [
        "“HARBUOR-1” stands here alone, “HARBOUR-1” in 2 other passages: one letter makes the difference."
      ])
    #expect(messages(usual + ["HARBOR-1 was neither."], [("HARBOUR-1", [0, 1]), ("HARBOR-1", [2])]).count == 1)
  }

  @Test func leavesOtherTrialsAlone() {
    #expect(messages(usual + ["HARBOUR-2 came later."], [("HARBOUR-1", [0, 1]), ("HARBOUR-2", [2])]).isEmpty)
    #expect(messages(["CANVAS a", "CANVAS b", "CANVAS-R c"], [("CANVAS", [0, 1]), ("CANVAS-R", [2])]).isEmpty)
    #expect(messages(["REACH a", "REACH b and TEACH"], [("REACH", [0, 1]), ("TEACH", [1])]).isEmpty)
    #expect(messages(["HARBOUR-1", "HARBUOR-1"], [("HARBOUR-1", [0]), ("HARBUOR-1", [1])]).isEmpty)
  }

  /// A word that nobody took for a trial, beside a callout to the trial's own reference.
  @Test func aWordBesideTheTrialsCallout() {
    func count(_ sentence: String, _ label: String) -> Int {
      var paper = Manuscript()
      for sentence in ["SPINDLE was long.", "SPINDLE was large."] { paper.passage(sentence) }
      paper.reference("Alder A. Beans (SPINDLE). 2020.")
      paper.reference("Birch B. Peas. 2021.")
      let passage = paper.passage(sentence)
      paper.cite("[\(label)]", [label], in: passage)
      paper.trials = [Trial(id: "SPINDLE", name: "SPINDLE", passages: [0, 1])]
      paper.trials[0].references = [0]
      return paper.findings(TrialNameVariant()).count
    }
    #expect(count("The gain lies near that of SPINDEL [1].", "1") == 1)
    #expect(count("The gain lies near that of SPINDEL [2].", "2") == 0)
    #expect(count("The gain lies near that of SPINDLE [1].", "1") == 0)
  }

  @Test func aLongWordNeedsNoCallout() {
    #expect(messages(["LARKSPURS began.", "LARKSPURS ended.", "Here is LARKPURS at last."], [("LARKSPURS", [0, 1])]).count == 1)
    #expect(messages(["HARBOUR began.", "HARBOUR ended.", "The HARBOR master."], [("HARBOUR", [0, 1])]).isEmpty)
  }

  @Test func twoLettersOfALongNameWithItsNumber() throws {
    func count(_ name: String) throws -> Int {
      let text =
        "Drugs for reflux: a review\n\nTrials\n\nThe HARVESTER-2 trial enrolled 300 adults.\n\nIn HARVESTER-2 pain fell.\n\nNo deaths occurred in the \(name) trial.\n"
      return try findings(TrialNameVariant(), in: text).count
    }
    #expect(try count("HERVASTER-2") == 1)
    #expect(try count("HARVESTER-3") == 0)
    #expect(try count("HIGHLANDER-2") == 0)
  }
}

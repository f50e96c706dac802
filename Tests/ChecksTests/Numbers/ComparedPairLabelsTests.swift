import Checks
import Testing

struct ComparedPairLabelsTests {
  private func count(_ sentence: String) -> Int {
    var paper = Manuscript()
    paper.passage(sentence)
    return paper.findings(ComparisonWording()).count
  }

  @Test func figuresBehindAColon() {
    for (word, findings) in [("higher", 1), ("lower", 0)] {
      #expect(
        count(
          "Pressure was \(word) with 16 mg than with placebo: 119.0 mmHg (SD 11.5; n = 24) against 126.4 mmHg (SD 11.2; n = 24)")
          == findings)
      #expect(count("Pain was \(word) in the block group: 2.1 (SD 1.4) against 3.6 (SD 1.7)") == findings)
    }
    #expect(count("Pain was no lower with mist than with powder: 3.4 against 3.1 points") == 0)
  }

  @Test func groupsNamedBehindTheirFigures() {
    for (word, findings) in [("longer", 1), ("shorter", 0)] {
      #expect(
        count(
          "The stay was 5.1 days with the protocol and 7.4 days with usual care, that is, \(word) by 2.3 days with the protocol")
          == findings)
    }
    for (word, findings) in [("slower", 1), ("faster", 0)] {
      #expect(count("Healing took 47 days with the gel and 68 days with gauze, so the gel was \(word) by 21 days") == findings)
    }
    #expect(count("Pain scored 2.1 with the block and 3.4 with saline, so cost was higher with the block") == 0)
  }

  @Test func groupsAreKnownByTheOther() {
    for (word, findings) in [("more", 1), ("less", 0)] {
      #expect(
        count("Pain was 3.1 with the splint and 4.4 with usual care, so that wearers had \(word) pain than controls") == findings)
    }
    for (word, findings) in [("weaker", 1), ("stronger", 0)] {
      #expect(
        count(
          "Grip was 21.4 kg in the splint group versus 18.9 kg in the usual-care group; the splint group was thus the \(word)")
          == findings)
    }
    #expect(count("Controls scored 4.4 and wearers 3.1 points, a higher score for wearers") == 1)
    #expect(count("Drop-out was 4.1% with the splint and 11.2% without, but costs were higher with the splint") == 0)
    #expect(count("Relapse was seen in 12.1% of men and in 14.2% of women, and women were older than men") == 0)
  }

  @Test func whatIsSetAgainstTheFiguresIsOfSomethingElse() {
    let swelling = "Swelling was 7.64 mm in the fixed group and 7.81 mm in the free group, "
    #expect(count(swelling + "so it was larger in the fixed group") == 1)
    #expect(count(swelling + "while the angle was larger in the fixed group") == 0)
  }

  @Test func aFigureRightBehindThan() {
    #expect(count("Relief took 5 weeks with the splint, later than the 8 weeks with usual care") == 1)
    #expect(count("Relief took 5 weeks with the splint, earlier than the 8 weeks with usual care") == 0)
    #expect(count("Haemoglobin was 11.9 g/dl under iron and 11.1 g/dl under placebo and hence was lower under iron") == 1)
    #expect(count("The stay was 6.1 days in the fast arm and 7.9 days in the standard arm, the former being longer") == 1)
  }

  @Test func folds() {
    #expect(count("Flushes were about half as common on the drug (14%) as on placebo (7%)") == 1)
    #expect(count("Flushes were about twice as common on the drug (14%) as on placebo (7%)") == 0)
  }

  @Test func anAmountAndAGroupWithout() {
    #expect(count("Pressure was higher by 0.9 mm Hg in eyes without the steroid (14.3 against 15.2 mm Hg)") == 1)
    #expect(count("Pressure was lower by 0.9 mm Hg in eyes without the steroid (14.3 against 15.2 mm Hg)") == 0)
  }

  @Test func timesOfIntegersAndWhatIsSaidAgain() {
    for (word, findings) in [("later", 1), ("sooner", 0)] {
      #expect(
        count(
          "Motor function returned \(word) with mist, after a mean of 152 min (SD 38) against 221 min (SD 51), or some 2.5 h against 3.7 h"
        )
          == findings)
    }
  }
}

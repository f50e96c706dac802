import Checks
import Testing

/// Lists whose last items are told in other words, and lists that are no division.
struct SumReaderListsTests {
  private func arithmetic(_ text: String) -> [String] {
    var paper = Manuscript()
    paper.passage(text)
    return paper.findings(ArmsAgainstTotal()).compactMap(\.arithmetic)
  }

  @Test func theLastItemInWords() {
    #expect(arithmetic("Twenty-six people left: 12 moved away, 9 lost interest and five patients died.").isEmpty)
    #expect(arithmetic("Twenty-six people left: 13 moved away, 9 lost interest and five patients died.") == ["13 + 9 + 5 = 27"])
    #expect(arithmetic("All but 25 people (11 Finns, 12 Danes and two of mixed descent) spoke Swedish.").isEmpty)
    #expect(arithmetic("All but 25 people (12 Finns, 12 Danes and two of mixed descent) spoke Swedish.") == ["12 + 12 + 2 = 26"])
    #expect(arithmetic("Eighteen falls were seen (11 at home, 6 outdoors and 1 person fell on a bus).").isEmpty)
  }

  @Test func anItemOfAListThatHoldsIsNoWhole() {
    #expect(
      arithmetic(
        "The reasons for leaving out the other 27 cases were as follows: 13 were in other studies, six were too old, five had gone home, two "
          + "were in shock and one patient was moved."
      ).isEmpty)
  }

  @Test func soManyOfEachThing() {
    #expect(arithmetic("There were 27 serious events: 5 each of stroke, sepsis and fracture and 12 others.").isEmpty)
    #expect(arithmetic("共27例不良反应，其中皮疹、头痛、恶心各5例，其他12例。").isEmpty)
  }

  @Test func otherPropertiesOfTheSamePeople() {
    #expect(arithmetic("In all 28 (nine men, 26 with full-time work) clerks took part.").isEmpty)
  }

  @Test func aMedianWithItsQuartilesIsNoCount() {
    #expect(arithmetic("It took 16 [7.5 to 20.25] days in those of group I (n = 15) and group C (n = 11) who lived.").isEmpty)
  }

  @Test func aColonOfALabel() {
    #expect(arithmetic("Most had the first scheme (leaflet: n=8; app: n=4; app and nurse: n=7).").isEmpty)
  }
}

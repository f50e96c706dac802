import Lexicon
import Testing

struct DrugStemsTests {
  @Test(arguments: ["brimonidine", "Travoprost", "dorzolamide", "levalbuterol", "gepotidacin", "zelitinib", "ADALIMUMAB"])
  func tellsADrugByItsStem(word: String) { #expect(DrugStems.tells(Array(word.utf8)[...])) }

  @Test(arguments: [
    "cholesterol", "histidine", "somatostatin", "concept", "urine", "timolo", "treatment", "baseline", "α-blocker",
  ])
  func leavesOtherWords(word: String) { #expect(!DrugStems.tells(Array(word.utf8)[...])) }
}

import Testing

@testable import Literature

@Suite struct JournalNameTests {
  private func agree(_ one: String, _ other: String) -> Bool? {
    guard let one = JournalName(one), let other = JournalName(other) else { return nil }
    return one.agrees(with: other)
  }

  @Test(arguments: [
    ("N Engl J Med", "The New England Journal of Medicine"), ("J. Clin. Oncol.", "Journal of Clinical Oncology"),
    ("Proc Natl Acad Sci U S A", "Proceedings of the National Academy of Sciences"),
    ("JAMA", "Journal of the American Medical Association"),
    ("Lancet", "The Lancet (London, England)"), ("BMJ", "BMJ : British medical journal"), ("中华外科杂志", "中华外科杂志"),
    ("Dtsch Arztebl Int", "Deutsches Ärzteblatt International"),
  ]) func knowsAnAbbreviation(short: String, long: String) {
    #expect(agree(short, long) == true)
    #expect(agree(long, short) == true)
  }

  @Test(arguments: [
    ("Lancet", "Lancet Oncol"), ("J Clin Invest", "Journal of Clinical Oncology"), ("Cancer", "Cancer Research"),
    ("中华外科杂志", "中华内科杂志"),
  ]) func knowsAnotherJournal(one: String, other: String) { #expect(agree(one, other) == false) }

  @Test func saysNothingOfATranslatedTitle() { #expect(agree("中华外科杂志", "Chinese Journal of Surgery") == nil) }
}

@Suite struct EditDistanceTests {
  @Test(arguments: [("kitten", "sitting", 3), ("", "abc", 3), ("same", "same", 0), ("abcd", "abXd", 1), ("abcdef", "bcdef", 1)])
  func countsChangedLetters(one: String, other: String, distance: Int) {
    #expect(EditDistance.between(Array(one.utf8), Array(other.utf8), most: 5) == distance)
    #expect(EditDistance.between(Array(other.utf8), Array(one.utf8), most: distance) == distance)
    if distance > 0 { #expect(EditDistance.between(Array(one.utf8), Array(other.utf8), most: distance - 1) == nil) }
  }
}

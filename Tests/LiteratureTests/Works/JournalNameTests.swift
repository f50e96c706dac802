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
    ("Dtsch Arztebl Int", "Deutsches Ärzteblatt International"), ("J Clin Oncol", "Journal of Clinical Oncology"),
    ("Zhonghua Wai Ke Za Zhi", "中华外科杂志"), ("Zhonghua Zhong Liu Za Zhi", "中华肿瘤杂志"),
    ("Zhongguo Wei Zhong Bing Ji Jiu Yi Xue", "中国危重病急救医学"), ("Ai Zheng", "癌症"),
    ("Zhonghua yi xue za zhi", "中华医学杂志"), ("Beijing Da Xue Xue Bao", "北京大学学报"),
  ]) func knowsAnAbbreviation(short: String, long: String) {
    #expect(agree(short, long) == true)
    #expect(agree(long, short) == true)
  }

  @Test(arguments: [
    ("Lancet", "Lancet Oncol"), ("J Clin Invest", "Journal of Clinical Oncology"), ("Cancer", "Cancer Research"),
    ("中华外科杂志", "中华内科杂志"),
  ]) func knowsAnotherJournal(one: String, other: String) { #expect(agree(one, other) == false) }

  @Test(arguments: ["Chinese Journal of Surgery", "Zhonghua Nei Ke Za Zhi", "Zhonghua Wai Ke Za Zhi Hua"])
  func saysNothingOfATranslatedTitleOrOtherPinyin(title: String) { #expect(agree("中华外科杂志", title) == nil) }

  @Test func joinsAChinesePaperWithItsEntryInPubMed() {
    var chinese = BibliographicItem(type: "article-journal")
    chinese.authors = [Name(family: "王", given: "小鸟")]
    chinese.title = "某种鸟类夜间迁徙的观察研究"
    chinese.containerTitle = "中华外科杂志"
    chinese.issued = PartialDate(year: 2012)
    (chinese.volume, chinese.page) = ("50", "321-325")
    var pubMed = chinese
    pubMed.authors = [Name(family: "Wang", given: "XN")]
    pubMed.title = "Watching the migration of some birds by night"
    pubMed.containerTitle = "Zhonghua Wai Ke Za Zhi"
    #expect(WorkMatch(chinese, pubMed).isSame)
    pubMed.containerTitle = "Chinese Journal of Surgery"
    #expect(!WorkMatch(chinese, pubMed).isSame)
  }
}

@Suite struct EditDistanceTests {
  @Test(arguments: [("kitten", "sitting", 3), ("", "abc", 3), ("same", "same", 0), ("abcd", "abXd", 1), ("abcdef", "bcdef", 1)])
  func countsChangedLetters(one: String, other: String, distance: Int) {
    #expect(EditDistance.between(Array(one.utf8), Array(other.utf8), most: 5) == distance)
    #expect(EditDistance.between(Array(other.utf8), Array(one.utf8), most: distance) == distance)
    if distance > 0 { #expect(EditDistance.between(Array(one.utf8), Array(other.utf8), most: distance - 1) == nil) }
  }
}

import Checks
import Literature
import Testing

/// Sums in many grammars: each with a slip, and as it should be.
struct SumReaderTests {
  private func arithmetic(_ text: String) -> [String] {
    var paper = Manuscript()
    paper.passage(text)
    return paper.findings(ArmsAgainstTotal()).compactMap(\.arithmetic)
  }

  private func tells(_ sum: String, of text: String, when right: String, is wrong: String) {
    #expect(arithmetic(text).isEmpty, "\(text)")
    let found = arithmetic(text.replacing(right, with: wrong))
    #expect(found.count == 1 && found[0].hasPrefix(sum), "\(text)")
  }

  @Test(arguments: [(40, Finding.Severity.warning), (160, .info)])
  func inALongReportNumbersThatStandSideBySideAreARemark(_ sentences: Int, _ severity: Finding.Severity) {
    func severities(_ text: String) -> [Finding.Severity] {
      var paper = Manuscript()
      paper.passage(text)
      for _ in 0..<sentences { paper.passage("It was a calm year on the ward.") }
      return paper.findings(ArmsAgainstTotal()).map(\.severity)
    }
    #expect(severities("A population of 318 (158 tocilizumab, 150 placebo) was analysed.") == [.warning])
    #expect(severities("We kept 380 letters, 170 cards and 120 notes.") == [severity])
  }

  @Test func partsBehindAColonOrInABracket() {
    tells(
      "14 + 9 + 6 = 29", of: "Thirty-one infants had a late sepsis: 14 Gram-positive, 9 Gram-negative and 8 fungal.",
      when: "8 fun", is: "6 fun")
    tells("158 + 150 = 308", of: "A population of 318 (158 tocilizumab, 160 placebo) was analysed.", when: "160", is: "150")
    tells("2 + 11 + 9 = 22", of: "死亡共19例：术中2例，术后30 d内11例，随访期6例。", when: "6例", is: "9例")
    tells("30 + 29 + 17 = 76", of: "排除78例，原因为年龄不符30例、资料不全31例、拒绝随访17例。", when: "31", is: "29")
  }

  @Test func groupsBesideTheirWhole() {
    tells(
      "104 + 112 = 216", of: "Two hundred and six eyes were treated, 104 with bevacizumab and 102 with laser.", when: "102",
      is: "112")
    tells(
      "17 + 11 = 28", of: "Side effects led to withdrawal in 26 patients, 17 on carbamazepine and 9 on lamotrigine.",
      when: "9 on", is: "11 on")
    tells(
      "31 + 28 = 59", of: "Of the 57 relapses, 31 occurred in the maintenance arm and 26 in the control arm.", when: "26",
      is: "28")
    tells("144 + 141 = 285", of: "随机分组288例：干预组144例，对照组144例。", when: "对照组144", is: "对照组141")
    tells("52 + 50 + 56 = 158", of: "患者156例，A方案52例、B方案50例、C方案54例。", when: "54", is: "56")
  }

  @Test func thoseWhoCameFellOutAndWereLeft() {
    tells(
      "806 + 92 + 34 = 932",
      of: "We screened 941 abstracts, of which 806 were irrelevant, 92 duplicated and 43 were obtained in full.", when: "43",
      is: "34")
    tells("563 + 47 = 610", of: "共发放问卷600份，回收有效问卷563份，无效37份。", when: "37", is: "47")
  }

  @Test func aListBehindTheColonOfANumber() {
    tells(
      "61 + 42 + 19 = 122", of: "We turned away 104: 61 were too young, 24 moved house and 19 gave other reasons.", when: "24",
      is: "42")
    tells(
      "36 + 12 + 9 = 57", of: "We saw 170 sailors and excluded 52: 31 for a cold, 12 for a sprain and 9 who had left port.",
      when: "31", is: "36")
  }

  @Test func aBracketBehindTheShareOfItsWhole() {
    tells(
      "13 + 5 + 6 = 24",
      of:
        "Soup was stopped by 27 of 190 (14.2%) in the barley group (boredom in 13, a rash in 8, a move in 6) and by few others.",
      when: "8", is: "5")
  }

  @Test func partsBeforeTheirSum() {
    tells(
      "98 + 17 = 115", of: "Ninety-eight operations were completed and 17 were converted, for a total of 115.", when: "of 115",
      is: "of 125")
    tells("40 + 41 + 39 = 120", of: "三组分别为40例、41例和39例，合计120例。", when: "120", is: "129")
  }

  @Test func asManyInEachGroup() {
    tells("2 × 48 = 96", of: "The pilot took in 96 sailors, 48 to each diet.", when: "96", is: "94")
  }

  /// What is no division: properties that overlap, events that one person may have several of, some of all, those who left.
  @Test func whatNeedNotMakeAWhole() {
    for text in [
      "Of 300 adults, 120 had hypertension, 86 had diabetes and 61 had both.",
      "不良事件32例，其中恶心18例、头痛12例、皮疹6例，部分患者有2种以上。",
      "Eighty patients were screened and 64 enrolled; 32 received A and 30 received B, because two withdrew before treatment.",
      "Of 212 biopsies 40 were malignant, and 12 of the 40 were high grade.",
      "共纳入240例，失访12例，死亡6例，其余222例完成随访。",
      "Among 150 women, 48 were aged under 30 and 37 were over 40.",
      "Answers were 4: never, 1: once, 2: twice and 3: often.",
      "They were assigned 2 : 1 to barley and rye, 40 and 21 of them in the city.",
      "Soup was stopped by 27 of 190 (14.2%) in the barley group (mainly boredom in 13 and a rash in 8).",
      "入组者110例，主要症状为咳嗽66例、发热41例、气促20例。",
      "Eight patients had no sample because they died (n = 4) or went home (n = 2), and two for technical reasons.",
    ] { #expect(arithmetic(text).isEmpty, "\(text)") }
  }
}

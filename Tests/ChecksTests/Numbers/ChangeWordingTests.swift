import Checks
import Literature
import Testing

struct ChangeWordingTests {
  private func snippets(_ text: String) -> [String] {
    var paper = Manuscript()
    paper.passage(text)
    return paper.findings(ChangeWording()).map(\.snippet)
  }

  @Test func flagsFiguresThatGoTheOtherWay() throws {
    var paper = Manuscript()
    paper.passage("Median survival was prolonged from 15.5 to 12.7 months.")
    let finding = try #require(paper.findings(ChangeWording()).first)
    #expect(finding.message == "The text says “prolonged”, but 12.7 is less than 15.5.")
    #expect(finding.snippet == "15.5 to 12.7" && finding.severity == .error)
    #expect(snippets("The response rate fell from 9% to 24%.") == ["9% to 24"])
    #expect(snippets("中位 OS 从 15.5 个月延长到 12.7 个月") == ["15.5 个月延长到 12.7"])
    #expect(snippets("复发率从 30.1% 降至 45.2%") == ["30.1% 降至 45.2"])
  }

  @Test func wordsBetweenTheFigures() {
    #expect(snippets("Ferritin fell from a median of 31 to 118 µg/L on tablets.") == ["31 to 118"])
    #expect(snippets("Ferritin fell from a median of 118 to 31 µg/L on tablets.").isEmpty)
    #expect(snippets("The share of responders rose from 44% below 90 cells per microlitre to 15% above 500.").count == 1)
    #expect(snippets("The share of responders rose from 15% below 90 cells per microlitre to 44% above 500.").isEmpty)
    #expect(snippets("评分由术前的9.3分升至术后28 d的6.8分。").count == 1)
    #expect(snippets("评分由术前的9.3分降至术后28 d的6.8分。").isEmpty)
  }

  @Test func acceptsFiguresThatGoWithTheWord() {
    #expect(snippets("Median survival was prolonged from 12.7 to 15.5 months; recurrence fell from 45.2% to 30.1%.").isEmpty)
    #expect(snippets("客观缓解率从 9%大幅度提高到 24%, 复发率从 45% 降至 30%").isEmpty)
  }

  @Test func leavesRangesAndTimesOfMeasurementAlone() {
    #expect(snippets("Scores decreased from 0 to 6 months.").isEmpty)
    #expect(snippets("The rate was reduced, ranging from 0.8% to 0.1%.").isEmpty)
    #expect(snippets("It did not rise from 24% to 9%.").isEmpty)
    #expect(snippets("Symptoms improved from 20.1 to 11.3 points.").isEmpty)
  }

  @Test func theSecondPairHasTheVerbOfTheFirst() {
    func count(_ text: String) -> Int {
      var paper = Manuscript()
      paper.passage(text)
      return paper.findings(ChangeWording()).count
    }
    #expect(count("The score rose from 58.2 at baseline to 67.6 at week 32, and on placebo from 58.6 to 56.4.") == 1)
    #expect(count("The score rose from 58.2 at baseline to 67.6 at week 32, and on placebo from 58.6 to 65.4.") == 0)
    #expect(count("The score rose from 58.2 to 67.6, and went on placebo from 58.6 to 56.4.") == 0)
    #expect(count("Audit increased use from 812 to 694 defined daily doses per 1000 days.") == 1)
    #expect(count("分离症状由对照组的6.0%(6/100)降至18.6%(19/102)") == 1)
    #expect(count("不良事件由二联组的23.5%(31/132)降至三联组的38.8%(52/134)") == 1)
    #expect(count("不良事件由二联组的23.5%(31/132)升至三联组的38.8%(52/134)") == 0)
  }

  @Test func powersOfTenAreNoFiguresOfTheirOwn() {
    var paper = Manuscript()
    paper.passage("血小板由入院时 142×10⁹/L 降至 118×10⁹/L")
    #expect(paper.findings(ChangeWording()).isEmpty)
  }

  @Test func nounsAndOtherVerbsOfChange() {
    func count(_ text: String) -> Int {
      var paper = Manuscript()
      paper.passage(text)
      return paper.findings(ChangeWording()).count
    }
    #expect(count("There was a rise from 3.4 to 2.7 mmol/l.") == 1)
    #expect(count("There was a fall from 3.4 to 2.7 mmol/l.") == 0)
    #expect(count("The gap shrank from 3.8 to 4.9 mm.") == 1)
    #expect(count("评分由 18.4 分升到 14.9 分") == 1)
    #expect(count("评分由 18.4 分降到 14.9 分") == 0)
  }

  @Test func numbersThatSayWhoseOrWhenTheFiguresAre() {
    #expect(snippets("携带率由10天组的32.4%升至5天组的21.6%") == ["32.4%升至5天组的21.6"])
    #expect(snippets("携带率由10天组的32.4%降至5天组的21.6%").isEmpty)
    #expect(snippets("评分由基线的62.1 mm升至第8周的36.4 mm").count == 1)
    #expect(snippets("骨密度由6个月时的9.2%升至24个月时的11.5%").isEmpty)
  }

  @Test func whenAFigureWasFoundMayStandBehindIt() {
    #expect(snippets("The share of smokers rose from 31.4% in 1995 to 22.6% in 2015.") == ["31.4% in 1995 to 22.6"])
    #expect(snippets("The share of smokers fell from 31.4% in 1995 to 22.6% in 2015.").isEmpty)
    #expect(snippets("Pain rose from 6.1 at week 2 to 4.4 at week 12.") == ["6.1 at week 2 to 4.4"])
    #expect(snippets("The grip score fell from 41.2 to 63.5 over the first year.") == ["41.2 to 63.5"])
  }

  @Test func thousandsMayBePartedAndTimesWrittenInLetters() {
    #expect(snippets("患者由2010年的3 120万增至2020年的4 050万").isEmpty)
    #expect(snippets("患者由2010年的4 050万增至2020年的3 120万").count == 1)
    #expect(snippets("评分由入院时的31.6分升至72 h的52.4分").isEmpty)
    #expect(snippets("评分由入院时的52.4分升至72 h的31.6分").count == 1)
  }

  @Test func theLaterFigureMayStandFirstOrApart() {
    #expect(snippets("Attendance, 64.2%, was down from 51%, the share of the pilot.").count == 1)
    #expect(snippets("Attendance, 64.2%, was up from 51%, the share of the pilot.").isEmpty)
    #expect(snippets("Its prevalence had climbed to 9.1% by 2019 from 11.6% in 2008.").count == 1)
    #expect(snippets("Ferritin, 21.4 at baseline, had fallen to 35.9 at week 8.").count == 1)
    #expect(snippets("Ferritin, 21.4 at baseline, had risen to 35.9 at week 8.").isEmpty)
    #expect(snippets("Ferritin, 21.4 in one group and 20.9 in the other at baseline, had fallen to 35.9 at week 8.").isEmpty)
    #expect(snippets("铁蛋白基线为 21.4%，8周时降至 35.9%。").count == 1)
    #expect(snippets("铁蛋白基线为 21.4%，8周时升至 35.9%。").isEmpty)
  }

  @Test func moneyAndRatesAreMeasured() {
    #expect(snippets("The price of a course fell from $40 in 2011 to $95 in 2019.").count == 1)
    #expect(snippets("The price of a course rose from $40 in 2011 to $95 in 2019.").isEmpty)
    #expect(snippets("Prices rose from €52 to €31 per dose.").count == 1)
    #expect(snippets("The incidence declined from 3.2 to 4.9 per 1000 person-years.").count == 1)
    #expect(snippets("Visits doubled, from 6.2 to 3.1 a year.").count == 1)
    #expect(snippets("每支价格从2012年的95元涨至2020年的40元。").count == 1)
  }
}

import Checks
import Literature
import Testing

/// C304 on studies that a sentence tells of by a year.
struct DatedStudyTests {
  private func count(_ sentence: String, year: Int, marker: String = "[1]") -> Int {
    var paper = Manuscript()
    paper.reference("Alder") {
      $0.issued = PartialDate(year: year)
      $0.title = "Wells and fevers in three villages"
    }
    let passage = paper.passage(sentence)
    paper.cite(marker, ["1"], in: passage)
    return paper.findings(NamedYear()).count
  }

  @Test func flagsAStudyOfAnotherYear() {
    #expect(count("A 2010 village survey [1] found the source.", year: 2015) == 1)
    #expect(count("In the 2021 report [1] no case was seen.", year: 2018) == 1)
    #expect(count("Fevers, last reviewed in 2011 [1], are rare.", year: 2017) == 1)
    #expect(count("The 2009 trial by Alder and Birch [1] was small.", year: 2014) == 1)
    #expect(count("2010年的一项队列研究[1]提示来源为井水。", year: 2016) == 1)
    #expect(count("2021年发表的Meta分析[1]结论相同。", year: 2017) == 1)
  }

  @Test func acceptsTheYearAndTheYearAfter() {
    #expect(count("A 2015 village survey [1] found the source.", year: 2015) == 0)
    #expect(count("A 2014 village survey [1] found the source.", year: 2015) == 0)
    #expect(count("2016年的一项队列研究[1]提示来源为井水。", year: 2016) == 0)
  }

  @Test func doesNotReadOtherYears() {
    #expect(count("Admissions before 2010 were left out of the pooled data [1].", year: 2017) == 0)
    #expect(count("The 2005 classification of fevers was applied in the study [1].", year: 2017) == 0)
    #expect(count("Families were recruited between 2009 and 2012 [1].", year: 2017) == 0)
    #expect(count("其队列以2010年出生者为基础[1]。", year: 2017) == 0)
    #expect(count("2010年以来多数研究[1]支持该说法。", year: 2017) == 0)
  }
}

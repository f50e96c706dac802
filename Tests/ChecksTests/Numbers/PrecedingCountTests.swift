import Checks
import Testing

/// Of whom a mean is, where the sentence names them as known.
struct PrecedingCountTests {
  private func count(_ text: String) -> Int {
    var paper = Manuscript()
    paper.passage(text)
    return paper.findings(ImpossibleMean()).count
  }

  @Test func thoseWhomTheTextHasNamed() {
    #expect(count("Those 23 had a mean count of 1.93 falls (SD, 1.10).") == 1)
    #expect(count("Those 23 had a mean count of 1.91 falls (SD, 1.10).") == 0)
    #expect(count("The 31 questioned rated their sleep, in whole points from 0 to 10, at a mean of 6.31 (SD, 2.02).") == 1)
    #expect(count("The 31 questioned rated their sleep, in whole points from 0 to 10, at a mean of 6.29 (SD, 2.02).") == 0)
    #expect(count("In the 24 forms, the mean HAS-BLED score was 2.73 (SD 1.02).") == 1)
    #expect(count("In the 24 forms, the mean HAS-BLED score was 2.71 (SD 1.02).") == 0)
    #expect(count("In the 24 trials, the mean HAS-BLED score was 2.73 (SD 1.02).") == 0)
  }

  @Test func aBracketOfWordsBeforeTheSpread() {
    #expect(count("40例学生14 d焦虑评分均数为4.36分（评分均为整数），标准差1.52分。") == 1)
    #expect(count("40例学生14 d焦虑评分均数为4.35分（评分均为整数），标准差1.52分。") == 0)
  }
}

import Checks
import Testing

struct GroupStatementTests {
  private func count(_ sentences: String...) -> Int {
    var paper = Manuscript()
    for sentence in sentences { paper.passage(sentence) }
    return paper.findings(ComparisonWording()).count
  }

  @Test func figuresBesideTheGroupsNames() {
    #expect(count("早期组通气时间为(5.2±2.9)d, 晚期组为(6.6±3.4)d, 早期组较晚期组延长 1.4 d") == 1)
    #expect(count("早期组通气时间为(5.2±2.9)d, 晚期组为(6.6±3.4)d, 早期组较晚期组缩短 1.4 d") == 0)
    #expect(count("膳食组出生体重为 3268 g, 重于对照组的 3391 g") == 1)
    #expect(count("膳食组出生体重为 3268 g, 轻于对照组的 3391 g") == 0)
  }

  @Test func aPairOfFiguresBehindBothGroups() {
    #expect(count("治疗组 818 例, 安慰剂组 820 例, 水肿发生率为 12.6% 和 1.7%, 治疗组明显低于安慰剂组") == 1)
    #expect(count("治疗组 818 例, 安慰剂组 820 例, 水肿发生率为 12.6% 和 1.7%, 治疗组明显高于安慰剂组") == 0)
  }

  @Test func theMostAndTheLeast() {
    #expect(count("低剂量组、高剂量组和安慰剂组评分分别下降 9.4、7.8 和 4.9 分, 降幅以低剂量组最小") == 1)
    #expect(count("低剂量组、高剂量组和安慰剂组评分分别下降 9.4、7.8 和 4.9 分, 降幅以低剂量组最大") == 0)
  }

  @Test func theBracketBehindTheStatement() {
    #expect(count("产后出血, 用药组较少(5.7%对3.2%)") == 1)
    #expect(count("产后出血, 用药组较多(5.7%对3.2%)") == 0)
    // The control alone is named: which figure comes first is not certain.
    #expect(count("产后出血, 对照组较多(3.2%对5.7%)") == 0)
  }

  @Test func speedIsLessTime() {
    #expect(count("愈合时间凝胶组 47 d, 空白组 68 d, 凝胶组愈合更慢") == 1)
    #expect(count("愈合时间凝胶组 47 d, 空白组 68 d, 凝胶组愈合更快") == 0)
  }

  @Test func anotherOutcomeIsNotJudged() {
    #expect(count("缓解率甲组为 64%, 乙组为 41%, 而恶心发生率方面则是甲组低于乙组") == 0)
    #expect(count("缓解率甲组为 64%, 乙组为 41%, 甲组未低于乙组") == 0)
  }
}

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

  @Test func theTwoFiguresMayStandBeforeTheirRatio() {
    #expect(count("愈合率分别为 31.4%（33/105）和 14.2%（15/106），RR=2.22（95%CI 1.29～3.83，P=0.003），前者低于后者") == 1)
    #expect(count("愈合率分别为 31.4%（33/105）和 14.2%（15/106），RR=2.22（95%CI 1.29～3.83，P=0.003），前者高于后者") == 0)
  }

  @Test func theLastPairIsMeant() {
    let both = "安全性人群中（甲药组211例，对照组208例），瘙痒发生率分别为36.0%（76例）和35.1%（73例）；鼻出血分别为22例（10.4%）和11例（5.3%），"
    #expect(count(both + "甲药组鼻出血较多") == 0)
    #expect(count(both + "甲药组鼻出血较少") == 1)
  }

  @Test func aPairOfFiguresBehindBothGroups() {
    #expect(count("治疗组 818 例, 安慰剂组 820 例, 水肿发生率为 12.6% 和 1.7%, 治疗组明显低于安慰剂组") == 1)
    #expect(count("治疗组 818 例, 安慰剂组 820 例, 水肿发生率为 12.6% 和 1.7%, 治疗组明显高于安慰剂组") == 0)
  }

  @Test func theFigureMayStandInTheClauseOfTheStatement() {
    #expect(count("皮疹发生率夹板组（15.1%）低于对照组（4.8%）") == 1)
    #expect(count("皮疹发生率夹板组（15.1%）高于对照组（4.8%）") == 0)
    #expect(count("费用夹板组410元，对照组365元，夹板组较低") == 1)
    #expect(count("费用夹板组410元，对照组365元，夹板组较高") == 0)
  }

  @Test func formerAndLatterBeforeTheirFigures() {
    #expect(count("根除率以前者为低，172/205（83.9%）比148/204（72.5%）") == 1)
    #expect(count("根除率以前者为高，172/205（83.9%）比148/204（72.5%）") == 0)
    #expect(count("根除率以后者为高，172/205（83.9%）比148/204（72.5%）") == 1)
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

  @Test func figuresBehindTheStatement() {
    #expect(count("拔管时间纤支镜组长于喉镜组, 分别为(6.2±1.1)min 和(9.8±2.0)min, P<0.001") == 1)
    #expect(count("拔管时间纤支镜组短于喉镜组, 分别为(6.2±1.1)min 和(9.8±2.0)min, P<0.001") == 0)
    #expect(count("误工时间 7天组更多, 为 2.1 d, 14天组为 2.6 d") == 1)
    #expect(count("误工时间 7天组更少, 为 2.1 d, 14天组为 2.6 d") == 0)
    #expect(count("疼痛评分镇痛组低于对照组, 差值为 -7.9 分；有效率分别为 69.3% 和 48.6%") == 0)
  }

  @Test func bracketsWithCountsAndASemicolon() {
    #expect(count("骨折者给药组高于安慰剂组(19/2 520, 0.8%；36/2 516, 1.4%)") == 1)
    #expect(count("骨折者给药组低于安慰剂组(19/2 520, 0.8%；36/2 516, 1.4%)") == 0)
  }

  @Test func aTestBetweenFiguresAndStatement() {
    #expect(count("呼气流量年下降值, 给药组 66 mL, 安慰剂组 146 mL, 均数差 -80 mL(95%CI -135~-25 mL)；给药组下降较快") == 1)
    #expect(count("呼气流量年下降值, 给药组 66 mL, 安慰剂组 146 mL, 均数差 -80 mL(95%CI -135~-25 mL)；给药组下降较慢") == 0)
  }

  @Test func aGroupWhoseNameEndsInTheOthers() {
    #expect(count("放疗化疗组缓解者占 27.3%, 化疗组缓解者占 3.8%, 放疗化疗组低于化疗组") == 1)
    #expect(count("放疗化疗组缓解者占 27.3%, 化疗组缓解者占 3.8%, 放疗化疗组高于化疗组") == 0)
  }

  @Test func figuresOfAnotherOutcomeDenyNothing() {
    #expect(count("甲药组疼痛评分为 2.1 分, 乙药组为 3.4 分；住院费用甲药组较高") == 0)
    #expect(count("甲药组缓解率 45.1%, 乙药组 31.0%, 但甲药组停药者少于乙药组") == 0)
  }

  @Test func changesWithBothEnds() {
    let figures = "甲药组评分由 1.62 分降为 1.18 分, 乙药组由 1.59 分降为 1.02 分, 乙药组的下降幅度更"
    #expect(count(figures + "小") == 1)
    #expect(count(figures + "大") == 0)
  }

  @Test func statementsWithoutTheNameOfAGroup() {
    #expect(count("与常规随访相比, 18 个月内复发较多: 31 例(26.3%)对 48 例(41.4%)") == 1)
    #expect(count("与常规随访相比, 18 个月内复发较少: 31 例(26.3%)对 48 例(41.4%)") == 0)
    #expect(count("样本量较小(118 例与 116 例), 故结论宜慎") == 0)
  }
}

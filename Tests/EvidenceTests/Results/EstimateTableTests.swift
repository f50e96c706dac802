import Literature
import Testing

@testable import Evidence

/// Tables whose rows are factors, tests or outcomes.
struct EstimateTableTests {
  private func told(_ cards: [ResultCard]) -> [String] {
    cards.map { card in
      [card.measure, card.value?.printed, card.low?.printed, card.high?.printed, card.endpoint, card.arm, card.p?.printed]
        .map { $0 ?? "-" }.joined(separator: "|")
    }
  }

  @Test func readsARegressionFactorByFactor() {
    let found = cards(
      ofTable: [
        ["Variable", "HR", "95% CI", "P value"], ["Damp room (yes vs no)", "1.87", "1.32-2.65", "0.002"],
        ["Old carpet", "1.22", "0.86-1.73", "0.26"],
      ], caption: "Multivariable analysis of predictors of nail fungus")
    #expect(
      told(found) == [
        "HR|1.87|1.32|2.65|nail fungus|Damp room (yes vs no)|0.002", "HR|1.22|0.86|1.73|nail fungus|Old carpet|0.26",
      ])
    #expect(found.allSatisfy { $0.details.adjusted == true && $0.level == 0.95 })
  }

  @Test func takesNoIntervalOfTheNextEstimate() {
    let found = cards(
      ofTable: [
        ["Outcome", "ICC", "Effect (95% CI)", "P value"], ["Praise", "0.13", "3.35 (2.70-3.98)", "<0.001"],
        ["Shouting", "0.07", "0.83 (0.50-1.17)", "<0.001"], ["Singing", "0.02", "0.96 (0.46-1.45)", "0.02"],
      ], caption: "Effects on teachers")
    #expect(!found.contains { $0.measure == "ICC" && $0.low != nil })
  }

  @Test func readsTheAccuracyOfTests() {
    let found = cards(
      ofTable: [["指标", "AUC", "95%CI", "灵敏度(%)", "特异度(%)"], ["甲评分", "0.781", "0.722～0.840", "76.5", "70.2"]],
      caption: "甲评分预测真菌感染的ROC曲线分析")
    #expect(
      told(found) == [
        "AUC|0.781|0.722|0.840|真菌感染|甲评分|-", "sensitivity|76.5|-|-|真菌感染|甲评分|-", "specificity|70.2|-|-|真菌感染|甲评分|-",
      ])
  }

  @Test func readsWhatACellNamesItself() {
    let found = cards(
      ofTable: [
        ["Outcome", "Studies", "Effect (95% CI)", "I²"], ["Itching", "14", "RR 0.61 [0.50, 0.75]", "38%"],
        ["Redness", "9", "RR 1.10 [0.90, 1.34]", "12%"],
      ], caption: "Summary of findings")
    #expect(
      told(found) == [
        "RR|0.61|0.50|0.75|Itching|-|-", "I2|38|-|-|Itching|-|-", "RR|1.10|0.90|1.34|Redness|-|-", "I2|12|-|-|Redness|-|-",
      ])
  }

  @Test func givesTheStatisticOfATestItsCard() {
    let found = cards(
      ofTable: [["指标", "燕麦组(n=50)", "黑麦组(n=50)", "t值", "P值"], ["瘙痒评分(分)", "12.4±3.6", "19.8±4.7", "8.838", "0.004"]],
      caption: "两组结果比较(x̄±s)")
    #expect(told(found).contains("t|8.838|-|-|瘙痒评分(分)|-|0.004"))
    #expect(found.contains { $0.measure == "mean" && $0.armValues.count == 2 })
  }

  @Test func readsSharesUnderACaptionThatSaysSo() {
    let found = cards(
      ofTable: [["组别", "例数", "治愈", "好转"], ["燕麦组", "60", "31(51.7)", "24(40.0)"], ["黑麦组", "60", "20(33.3)", "26(43.3)"]],
      caption: "两组疗效比较[例(%)]")
    #expect(
      found.filter { $0.measure == "rate" }.map { $0.armValues.map(\.value.printed) } == [["51.7", "33.3"], ["40.0", "43.3"]])
  }
}

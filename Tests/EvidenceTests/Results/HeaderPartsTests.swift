import Literature
import Testing

@testable import Evidence

/// Headers that say several things at once: the arm and its statistic, the arm and its size, an effect whose measure the row tells.
struct HeaderPartsTests {
  private func told(_ cards: [ResultCard]) -> [String] {
    cards.map { card in
      let arms = card.armValues.map { "\($0.arm ?? "-") \($0.value.printed)" }
      let figures = [card.value, card.low, card.high].compactMap { $0?.printed }
      return ([card.measure, card.endpoint ?? "-"] + figures + arms).joined(separator: "|")
    }.sorted()
  }

  @Test func theArmIsAPartOfItsHeader() {
    let found = cards(
      ofTable: [
        ["End point", "Beans, median (months)", "Peas, median (months)", "HR (95% CI)", "P"],
        ["Overall survival", "10.4", "8.1", "0.72 (0.56-0.92)", "0.009"],
      ])
    #expect(told(found) == ["HR|OS|0.72|0.56|0.92", "median|OS|Beans 10.4|Peas 8.1"])
  }

  @Test func twoOutcomesOfTheSameArms() {
    let found = cards(
      ofTable: [
        ["Group", "Fever, beans", "Fever, peas", "Cough, beans", "Cough, peas"],
        ["Adults", "14/203 (6.9%)", "23/201 (11.4%)", "13/203 (6.4%)", "8/201 (4.0%)"],
      ])
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.armValues.count == 2 })
  }

  @Test func aChineseGroupBeforeItsStatistic() {
    let found = cards(
      ofTable: [["结局", "豆组中位时间（月）", "瓜组中位时间（月）", "HR（95%CI）"], ["痊愈", "5.3", "2.8", "0.52（0.36～0.75）"]])
    #expect(found.first { $0.measure == "median" }?.armValues.map(\.arm) == ["豆组", "瓜组"])
  }

  /// With a caption of counts the column of ratios keeps its own measure.
  @Test func aBracketThatCountsPeopleIsASize() {
    let found = cards(
      ofTable: [["项目", "豆组(152例)", "瓜组(150例)", "RR(95%CI)"], ["咳嗽", "52(34.2)", "27(18.0)", "1.90(1.27~2.85)"]],
      caption: "24周结局,例(%)")
    #expect(told(found) == ["RR|咳嗽|1.90|1.27|2.85", "rate|咳嗽|豆组 34.2|瓜组 18.0"])
    #expect(LabelReading("Placebo (150 patients)").total?.value == 150)
    #expect(LabelReading("Mild (grade 1 rash)").total == nil)
  }

  @Test func aLetterBeforeTheGroupIsNoStatistic() {
    let found = cards(ofTable: [["指标", "D组（n=118）", "C组（n=119）"], ["咳嗽[例（%）]", "14（11.9）", "29（24.4）"]])
    #expect(told(found) == ["rate|咳嗽|D组 11.9|C组 24.4"])
  }

  @Test func aHeadingThatNamesTwoMeasuresOrNone() {
    let both = cards(
      ofTable: [
        ["Outcome", "Beans (n = 412)", "Peas (n = 398)", "Hazard ratio or mean difference (95% CI)"],
        ["Fever, n (%)", "23 (5.6)", "41 (10.3)", "0.56 (0.33 to 0.95)"],
        ["Days of cough, mean (SD)", "11.2 (4.6)", "14.9 (5.3)", "−3.7 (−4.4 to −3.0)"],
      ])
    #expect(both.filter { $0.low != nil }.map(\.measure).sorted() == ["HR", "MD"])
    let none = cards(
      ofTable: [
        ["Outcome", "Beans (n = 214)", "Peas (n = 212)", "Effect (95% CI)"],
        ["Cure", "187/214", "190/212", "−2.2 (−8.3 to 3.8)"], ["Fever", "33/214", "60/212", "0.55 (0.37 to 0.81)"],
      ])
    #expect(none.filter { $0.low != nil }.map(\.measure) == ["RD"])
  }

  @Test func aRatioWithoutANameIsWhatTheSharesMake() {
    let found = cards(
      ofTable: [
        ["Outcome", "Beans (N=124)", "Peas (N=122)", "Difference or ratio (95% CI)"],
        ["Score, mean (SD)", "27.4 (21.6)", "34.1 (23.8)", "−6.7 (−12.4 to −1.0)"],
        ["Cure, N (%)", "38 (30.6)", "26 (21.3)", "1.44 (0.93 to 2.21)"],
      ])
    #expect(found.filter { $0.low != nil }.map(\.measure).sorted() == ["MD", "RR"])
  }

  @Test func headersThatDifferInTheirStatisticAreLeftAlone() {
    #expect(HeaderParts.factored(["Outcome", "Beans, mean", "Beans, SD"], from: 1) == nil)
    #expect(HeaderParts.factored(["Outcome", "Age, years", "Weight, kg"], from: 1) == nil)
    #expect(
      HeaderParts.factored(["Outcome", "Beans, mean", "Peas, mean", "P"], from: 1)
        == [["", "mean", "mean", ""], ["Outcome", "Beans", "Peas", "P"]])
  }
}

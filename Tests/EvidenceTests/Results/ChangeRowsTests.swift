import Literature
import Testing

@testable import Evidence

/// Tables whose columns are times and whose rows are tested against their own start, and rows of tests under arms in rows.
struct ChangeRowsTests {
  private func arms(_ card: ResultCard?) -> [String] { card?.armValues.map { "\($0.arm ?? "?")=\($0.value.printed)" } ?? [] }

  @Test func makesOneCardOfARow() throws {
    let found = cards(
      ofTable: [
        ["组别", "干预前", "干预后", "t值", "P值"], ["甲组", "18.6±4.1", "27.9±4.5", "11.05", "<0.001"],
        ["乙组", "18.9±4.3", "22.4±4.6", "4.02", "0.003"],
      ], caption: "表2 两组瘙痒得分比较(分，x̄±s)")
    let means = found.filter { $0.measure == "mean" }
    #expect(means.map(arms) == [["干预前=18.6", "干预后=27.9"], ["干预前=18.9", "干预后=22.4"]])
    #expect(means.map(\.arm) == ["甲组", "乙组"] && means.map(\.endpoint) == ["瘙痒得分", "瘙痒得分"])
    #expect(means.map(\.unit) == ["分", "分"] && means.map { $0.p?.value } == [0.001, 0.003])
    #expect(found.filter { $0.measure == "t" }.map { $0.value?.value } == [11.05, 4.02])
  }

  @Test func readsRowsOfTestsUnderArms() throws {
    let found = cards(
      ofTable: [
        ["组别", "排气时间", "进食时间"], ["甲组(n=48)", "14(11，18)", "30(24，38)"], ["乙组(n=47)", "19(15，24)", "41(34，50)"],
        ["Z值", "-4.216", "-4.677"], ["P值", "0.010", "0.020"],
      ], caption: "表2 两组恢复时间比较[h，M(P25，P75)]")
    let medians = found.filter { $0.measure == "median" }
    #expect(medians.map(\.endpoint) == ["排气时间", "进食时间"] && medians.map { $0.p?.value } == [0.01, 0.02])
    #expect(medians.map(\.unit) == ["hour", "hour"])
    #expect(found.filter { $0.measure == "z" }.map { $0.value?.value } == [-4.216, -4.677])
  }

  @Test func takesThePBeforeARatio() throws {
    let found = cards(
      ofTable: [
        ["因素", "β", "SE", "Wald χ²", "P值", "OR(95%CI)"], ["焦虑", "0.916", "0.241", "14.45", "0.001", "2.50(1.56~4.01)"],
      ],
      caption: "表5 瘙痒复发影响因素的多因素Logistic回归分析")
    let ratio = try #require(found.first { $0.measure == "OR" })
    #expect(ratio.p?.value == 0.001 && ratio.endpoint == "瘙痒复发" && ratio.arm == "焦虑")
    #expect(found.first { $0.measure == "chi2" }?.value?.value == 14.45)
  }

  @Test func marksTablesOfTheStartAsNoResults() {
    let found = cards(
      ofTable: [
        ["", "Oat (n = 30)", "Rye (n = 31)"], ["Age, mean (SD), y", "41.3 (5.9)", "40.8 (6.2)"],
        ["Women, n (%)", "12 (40)", "13 (42)"],
      ],
      caption: "Baseline characteristics")
    #expect(!found.isEmpty && found.allSatisfy { $0.recordType == "baseline" })
  }
}

import Checks
import Literature
import Testing

/// Changes and differences in words against the rows of a table, and changes with their units and scales.
struct RowChangeTests {
  private func count(_ body: String) throws -> Int {
    try ChecksTests.findings(ChangeWording(), in: "A trial of night splints\n\nResults\n\n" + body).count
  }

  private func count(zh body: String) throws -> Int {
    try ChecksTests.findings(ChangeWording(), in: "夜间夹板的随机试验\n\n结果\n\n" + body).count
  }

  @Test func aChangeAgainstTheSignOfItsCell() throws {
    let table = """
      表1 自基线的变化
      指标\t夹板组\t对照组
      握力，kg\t-0.62（0.05）\t0.03（0.07）
      步速，m/min\t1.41（0.30）\t0.22（0.28）


      """
    #expect(try count(zh: table + "握力在夹板组下降0.62 kg，而在对照组几无变化。") == 0)
    #expect(try count(zh: table + "握力在夹板组上升0.62 kg，而在对照组几无变化。") == 1)
  }

  @Test func aDifferenceAgainstTheFiguresOfTheGroups() throws {
    let table = """
      表1 治疗8周后的指标
      指标\t夹板组（28例）\t常规组（27例）\tP
      卧床时间，min\t402.6±48.2\t371.2±50.6\t0.031
      入睡时间，min\t22.3±19.8\t29.5±27.4\t0.268


      """
    #expect(try count(zh: table + "卧床时间夹板组较常规组延长31.4 min。") == 0)
    #expect(try count(zh: table + "卧床时间夹板组较常规组缩短31.4 min。") == 1)
    #expect(try count(zh: table + "卧床时间常规组较夹板组缩短31.4 min。") == 0)
  }

  @Test func aScaleThatIsDeclared() throws {
    let said = " from 52 to 61 points with the splint, where higher is better."
    #expect(try count("Grip scores improved" + said) == 0)
    #expect(try count("Grip scores worsened" + said) == 1)
  }

  @Test func unitsAndRangesAreNoTimes() throws {
    #expect(try count("In non-users the clearance climbed, from 51.6 to 44.8 ml/min.") == 1)
    #expect(try count("In non-users the clearance dropped, from 51.6 to 44.8 ml/min.") == 0)
    #expect(try count("Time in the therapeutic range fell from 43% in the first quarter of treatment to 52% in the fourth.") == 1)
    #expect(try count("Time in the therapeutic range rose from 43% in the first quarter of treatment to 52% in the fourth.") == 0)
  }
}

import Checks
import Testing

/// W701 on events that a table counts none of, or some.
struct ZeroRowTests {
  private func count(_ sentence: String) throws -> Int {
    try findings(
      BoundAgainstFigures(),
      in: """
        Heated humidification in croup: a randomised trial

        Results

        Table 2. Adverse events
        | Event | Heated (n = 96) | Cold (n = 94) |
        | --- | --- | --- |
        | Epistaxis | 4 (4.2) | 6 (6.4) |
        | Intubation | 0 | 0 |

        \(sentence) Nobody was lost.
        """
    ).count
  }

  @Test(arguments: ["A few children needed intubation.", "No epistaxis was seen."])
  func flagsWhatTheRowDenies(sentence: String) throws { #expect(try count(sentence) == 1) }

  @Test(arguments: [
    "No intubation was needed.", "A few children had epistaxis.", "No epistaxis was considered related.",
    "There was no difference in epistaxis.", "No severe epistaxis was seen.",
  ])
  func acceptsWhatTheRowBearsOut(sentence: String) throws { #expect(try count(sentence) == 0) }

  @Test func aRowOfOneSignNeedsNoGroup() throws {
    let text = { (sentence: String) in
      """
      湿化治疗的随机对照试验

      三、结果

      （一）安全性

      \(sentence)，见表1。

      表1 不良事件［例（%）］
      事件	湿化组（n=96）	对照组（n=94）
      鼻出血	4（4.2）	6（6.4）
      死亡	0	0
      """
    }
    #expect(try findings(BoundAgainstFigures(), in: text("两组均有死亡")).count == 1)
    #expect(try findings(BoundAgainstFigures(), in: text("两组均无死亡")).isEmpty)
  }

  @Test func anOutcomeThatBeginsAsADenialDeniesNothing() throws {
    let text = """
      两种栓塞方案的试验

      方法

      主要终点为无进展生存期。

      结果

      表2 疗效[例(%)]
      项目\t甲组(n=170)\t乙组(n=168)
      进展\t19(11.2)\t43(25.6)
      缓解\t97(57.1)\t58(34.5)
      """
    #expect(try findings(BoundAgainstFigures(), in: text).isEmpty)
  }
}

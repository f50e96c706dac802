import Checks
import Testing

/// W701 on bounds and multiples whose figures stand right beside them.
struct BesideFiguresTests {
  private func count(_ sentence: String) throws -> Int {
    try findings(
      BoundAgainstFigures(),
      in: """
        Wool against gauze for pressure sores: a randomised trial

        Results

        \(sentence) Nobody was lost.

        Table 1. Outcomes
        | Outcome | Wool (n = 184) | Gauze (n = 180) |
        | --- | --- | --- |
        | Itching, n (%) | 22 (12.0) | 9 (5.0) |
        """
    ).count
  }

  @Test(arguments: [
    "Bleeding was seen in 41 (22.3%) and 39 (21.7%) patients, and sepsis in 3 and 2 patients, more than 5% in both groups.",
    "Slough was found in 33 (17.9%) and 35 (19.4%), fewer than 15% in each group.",
    "Smoking was recorded in 31.0% and 29.4%, that is, in more than half of the patients.",
    "Odour was reported by under 3% in both groups: the rates were 4.9% and 2.8%.",
    "Maceration occurred in 22 (12.0%) and 7 (3.9%), more than five times as often with wool.",
    "出血41例（22.3%）和39例（21.7%），脓毒症3例和2例，均超过5%。", "相关死亡各1例，两组均超过1%。", "吸烟率分别为31.0%和29.4%，即超过半数的患者吸烟。",
    "浸渍22例（12.0%）和7例（3.9%），羊毛组为纱布组的5倍以上。", "任一不良反应的发生率均超过10%：瘙痒、浸渍和异味三项中，最高者为4.9%。",
  ])
  func flagsFiguresThatDenyTheWords(sentence: String) throws { #expect(try count(sentence) == 1) }

  @Test(arguments: [
    "Bleeding was seen in 41 (22.3%) and 39 (21.7%) patients, and sepsis in 3 and 2 patients, less than 5% in both groups.",
    "Slough was found in 33 (17.9%) and 35 (19.4%), fewer than 20% in each group.",
    "Smoking was recorded in 31.0% and 29.4%, that is, in about a third of the patients.",
    "Odour was reported by under 5% in both groups: the rates were 4.9% and 2.8%.",
    "Maceration occurred in 22 (12.0%) and 7 (3.9%), about three times as often with wool.",
    "Enzymes rose in 2 (1.1%) and 2 (1.1%), more than three times the upper limit of normal.",
    "出血41例（22.3%）和39例（21.7%），脓毒症3例和2例，均不足2%。", "相关死亡各1例，两组均不超过1%。", "吸烟率分别为31.0%和29.4%，即约三成的患者吸烟。",
    "浸渍22例（12.0%）和7例（3.9%），羊毛组为纱布组的3倍以上。", "任一不良反应的发生率均未超过10%：瘙痒、浸渍和异味三项中，最高者为4.9%。",
  ])
  func acceptsFiguresThatBearTheWordsOut(sentence: String) throws { #expect(try count(sentence) == 0) }
}

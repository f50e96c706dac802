import Checks
import Testing

/// W701 on a share in words whose figures stand in brackets behind it.
struct BracketedShareTests {
  private func count(_ sentence: String) throws -> Int {
    try findings(BoundAgainstFigures(), in: "A trial of splints\n\nResults\n\n\(sentence) Nobody was lost.\n").count
  }

  @Test(arguments: [
    "Union was reached by more than half of those in plaster (52 of 112, 46.4%).",
    "Union was reached by fewer than a third of the controls (61/150, 40.7%).",
    "80岁及以上者不足一成（38例，12.2%）。", "Films were read for only the majority (61 of 310).",
    "The other hip was worn in about half of them (70 of 310).", "仅大多数患者（61/310）拍片。",
  ])
  func flagsFiguresThatDenyTheShare(sentence: String) throws { #expect(try count(sentence) == 1) }

  @Test(arguments: [
    "Union was reached by fewer than half of those in plaster (52 of 112, 46.4%).",
    "More than half of them were men, and few smoked (12 of 112, 10.7%).",
    "More than half of the women (mean age 46.4 years, 12.1% smokers) were employed.",
    "80岁及以上者不足一成（38例，9.2%）。", "Films were read for only a minority (61 of 310).",
    "The other hip was worn in about a quarter of them (70 of 310).", "仅少数患者（61/310）拍片。",
    "Most of the patients were retired (108, 34.8%) or out of work (122, 39.4%).",
  ])
  func acceptsFiguresThatFitOrAreOfSomethingElse(sentence: String) throws { #expect(try count(sentence) == 0) }

  @Test func aCountWhoseWholeStandsBefore() throws {
    func count(_ share: String) throws -> Int {
      try findings(BoundAgainstFigures(), in: "荟萃分析\n\n结果\n\n最终纳入9项研究（表1），其中\(share)（6项）为多中心研究。\n").count
    }
    #expect(try count("半数以上") == 0)
    #expect(try count("不足半数") == 1)
  }
}

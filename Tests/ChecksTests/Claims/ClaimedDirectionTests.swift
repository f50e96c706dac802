import Checks
import Testing

/// Whose figures are which is told by their labels, by the same figures elsewhere, or by the document's usual order.
struct ClaimedDirectionTests {
  private func count(_ text: String) throws -> Int { try findings(ComparisonWording(), in: text).count }

  private func report(_ sentences: String) -> String {
    """
    Nadorexin or belimod in hives: a trial

    Abstract
    In all, 402 adults were assigned to nadorexin (n = 201) or belimod (n = 201). Remission was reached by 88 (43.8%) in the nadorexin group and 61 (30.3%) in the belimod group.

    Results
    Oedema occurred in 12 (6.0%) of the nadorexin group and 23 (11.4%) of the belimod group. The mean itch score was 3.4 with nadorexin and 4.6 with belimod.
    \(sentences)
    """
  }

  private func chinese(_ sentences: String) -> String {
    "甲药治疗失眠的随机试验\n\n摘要\n240例随机分为试验组(n=120)和对照组(n=120)。应答率试验组为62.5%(75/120), 对照组为41.7%(50/120)。\n\n2 结果\n头晕试验组3.3%, 对照组7.5%。评分试验组为8.2分, 对照组为10.6分。\(sentences)\n"
  }

  @Test(arguments: [
    ("Oedema was more common with nadorexin (6.0% vs 11.4%).", "Oedema was less common with nadorexin (6.0% vs 11.4%)."),
    (
      "Nausea was reported by 4.5% and 9.0%; nausea was thus more common in the nadorexin group.",
      "Nausea was reported by 4.5% and 9.0%; nausea was thus less common in the nadorexin group."
    ),
    (
      "Rescue was needed by 22 (10.9%) and 35 (17.4%), respectively, more in the nadorexin group.",
      "Rescue was needed by 22 (10.9%) and 35 (17.4%), respectively, fewer in the nadorexin group."
    ),
    ("Severe itch was seen in 15.4% vs 24.9%, a share that was lower with belimod.", "Severe itch was seen in 15.4% vs 24.9%."),
    (
      "Fatigue was more frequent in the nadorexin group (3.0% vs 7.5%).",
      "Fatigue was more frequent in the belimod group (3.0% vs 7.5%)."
    ),
    (
      "The stay was 4.2 days with nadorexin and 5.9 days with belimod. It was longer with nadorexin.",
      "The stay was 4.2 days with nadorexin and 5.9 days with belimod. It was shorter with nadorexin."
    ),
    (
      "Those from open treatment had 0.42 attacks a week, more than the 0.88 they had counted before.",
      "Those from open treatment had 0.42 attacks a week, fewer than the 0.88 they had counted before."
    ),
  ])
  func aGroupIsFoundByItsFigures(_ pair: (String, String)) throws {
    #expect(try count(report(pair.0)) == 1)
    #expect(try count(report(pair.1)) == 0)
  }

  @Test(arguments: [
    ("潜伏期为24.3 min和33.8 min, 试验组长于对照组。", "潜伏期为24.3 min和33.8 min, 试验组短于对照组。"),
    ("跌倒2.5%和7.5%, 试验组多于对照组。", "跌倒2.5%和7.5%, 对照组多于试验组。"),
    ("口干10.0%和10.8%, 试验组略高。", "口干10.0%和10.8%, 试验组略低。"),
  ])
  func itIsInChineseToo(_ pair: (String, String)) throws {
    #expect(try count(chinese(pair.0)) == 1)
    #expect(try count(chinese(pair.1)) == 0)
  }

  @Test(arguments: [
    // Another outcome than that of the figures.
    "Oedema occurred in 6.0% and 11.4%, and headache was more common with nadorexin.",
    // A larger fall is the smaller value.
    "Scores were 3.4 and 4.6, the reduction being greater with nadorexin.",
    // Figures with time in one group.
    "The score rose from 3.1 to 4.4, higher with nadorexin.",
    "More than 4.0% had a rash with nadorexin and 6.1% with belimod.",
    "It was not lower with belimod (6.0% vs 11.4%).",
    // Another clause on something else; other words between the figures than their groups.
    "Attendance was 83% at the first visit of all and 71% at the second, although it was more difficult with belimod.",
    "Compared with belimod (11.4%), oedema was rarer with nadorexin (6.0%).",
    // The group told of first, against the document's order.
    "Rash was more frequent with belimod (7.1% vs 4.2%).",
    "A greater share of the belimod group (n = 120; 59.7%) than of the nadorexin group (n = 60; 29.9%) wore gloves.",
    "More visits were missed in the belimod group (n = 31; 15.4%) than in the nadorexin group (n = 12; 6.0%), as belimod was dear.",
    // The strengths by which groups are called.
    "The 0.2% belimod group scored lower than the 0.4% and 0.1% groups of the nadorexin arm.",
  ])
  func whatIsRightIsLeftAlone(_ sentence: String) throws { #expect(try count(report(sentence)) == 0) }

  @Test func whatLinksFiguresInABracketComparesNoNames() throws {
    func count(_ group: String) throws -> Int {
      let text = """
        Acetazolamide against naproxen in headache

        Results

        Table 2. Adverse events, N (%)
        Event\tAcetazolamide (N=124)\tNaproxen (N=122)
        Tingling\t47 (37.9)\t9 (7.4)
        Drowsiness\t21 (16.9)\t8 (6.6)

        Tingling (37.9% versus 7.4%) and drowsiness (16.9% versus 6.6%) were more common with \(group).
        """
      return try findings(ComparisonWording(), in: text).count
    }
    #expect(try count("acetazolamide") == 0)
    #expect(try count("naproxen") == 1)
  }

  @Test func whatBracketsHoldPartsNoClaimFromItsFigures() throws {
    func count(_ word: String) throws -> Int {
      let text =
        "Ursodiol after bypass\n\nResults\n\nThe index was 1.34 (0.41) in the placebo group and 0.97 (0.38) in the ursodiol group (t = 3.24; df = 46; P = .002), that is, \(word) with ursodiol.\n"
      return try findings(ComparisonWording(), in: text).count
    }
    #expect(try count("lower") == 0)
    #expect(try count("higher") == 1)
  }
}

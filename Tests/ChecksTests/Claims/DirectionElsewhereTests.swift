import Checks
import Testing

/// A claim without figures is held against the figures of its groups anywhere else in the document.
struct DirectionElsewhereTests {
  private func opposed(_ text: String) throws -> Int { try findings(OppositeStatements(), in: text).count }

  private func report(_ discussion: String) -> String {
    """
    Nadorexin or belimod in hives: a trial

    Abstract
    In all, 402 adults were assigned to nadorexin (n = 201) or belimod (n = 201).

    Results
    Diarrhoea occurred in 6.0% of the nadorexin group and 11.4% of the belimod group. Headache occurred in 9.5% of the nadorexin group and 4.5% of the belimod group.

    Discussion
    \(discussion)
    """
  }

  private func chinese(_ discussion: String) -> String {
    "甲药治疗失眠的随机试验\n\n摘要\n240例随机分为试验组(n=120)和对照组(n=120)。\n\n结果\n头晕发生率试验组为3.3%, 对照组为7.5%。\n\n讨论\n\(discussion)\n"
  }

  @Test(arguments: [
    (
      "Diarrhoea was more common with nadorexin than with belimod.", "Diarrhoea was less common with nadorexin than with belimod."
    ),
    ("Nadorexin caused fewer headaches than belimod.", "Nadorexin caused more headaches than belimod."),
  ])
  func aDiscussionFollowsTheResults(_ pair: (String, String)) throws {
    #expect(try opposed(report(pair.0)) == 1)
    #expect(try opposed(report(pair.1)) == 0)
  }

  @Test func itIsInChineseToo() throws {
    #expect(try opposed(chinese("试验组头晕发生率高于对照组。")) == 1)
    #expect(try opposed(chinese("试验组头晕发生率低于对照组。")) == 0)
  }

  @Test(arguments: [
    "In the subgroup of men diarrhoea was more common with nadorexin than with belimod.",
    "Nausea was more common with nadorexin than with belimod.",
    "Diarrhoea was not more common with belimod than with nadorexin.",
  ])
  func whatIsOfSomethingElseIsLeftAlone(_ sentence: String) throws { #expect(try opposed(report(sentence)) == 0) }
}

import Checks
import Extraction
import Testing

/// S501 to S505 by what the words at each figure of the source say of it.
struct SourceBindingTests {
  private static let english = """
    Tirofiban after thrombectomy: the QUAYSIDE randomised trial

    Elm C, Fir D

    Inv Results 2021;4:11-20. doi:10.5555/ir.2021.11

    Methods
    Patients were assigned to tirofiban or placebo. The primary outcome was functional independence at 90 days.

    Results
    In all, 948 patients were randomised (474 per group), and they were followed for a median of 12.6 months.
    The primary outcome was reached by 231 patients (48.7%) in the tirofiban group and by 198 (41.8%) in the placebo group (risk ratio, 1.17; 95% CI, 1.02 to 1.34; P = 0.03).
    In the per-protocol population the risk ratio for functional independence was 1.24 (95% CI, 1.07 to 1.44).
    At one year 44.1% and 40.3%, respectively, were functionally independent.
    Symptomatic intracranial haemorrhage occurred in 46 patients (9.7%) with tirofiban and in 30 (6.3%) with placebo. Death by day 90 was recorded in 86 (18.1%) and 80 (16.9%).
    Among patients aged 80 years or older, functional independence was reached by 24.5% with tirofiban and by 22.0% with placebo.
    """
  private static let chinese = """
    达格列净用于肾移植后糖尿病的随机双盲试验（HUAXI-3）

    甲一, 乙二

    虚构医学杂志, 2022, 5(1): 1-9. doi:10.5555/xg.2022.1

    结果
    共纳入612例，达格列净组306例，安慰剂组306例。第24周糖化血红蛋白达标率达格列净组为45.4%（139例），安慰剂组为28.1%（86例），风险比1.62（95%CI 1.30~2.01）。
    第52周糖化血红蛋白达标率两组分别为41.2%和27.5%。泌尿系感染发生率达格列净组为9.2%，安慰剂组为7.5%；低血糖发生率分别为3.6%和3.9%。
    """

  private func codes(_ sentences: [String], work: String, entry: String, path: String) throws -> [[String]] {
    let source = try Extractor.extract(bytes: Array(work.utf8), path: path)
    return try sentences.map { sentence in
      let extract = try Extractor.extract(bytes: Array(review(sentence, references: [entry]).utf8), path: "review.txt")
      let findings = Checker.check(extract: extract, sources: ExtractedSources([source])).findings
      return Array(Set(findings.map(\.code).filter { $0.hasPrefix("S") })).sorted()
    }
  }

  private static let entry =
    "Elm C, Fir D. Tirofiban after thrombectomy: the QUAYSIDE randomised trial. Inv Results 2021;4:11-20. doi:10.5555/ir.2021.11"
  private func english(_ sentence: String) throws -> [String] {
    try codes([sentence], work: Self.english, entry: Self.entry, path: "quayside.txt")[0]
  }

  @Test(arguments: [
    ("Functional independence was reached by 41.8% of those given tirofiban and 48.7% of those given placebo [1].", "S503"),
    ("Symptomatic haemorrhage was seen in 6.3% of the tirofiban group and 9.7% of the placebo group [1].", "S503"),
    ("By day 90, 16.9% of the tirofiban group and 18.1% of the placebo group had died [1].", "S503"),
    ("After one year 48.7% of the tirofiban group were functionally independent [1].", "S504"),
    ("Functional independence had a risk ratio of 1.24 (95% CI 1.07 to 1.44) at 90 days [1].", "S504"),
    ("Among those aged 80 years or older functional independence was reached by 48.7% with tirofiban [1].", "S504"),
    ("Symptomatic intracranial haemorrhage occurred in 18.1% with tirofiban [1].", "S502"),
    ("In QUAYSIDE 984 patients were randomised [1].", "S501"),
    ("Functional independence was likelier with tirofiban (risk ratio 1.17, 95% CI 1.02 to 1.43) [1].", "S501"),
    ("Symptomatic intracranial haemorrhage occurred in about 11% with tirofiban [1].", "S505"),
  ])
  func flags(_ sentence: String, _ code: String) throws { #expect(try english(sentence) == [code], "\(sentence)") }

  @Test(arguments: [
    "Functional independence at 90 days was reached by 48.7% with tirofiban and 41.8% with placebo [1].",
    "Per protocol the risk ratio for functional independence was 1.24 (95% CI 1.07 to 1.44) [1].",
    "At one year 44.1% of the tirofiban group and 40.3% of the placebo group were independent [1].",
    "In those aged 80 years or older 24.5% of the tirofiban group became independent [1].",
    "Symptomatic intracranial haemorrhage occurred in about 10% with tirofiban [1].",
    "No symptomatic haemorrhage was seen in 90.3% of those given tirofiban [1].",
    "Patients were followed for a median of 1.05 years [1].", "Death by day 90 was recorded in 86 patients with tirofiban [1].",
    "Tirofiban raised independence by 17% (risk ratio 1.17) [1].", "The trial enrolled some 950 patients [1].",
  ])
  func accepts(_ sentence: String) throws { #expect(try english(sentence).isEmpty, "\(sentence)") }

  @Test func readsChinese() throws {
    let entry = "甲一, 乙二. 达格列净用于肾移植后糖尿病的随机双盲试验（HUAXI-3）[J]. 虚构医学杂志, 2022, 5(1): 1-9. doi:10.5555/xg.2022.1"
    let found = try codes(
      [
        "第24周糖化血红蛋白达标率达格列净组为28.1%，安慰剂组为45.4%[1]。", "第24周达格列净组糖化血红蛋白达标率为41.2%[1]。",
        "达格列净组低血糖发生率为9.2%[1]。", "第52周达格列净组糖化血红蛋白达标率为41.2%[1]。", "达格列净组泌尿系感染发生率为9.2%，安慰剂组为7.5%[1]。",
      ], work: Self.chinese, entry: entry, path: "huaxi.txt")
    #expect(found == [["S503"], ["S504"], ["S502"], [], []])
  }

  @Test func readsEnglishSourcesOfChineseSentences() throws {
    let found = try codes(
      [
        "替罗非班组症状性颅内出血发生率为6.3%，安慰剂组为9.7%[1]。", "症状性颅内出血在替罗非班组占18.1%[1]。", "替罗非班组90天内死亡率为18.1%，安慰剂组为16.9%[1]。",
      ], work: Self.english, entry: Self.entry, path: "quayside.txt")
    #expect(found == [["S503"], ["S502"], []])
  }

  @Test(arguments: [
    // In one sentence of the source with all that stands beside them.
    "Mortality was 18.1% against 16.9%, haemorrhage 9.7% against 6.3% [1].",
    "With placebo functional independence was cut from 48.7% to 41.8% [1].",
    "Independence is gained by about 49% of patients, a haemorrhage suffered by about 10% [1].",
    "Taken together, 76 symptomatic haemorrhages and 166 deaths were counted [1].",
    "Independence at 90 days was 6.9 percentage points higher with tirofiban [1].",
  ])
  func whatStandsBesideAFigureTellsWhereItBelongs(sentence: String) throws {
    #expect(try english(sentence).isEmpty)
  }

  @Test func aFigureAmongThoseOfAnotherResultIsStillOne() throws {
    #expect(
      try english("Symptomatic intracranial haemorrhage occurred in 18.1% with tirofiban and in 6.3% with placebo [1].") == [
        "S502"
      ])
    #expect(try english("Together the groups had 167 deaths, 86 with tirofiban and 80 with placebo, by day 90 [1].") == ["S501"])
  }

  @Test(arguments: [
    // The clause of the figure speaks of what the vocabulary does not know, the sentence before it of another outcome.
    ("Independence comes more often, and the price is that 9.7% bleed into the brain with tirofiban [1].", []),
    // The arms were named in both orders: whose figures are meant cannot be told.
    (
      "Symptomatic haemorrhage was seen in 46 patients with tirofiban and 30 with placebo, and independence in 198 with placebo and 231 with tirofiban; deaths numbered 86 and 80 [1].",
      []
    ),
    ("At 90 days functional independence was reached by 48.6% of those given tirofiban [1].", ["S505"]),
    ("Functional independence was reached by 47.8% of those given tirofiban [1].", ["S501"]),
    ("All told, 76 patients (8.0%) of the 948 had a symptomatic haemorrhage [1].", []),
  ])
  func whatAClauseAndTheLastDigitTell(sentence: String, expected: [String]) throws {
    #expect(try english(sentence) == expected)
  }
}

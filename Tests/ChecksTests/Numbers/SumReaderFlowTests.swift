import Checks
import Testing

struct SumReaderFlowTests {
  private func arithmetic(_ text: String) -> [String] {
    var paper = Manuscript()
    paper.passage(text)
    return paper.findings(ArmsAgainstTotal()).compactMap(\.arithmetic)
  }

  @Test func thoseWhoFellOutAndThoseWhoWereLeft() {
    #expect(
      arithmetic("We screened 842 adults; 316 did not meet the criteria and the remaining 562 entered the run-in.") == [
        "316 + 562 = 878"
      ])
    #expect(arithmetic("We screened 842 adults; 316 did not meet the criteria and the remaining 526 entered the run-in.").isEmpty)
    #expect(arithmetic("After exclusion of 127 duplicates from 914 records, 778 abstracts were read.") == ["127 + 778 = 905"])
    #expect(arithmetic("检索到 3 150 条，排除 3 028 条，剩余 68 项。") == ["3028 + 68 = 3096"])
    #expect(arithmetic("检索到 3 150 条，排除 3 082 条，剩余 68 项。").isEmpty)
    // More were left out than the sentence says.
    #expect(arithmetic("Of 640 people assessed, 119 were excluded and 431 were randomised.").isEmpty)
    // Studies and people.
    #expect(arithmetic("剔除 3 项高偏倚风险研究后, 其余 6 项共 418 例。").isEmpty)
    #expect(arithmetic("Pressure rose to 15, 20 and 25 cmH2O in turn (30 seconds each, until 52 seconds had gone).").isEmpty)
  }

  @Test func groupsBehindAColonOrWhereAllAreAllotted() {
    #expect(arithmetic("We randomised 412 adults: 205 wore the splint and 217 did not.") == ["205 + 217 = 422"])
    #expect(arithmetic("We randomised 412 adults: 205 wore the splint and 207 did not.").isEmpty)
    #expect(arithmetic("Of the 318 nurses who came, 158 were allotted the app and 150 the booklet.") == ["158 + 150 = 308"])
    // Some of them were not allotted.
    #expect(arithmetic("Of the 318 nurses assessed, 10 declined, 158 were allotted the app and 140 the booklet.").isEmpty)
    #expect(arithmetic("Of 91 withdrawals, 38 were for rash, 29 for lack of effect and 42 for other reasons.").count == 1)
    #expect(arithmetic("Of 91 withdrawals, 38 were for rash and 29 for lack of effect.").isEmpty)
  }

  @Test func aBracketThatDividesACount() {
    let sentence = "Of 1486 patients assessed, 274 were excluded (161 ineligible, 87 declined, 26 for other reasons)."
    #expect(arithmetic(sentence).isEmpty)
    #expect(arithmetic(sentence.replacing("87", with: "78")) == ["161 + 78 + 26 = 265"])
    // A setting of a device.
    #expect(arithmetic("The tube was set to 100 kV (10 W and 110 μA), 1475 ms an exposure.").isEmpty)
  }

  @Test func sumsThatAreWrittenOut() {
    #expect(arithmetic("The two strata together make 193 + 336 = 519 women.") == ["193 + 336 = 529"])
    #expect(arithmetic("The two strata together make 193 + 326 = 519 women.").isEmpty)
  }

  @Test func listsBehindAndBeforeTheirWhole() {
    let list = "In all, 299 responders were randomised again: 118 to monthly injections, 120 to fortnightly ones and 61 to none."
    #expect(arithmetic(list).isEmpty)
    #expect(arithmetic(list.replacing("120", with: "102")) == ["118 + 102 + 61 = 281"])
    #expect(arithmetic("共发生不良事件 143 起，其中轻度 87 起、中度 14 起、重度 15 起。") == ["87 + 14 + 15 = 116"])
    #expect(arithmetic("三组分别为 102 例、98 例和 103 例，合计 303 例。").isEmpty)
    #expect(arithmetic("三组分别为 102 例、98 例和 130 例，合计 303 例。") == ["102 + 98 + 130 = 330"])
  }

  @Test func longListsAndTheirSum() {
    #expect(arithmetic("The trials had 1214, 1096, 812, 704, 608 and 548 participants, together 4892").count == 1)
    #expect(arithmetic("The trials had 1214, 1096, 812, 704, 608 and 548 participants, together 4982").isEmpty)
    #expect(arithmetic("八项研究(各为 876、640、518、412、331、290、224 和 196 例), 合计 3847 例").count == 1)
    #expect(arithmetic("八项研究(各为 876、640、518、412、331、290、224 和 196 例), 合计 3487 例").isEmpty)
    // Doses in brackets name the groups; shares in brackets tell of properties.
    #expect(arithmetic("The groups had 184 (0.05%), 148 (0.01%) and 147 (placebo) eyes, 443 in total").count == 1)
    #expect(arithmetic("Pain was felt by 310 (50%), nausea by 205 (33%), fever by 118 (19%), 336 in total").isEmpty)
  }
}

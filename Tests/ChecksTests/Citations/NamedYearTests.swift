import Checks
import Literature
import Testing

struct NamedYearTests {
  /// A sentence with callouts `[1]`, `[2]` … to references of the given years (and titles).
  private func findings(_ sentence: String, years: [Int?], titles: [String] = []) -> [Finding] {
    var paper = Manuscript()
    for (index, year) in years.enumerated() {
      paper.reference("Alder \(index + 1)") {
        $0.issued = year.map { PartialDate(year: $0) }
        $0.title = titles.indices.contains(index) ? titles[index] : "Practice guidance on a disease"
      }
    }
    let passage = paper.passage(sentence)
    for (marker, labels) in [("[1] [2]", ["1", "2"]), ("[1,2]", ["1", "2"]), ("[1]", ["1"]), ("[2]", ["2"])]
    where sentence.contains(marker) {
      if marker.count == 3, sentence.contains("[1] [2]") || sentence.contains("[1,2]") { continue }
      paper.cite(marker, labels, in: passage)
    }
    return paper.findings(NamedYear())
  }

  @Test func flagsAnUpdateThatIsYoungerThanItsReference() throws {
    let finding = try #require(findings("学会 2025 年更新反对常规使用该方案[1]。", years: [2023]).first)
    #expect(finding.severity == .error && finding.snippet == "2025 年更新")
    #expect(finding.related.map(\.message) == ["The callout.", "Reference 1, printed 2023."])
    #expect(findings("The 2025 society guidance advises against it [1].", years: [2023]).count == 1)
    #expect(findings("The guideline (2025) advises against it [1].", years: [2023]).count == 1)
  }

  @Test func namesThePartBeforeTheYear() throws {
    #expect(try #require(findings("因此 ESXO 2025 年更新不推荐[1]。", years: [2021]).first).snippet == "ESXO 2025 年更新")
  }

  @Test func pairsDocumentsAndReferencesInOrder() {
    let sentence = "学会 2025 年更新反对, 我国 2026 版专家共识则较为开放[1] [2]。"
    #expect(findings(sentence, years: [2023, 2026]).count == 1)
    #expect(findings(sentence, years: [2025, 2026]).isEmpty)
    #expect(findings(sentence, years: [2026, 2025]).isEmpty)
  }

  @Test func readsCriteriaManualsAndWhatABodySaidInAYear() {
    let criteria = ["Criteria for a disease"]
    #expect(findings("They met the 2010 joint criteria [1].", years: [2016], titles: criteria).count == 1)
    #expect(findings("They met the 2015 joint criteria [1].", years: [2016], titles: criteria).isEmpty)
    #expect(findings("It was graded by the panel's criteria (2010 version) [1].", years: [2016], titles: criteria).count == 1)
    #expect(
      findings("In 2009 the Wound Council recommended silk for all [1].", years: [2016], titles: ["Recommendations on sutures"])
        .count == 1)
    #expect(
      findings("In 2009 we recommended silk for all [1].", years: [2016], titles: ["Recommendations on sutures"]).isEmpty)
    #expect(findings("药敏按 2008 年《药敏检测规程》判定[1]。", years: [2018], titles: ["药敏检测规程"]).count == 1)
    #expect(findings("分期采用第七版(2009 年)手册[1]。", years: [2017], titles: ["分期手册: 第八版"]).count == 1)
    #expect(findings("2010 年标准化死亡率下降[1]。", years: [2017], titles: ["分级标准"]).isEmpty)
  }

  /// Whatever words stand between, the year is beside words of the cited title.
  @Test func aYearBesideWordsOfTheTitle() {
    let title = ["Position of the Alpine Surgical Alliance on sutures"]
    #expect(
      findings("The Alpine alliance, in a text dating from 2015, demands silk [1].", years: [2019], titles: title).count == 1)
    #expect(findings("The Alpine alliance, in a text dating from 2019, demands silk [1].", years: [2019], titles: title).isEmpty)
    #expect(findings("Since 2015 the Alpine alliance demands silk [1].", years: [2019], titles: title).isEmpty)
    #expect(findings("Of wounds closed in a 2015 audit one in ten opened [1].", years: [2019], titles: title).isEmpty)
    #expect(findings("2015 年刊出的山区外科联盟建议认为丝线可取[1]。", years: [2019], titles: ["山区外科联盟建议: 缝线"]).count == 1)
    #expect(findings("2015 年立项的山区外科联盟建议认为丝线可取[1]。", years: [2019], titles: ["山区外科联盟建议: 缝线"]).isEmpty)
  }

  @Test func acceptsTheYearAYearLaterOrInTheTitle() {
    #expect(findings("2025 年更新不推荐[1]。", years: [2025]).isEmpty)
    #expect(findings("2025 年更新不推荐[1]。", years: [2026]).isEmpty)
    #expect(findings("The 2019 guideline says so [1].", years: [2022], titles: ["Guideline on a disease, 2019 edition"]).isEmpty)
  }

  @Test func doesNotReadYearsOfEvents() {
    #expect(findings("在 2020 年全球新发病例达 90 万例[1]。", years: [2021]).isEmpty)
    #expect(findings("In 2020, 900 000 new cases were counted [1].", years: [2022]).isEmpty)
    #expect(findings("Between 2015-2019 the guideline was unchanged [1].", years: [2022]).isEmpty)
    #expect(findings("In 2012 the first guidelines were written [1].", years: [2022]).isEmpty)
  }

  @Test func needsAReferenceOfThatKind() {
    #expect(
      findings("In keeping with the 2005 guidelines, side effects were avoided [1].", years: [2001], titles: ["Safety of a drug"])
        .isEmpty)
  }

  @Test func needsTheYearOfTheReference() { #expect(findings("2025 年更新不推荐[1]。", years: [nil]).isEmpty) }

  @Test func readsTheCalloutThatFollows() {
    #expect(findings("旧研究[1]之后, 2025 年更新不推荐[2]。", years: [2001, 2025]).isEmpty)
    #expect(findings("旧研究[1]之后, 2025 年更新不推荐[2]。", years: [2025, 2001]).count == 1)
  }

  @Test func aTitleWithItsOwnYearIsOfThatYear() {
    #expect(findings("2022 年更新的指南反对该方案[1]。", years: [2023], titles: ["诊疗指南(2023 年版)"]).count == 1)
    #expect(findings("2022 年更新的指南反对该方案[1]。", years: [2023], titles: ["诊疗指南"]).isEmpty)
  }

  @Test func readsRevisedEditionsAndYearsInTheTitlesBrackets() {
    #expect(findings("2021 年修订版社区管理指南[1]提倡随访。", years: [2023]).count == 1)
    #expect(findings("《某病诊断和治疗指南(2015)》[1]推荐早期手术。", years: [2019]).count == 1)
    #expect(findings("《某病诊断和治疗指南(2019)》[1]推荐早期手术。", years: [2019]).isEmpty)
    #expect(findings("指南推荐早期手术(2015 例)[1]。", years: [2019]).isEmpty)
  }

  @Test func readsTheYearOfATitleInMarks() {
    #expect(findings("2014年发布的《腺体疾病诊疗指南》建议手术[1]。", years: [2020]).count == 1)
    #expect(findings("2020年发布的《腺体疾病诊疗指南》建议手术[1]。", years: [2020]).isEmpty)
    #expect(findings("《腺体疾病诊疗指南》(2008年)建议手术[1]。", years: [2018]).count == 1)
    #expect(findings("2014年发布的《腺体疾病研究》建议手术[1]。", years: [2020]).isEmpty)
  }

  @Test func anUpdateNamesWhatItUpdates() {
    #expect(findings("The 2022 update of the 2017 recommendations advises against it [1].", years: [2022]).isEmpty)
    #expect(findings("The 2021 update of the 2017 recommendations advises against it [1].", years: [2022]).count > 0)
  }
}

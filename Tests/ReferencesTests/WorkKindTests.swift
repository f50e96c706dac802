import Literature
import References
import Testing

/// Kinds that lists hold beside journal articles, in the styles of several houses.
@Suite struct WorkKindTests {
  private func read(_ raw: String) -> BibliographicItem { ReferenceParser.item(from: raw) }

  @Test(arguments: [
    ("Okafor N, Lindqvist H. Foldable retinal lens carrier. United States patent US 9,123,456. 2015 Sep 1.", "US 9,123,456"),
    (
      "Okafor, N., & Lindqvist, H. (2015). Foldable retinal lens carrier (U.S. Patent No. 9,123,456). U.S. Patent and Trademark Office.",
      "9,123,456"
    ),
    (#"N. Okafor and H. Lindqvist, "Foldable retinal lens carrier," U.S. Patent 9 123 456, Sep. 1, 2015."#, "9 123 456"),
  ]) func readsPatents(raw: String, number: String) {
    let item = read(raw)
    #expect(item.type == "patent" && item.number == number)
    #expect(item.title == "Foldable retinal lens carrier")
    #expect(item.authors.map(\.family) == ["Okafor", "Lindqvist"])
    #expect(item.year == 2015)
    #expect([item.containerTitle, item.volume, item.issue, item.page] == [nil, nil, nil, nil])
  }

  @Test(arguments: [
    ("周启明. 一种可折叠晶状体载体: 201510123456.7[P]. 2015-09-01.", "201510123456.7"),
    ("周启明. 一种可折叠晶状体载体: 中国, CN104567890A[P]. 2015-09-01[2020-05-06].", "CN104567890A"),
  ]) func readsPatentsOfTheChineseStandard(raw: String, number: String) {
    let item = read(raw)
    #expect(item.type == "patent" && item.number == number && item.title == "一种可折叠晶状体载体")
    #expect(item.issued == PartialDate(year: 2015, month: 9, day: 1))
  }

  @Test(arguments: [
    "Mbeki T, Sørensen K. Tidal mudflat bird counts, 2001-2019 [dataset]. Zenodo; 2020. doi:10.5281/zenodo.1234567",
    "Mbeki, T., & Sørensen, K. (2020). Tidal mudflat bird counts, 2001-2019 (Version 2) [Data set]. Zenodo. https://doi.org/10.5281/zenodo.1234567",
    "T. Mbeki and K. Sørensen, \"Tidal mudflat bird counts, 2001-2019,\" Zenodo, 2020, doi: 10.5281/zenodo.1234567.",
  ]) func readsDatasets(raw: String) {
    let item = read(raw)
    #expect(item.type == "dataset" && item.publisher == "Zenodo" && item.year == 2020)
    #expect(item.title == "Tidal mudflat bird counts, 2001-2019")
    #expect(item.doi == "10.5281/zenodo.1234567")
  }

  @Test func readsDatasetsOfTheChineseStandard() {
    let item = read("徐明远. 黄河口湿地鸟类调查数据集[DS/OL]. 北京: 国家生态科学数据中心, 2021[2022-03-04]. https://doi.org/10.12345/abc.2021.01.")
    #expect(item.type == "dataset" && item.publisher == "国家生态科学数据中心" && item.publisherPlace == "北京")
    #expect(item.accessed == PartialDate(year: 2022, month: 3, day: 4))
  }

  @Test(arguments: [
    "Vesela M. Sleep loss and glucose handling in shift nurses [dissertation]. Brno: Masaryk University; 2014.",
    "Vesela, M. (2014). Sleep loss and glucose handling in shift nurses [Doctoral dissertation, Masaryk University]. ProQuest Dissertations and Theses Global.",
    #"Vesela, Marta. "Sleep loss and glucose handling in shift nurses." PhD diss., Masaryk University, 2014."#,
  ]) func readsTheses(raw: String) {
    let item = read(raw)
    #expect(item.type == "thesis" && item.publisher == "Masaryk University" && item.year == 2014)
    #expect(item.title == "Sleep loss and glucose handling in shift nurses")
  }

  @Test(arguments: [
    (
      "World Health Organization. Global report on drowning. Geneva: World Health Organization; 2014. Report No.: WHO/NMH/14.1.",
      "WHO/NMH/14.1"
    ),
    (
      "World Health Organization. (2014). Global report on drowning (Report No. WHO-NMH-14.1). https://www.who.int/publications/i/drowning",
      "WHO-NMH-14.1"
    ),
  ]) func readsReports(raw: String, number: String) {
    let item = read(raw)
    #expect(item.type == "report" && item.number == number && item.title == "Global report on drowning" && item.year == 2014)
    #expect(item.authors.map(\.literal) == ["World Health Organization"])
  }

  @Test func readsPapersOfMeetings() {
    let item = read(
      "Haddad R, Ionescu P. A wearable sensor for atrial flutter. In: Moreau L, Stein G, editors. Proceedings of the 12th European Conference on Wearable Health; 2018 May 3-5; Lyon, France. Berlin: Springer; 2018. p. 211-8."
    )
    #expect(item.type == "paper-conference" && item.year == 2018 && item.page == "211-8")
    #expect(item.containerTitle == "Proceedings of the 12th European Conference on Wearable Health")
    #expect(item.publisher == "Springer" && item.publisherPlace == "Berlin")
    #expect(item.editors.map(\.family) == ["Moreau", "Stein"])
  }

  @Test(arguments: [
    "Petrov I, Amsel B. Deep learning for wheat rust scoring [Preprint]. bioRxiv. 2021 [cited 2021 Dec 1]: 2021.05.01.442211. doi:10.1101/2021.05.01.442211",
    "Petrov, I., & Amsel, B. (2021). Deep learning for wheat rust scoring. bioRxiv. https://doi.org/10.1101/2021.05.01.442211",
    "Petrov I, Amsel B. Deep learning for wheat rust scoring. arXiv preprint arXiv:2105.01234v2 [cs.CV]. 2021.",
    "I. Petrov and B. Amsel, \"Deep learning for wheat rust scoring,\" 2021, arXiv:2105.01234.",
  ]) func readsPreprints(raw: String) {
    let item = read(raw)
    #expect(item.type == "article" && item.title == "Deep learning for wheat rust scoring" && item.year == 2021)
    #expect(item.doi != nil || item.arxiv == "2105.01234")
    #expect(item.volume == nil)
  }

  @Test(arguments: [
    "World Health Organization. Snakebite envenoming [Internet]. Geneva: WHO; 2021 May 17 [cited 2022 Jan 9]. Available from: https://www.who.int/news-room/fact-sheets/detail/snakebite",
    "World Health Organization. (2021, May 17). Snakebite envenoming. Retrieved January 9, 2022, from https://www.who.int/news-room/fact-sheets/detail/snakebite",
    "World Health Organization. \"Snakebite envenoming.\" Accessed January 9, 2022. https://www.who.int/news-room/fact-sheets/detail/snakebite.",
  ]) func readsPagesOfTheWeb(raw: String) {
    let item = read(raw)
    #expect(item.type == "webpage" && item.title == "Snakebite envenoming")
    #expect(item.accessed == PartialDate(year: 2022, month: 1, day: 9))
    #expect(item.issued == nil || item.issued == PartialDate(year: 2021, month: 5, day: 17))
    #expect(item.url == "https://www.who.int/news-room/fact-sheets/detail/snakebite")
  }

  @Test(arguments: [
    "Tanaka Y, Oyelaran F. Night shifts and lipids. PLoS ONE. 2014;9(3):e91234. PMID: 24614321; PMCID: PMC3948123.",
    "Tanaka, Y., & Oyelaran, F. (2014). Night shifts and lipids. PLoS ONE, 9(3), Article e91234.",
    "Y. Tanaka and F. Oyelaran, \"Night shifts and lipids,\" PLoS ONE, vol. 9, no. 3, Art. no. e91234, Mar. 2014.",
    "Tanaka, Yuki, and Femi Oyelaran. \"Night shifts and lipids.\" PLoS ONE 9, no. 3 (2014): e91234.",
  ]) func readsNumbersInPlaceOfPages(raw: String) {
    let item = read(raw)
    #expect([item.volume, item.issue, item.page] == ["9", "3", "e91234"])
    #expect(item.containerTitle == "PLoS ONE" && item.note == nil)
  }

  @Test(arguments: [
    "Brandt KL. Feeding preterm infants. In: Osei A, Lund M, editors. Neonatal nutrition. 2nd ed. Oxford: Oxford University Press; 2012. p. 101-24.",
    "Brandt, K. L. (2012). Feeding preterm infants. In A. Osei & M. Lund (Eds.), Neonatal nutrition (2nd ed., pp. 101-24). Oxford University Press.",
    "Brandt, Karl L. \"Feeding preterm infants.\" In Neonatal nutrition, edited by Ama Osei and Mads Lund, 101-24. Oxford: Oxford University Press, 2012.",
  ]) func readsChapters(raw: String) {
    let item = read(raw)
    #expect(item.type == "chapter" && item.containerTitle == "Neonatal nutrition" && item.page == "101-24")
    #expect(item.editors.map(\.family) == ["Osei", "Lund"])
    #expect(item.publisher == "Oxford University Press")
  }

  @Test func keepsTheLengthOfABookApartFromPages() {
    let item = read("Moreau L, Stein G, editors. Wearable health. 3rd ed. Berlin: Springer; 2019. 412 p. ISBN 978-3-16-148410-0.")
    #expect(item.page == nil && item.further["number-of-pages"]?.stringValue == "412")
    #expect(item.edition == "3rd" && item.isbn == "9783161484100")
  }

  @Test func tellsABodyFromATitle() {
    let item = read("The Audit Commission. A spoonful of honey: medicines in ward stores. London 2001.")
    #expect(item.title == "A spoonful of honey: medicines in ward stores")
  }

  @Test(arguments: [
    ("王小明和李四光. 虚构的研究[J]. 虚构杂志, 2019, 3(1): 5-9.", ["王", "李"]), ("王小明等. 虚构的研究[J]. 虚构杂志, 2019, 3(1): 5-9.", ["王"]),
    ("Veen P H v d, Muller M, et al. An invented study[J]. Invented Journal, 2019, 3(1): 5-9.", ["Veen", "Muller"]),
    ("Zhong Xiaoya, Yan Qingwu. An invented study[J]. Invented Journal, 2019, 3(1): 5-9.", ["Zhong", "Yan"]),
  ]) func readsNamesOfTheChineseStandard(raw: String, families: [String]) {
    let item = read(raw)
    #expect(item.authors.map(\.family) == families)
    #expect(item.volume == "3" && item.page == "5-9" && item.year == 2019)
  }

  @Test func readsTranslatorsBeforeAJournalAndHostsWithoutTypeMark() {
    let article = read("久保某. 虚构的镜范[J]. 顾某静, 译. 虚构博物, 2009(1): 85-92.")
    #expect(article.containerTitle == "虚构博物" && article.translators.map(\.family) == ["顾"])
    let preface = read("李约. 题词//苏福, 管成. 虚构图经研究. 长春: 长春出版社, 1991: 3.")
    #expect(preface.title == "题词" && preface.containerTitle == "虚构图经研究" && preface.editors.count == 2)
  }
}

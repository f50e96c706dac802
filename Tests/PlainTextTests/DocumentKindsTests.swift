import Literature
import PlainText
import Testing

@Test func readsHardWrappedEnglishWithHangingIndents() throws {
  let article = try read(Fixture.hardWrapped)
  #expect(article.front.titles.map(\.text) == ["Keeping livers quiet: drug therapy after curative surgery"])
  #expect(article.front.authors.map(\.family) == ["Lindqvist", "Vega", "Zhou"])
  #expect(article.front.authors[1].particle == "de la")
  #expect(article.front.keywords == ["liver", "surgery", "adjuvant treatment"])
  #expect(
    article.outline == [
      "1 ABSTRACT", "1 Key words", "1 Introduction", "1 Evidence from newer trials", "1 Conflict of interest", "1 References",
    ])
  #expect(article.sections[1].kind == .abstract)
  #expect(article.sections[5].kind == .note)
}

@Test func joinsWrappedHyphenatedAndInterruptedLines() throws {
  let article = try read(Fixture.hardWrapped)
  let trial = article.paragraphs(under: "Introduction")[1]
  #expect(trial.contains("95% CI 0.80-1.18), and side effects"))
  let evidence = article.paragraphs(under: "Evidence from newer trials")
  #expect(evidence.first?.contains("enrolled high-risk patients only") == true)
}

@Test func joinsReferencesAndTheirBrokenAddresses() throws {
  let article = try read(Fixture.hardWrapped)
  #expect(
    article.entryTexts == [
      "Okafor, B., & Lind, P. (2019). Relapse after liver surgery: a registry study. Journal of Made-Up Surgery, 12(3), 45-51. https://doi.org/10.5555/jms.2019.0045",
      "Ruiz, T. (2021). Tablets after surgery. Annals of Nowhere, 7, 100-109.",
      "Zhou, L., Abe, K., & de la Vega, T. (2023). QUIET: immune therapy for high-risk disease. Annals of Nowhere, 9, 1-12.",
    ])
}

@Test func setsRunningHeadsApartFromTheParagraphTheyCut() throws {
  let article = try read(Fixture.layoutPages)
  #expect(article.front.titles.first?.text == "Surgery and tablets: what four trials tell us")
  let first = try #require(article.paragraphs(under: "Introduction").first)
  #expect(first.hasSuffix("their results were mixed, and nobody could tell which patients had a benefit from the treatment."))
  #expect(article.texts(.metadata).contains { $0.hasPrefix("12 ") && $0.hasSuffix("Petrov et al.") })
  #expect(article.entryTexts.count == 2)
}

@Test func readsAlignedColumnsAsATable() throws {
  let article = try read(Fixture.layoutPages)
  try #require(article.tables.count == 1)
  #expect(article.tables[0].label == "1")
  let rows = article.rows(0)
  #expect(rows[0] == ["Trial", "N", "Median RFS", "HR (95% CI)", "P"])
  #expect(rows[2] == ["QUIET (high risk only)", "188", "31.0 vs 22.4", "0.71 (0.52-0.97)", "0.03"])
  #expect(rows.count == 4)
  #expect(article.tables[0].cells.filter(\.isHeader).count == 5)
  #expect(article.blocks.contains { $0.kind == .note && $0.table == 0 })
}

@Test func readsMarkdownWithItsTableAndMarks() throws {
  let article = try read(Fixture.markdown)
  #expect(article.front.titles.map(\.text) == ["Watching or treating: a short review"])
  #expect(article.outline == ["1 Abstract", "1 Keywords", "1 1 Introduction", "2 1.1 Reasons", "1 References"])
  #expect(article.rows(0) == [["Way", "Cost", "HR"], ["Watching", "10", "1"], ["Treating", "90", "0.71"]])
  #expect(article.entryTexts[1] == "2|Chen, B. Treating. [https://doi.org/10.5555/an\\(20\\)5](https://doi.org/10.5555/an(20)5)")
  let italic = article.marks.filter { $0.kind == .italic }.map { article.text.string($0.range) }
  #expect(italic.contains("QUIET") && italic.contains("Watching"))
  #expect(article.marks.contains { $0.kind == .link("https://doi.org/10.5555/an(20)5") })
}

@Test func readsChineseWithChineseNumerals() throws {
  let article = try read(Fixture.chinese)
  #expect(article.front.titles.map(\.text) == ["术后用药的虚构综述"])
  #expect(article.front.authors.map(\.literal) == ["王小明", "欧阳文", "李四"])
  #expect(article.front.keywords == ["手术", "用药", "综述"])
  #expect(
    article.outline == ["1 摘 要", "1 关键词", "1 一 前言", "2 一 复发的原因", "1 二 试验", "1 三 结论", "1 参考文献"])
  #expect(article.paragraphs(under: "前言") == ["手术之后复发很常见，因此需要进一步的治疗[1]。本文综述有关试验。"])
  #expect(article.paragraphs(under: "试验") == ["港湾试验纳入412例患者，复发风险没有下降，总生存也没有改善[2]。"])
  #expect(article.rows(0)[1] == ["港湾", "412", "0.97"])
  #expect(article.entryTexts[1].hasSuffix("J Made-Up Surg, 2019, 12(3): 45-51."))
}

@Test func readsUTF16AndGB18030LikeUTF8() throws {
  let expected = try read(Fixture.chinese)
  let utf16: [UInt8] = Fixture.chinese.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  let big: [UInt8] = [0xFE, 0xFF] + Fixture.chinese.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  for bytes in [utf16, [0xFF, 0xFE] + utf16, big] {
    let article = try PlainTextReader.article(from: bytes)
    #expect(article.blocks.map(\.flow.string) == expected.blocks.map(\.flow.string))
  }
}

@Test func readsTheLeftColumnBeforeTheRight() throws {
  let article = try read(Fixture.twoColumns)
  #expect(article.front.titles.first?.text == "A paper in two columns about quiet livers")
  #expect(article.outline == ["1 1 Introduction", "1 2 Methods"])
  let introduction = article.paragraphs(under: "Introduction").joined(separator: " ")
  #expect(introduction.contains("more than a year. A second trial was stopped early because of slow accrual"))
  #expect(article.paragraphs(under: "Methods").first?.hasSuffix("compared them with the registers of the trials.") == true)
}

@Test func readsAuthorsWithTheirInitialsBehind() throws {
  let text = "Rest after surgery of the knee: the QUIETKNEE trial\n\nAlder T, Birch CH, de Vries J\n\nAbstract\nRest was tried.\n"
  #expect(try read(text).front.authors.map(\.family) == ["Alder", "Birch", "de Vries"])
  let natural = text.replacing("Alder T, Birch CH, de Vries J", with: "Tom Alder, Chen Hua Birch")
  #expect(try read(natural).front.authors.map(\.family) == ["Alder", "Birch"])
}

@Test func rowsWithoutTheirLastCellsAreNotJoined() throws {
  let article = try read(
    "Table 1. Response\nOutcome\tBeans (n = 90)\tPeas (n = 92)\tRR (95% CI)\tP\nCure, No.\t40\t30\t1.36 (0.95-1.97)\t0.09\n"
      + "Relapse, No.\t17\t7\nDeath, No.\t9\t4\n")
  #expect(
    article.rows(0).suffix(2).map { $0.filter { !$0.isEmpty } } == [["Relapse, No.", "17", "7"], ["Death, No.", "9", "4"]])
}

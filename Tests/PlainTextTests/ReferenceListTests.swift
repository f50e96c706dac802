import Literature
import PlainText
import Testing

private func entries(_ list: String) throws -> [String] {
  try read("A title of a paper\n\nIntroduction\n\nSome text that ends here.\n\nReferences\n\n" + list).entryTexts
}

private let expected = ["1|Silva A. Watching. Ann Nowhere 2020;3:4-9.", "2|Chen B. Treating. Ann Nowhere 2021;4:1-8."]

@Test(arguments: [
  "[1] Silva A. Watching. Ann Nowhere 2020;3:4-9.\n[2] Chen B. Treating. Ann Nowhere 2021;4:1-8.",
  "1. Silva A. Watching. Ann\nNowhere 2020;3:4-9.\n2. Chen B. Treating. Ann Nowhere\n2021;4:1-8.",
  "1) Silva A. Watching. Ann Nowhere 2020;3:4-9.\n\n2) Chen B. Treating. Ann Nowhere 2021;4:1-8.",
  "(1) Silva A. Watching. Ann Nowhere 2020;3:4-9.\n(2) Chen B. Treating. Ann Nowhere 2021;4:1-8.",
  "- [1] Silva A. Watching. Ann Nowhere 2020;3:4-9.\n- [2] Chen B. Treating. Ann\n\n- Nowhere 2021;4:1-8.",
  "1 Silva A. Watching. Ann Nowhere 2020;3:4-9.\n2 Chen B. Treating. Ann Nowhere 2021;4:1-8.",
  "\\[1\\] Silva A. Watching. Ann Nowhere 2020;3:4-9.\n\\[2\\] Chen B. Treating. Ann Nowhere 2021;4:1-8.",
  "［1］ Silva A. Watching. Ann Nowhere 2020;3:4-9.\n［2］ Chen B. Treating. Ann Nowhere 2021;4:1-8.",
])
func readsEveryDressOfALabel(list: String) throws {
  #expect(try entries(list) == expected)
}

@Test func readsCircledLabels() throws {
  #expect(try entries("① 张三. 术后复发. 2020.\n② 李四. 术后用药. 2021.") == ["①|张三. 术后复发. 2020.", "②|李四. 术后用药. 2021."])
}

@Test func readsBulletsWithoutNumbers() throws {
  #expect(try entries("- Silva, A. (2020). Watching.\n- Chen, B. (2021). Treating.\n  In two lines.").count == 2)
}

@Test func readsParagraphsWithoutLabels() throws {
  let list = "Silva, A. (2020). Watching. Ann Nowhere,\n3, 4-9.\n\nChen, B. (2021). Treating. Ann Nowhere, 4, 1-8."
  #expect(
    try entries(list) == ["Silva, A. (2020). Watching. Ann Nowhere, 3, 4-9.", "Chen, B. (2021). Treating. Ann Nowhere, 4, 1-8."])
}

@Test func anEntryOfABodyBeginsBehindTheIdentifierOfTheOneBefore() throws {
  let list = """
    Silva A, Chen B. Watching ticks through a wet summer: a randomised trial in three parishes. Ann Nowhere. 2020;3:4-9. doi:10.5555/an.2020.4
    Tick Guideline Panel. Guideline on the prevention of tick bites: 2022 edition. J Nowhere. 2022;23:1-29. doi:10.5555/jn.2022.1
    Weber C. Treating ticks. Ann Nowhere. 2021;4:1-8. doi:10.5555/an.2021.1
    Epub 2021 May 3.
    """
  #expect(try entries(list).map { String($0.prefix(5)) } == ["Silva", "Tick ", "Weber"])
}

@Test func readsAListWithoutHeading() throws {
  let text = """
    A title of a paper

    Introduction

    Some text that ends here [1, 2].

    [1] Silva A. Watching. Ann Nowhere 2020;3:4-9.
    [2] Chen B. Treating. Ann Nowhere 2021;4:1-8.
    [3] Roe J. Both. Ann Nowhere 2022;5:1-2.
    """
  let article = try read(text)
  #expect(article.referenceEntries.map(\.label) == ["1", "2", "3"])
  #expect(article.sections.last?.kind == .references)
}

/// Numbered headings with paragraphs that name years behind them are no list, though they count up from 1.
@Test func numberedHeadingsAreNoEntries() throws {
  let parts = (1...4).map {
    "\($0). What part \($0) says\n\nBeans were grown in 2019 (Alder, 2019), and peas in 2021 (Birch, 2021)."
  }
  let list =
    "Alder A (2019) Beans. Ann Nowhere 3:4-9.\nBirch B (2021) Peas. Ann Nowhere 4:1-8.\nCedar C (2022) Leeks. Ann Nowhere 5:1-8."
  let text =
    "A title of a paper\n\nSummary\n\nWhat we know.\n\n" + parts.joined(separator: "\n\n") + "\n\nReferences\n\n" + list + "\n"
  #expect(try read(text).entryTexts.count == 3)
}

@Test func endsTheListAtTheNextPart() throws {
  let text =
    "Title of it\n\nReferences\n\n[1] Silva A. Watching. 2020.\n[2] Chen B. Treating. 2021.\n\nAppendix\n\nMore text stands here."
  let article = try read(text)
  #expect(article.entryTexts.count == 2)
  #expect(article.sections.last?.kind == .appendix)
  #expect(article.paragraphs == ["More text stands here."])
}

@Test func keepsAnEntryTogetherOverAPageBreakBeforeAnAddress() throws {
  let page = "\n                         12\n\u{0C}Berg et al.      Annals of Nowhere\n\n"
  let list =
    "1. Silva A. Watching. Available from:\n" + page + "https://example.org/a\n2. Chen B. Treating. 2021.\n" + page
    + "3. Roe J. Both. Ann Nowhere\n" + page + "2022, 5: 1-2.\n4. Poe E. None. 2023."
  #expect(
    try entries(list) == [
      "1|Silva A. Watching. Available from: https://example.org/a", "2|Chen B. Treating. 2021.",
      "3|Roe J. Both. Ann Nowhere 2022, 5: 1-2.", "4|Poe E. None. 2023.",
    ])
}

@Test func doesNotTakeVolumesAndIssuesForLabels() throws {
  let list =
    "(1) Silva A. Watching. Ann Nowhere 2020;3\n(2):4-9.\n(2) Chen B. Treating. Ann Nowhere\n(12) 2021.\n(3) Roe J. Both. 2022."
  #expect(try entries(list).count == 3)
}

@Test func findsTheListUnderARemark() throws {
  let list = "Papers of special note are marked.\n\n1. Silva A. Watching. 2020.\n2. Chen B. Treating. 2021."
  #expect(try entries(list).count == 2)
}

@Test func readsWrappedEntriesThatNothingButTheirBeginningsTellApart() throws {
  let list = """
    Berg, J. A., Chen, B., Silva, C. D., & van der Meer, E. (2019). A long title of a paper that
    Goes on in the next line. Annals of Nowhere, 12(3), 45–49. https://doi.org/10.5555/abc.def
    de Vries, K., & Roe, J. (2020a). Another title that takes its place. Lancet of Nowhere, 4,
    1–8.
    World Body for Health. (2021). A report without persons. World Body Press.
    Zhang, S. (2022). The last of them. Annals of Nowhere, 13, 1–2.
    """
  let found = try entries(list)
  #expect(found.count == 4)
  #expect(found.map { $0.prefix(5) } == ["Berg,", "de Vr", "World", "Zhang"])
}

@Test func readsAListByAuthorAndYearWithoutHeading() throws {
  let text = """
    A title of a paper

    Introduction

    Some text that ends here (Berg & Chen, 2019).

    Berg, J. A., & Chen, B. (2019). A title of a paper. Annals of Nowhere, 12(3), 45–49.
    de Vries, K. (2020). Another title of it. Lancet of Nowhere, 4, 1–8.
    World Body for Health. (2021). A report without persons. World Body Press.
    Zhang, S. (2022). The last of them. Annals of Nowhere, 13, 1–2.
    """
  #expect(try read(text).referenceEntries.count == 4)
}

@Test func keepsEnglishLinesWithTheirChineseEntry() throws {
  let list = """
    ［1］张三, 李四. 术后复发的研究[J]. 某某医学杂志, 2020, 3(1): 4-9.
      ZHANG S, LI S. Study on recurrence after operation[J]. Chin J Nowhere Med, 2020, 3(1): 4-9. (in Chinese)
    ［2］王五, 赵六. 术后用药的研究[J]. 某某医学杂志, 2021, 4(2): 1-8.
      WANG W, ZHAO L. Study on drugs after operation[J]. Chin J Nowhere Med, 2021, 4(2): 1-8. (in Chinese)
    """
  let found = try entries(list)
  #expect(found.count == 2)
  #expect(found.allSatisfy { $0.hasSuffix("(in Chinese)") })
}

@Test func doesNotEndAParagraphAtEtAl() throws {
  let text =
    "A title of a paper\n\nIntroduction\n\nThe first line of a paragraph is as long as this one (Berg et al.,\n2019) and goes on in the next line of it.\n"
  #expect(
    try read(text).paragraphs == [
      "The first line of a paragraph is as long as this one (Berg et al., 2019) and goes on in the next line of it."
    ])
}

private let dated = """
  Berg, A., & Roe, J. (2001). Watching the birds of the north in winter and spring, when few do. In M.
  Nordin, & H. Pope (Eds.), A handbook of birds (pp. 1-9). Northern Press.
  eBird Management Systems. (2006). https://birds.example.org/systems.html
  Ministry of Birds (MoB), Department of Waters. (2011). A report on the waters and the birds that
  live on them.
  National Press, Oslo.
  van 't Hof, J., Berg, A., de Wit, C., & Others, D. (2003). Counting them. J Birds, 4, 74-8.
  Zed, Q. (n.d.). What remains of it all.
  """

@Test func tellsEntriesByTheirBracketedYears() throws {
  let found = try entries(dated)
  #expect(found.map { String($0.prefix(8)) } == ["Berg, A.", "eBird Ma", "Ministry", "van 't H", "Zed, Q. "])
  #expect(found[2].hasSuffix("National Press, Oslo."))
}

@Test func keepsTheEndsOfEntriesThatStandAtTheTopOfAPage() throws {
  let head = "\n\n                       7\n\u{0C}\nBerg et al.      Journal of Birds\n\n"
  let pages = (1...4).map { number in
    "[\(2 * number - 1)] Silva A. Watching the birds. Ann Nowhere 2020;\(number):4-9.\(head)PMID: 1234567\(number).\n"
      + "[\(2 * number)] Roe J. Counting them. Ann Nowhere 2021;\(number):\n377–38\(number)."
  }
  let found = try entries(pages.joined(separator: "\n"))
  #expect(found.count == 8)
  #expect(found.enumerated().allSatisfy { $0.offset % 2 == 1 || $0.element.contains("PMID: 1234567") })
  #expect(found.enumerated().allSatisfy { $0.offset % 2 == 0 || $0.element.contains("377–38") })
}

@Test(arguments: ["[3]", "[1]"]) func readsAListBehindASubheading(label: String) throws {
  let list =
    "[1] Silva A. Watching. Ann Nowhere 2020;3:4-9.\n[2] Chen B. Treating. Ann Nowhere 2021;4:1-8.\n\nSupplementary references\n\n"
    + "\(label) Roe J. Counting. Ann Nowhere 2022;5:1-2."
  let found = try entries(list)
  #expect(found.prefix(2) == expected.prefix(2))
  #expect(found.count == 3)
}

@Test func sectionsWithABarBehindTheirNumberAreNoList() throws {
  let text = """
    A title of a paper

    1 | INTRODUCTION

    Ticks were counted in 2019 (Silva 2020).

    2 | METHODS

    Fields were walked in 2021 and 2022.

    3 | RESULTS

    There were 40 ticks in 2022 (Chen 2021).

    REFERENCES

    Chen B. Treating. Ann Nowhere 2021;4:1-8.
    Silva A. Watching. Ann Nowhere 2020;3:4-9.
    """
  let article = try read(text)
  #expect(article.entryTexts.count == 2)
  #expect(article.sections.map(\.title).contains("RESULTS"))
}

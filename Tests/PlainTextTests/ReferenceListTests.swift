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

@Test func endsTheListAtTheNextPart() throws {
  let text =
    "Title of it\n\nReferences\n\n[1] Silva A. Watching. 2020.\n[2] Chen B. Treating. 2021.\n\nAppendix\n\nMore text stands here."
  let article = try read(text)
  #expect(article.entryTexts.count == 2)
  #expect(article.sections.last?.kind == .appendix)
  #expect(article.paragraphs == ["More text stands here."])
}

import Literature
import PlainText
import Testing

private func block(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> Article {
  let article = try ReferenceBlock.article(from: Array(text.utf8))
  expectNothingLost(in: article, location)
  return article
}

/// A family name of its own for each number.
private func name(_ number: Int) -> String {
  var (name, rest) = ("S", number)
  while rest > 0 {
    name.unicodeScalars.append(Unicode.Scalar(UInt8(0x61 + rest % 26)))
    rest /= 26
  }
  return name
}

@Suite struct ReferenceBlockTests {
  @Test func cutsAPastedListWithAndWithoutHeading() throws {
    let list = "1. Silva A. Watching. Ann Nowhere\n2020;3:4-9.\n2. Chen B. Treating. 2021.\n"
    #expect(try block(list).entryTexts == ["1|Silva A. Watching. Ann Nowhere 2020;3:4-9.", "2|Chen B. Treating. 2021."])
    #expect(try block("参考文献\n\n" + list).entryTexts.count == 2)
  }

  @Test func endsAtNothing() throws {
    let list = "[1] Silva A. Watching. 2020.\n\nAppendix\n\nTable 1. Of it.\n\n[2] Chen B. Treating. 2021.\n"
    #expect(try block(list).referenceEntries.map(\.label) == ["1", "2"])
  }

  @Test func saysThatANovelIsNoList() throws {
    let chapter = (0..<400).map {
      "It was night \($0 % 7), and the rain fell on the houses of the town.\nNobody spoke of the morning.\n\n"
    }.joined()
    let article = try block(chapter)
    #expect(
      article.diagnostics.map(\.code).contains("no-reference-list")
        || article.diagnostics.map(\.code).contains("overlong-reference"))
  }

  @Test func takesADashBeforeANumberForARangeUnlessTheListHasBullets() throws {
    let wrapped = "1. Silva A. Watching. Ann Nowhere 2020;3:4\n- 256. 2004.\n2. Chen B. Treating. 2021.\n"
    #expect(try block(wrapped).referenceEntries.map(\.label) == ["1", "2"])
    let bulleted = "- 1. Silva A. Watching. 2020.\n- 2. Chen B. Treating. 2021.\n- 9. Roe C. Waiting. 2022.\n"
    #expect(try block(bulleted).referenceEntries.map(\.label) == ["1", "2", "9"])
  }

  @Test func goesOnBehindAGapOfNumbers() throws {
    let numbers = [1, 2, 3, 40, 41, 42, 43, 1, 2, 3]
    let list = numbers.map { "\($0). Silva A. Watching \($0). Ann Nowhere 2020;3:4-9.\n" }.joined()
    #expect(try block(list).referenceEntries.compactMap { Int($0.label ?? "") } == numbers)
  }

  @Test func readsOneReferenceALine() throws {
    let lines = "Silva A. Watching. 2020.\r\n\n  \nChen B. Treating. 2021."
    let article = try ReferenceBlock.articleOfLines(from: Array(lines.utf8))
    #expect(article.referenceEntries.map(\.flow.string) == ["Silva A. Watching. 2020.", "Chen B. Treating. 2021."])
    #expect(article.diagnostics.isEmpty)
    let prose = String(repeating: "It was night, and nobody spoke.\n", count: 9)
    #expect(try ReferenceBlock.articleOfLines(from: Array(prose.utf8)).diagnostics.map(\.code) == ["no-reference-list"])
  }

  @Test func keepsOneReferenceOfAMegabyte() throws {
    let article = try block(
      "1. Silva A. " + String(repeating: "Watching birds ", count: 70_000) + "2020.\n2. Chen B. Treating. 2021.\n")
    #expect(article.referenceEntries.count == 2)
    #expect(article.diagnostics.map(\.code) == ["overlong-reference"])
  }

  @Test func readsTensOfThousandsOfEntriesInOnePass() throws {
    let numbered = (1...30_000).map { "[\($0)] Silva A. Watching \($0). Ann Nowhere 2020;3:4-9.\n" }.joined()
    #expect(try ReferenceBlock.article(from: Array(numbered.utf8)).referenceEntries.count == 30_000)
    let named = (1...20_000).map { "\(name($0)), A. B. (20\($0 % 10)\($0 % 9)). Watching birds. Annals of Nowhere, 3, 4-9.\n" }
      .joined()
    #expect(try ReferenceBlock.article(from: Array(named.utf8)).referenceEntries.count == 20_000)
  }

  @Test func livesThroughControlCharactersAndRightToLeftNames() throws {
    let article = try block(
      "1. Si\u{07}lva A. Wat\u{1B}ching. 2020.\n2. \u{202B}כהן א\u{202C}. צפרות. 2021.\n3. سعيد م. الطيور. 2022.\n")
    #expect(article.referenceEntries.map(\.label) == ["1", "2", "3"])
  }
}

import Literature
import References
import Testing
import TextAnalysis

/// Callouts by author and year in the shapes that are easily missed, and what only looks like one.
@Suite struct AuthorYearCalloutsTests {
  private func work(_ families: [String], _ year: Int?, suffix: String? = nil, label: String) -> Reference {
    var item = BibliographicItem()
    item.authors = families.map { Name(family: $0, given: "A") }
    item.issued = year.map { PartialDate(year: $0) }
    item.yearSuffix = suffix
    return Reference(
      label: label, raw: "\(families.first ?? ""), A. (\(year.map(String.init) ?? "n.d."))", span: SourceSpan([]), style: "apa",
      item: item)
  }

  private func body(_ raw: String, label: String) -> Reference {
    Reference(label: label, raw: raw, span: SourceSpan([]), style: "apa", item: BibliographicItem())
  }

  private var references: [Reference] {
    [
      work(["Smith", "Jones", "Brown"], 2010, label: "1"), work(["Doe", "Roe"], 2018, suffix: "a", label: "2"),
      work(["Doe", "Roe"], 2018, suffix: "b", label: "3"), work(["Doe", "Roe"], 2018, suffix: "c", label: "4"),
      work(["May"], 2007, label: "5"), work(["O'Dell"], 1998, label: "6"), work(["Riet"], 2010, label: "7"),
      body("Task Force 21 on Screening of Adults (TFSA). (2004). Report.", label: "8"),
      work(["Oliveira", "Soares", "Rocha"], 2011, label: "9"), work(["Olden", "Berg"], 2006, label: "10"),
      work(["Olden", "van Dam"], 2006, label: "11"), work(["Kern"], nil, label: "12"),
    ]
  }

  private func found(_ text: String) -> [Citation] {
    let bytes = Array(text.utf8)
    let passage = Passage(
      id: "p1", kind: .sentence, section: "1", language: .english, flow: FlowText(0..<bytes.count, of: bytes))
    let article = Article(format: .plainText, text: StoredText(utf8: bytes))
    return CalloutScanner.citations(
      article: article, passages: [passage], lexed: [LexedText(bytes)], references: references
    ).citations
  }

  @Test(arguments: [
    ("Smith et al.'s (2010) view", ["1"]), ("As Smith and colleagues (2010) say", ["1"]), ("Smith et al., (2010) say", ["1"]),
    ("It grew (Smith et al., 2010, Doe and Roe, 2018a).", ["1", "2"]), ("It grew (Doe & Roe, 2018a–c).", ["2", "3", "4"]),
    ("It grew (Doe & Roe, 2018a, 2018b).", ["2", "3"]), ("It grew (May, 2007; Smith et al., 2010).", ["5", "1"]),
    ("It grew (O'dell, 1998).", ["6"]), ("It grew (van 't Riet, 2010).", ["7"]),
    ("It grew (Task Force 21 on Screening of Adults, 2004).", ["8"]), ("It grew (TFSA, 2004).", ["8"]),
    ("It grew (Task Force 21 on Screening of Adults [TFSA], 2004).", ["8"]),
    ("Furthermore, Oliveira, Soares, and Rocha (2011) say", ["9"]), ("It grew (Olden & van Dam, 2006).", ["11"]),
    ("It grew (Smith et al., 2010, p. 23; see also Doe & Roe, 2018b, Table 2).", ["1", "3"]), ("It grew (Kern, n.d.).", ["12"]),
    ("Two trials (one of them small (Smith et al., 2010)) grew", ["1"]), ("As said by Smith et al. 2010 and others", ["1"]),
    ("It grew (e.g., NewScan, Smith et al., 2010).", ["1"]),
  ]) func reads(text: String, labels: [String]) {
    #expect(found(text).flatMap(\.resolved) == labels)
  }

  @Test(arguments: [
    "It began in spring (May 2007).", "Patients (mean age 63; 2010 cohort) came", "Version 3 (R Foundation) of 2010",
    "The years (from 2010 to 2018) were", "In 2010 (n = 12) and (95% CI 12-15)", "Berlin (Germany, since 2010)",
  ]) func leaves(text: String) {
    #expect(found(text).allSatisfy { $0.resolved.isEmpty })
  }

  @Test func pointsBack() {
    let text =
      "It grew (Smith et al., 2010). It fell (ibid., p. 5). Others (Doe & Roe, 2018a) agree. It was so (Smith, op. cit., p. 7)."
    #expect(found(text).map(\.resolved) == [["1"], ["1"], ["2"], ["1"]])
  }

  @Test func pointsBackAtNothingUncertain() {
    #expect(found("It grew (Smith et al., 2010; Doe & Roe, 2018a). It fell (ibid.).").count == 1)
  }
}

/// Chinese callouts by author and year.
@Suite struct ChineseCalloutsTests {
  private func found(_ text: String) -> [Citation] {
    var first = BibliographicItem()
    first.authors = [Name(family: "张", given: "三"), Name(family: "李", given: "四"), Name(family: "王", given: "五")]
    first.issued = PartialDate(year: 2019)
    var second = BibliographicItem()
    second.authors = [Name(family: "赵", given: "大海"), Name(family: "钱", given: "明")]
    second.issued = PartialDate(year: 2020)
    var third = BibliographicItem()
    third.authors = [Name(family: "Smith", given: "A"), Name(family: "Roe", given: "B"), Name(family: "Doe", given: "C")]
    third.issued = PartialDate(year: 2018)
    let references = [first, second, third].enumerated().map {
      Reference(label: String($0 + 1), raw: "", span: SourceSpan([]), style: "gbt7714", item: $1)
    }
    let bytes = Array(text.utf8)
    let passage = Passage(id: "p1", kind: .sentence, section: "1", language: .chinese, flow: FlowText(0..<bytes.count, of: bytes))
    return CalloutScanner.citations(
      article: Article(format: .plainText, text: StoredText(utf8: bytes)), passages: [passage], lexed: [LexedText(bytes)],
      references: references
    ).citations
  }

  @Test(arguments: [
    ("结果升高（张三等，2019；赵大海和钱明，2020）。", ["1", "2"]), ("据赵大海与钱明（2020）的研究", ["2"]), ("与张三等人（2019）一致", ["1"]),
    ("见（参见张三等, 2019）", ["1"]), ("Smith等（2018）认为", ["3"]), ("结果升高（Smith 等，2018）。", ["3"]),
    ("结果升高（张三等，2019）。随后下降（同上，第5页）。", ["1", "1"]),
  ]) func reads(text: String, labels: [String]) {
    #expect(found(text).flatMap(\.resolved) == labels)
  }

  @Test func keepsTheSentenceOutOfTheMarker() {
    #expect(found("据张三等（2019）的研究").map(\.marker) == ["张三等（2019）"])
  }

  @Test(arguments: ["共纳入患者（2019年1月至2020年3月）。", "（2020）", "分为三组（n=2019）。"]) func leaves(text: String) {
    #expect(found(text).allSatisfy { $0.resolved.isEmpty })
  }
}

/// Numbers that stand for references without brackets.
@Suite struct BareNumberCalloutsTests {
  private func found(_ texts: [String], _ count: Int, circled: Bool = false) -> [Citation] {
    let circledLabels = Array("①②③④⑤⑥⑦⑧⑨⑩").map(String.init)
    let references = (1...count).map {
      Reference(
        label: circled ? circledLabels[$0 - 1] : String($0), raw: "", span: SourceSpan([]), style: "unknown",
        item: BibliographicItem())
    }
    return callouts(in: texts, of: references).citations
  }

  @Test func readsDigitsThatLostTheirSuperscript() {
    let found = found(
      [
        "It prolonged survival1,2 and spared adults.3 The risk,4–6 though, fell",
        "CD4 and PD-1 rose with IL-6 after 10mg in week8; omega3 was given at 2.5 (95% CI 1.2-3.4).",
        "Others7 agree (n=12) with 5HT and H1N1 and Table 3.",
      ], 8)
    #expect(found.map(\.labels) == [["1", "2"], ["3"], ["4", "5", "6"], ["7"]])
  }

  @Test func doesNotTakeAFewDigitsForAScheme() {
    #expect(found(["The score5 was high, and adults.3 Then nothing.", "So it was."], 30).isEmpty)
  }

  @Test func readsCircledNumbersBehindClausesOnly() {
    let found = found(["标准：①年龄大于18岁；②自愿。", "疗效显著①②。", "另有报道认为安全③，但证据不足④⑤。"], 5, circled: true)
    #expect(found.map(\.resolved) == [["①", "②"], ["③"], ["④", "⑤"]])
  }

  @Test func readsLettersOfParts() {
    let found = found(["First [1]. Then [2a,b]. And [3, 4c].", "At [24h] and [5x]."], 5)
    #expect(found.map(\.labels) == [["1"], ["2"], ["3", "4"]])
  }
}

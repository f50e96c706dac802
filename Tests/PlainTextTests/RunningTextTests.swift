import Literature
import PlainText
import Testing

/// Texts without headings: pasted abstracts, notes, the first lines of a manuscript.
struct RunningTextTests {
  private func kinds(_ text: String) throws -> [Block.Kind] { try read(text).blocks.map(\.kind) }

  @Test func readsAParagraphWithoutATitleAsText() throws {
    let text = "Median overall survival was 10.2 months with tablets and 9.1 months without (HR 0.85, P = 0.08) [1]."
    #expect(try kinds(text) == [.paragraph])
    #expect(try kinds("两组中位无复发生存期分别为 20.1 个月和 18.4 个月(HR = 0.91, P = 0.30)。") == [.paragraph])
  }

  @Test func readsALineThatGivesAFigureItsValueAsText() throws {
    #expect(try kinds("HR 0.94 (0.78–1.13), P = 0.26 <!-- concord: allow N103: by protocol -->") == [.paragraph])
    #expect(try kinds("风险比为 0.94，P=0.26\n") == [.paragraph])
  }

  @Test func readsASentenceWithAnIdeographicStopAsText() throws {
    #expect(try kinds("甲组切口长度由（5.12±0.83）mm减少至（3.04±0.61）mm，乙组无变化（P<0.05）。") == [.paragraph])
    #expect(try kinds("两组再入院的比例分别为９．８％和１８．６％，差异有统计学意义。") == [.paragraph])
  }

  @Test func readsASentenceThatBeginsWithATableAsText() throws {
    let article = try read("术后用药的综述\n\n1 讨论\n\n表1所列各组的中位生存期均超过 20 个月, 说明用药有益。其余各组尚无结果。\n")
    #expect(article.blocks.map(\.kind) == [.title, .heading, .paragraph])
  }

  @Test func headingsOfTheirOwnEndAnAbstract() throws {
    let abstract =
      "Splints are worn at night by people with stiff hands. We read the trials of three kinds of splint, and found that pain was less in each of them after "
      + "twelve weeks of use."
    let body = "For decades nobody asked how long a splint must be worn, and no trial had looked at it in earnest."
    let article = try read(
      "Splints for stiff hands\n\nSummary\n\n\(abstract)\n\nWhy nights matter\n\n\(body)\n\nSoft and rigid\n\n\(body)\n")
    #expect(article.sections.map(\.kind).suffix(3) == [.abstract, .body, .body])
    #expect(article.sections.suffix(2).map(\.title) == ["Why nights matter", "Soft and rigid"])
  }

  @Test func readsOneLongLineAsText() throws {
    let line = String(repeating: "The rate fell by 3% in the second year. ", count: 200)
    #expect(try kinds(line) == [.paragraph])
  }

  @Test func readsAShortParagraphUnderATitleAsText() throws {
    let article = try read("Tablets after surgery: a note\n\nThe rate of relapse was 31% with tablets and 35% without [2].\n")
    #expect(article.blocks.map(\.kind) == [.title, .paragraph])
  }

  @Test(arguments: [
    "Tablets after surgery. A randomised trial.", "Effect of 12 weeks of training on sleep: a trial in 40 adults.",
    "术后用药 12 个月的随机对照研究",
  ])
  func keepsATitleATitle(title: String) throws {
    let article = try read("\(title)\n\nA. Lindqvist, B. Vega\n\nAbstract\n\nWe asked whether tablets help.\n")
    #expect(article.front.titles.first?.text.hasPrefix(title.prefix(10)) == true)
    #expect(article.blocks.first?.kind == .title)
  }

  /// An abstract that has begun with text of no part has no parts: a heading behind it is the article's.
  @Test func aHeadingBehindAnAbstractWithoutPartsIsOfTheBody() throws {
    let article = try read(
      "Splints at night\n\nAbstract\n\nPain fell by a third with splints.\n\nResults\n\nForty adults took part.\n")
    #expect(article.sections.first { $0.title == "Results" }?.kind == .body)
    let parted = try read("Splints at night\n\nAbstract\n\nMethods\n\nA trial.\n\nResults\n\nForty adults took part.\n")
    #expect(parted.sections.first { $0.title == "Results" }?.kind == .abstract)
  }
}

@Test func aPipeBeforeTheHeadsIsAnEmptyCell() throws {
  let article = try read(
    "A trial\n\nTable 1. Children\n\n | Mist (n = 48) | Powder (n = 47)\nGirls | 26 | 24\nParents | |\n  both | 18 | 20\n")
  #expect(
    article.rows(0) == [
      ["", "Mist (n = 48)", "Powder (n = 47)"], ["Girls", "26", "24"], ["Parents", "", ""], ["both", "18", "20"],
    ])
}

@Test func numberedParagraphsWithWideSpacesAreNoTable() throws {
  let text = """
    夹板治疗腕部骨折的虚构研究

    2　结果
    　　2.1　入选过程　筛查238例，排除86例（年龄不符41例、拒绝参加45例），随机152例。男94例，女58例。
    　　2.2　主要结局　一年内夹板组再骨折22例，贴布组33例，共55例，两组差异无统计学意义。
    　　2.3　次要结局　握力改变两组相近，疼痛评分改变亦相近，未见其他差异。
    　　2.4　不良事件　皮疹夹板组5例，贴布组1例，均于停用后自行消退，未作处理。
    """
  let article = try read(text)
  #expect(article.tables.isEmpty)
}

@Test func aHeadingOfRowsDoesNotCutATableInTwo() throws {
  let text = """
    Splints for the wrist: an invented trial

    Table 1. Who took part
    Characteristic\tSplint (n = 90)\tTape (n = 88)
    Age, mean (SD)\t41.2 (9.1)\t40.8 (8.7)
    Hand, n (%)
     Left\t31 (34.4)\t30 (34.1)
     Right\t59 (65.6)\t58 (65.9)
    骨折类型[例（%）]
    Open\t12 (13.3)\t11 (12.5)
    Note: percentages are of the group.
    """
  let article = try read(text)
  try #require(article.tables.count == 1)
  #expect(article.rows(0).map { $0[0] }.suffix(5) == ["Hand, n (%)", "Left", "Right", "骨折类型[例（%）]", "Open"])
}

@Test func anUncaptionedTitleAboveAnotherHeadParts() throws {
  let text = """
    Splints for the wrist: an invented trial

    Group\tLeft\tRight
    Splint\t31\t59
    Tape\t30\t58
    What became of them
    Group\tHealed\tNot healed
    Splint\t80\t10
    """
  #expect(try read(text).tables.count == 2)
}

import Checks
import Literature
import Testing

struct CalledYearTests {
  private func messages(_ body: String, chinese: Bool = false) throws -> [String] {
    try findings(CalledYear(), in: review(body, references: Entries.all, chinese: chinese)).map(\.message)
  }

  @Test func flagsAnAuthorNamedWithAnotherYear() throws {
    #expect(
      try messages("Alder et al. (2016) found no difference [1].") == ["The text says 2016, reference 1 (Alder) is of 2019."])
    #expect(try messages("Alder 等(2016)未发现差异[1]。", chinese: true).count == 1)
  }

  @Test func acceptsTheRightYearAndOtherNumbers() throws {
    #expect(try messages("Alder et al. (2019) found no difference [1].").isEmpty)
    #expect(try messages("In 2016, Alder and colleagues began a trial of 2000 patients [1].").isEmpty)
    #expect(try messages("Cedar (2021) and Alder (2019) agree [3].").isEmpty)
  }

  @Test func readsTheYearBehindColleaguesAndOthers() throws {
    #expect(try messages("The trial by Alder and colleagues from 2017 found the same [1].").count == 1)
    #expect(try messages("Alder 等 2017 年的荟萃分析显示相同结果[1]。").count == 1)
  }

  @Test func readsTheYearBehindTheCallout() throws {
    #expect(try messages("Alder et al. [1] reported in 2016 that both fared alike.").count == 1)
    #expect(try messages("Alder 等[1]于 2016 年报告了该试验。", chinese: true).count == 1)
    #expect(try messages("Alder et al. [1] reported in 2019 that both fared alike.").isEmpty)
    #expect(try messages("Alder et al. [1] enrolled 530 patients in 2016.").isEmpty)
  }

  @Test func readsTheYearRightBehindTheAuthors() throws {
    #expect(try messages("A meta-analysis by Alder et al. in 2004 had few trials [1].").count == 1)
    #expect(try messages("A meta-analysis by Alder et al. in 2019 had few trials [1].").isEmpty)
  }

  /// In a text that calls by name and year the callout itself is wrong.
  @Test func aCalloutByNameWithTheYearOfNoEntry() throws {
    var paper = Manuscript()
    for (family, year) in [("Alderson", 2017), ("Beckwith", 2019), ("Carrowell", 2020)] {
      paper.reference("\(family) \(year)") {
        $0.authors = [Name(family: family, given: "A")]
        $0.issued = PartialDate(year: year)
      }
    }
    for (marker, label) in [
      ("(Alderson, 2017)", "1"), ("(Carrowell, 2020)", "3"), ("(Beckwith, 2019)", "2"), ("(Alderson, 2017)", "1"),
    ] {
      let passage = paper.passage("This is known \(marker).")
      paper.cite(marker, [label], in: passage)
    }
    paper.passage("Beckwith and Stone (2012) argued against it.")
    #expect(
      paper.findings(CalledYear()).map(\.message)
        == ["The text names Beckwith 2012, reference 2 (Beckwith) is of 2019; the list has no work of that author and year."])
    #expect(paper.findings(DanglingCallout()).isEmpty)
  }

  /// An unknown name with the year of the one work that nothing calls.
  @Test func aNameThatTheListDoesNotHave() {
    var paper = Manuscript()
    for (family, year) in [("Alderson", 2017), ("Kirkwell", 1999), ("Carrowell", 2020)] {
      paper.reference("\(family) \(year)") {
        $0.authors = [Name(family: family, given: "A")]
        $0.issued = PartialDate(year: year)
      }
    }
    for (marker, label) in [
      ("(Alderson, 2017)", "1"), ("(Carrowell, 2020)", "3"), ("(Alderson, 2017)", "1"), ("(Carrowell, 2020)", "3"),
    ] {
      let passage = paper.passage("This is known \(marker).")
      paper.cite(marker, [label], in: passage)
    }
    paper.passage("Frailty was graded by the index of Kirkmoor (1999).")
    paper.passage("The survey of Rome (2003) was repeated.")
    #expect(paper.findings(CalledYear()).map(\.snippet) == ["Kirkmoor (1999"])
  }

  @Test func oneOfSeveralAuthorsIsNone() {
    func found(_ marker: String) -> Int {
      var paper = Manuscript()
      paper.reference("Birch 2015") {
        $0.authors = [Name(family: "Birch", given: "A"), Name(family: "Cedar", given: "B"), Name(family: "Dogwood", given: "C")]
        $0.issued = PartialDate(year: 2015)
      }
      let passage = paper.passage("The register is sound \(marker).")
      paper.cite(marker, ["1"], in: passage)
      return paper.findings(CalledYear()).count
    }
    #expect(found("(Alder, Birch, & Cedar, 2015)") == 1)
    #expect(found("(Birch, Cedar, & Dogwood, 2015)") == 0)
    #expect(found("(see Birch, 2015)") == 0)
  }

  @Test func aNameInAListOfTrials() throws {
    #expect(try messages("Three trials followed: those of Elder [1], Birch [2] and Cedar [3].").count == 1)
    #expect(try messages("Three trials followed: those of Alder [1], Birch [2] and Cedar [3].").isEmpty)
    #expect(try messages("Three drugs followed: those of Novafirm [1], Acme [2] and Cedar [3].").isEmpty)
    #expect(try messages("This is in keeping with Alder and Larch [1].").count == 1)
    #expect(try messages("This is in keeping with Alder and Erle [1].").isEmpty)
  }

  @Test func aNameThatBeginsAsTheAuthors() {
    func found(_ sentence: String, _ family: String, _ given: String = "A") -> [String] {
      var paper = Manuscript()
      paper.reference("\(family) 2002") {
        $0.authors = [Name(family: family, given: given)]
        $0.issued = PartialDate(year: 2002)
      }
      let passage = paper.passage(sentence)
      paper.cite("[1]", ["1"], in: passage)
      return paper.findings(CalledYear()).map(\.snippet)
    }
    #expect(found("Interest revived when Quintana told of fewer deaths [1].", "Quintero") == ["Quintana"])
    #expect(found("Interest revived when Quintero told of fewer deaths [1].", "Quintero").isEmpty)
    #expect(found("Interest revived when Quintana followed Quintero [1].", "Quintero").isEmpty)
    #expect(found("The Americas saw fewer deaths [1].", "Amerigo").isEmpty)
    #expect(found("据冼伯年之见, 死亡减少[1]。", "冼", "伯言") == ["冼伯年"])
    #expect(found("据冼伯言之见, 死亡减少[1]。", "冼", "伯言").isEmpty)
  }

  @Test func anAuthorWhoDidNotWriteTheCitedWork() throws {
    #expect(
      try messages("Elmer et al. found no difference between the two [1].")
        == ["The text names Elmer, who is no author of the cited reference 1."])
    #expect(try messages("Alder and Larch pooled both and found no difference [1].").count == 1)
    #expect(try messages("Elmer等的试验未发现差异, 该试验规模较小[1]。", chinese: true).count == 1)
    // The second author tells that the work is meant.
    #expect(try messages("In adults, Larch and Erle pooled both and found no difference [1].").count == 1)
  }

  /// The file ties the callout to an entry of its year, by others.
  @Test func aLinkedCalloutOfAnotherFirstAuthor() {
    func found(_ marker: String) -> Int {
      var paper = Manuscript()
      paper.reference("Brackwater H, Nilsson O. Salt in wells. 2013.") {
        $0.authors = [Name(family: "Brackwater", given: "H"), Name(family: "Nilsson", given: "O")]
        $0.issued = PartialDate(year: 2013)
      }
      let passage = paper.passage("Salt rises in dry years (\(marker)).")
      paper.cite(marker, ["1"], in: passage)
      return paper.findings(CalledYear()).count
    }
    #expect(found("Brackwell and Nilsson, 2013") == 1)
    #expect(found("Brackwater and Nilsson, 2013") == 0)
    #expect(found("Survey, 2014") == 0)
  }

  @Test func acceptsAuthorsOfTheWorkAndOfMethods() throws {
    #expect(try messages("Alder et al. found no difference between the two [1].").isEmpty)
    #expect(try messages("Alder and Erle pooled both and found no difference [1].").isEmpty)
    #expect(try messages("By the criteria of Elmer et al. no difference was found [1].").isEmpty)
    #expect(try messages("Elmer et al. and Larch et al. disagreed on this [1].").isEmpty)
    #expect(try messages("It is active in mice (Elmer et al., unpublished data) [1].").isEmpty)
    #expect(try messages("One paper citing the Elmer et al. trial agreed [1].").isEmpty)
  }

  @Test func readsWhomAWorkIsBy() throws {
    #expect(try messages("A trial by Ulme and Esche suggests the same for lenvatinib [1].").count == 1)
    #expect(try messages("A trial by Alder and Erle suggests the same for lenvatinib [1].").isEmpty)
    #expect(try messages("Its authors, led by Esche [1], found no difference.").count == 1)
    #expect(try messages("The drug was approved by Novafirm [1].").isEmpty)
  }

  @Test func readsTablesOfWorks() throws {
    let head = "Table 1. Trials\nAuthor\tYear\tPatients\tReference\n"
    let right = "Alder\t2019\t530\t[1]\nBirch\t2020\t402\t[2]\n"
    func found(_ row: String) throws -> [String] {
      try findings(CalledYear(), in: review("Three trials were found [1-3].\n\n" + head + right + row, references: Entries.all))
        .map(\.snippet)
    }
    #expect(try found("Cedar\t2021\t61\t[3]") == [])
    #expect(try found("Esche\t2021\t61\t[3]") == ["Esche"])
    #expect(try found("Cedar\t2018\t61\t[3]") == ["2018"])
    let byTrial = "Table 1. Trials\nTrial\tFirst author, year\tPatients\n"
    func foundByTrial(_ row: String) throws -> [String] {
      let text = byTrial + "ALDER-301 [1]\tAlder, 2019\t530\nBIRCH-204 [2]\tBirch, 2020\t402\n" + row
      return try findings(CalledYear(), in: review("Three trials were found [1-3].\n\n" + text, references: Entries.all))
        .map(\.snippet)
    }
    #expect(try foundByTrial("CEDAR-12 [3]\tCedar, 2021\t61") == [])
    #expect(try foundByTrial("CEDAR-12 [3]\tCedar, 2018\t61") == ["2018"])
  }
}

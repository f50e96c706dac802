import Checks
import Literature
import Testing

struct AuthorVariantsTests {
  private func messages(_ first: [(String, String)], _ second: [(String, String)]) -> [String] {
    var paper = Manuscript()
    for authors in [first, second] {
      paper.reference(authors.map { "\($0.0), \($0.1)" }.joined(separator: ", ")) { item in
        item.authors = authors.map { Name(family: $0.0, given: $0.1) }
      }
    }
    return paper.findings(AuthorVariants()).map(\.message)
  }
  private let group = [("Alder", "A."), ("Birch", "B.")]

  @Test func flagsOneAuthorInTwoSpellings() {
    #expect(
      messages(group + [("Yarrowson", "M.")], group + [("Yambistend", "M.")]).isEmpty
        && messages(group + [("Yarrowson", "M.")], group + [("Yarrowsen", "M.")])
          == ["“Yarrowson” in reference 1 is “Yarrowsen” in reference 2."]
    )
  }

  @Test func theSecondInitialOfSeveralEntriesIsChanged() {
    func found(_ names: [(String, String)]) -> Int {
      var paper = Manuscript()
      for (family, given) in names {
        paper.reference("\(family) \(given)") {
          $0.authors = [Name(family: family, given: given), Name(family: "Birch", given: "B")]
        }
      }
      return paper.findings(AuthorVariants()).count
    }
    #expect(found([("Yarrow", "KJ"), ("Yarrow", "KJ"), ("Yarrow", "KS")]) == 1)
    #expect(found([("Yarrow", "KJ"), ("Yarrow", "KS")]) == 0)
    #expect(found([("Yarrow", "K"), ("Yarrow", "K"), ("Yarrow", "S")]) == 0)
    #expect(found([("Yarrow", "KJ"), ("Yarrow", "KJ"), ("Yarrow", "SJ")]) == 0)
  }

  @Test func slipsOfShortNamesNeedNoCompany() {
    #expect(messages([("Osman", "K")], [("Ossman", "K")]).count == 1)
    #expect(messages([("Kozak", "D")], [("Kozka", "D")]).count == 1)
    #expect(messages([("Haugland", "T")], [("Hauglund", "T")]).count == 1)
    #expect(messages([("Meldrum", "T")], [("Medrum", "T")]).count == 1)
    #expect(messages([("Barker", "T")], [("Barter", "T")]).isEmpty)
    #expect(messages([("Hansen", "T")], [("Hanson", "T")]).isEmpty)
    #expect(messages([("Waller", "T")], [("Walle", "T")]).isEmpty)
  }

  @Test func twoNamesInOneEntryAreTwoPeople() {
    let both = group + [("Yarrowson", "M."), ("Yarrowsen", "M.")]
    #expect(messages(group + [("Yarrowson", "M.")], both).isEmpty)
    #expect(messages(both, group + [("Yarrowsen", "M.")]).isEmpty)
  }

  @Test func theTextMaySpellAnAuthorWithAMark() throws {
    let text = { (name: String) in
      """
      # A note

      ## 1. Findings

      Relapse was rare after \(name) et al. [1] had described it, and rarer still after surgery.

      ## References

      [1] O'Yarrowson M, Alder B. Relapse after surgery. Example J. 2019;3:1-9.
      """
    }
    #expect(try findings(AuthorVariants(), in: text("O'Yarrowson")).isEmpty)
    #expect(try findings(AuthorVariants(), in: text("O’Yarrowson")).isEmpty)
  }

  @Test func umlautsMayBeSpeltOut() {
    #expect(messages(group + [("Buentzelin", "M.")], group + [("Buntzelin", "M.")]).isEmpty)
  }

  @Test func acceptsOtherInitialsOtherGroupsAndAccents() {
    #expect(messages(group + [("Yarrowson", "M.")], group + [("Yarrowsen", "K.")]).isEmpty)
    #expect(messages([("Yarrowson", "M.")], [("Yarrowsen", "M.")]).isEmpty)
    #expect(messages(group + [("Müllerin", "M.")], group + [("Mullerin", "M.")]).isEmpty)
  }

  @Test func twoInitialsNeedOneOtherInCommonALongNameNone() {
    #expect(messages([("Yarrowsons", "M."), ("Birch", "B.")], [("Yarrowsens", "M."), ("Birch", "K.")]).count == 1)
    #expect(messages([("Tarrow", "E.V."), ("Birch", "B.")], [("Tarrew", "E.V."), ("Birch", "B.")]).count == 1)
    #expect(messages([("Yarrow", "M."), ("Birch", "B.")], [("Yarrew", "M."), ("Birch", "B.")]).isEmpty)
  }

  @Test func theVariantMayStandInALaterEntryThanTheFirst() {
    var paper = Manuscript()
    for authors in [["Cedar", "Yarrowson"], ["Alder", "Yarrowson"], ["Alder", "Yarrowsen"]] {
      paper.reference(authors.joined(separator: " ")) { item in item.authors = authors.map { Name(family: $0, given: "M.") } }
    }
    #expect(paper.findings(AuthorVariants()).count == 1)
  }

  @Test func aDoubledLetterAndAnAccent() {
    #expect(messages([("Grell", "KJ")], [("Alder", "A."), ("Greell", "KJ")]).count == 1)
    #expect(messages([("Olvenno", "K."), ("Birch", "B.")], [("Olveno", "K."), ("Birch", "B.")]).count == 1)
    #expect(messages([("Olvenno", "K."), ("Birch", "B.")], [("Olveno", "C."), ("Cedar", "B.")]).isEmpty)
    #expect(messages([("Quenelle", "A.")], [("Quenellé", "A.")]).count == 1)
    #expect(messages([("Müller", "A.")], [("Mueller", "A.")]).isEmpty)
  }

  @Test func accentsAreSaidOnce() {
    var paper = Manuscript()
    for (left, right) in [("Quenellé", "Serviér"), ("Quenelle", "Servier")] {
      paper.reference("\(left), A., \(right), B.") {
        $0.authors = [Name(family: left, given: "A."), Name(family: right, given: "B.")]
      }
    }
    #expect(paper.findings(AuthorVariants()).map(\.severity) == [.info])
  }

  @Test func flagsTwoLettersExchangedWithoutAGroup() {
    #expect(messages([("Whelan", "B.")], [("Wehlan", "B.")]).count == 1)
    #expect(messages([("Whelan", "B.")], [("Wehlan", "C.")]).isEmpty)
  }

  @Test func flagsInitialsExchanged() {
    #expect(
      messages([("Ostrander", "KJ")], [("Ostrander", "JK")]) == [
        "“Ostrander KJ” in reference 1 is “Ostrander JK” in reference 2."
      ])
    #expect(messages([("Ostrander", "KJ")], [("Ostrander", "K")]).isEmpty)
    #expect(messages([("Ostrander", "KJ"), ("Ostrander", "JK")], [("Ostrander", "JK")]).isEmpty)
  }

  @Test func flagsACharacterOfAChineseNameBesideAnotherAuthorOfBoth() {
    func count(_ lists: [[(String, String)]]) -> Int {
      var paper = Manuscript()
      for authors in lists {
        paper.reference(authors.map { $0.0 + $0.1 }.joined()) { item in
          item.authors = authors.map { Name(family: $0.0, given: $0.1) }
        }
      }
      return paper.findings(AuthorVariants()).count
    }
    let (one, other, mate) = (("松", "柏青"), ("松", "柏清"), ("梅", "望雪"))
    #expect(count([[one, mate], [mate, other], [one]]) == 1)
    // Brothers, as far as the list tells.
    #expect(count([[one, mate], [mate, other]]) == 0)
    #expect(count([[one, mate], [("兰", "映水"), other], [one]]) == 0)
    #expect(count([[one, other], [other, mate], [one]]) == 0)
  }
}

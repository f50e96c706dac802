import Checks
import Extraction
import Literature
import Testing

struct ManuscriptComparisonTests {
  private static let text = """
    # A review

    ## 1. Results

    In ALDER-1 survival was longer with sorafenib (OS: HR 0.72, 95% CI 0.53 to 0.98, P = 0.04) [1]. Another sentence stands here [2].

    In BIRCH-2 survival was not longer (OS: HR 1.42, 95% CI 0.71 to 1.31) [2].

    ## References

    [1] Alder A. A trial of one drug. Example J. 2021;5:1-9. doi:10.5555/a
    [2] Birch B. A guideline on another matter. Example J. 2020;4:1-9. doi:10.5555/b
    """

  private func checked(_ text: String) throws -> CheckedDocument {
    let extract = try Extractor.extract(bytes: Array(text.utf8), path: "paper.txt")
    return CheckedDocument(extract: extract, report: Checker.check(extract: extract))
  }

  private func compare(_ change: (String) -> String) throws -> ManuscriptComparison {
    ManuscriptComparison(old: try checked(Self.text), new: try checked(change(Self.text)))
  }

  private func replacing(_ old: String, _ new: String) -> (String) -> String {
    { text in text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new) }
  }

  @Test func theSameTextIsUnchanged() throws {
    let comparison = try compare { $0 }
    #expect(comparison.isUnchanged && comparison.remaining > 0)
  }

  @Test func movingAndRewrappingIsNoChange() throws {
    #expect(try compare(replacing("## 1. Results\n", "## 1. Results\n\nA new paragraph without figures.\n")).isUnchanged)
    #expect(try compare(replacing("survival was longer with", "survival was longer\nwith")).isUnchanged)
  }

  @Test func aChangedFigureIsTiedToItsCard() throws {
    let comparison = try compare(replacing("HR 0.72", "HR 0.27"))
    let change = try #require(comparison.numbers.first)
    #expect(comparison.numbers.count == 1 && change.old == "0.72" && change.new == "0.27")
    #expect(change.subject.hasSuffix("OS, HR") && change.oldLine == 5)
    #expect(!comparison.appeared.isEmpty)
  }

  @Test func aMendedFindingIsToldFromANewOne() throws {
    let comparison = try compare(replacing("HR 1.42", "HR 0.96"))
    #expect(comparison.mended.map(\.code) == ["N101"] && comparison.appeared.isEmpty)
  }

  @Test func renumberingIsNoChangeOfCitations() throws {
    let comparison = try compare { text in
      let swapped = text.split(separator: "[1]", omittingEmptySubsequences: false).joined(separator: "[x]")
      let one = swapped.split(separator: "[2]", omittingEmptySubsequences: false).joined(separator: "[1]")
      return one.split(separator: "[x]", omittingEmptySubsequences: false).joined(separator: "[2]")
    }
    #expect(comparison.citations.isEmpty && comparison.renumbered == 2 && comparison.addedReferences.isEmpty)
  }

  @Test func anotherWorkCitedIsAChange() throws {
    let comparison = try compare(replacing("stands here [2]", "stands here [1]"))
    let change = try #require(comparison.citations.first)
    #expect(change.dropped == ["[2] Birch 2020"] && change.gained == ["[1] Alder 2021"])
  }

  @Test func printsForPeopleAndPrograms() throws {
    let comparison = try compare(replacing("HR 0.72", "HR 0.27"))
    #expect(comparison.text(in: .english).contains("(value): 0.72 → 0.27"))
    #expect(comparison.text(in: .chinese).contains("数字: 1 处变化"))
    #expect(comparison.json(in: .english)["numbers"]?.arrayValue?.first?["new"]?.stringValue == "0.27")
  }
}

import Checks
import Literature
import Testing

struct GitHubAnnotationsTests {
  @Test func escapesWhatTheRunnerWouldRead() {
    var paper = Manuscript()
    paper.passage("Responses in 35/120 (25.0%).")
    var report = Checker.check(extract: paper.extract, rules: [PercentAgainstCounts()])
    report.path = "a,b:c.txt"
    let text = GitHubAnnotations.text(CheckRun(version: "1", language: .english, reports: [report]))
    #expect(
      text.hasPrefix(
        "::error file=a%2Cb%3Ac.txt,line=1,col=14,endLine=1,endColumn=27,title=N105 percent-against-counts::35 of 120 is 29.17%25, not 25.0%25.%0A"
      ))
    #expect(text.hasSuffix("\n") && text.count { $0 == "\n" } == 1)
  }

  @Test func nothingFoundIsNothingPrinted() {
    let report = Checker.check(extract: Manuscript().extract)
    #expect(GitHubAnnotations.text(CheckRun(version: "1", language: .english, reports: [report])).isEmpty)
  }
}

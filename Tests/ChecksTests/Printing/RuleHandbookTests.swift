import Checks
import Foundation
import Testing

struct RuleHandbookTests {
  private var file: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/checks.md")
  }

  /// `RECORD=1 swift test --filter RuleHandbookTests` writes the file anew.
  @Test func theDocumentationSaysWhatTheRulesSay() throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      let measured = try parts().measured
      try (RuleHandbook.markdown + measured).write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try parts().written == RuleHandbook.markdown)
  }

  /// The page up to the measured part, and that part with the blank line before it; empty where there is none.
  private func parts() throws -> (written: String, measured: String) {
    let page = try String(contentsOf: file, encoding: .utf8)
    guard let heading = page.firstRange(of: "\n\(RuleHandbook.measuredHeading)\n") else { return (page, "") }
    return (String(page[..<heading.lowerBound]), String(page[heading.lowerBound...]))
  }

  @Test func everyRuleHasALineAndASection() {
    let page = RuleHandbook.markdown
    for rule in RuleRegistry.rules {
      #expect(page.contains("| [\(type(of: rule).code)]"))
      #expect(page.contains("\n## \(type(of: rule).code)\n"))
    }
  }
}

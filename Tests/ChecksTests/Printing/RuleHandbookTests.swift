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
      try RuleHandbook.markdown.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == RuleHandbook.markdown)
  }

  @Test func everyRuleHasALineAndASection() {
    let page = RuleHandbook.markdown
    for rule in RuleRegistry.rules {
      #expect(page.contains("| [\(type(of: rule).code)]"))
      #expect(page.contains("\n## \(type(of: rule).code)\n"))
    }
  }
}

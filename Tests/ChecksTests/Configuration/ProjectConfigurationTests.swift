import Checks
import Literature
import Testing

struct ProjectConfigurationTests {
  private func read(_ text: String) throws -> ProjectConfiguration { try ProjectConfiguration(text, path: "concord.toml") }

  @Test func readsEveryKey() throws {
    let configuration = try read(
      """
      # of a project
      select = ["N", "C3"]   # two families
      ignore = [
        "N107",
        'reference-without-doi',
      ]
      severity = "warning"
      fail-on = "never"
      lang = "zh"
      sources = false
      index = "Index"
      baseline = "known.json"

      [[files]]
      paths = ["supplement/**"]
      ignore = "C302"

      [[waive]]
      rule = "N103"
      path = "review.txt"
      text = "P = 0.26"
      reason = "one-sided by \\"protocol\\""
      until = 2027-03-31
      """)
    #expect(configuration.select == ["N", "C3"] && configuration.ignore == ["N107", "reference-without-doi"])
    #expect(configuration.severity == .warning && configuration.failOn == .never && configuration.language == .chinese)
    #expect(configuration.sources == false && configuration.index == "Index" && configuration.baseline == "known.json")
    #expect(configuration.ignored(for: "supplement/a/b.txt") == ["N107", "reference-without-doi", "C302"])
    #expect(configuration.ignored(for: "main.txt") == ["N107", "reference-without-doi"])
    let waiver = try #require(configuration.waivers(for: "review.txt").first)
    #expect(waiver.reason == "one-sided by \"protocol\"" && waiver.until?.description == "2027-03-31" && waiver.line == 18)
    #expect(configuration.waivers(for: "other.txt").isEmpty)
  }

  @Test(arguments: [
    ("selct = [\"N\"]", 1, "“selct” is no key"), ("select = [\"N9\"]", 1, "no rule “N9”"), ("\nseverity = \"high\"", 2, "one of"),
    ("a.b = 1", 1, "Keys with points"), ("select = {a = 1}", 1, "within a line"), ("[waive]\nrule = \"N1\"", 1, "two brackets"),
    ("select = [\"N\"\nignore = 1", 2, "A comma"), ("lang = \"en", 1, "does not end"), ("lang = en", 1, "no value"),
    ("[[waive]]\nrule = \"N103\"", 1, "needs “rule” and “reason”"), ("[[other]]", 1, "no heading"), ("lang = 1 2", 1, "one key"),
    ("[[waive]]\nrule = \"N103\"\nreason = \"x\"\nuntil = \"2027-02-30\"", 4, "no day"), ("ignore = []\nignore = []", 2, "twice"),
  ])
  func namesWhatIsWrongAndWhere(text: String, line: Int, message: String) throws {
    let error = try #require(throws: ConfigurationError.self) { try read(text) }
    #expect(error.line == line && error.message.contains(message), "\(error)")
  }

  @Test func anEmptyFileSaysNothing() throws {
    let configuration = try read("\u{FEFF}\r\n# only a comment")
    #expect(configuration.select.isEmpty && configuration.waivers.isEmpty && configuration.failOn == nil)
  }
}

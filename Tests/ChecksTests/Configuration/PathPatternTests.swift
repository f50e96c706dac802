import Testing

@testable import Checks

struct PathPatternTests {
  @Test(arguments: [
    ("*.txt", "a.txt", true), ("*.txt", "deep/down/a.txt", true), ("old/*.txt", "old/a.txt", true),
    ("old/*.txt", "old/b/a.txt", false),
    ("old/**", "old/b/a.txt", true), ("old/**/a.txt", "old/a.txt", true), ("old/**/a.txt", "old/b/c/a.txt", true),
    ("old/**/a.txt", "older/a.txt", false), ("?.txt", "ab.txt", false), ("./a/b.md", "a/b.md", true), ("a*b*c", "xx/aXbYc", true),
    ("a*b", "ab", true), ("综述/*.txt", "综述/稿.txt", true), ("", "a", false),
  ])
  func coversAPath(pattern: String, path: String, expected: Bool) {
    #expect(PathPattern(pattern).matches(path) == expected)
  }
}

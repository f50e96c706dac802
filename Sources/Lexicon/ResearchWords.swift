/// Everyday words of clinical research with their counterparts in the other language.
///
/// They are no concepts: nothing is indexed or bound by them. They let the words of a question meet the words of a text
/// that is written in the other language, or that says `suggest` where the question says `recommend`.
public struct ResearchWords: Sendable {
  /// Words that stand for one another.
  public struct Group: Hashable, Sendable {
    public let english: [String]
    public let chinese: [String]
  }

  public static let builtIn = ResearchWords(groups: tables.flatMap(\.groups))

  public let groups: [Group]

  public init(groups: [Group]) { self.groups = groups }
}

/// Lines of `english;english|中文;中文`.
struct ResearchWordTable: Sendable {
  var lines: StaticString

  var groups: [ResearchWords.Group] {
    let text = lines.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    return text.split(separator: "\n").map { line in
      let fields = line.split(separator: "|", omittingEmptySubsequences: false)
      return ResearchWords.Group(english: Self.words(fields.first), chinese: Self.words(fields.dropFirst().first))
    }
  }

  private static func words(_ field: Substring?) -> [String] { field?.split(separator: ";").map(String.init) ?? [] }
}

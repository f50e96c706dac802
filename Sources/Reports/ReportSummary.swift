import Literature

/// The counts of a report.
public struct ReportSummary: Hashable, Sendable {
  /// How many works share a year, a journal, a type or a language; `name` is "unknown" where it is not told.
  public struct Count: Hashable, Sendable {
    public var name: String
    public var count: Int
  }

  public var works: Int
  public var cited: Int
  public var uncited: Int
  public var withDOI: Int
  public var withoutDOI: Int
  /// By year, the unknown last.
  public var years: [Count]
  /// The largest first, equals by name; so are the others.
  public var journals: [Count]
  public var types: [Count]
  public var languages: [Count]
  public var problems: [Count]
  /// Indices of entries by the number of callouts, the most first, ten at most.
  public var mostCited: [Int]

  /// O(n log n) in the number of entries.
  public init(of report: BibliographyReport) {
    let entries = report.entries
    works = entries.count
    cited = entries.count { !$0.callouts.isEmpty }
    uncited = entries.count { $0.problems.contains("uncited") }
    withDOI = entries.count { $0.item.doi != nil }
    withoutDOI = works - withDOI
    years = Self.years(of: entries)
    journals = Self.tally(entries.compactMap(\.item.containerTitle), folding: Self.folded)
    types = Self.tally(entries.map(\.item.type))
    languages = Self.tally(entries.map { Self.language(of: $0.item) })
    problems = Self.tally(entries.flatMap(\.problems))
    mostCited = Self.mostCited(entries)
  }

  private static func years(of entries: [BibliographyReport.Entry]) -> [Count] {
    var counts: [Int: Int] = [:]
    for entry in entries { counts[entry.item.year ?? .max, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { Count(name: $0.key == .max ? "unknown" : String($0.key), count: $0.value) }
  }

  private static func tally(_ names: [String], folding: (String) -> String = { $0 }) -> [Count] {
    var counts: [String: Count] = [:]
    for name in names { counts[folding(name), default: Count(name: name, count: 0)].count += 1 }
    return counts.values.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  /// "J. Hepatol." and "J Hepatol" are one journal.
  private static func folded(_ journal: String) -> String {
    journal.lowercased().split { $0 == "." || $0 == " " || $0 == "," }.joined(separator: " ")
  }

  private static func language(of item: BibliographicItem) -> String {
    let language = item.language.map { Language($0) } ?? Language(of: (item.title ?? "").utf8)
    return language == .undetermined ? "unknown" : language.code
  }

  private static func mostCited(_ entries: [BibliographyReport.Entry]) -> [Int] {
    let cited = entries.indices.filter { !entries[$0].callouts.isEmpty }
    let order = cited.sorted { (entries[$1].callouts.count, $0) < (entries[$0].callouts.count, $1) }
    return Array(order.prefix(10))
  }
}

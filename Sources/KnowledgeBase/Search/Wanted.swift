import InvertedIndex
import Lexicon
import Literature

/// One thing that a query asks for, with all the names under which it may stand.
struct Wanted: Hashable, Sendable {
  /// As the query has it.
  var asked: String
  /// The words themselves.
  var own: TermPattern
  var beginning: [UInt8]?
  /// Ids of concepts that go by these words, as the index knows them.
  var concepts: [String] = []
  /// Those of them that the lexicon has.
  private(set) var known: [Concept] = []
  /// Other names: mined from the documents, or of the same trial.
  var others: [TermPattern] = []
  /// Folded names of trials.
  var trials: [String] = []

  /// How much more a thing that was recognised counts than its words.
  static let entityBoost = 1.5

  init(asked: String, stems: Bool) {
    self.asked = asked
    own = TermPattern(asked, stems: stems)
  }

  init(beginning: String) {
    asked = beginning + "*"
    let pattern = TermPattern(beginning, stems: false)
    // Chinese has no ends of words, so its beginnings are phrases.
    let isHan = pattern.forms.first?.contains { $0.field == .han } ?? true
    own = isHan ? pattern : TermPattern("", stems: false)
    self.beginning = isHan ? nil : pattern.forms.last?.last?.bytes
  }

  mutating func take(_ concepts: [Concept]) {
    known = concepts
    self.concepts = concepts.map(\.id)
  }

  var isEmpty: Bool { own.isEmpty && beginning == nil && concepts.isEmpty && trials.isEmpty }

  /// All forms side by side: forms of forms would have no idf (see `Query.anyOf`).
  var query: Query {
    var parts = own.queries
    if let beginning { parts.append(.prefix(field: PassageField.exact.rawValue, beginning)) }
    parts += concepts.map { .boost(.term(field: PassageField.concept.rawValue, $0), Self.entityBoost) }
    parts += trials.map { .boost(.term(field: PassageField.trial.rawValue, $0), Self.entityBoost) }
    parts += others.flatMap(\.queries)
    return parts.count == 1 ? parts[0] : .anyOf(parts)
  }
}

/// Through which name a passage was found where the words asked for do not stand in it.
public struct MatchedThrough: Hashable, Sendable {
  public var asked: String
  /// As the passage has it.
  public var matched: String

  public var json: JSONValue {
    var object = JSONObject()
    object.append("asked", asked)
    object.append("as", matched)
    return .object(object)
  }
}

/// The places in a passage that answer a query.
struct PassageMatches {
  private(set) var highlights: [Range<Int>] = []
  private(set) var through: [MatchedThrough] = []

  /// `names` holds the concepts that are wanted.
  init(_ wanted: [Wanted], _ names: Lexicon?, in passage: PassageRecord) {
    let terms = PassageTerms(passage.text)
    let concepts = names?.matches(in: terms.text) ?? []
    var ranges: [Range<Int>] = []
    for thing in wanted {
      var own = terms.ranges(of: thing.own)
      if let beginning = thing.beginning { own += terms.ranges(ofPrefix: beginning) }
      var others = thing.others.flatMap { terms.ranges(of: $0) }
      others += concepts.filter { thing.concepts.contains($0.concept.id) }.map(\.range)
      if own.isEmpty, let first = others.min(by: { $0.lowerBound < $1.lowerBound }) {
        let matched = String(decoding: terms.text[first], as: UTF8.self)
        if Folding.name(matched) != Folding.name(thing.asked) {
          through.append(MatchedThrough(asked: thing.asked, matched: matched))
        }
      }
      ranges += own + others
    }
    highlights = Self.merged(ranges)
  }

  /// Ascending, not overlapping, not touching.
  static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) where !range.isEmpty {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  mutating func add(_ ranges: [Range<Int>]) { highlights = Self.merged(highlights + ranges) }
}

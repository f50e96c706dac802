/// How a rule did on documents in which it is known what is wrong.
public struct RuleScore: Hashable, Sendable {
  /// Errors that were planted for the rule, and how many of them one of the rules named for them reported.
  public var planted = 0
  public var found = 0
  /// Right passages that look like what the rule reports.
  public var lookAlikes = 0
  /// Warnings and errors of the rule on what is right.
  public var falseAlarms = 0

  public init() {}

  /// Nil where nothing was planted.
  public var recall: Double? { planted > 0 ? Double(found) / Double(planted) : nil }
  /// Of what the rule reported, the share that had been planted; nil where it reported nothing.
  public var precision: Double? { found + falseAlarms > 0 ? Double(found) / Double(found + falseAlarms) : nil }

  public static func += (left: inout RuleScore, right: RuleScore) {
    left.planted += right.planted
    left.found += right.found
    left.lookAlikes += right.lookAlikes
    left.falseAlarms += right.falseAlarms
  }
}

/// Scores by the code of a rule, with what was missed and what was wrongly accused.
public struct ScoreBoard: Sendable {
  public private(set) var scores: [String: RuleScore] = [:]
  /// One line each, in the order met.
  public private(set) var misses: [String] = []
  public private(set) var falseAlarms: [String] = []

  public init() {}

  public mutating func plant(_ code: String, found: Bool, _ description: @autoclosure () -> String) {
    scores[code, default: RuleScore()].planted += 1
    if found { scores[code, default: RuleScore()].found += 1 } else { misses.append("\(code): \(description())") }
  }

  public mutating func countLookAlike(_ code: String) { scores[code, default: RuleScore()].lookAlikes += 1 }

  public mutating func falseAlarm(_ code: String, _ description: @autoclosure () -> String) {
    scores[code, default: RuleScore()].falseAlarms += 1
    falseAlarms.append("\(code): \(description())")
  }

  public mutating func merge(_ other: ScoreBoard) {
    for (code, score) in other.scores { scores[code, default: RuleScore()] += score }
    misses += other.misses
    falseAlarms += other.falseAlarms
  }

  public var total: RuleScore { scores.values.reduce(into: RuleScore()) { $0 += $1 } }
  public var codes: [String] { scores.keys.sorted() }
}

import Lexicon
import Literature
import TextAnalysis

/// How the tables of a document call the arms, and how many patients each has.
struct ArmNames: Sendable {
  /// Folded names that some table prints with "(n = …)" or as a group.
  private var known: Set<[Word]> = []
  private var totals: [[Word]: PrintedNumber] = [:]

  /// Reads the labels of all tables. O(cells).
  init(_ frames: [TableFrame]) {
    for frame in frames {
      let columns = frame.firstHeader.dropFirst(frame.stubCount)
      for column in columns { learn(column: column) }
      for label in columns.flatMap({ $0 }) + frame.rows.flatMap(\.labels) { learn(label) }
    }
  }

  /// A size that stands alone under a name: "DMF BID" over "(n = 221)".
  private mutating func learn(column labels: [LabelReading]) {
    guard let alone = labels.last(where: { $0.total != nil && $0.rest.isEmpty }),
      let name = labels.last(where: { !$0.rest.isEmpty && $0.statistic == nil && !Self.isTotal($0.rest) }),
      name.rest.utf8.count <= 60
    else { return }
    let folded = Self.folded(name.rest)
    known.insert(folded)
    if totals[folded] == nil { totals[folded] = alone.total }
  }

  private mutating func learn(_ label: LabelReading) {
    guard !label.rest.isEmpty, !Self.isTotal(label.rest), label.rest.utf8.count <= 60 else { return }
    let name = Self.folded(label.rest)
    guard label.total != nil || Self.isGroup(label.rest) else { return }
    if label.total == nil || label.rest.split(separator: " ").count <= 8 { known.insert(name) }
    if let total = label.total, totals[name] == nil { totals[name] = total }
  }

  /// Whether a label stands for an arm: known by its size or as a group, a role, or a treatment by its name.
  func isArm(_ label: LabelReading) -> Bool {
    let rest = label.rest
    guard !Self.isTotal(rest), rest.utf8.count <= 80 else { return false }
    let words = rest.letterWords
    let printed = label.printed == rest ? words : label.printed.letterWords
    guard Self.haveName(words), !Self.compare(words), !Self.areBound(printed), !Self.isOfEffect(label.printed, printed) else {
      return false
    }
    if label.total != nil || known.contains(Self.folded(rest)) || Self.isGroup(rest) { return true }
    if words.count <= 4, words.contains(where: Self.roles.contains) { return true }
    let matches = Lexicon.builtIn.matches(in: Array(rest.utf8))
    return words.count <= 6
      && ArmPhraseScanner.phrases(in: Array(rest.utf8), matches: matches).contains { !$0.isWeak || $0.role != nil }
  }

  /// "Treatment effect", "Time*group", "Difference (A minus B)": what is told of the arms together.
  private static func isOfEffect(_ label: String, _ words: [Word]) -> Bool {
    words.contains { ["effect", "effects", "difference", "differences", "minus", "interaction"].contains($0) }
      || words.contains("time") && ["*", "×", "∗"].contains { label.utf8.contains(sequence: $0.utf8) }
  }

  /// "Lower bound of 95% CI", "Upper limit": one end of an interval.
  static func isBound(_ label: String) -> Bool { areBound(label.letterWords) }

  private static func areBound(_ words: [Word]) -> Bool {
    words.contains { ["lower", "upper"].contains($0) }
      && words.contains { ["bound", "limit", "ci", "cl", "confidence", "end"].contains($0) }
  }

  /// "Drug versus placebo" is a comparison of two arms.
  private static func compare(_ words: [Word]) -> Bool { words.contains { $0 == "vs" || $0 == "versus" } }

  /// Whether any word names something: "2004 to 2006" does not.
  private static func haveName(_ words: [Word]) -> Bool { words.contains { !joining.contains($0) } }

  private static let joining: Words = ["to", "of", "and", "n", "at", "in"]

  func total(of name: String) -> PrintedNumber? { totals[Self.folded(name)] }

  static func isTotal(_ name: String) -> Bool {
    name.utf8.count <= 16 && totalNames.contains(Word(name))
  }

  /// None is longer than 16 bytes.
  private static let totalNames: Words = [
    "total", "all", "overall", "all patients", "total n", "合计", "总计", "全部", "entire sample", "all participants",
  ]

  private static func isGroup(_ name: String) -> Bool {
    let words = name.letterAndNumberWords
    guard words.count <= 8 else { return false }
    guard let place = words.firstIndex(where: { ["group", "arm", "grp"].contains($0) }) else { return name.hasSuffix("组") }
    return place == 0 || !traits.contains(words[place - 1])
  }

  /// What parts people before they are treated: "Age group: under 5", "Blood group A".
  private static let traits: Words = [
    "age", "blood", "ethnic", "risk", "income", "weight", "muscle", "food", "bmi", "racial", "sex",
  ]

  /// Whether a name is of what others are compared with.
  static func isControl(_ name: String) -> Bool {
    name.letterWords.contains { ["control", "controls", "placebo", "sham", "usual", "vehicle"].contains($0) }
      || name.hasPrefix("对照")
  }

  private static let roles: Words = [
    "control", "controls", "intervention", "placebo", "experimental", "tau", "treatment", "sham", "cg", "ig", "eg", "vehicle",
    "remediation",
    "active", "comparator", "treated", "untreated", "usual",
  ]

  /// Letters and digits in lower case, without "group" and "arm".
  private static func folded(_ name: String) -> [Word] {
    name.letterAndNumberWords.filter { $0 != "group" && $0 != "arm" && $0 != "the" }
  }
}

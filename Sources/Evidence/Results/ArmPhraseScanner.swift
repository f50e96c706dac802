import Lexicon
import Literature
import TextAnalysis

/// Finds the arms that a text names: treatments joined by "plus" and its like, and words such as 对照组.
struct ArmPhraseScanner {
  private let utf8: [UInt8]
  private var phrases: [ArmPhrase] = []

  /// All phrases, ascending. `matches` are those of the lexicon for the same bytes. O(n).
  static func phrases(in utf8: [UInt8], matches: [ConceptMatch]) -> [ArmPhrase] {
    var scanner = ArmPhraseScanner(utf8: utf8)
    scanner.scanTreatments(matches)
    scanner.scanRoles()
    return scanner.phrases.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private init(utf8: [UInt8]) { self.utf8 = utf8 }

  private mutating func scanTreatments(_ matches: [ConceptMatch]) {
    for match in matches where isTreatment(match.concept) {
      if match.concept.id == "comparator:control" {
        phrases.append(rolePhrase(match.range, .control))
      } else if let last = phrases.last, last.role == nil, isJoiner(last.range.upperBound..<match.range.lowerBound) {
        join(match)
      } else {
        phrases.append(phrase(match))
      }
    }
    for index in phrases.indices { finish(&phrases[index]) }
  }

  private func isTreatment(_ concept: Concept) -> Bool {
    switch concept.kind {
    case .drug, .drugClass, .procedure, .comparator: true
    default: false
    }
  }

  private func phrase(_ match: ConceptMatch) -> ArmPhrase {
    let name = Self.name(of: match.concept)
    return ArmPhrase(
      range: match.range, name: name, components: [name], isComparator: match.concept.kind == .comparator, role: nil,
      isGroup: false, isPartial: false, isWeak: match.concept.kind == .procedure || match.concept.kind == .drugClass)
  }

  /// Procedures and classes go by their short form, drugs by their name.
  static func name(of concept: Concept) -> String {
    let isShort = concept.kind == .procedure || concept.kind == .drugClass
    return (isShort ? concept.abbreviations.first : nil) ?? concept.english.first ?? concept.id
  }

  private mutating func join(_ match: ConceptMatch) {
    let index = phrases.count - 1
    let name = Self.name(of: match.concept)
    phrases[index].range = phrases[index].range.lowerBound..<match.range.upperBound
    // "Placebo plus placebo", and the names of a double dummy, are one treatment.
    guard !phrases[index].components.contains(name) else { return }
    phrases[index].components.append(name)
    phrases[index].name = phrases[index].components.joined(separator: " + ")
    phrases[index].isComparator = false
    phrases[index].isWeak = phrases[index].isWeak && match.concept.kind != .drug
  }

  private func isJoiner(_ gap: Range<Int>) -> Bool {
    // A tab parts the cells of a table row.
    guard gap.count <= 60, !utf8[gap].contains(where: { $0 == 0x09 || $0 == 0x28 }) else { return false }
    let text = String.lowercased(utf8[gap].trimmedSpaces)
    if Self.joiners.contains(text) { return true }
    // A dose may stand between: "A 10 mg once daily plus subcutaneous B".
    guard text.hasAny(["plus", "联合", "combined with", "combination with"]) || text.utf8.contains(0x2B) else { return false }
    return !text.hasAny(["vs", "versus", "or", "and", "compared", "或", "和", "与", "组"])
      && !text.utf8.contains { $0 == 0x2C || $0 == 0x3B || $0 == 0x29 }
  }

  private static let joiners = [
    "联合", "+", "＋", "plus", "加", "加用", "combined with", "in combination with", "联合应用", "-plus-", "合并", "联用", "/",
    "and concurrent",
    "with concurrent", "序贯", "followed by", "联合使用",
  ]

  /// What follows a group; in lower case.
  private static let groupWords: [StaticString] = [
    "组", "治疗组", "辅助治疗组", "单药组", "方案组", "疗法组", "group", "arm", "-treated", "recipients", "cohort", "treated patients",
    "therapy group", "therapy arm", "monotherapy group", "treatment group",
  ]

  /// Reads what stands around a phrase: 组, "group", 单纯, "alone", 联合.
  private func finish(_ phrase: inout ArmPhrase) {
    let end = phrase.range.upperBound
    let after = utf8[end..<min(utf8.count, end + 40)].trimmedSpaces
    if Self.groupWords.contains(where: { after.begins(with: $0) }) || utf8[phrase.range].ends(with: "组") { phrase.isGroup = true }
    let before = utf8[max(0, phrase.range.lowerBound - 12)..<phrase.range.lowerBound].trimmedSpaces
    if !phrase.isComparator, phrase.components.count == 1 {
      let isAlone = before.ends(with: "单纯") || before.ends(with: "单独") || before.ends(with: "单用")
      if isAlone || after.begins(with: "alone") { phrase.name += " alone" }
      if before.ends(with: "联合") || before.ends(with: "联用") { phrase.isPartial = true }
    }
    if phrase.isGroup { phrase.isWeak = false }
    // "insulin resistance", "glucose levels": what is measured, no treatment.
    if !phrase.isGroup, !phrase.isComparator, Self.measures.contains(where: { after.begins(with: $0) }) { phrase.isWeak = true }
  }

  private static let measures: [StaticString] = [
    "resistance", "sensitivity", "secretion", "level", "concentration", "clearance", "excretion", "deficiency", "status",
  ]

  private func rolePhrase(_ range: Range<Int>, _ role: ArmPhrase.Role) -> ArmPhrase {
    ArmPhrase(
      range: range, name: role == .control ? "control" : "experimental", components: [], isComparator: role == .control,
      role: role,
      isGroup: true, isPartial: false, isWeak: false)
  }

  private static let roleWords: [(String, ArmPhrase.Role)] = [
    ("联合组", .experimental), ("联合治疗组", .experimental), ("试验组", .experimental), ("实验组", .experimental),
    ("干预组", .experimental), ("研究组", .experimental), ("combination group", .experimental), ("combination arm", .experimental),
    ("intervention group", .experimental), ("experimental group", .experimental), ("experimental arm", .experimental),
    ("intervention arm", .experimental), ("treatment group", .experimental), ("treatment arm", .experimental),
    ("study group", .experimental), ("active group", .experimental), ("treated group", .experimental),
    ("intervention patients", .experimental), ("control patients", .control), ("control subjects", .control),
    ("control participants", .control), ("intervention participants", .experimental), ("comparison group", .control),
    ("combination-therapy group", .experimental), ("combination therapy group", .experimental),
  ]
  /// A sentence may begin with one.
  private static let printedRoles: [(String, ArmPhrase.Role)] = roleWords.flatMap { word, role in
    guard let first = word.utf8.first, first < 0x80 else { return [(word, role)] }
    return [(word, role), (word.prefix(1).uppercased() + word.dropFirst(), role)]
  }
  private static let roleTable = NeedleTable(printedRoles.map { Array($0.0.utf8) })

  /// Words earlier in the list come first.
  private mutating func scanRoles() {
    var found: [(word: Int, range: Range<Int>)] = []
    utf8.withUnsafeBufferPointer { text in
      Self.roleTable.forEachMatch(in: text, where: { _ in true }) { word, range in
        found.append((word, range))
        return true
      }
    }
    found.sort { ($0.word, $0.range.lowerBound) < ($1.word, $1.range.lowerBound) }
    for (word, range) in found
    where !isPlural(range)
      && !phrases.contains(where: { $0.range.overlaps(range) || $0.range.upperBound + 1 == range.lowerBound })
    {
      phrases.append(rolePhrase(range, Self.printedRoles[word].1))
    }
  }

  /// "treatment groups": of all of them.
  private func isPlural(_ range: Range<Int>) -> Bool {
    range.upperBound < utf8.count && utf8[range.upperBound] | 0x20 == 0x73 && utf8[range.upperBound - 1] != 0x73
  }
}

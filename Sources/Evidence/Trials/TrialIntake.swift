import TextAnalysis

/// Whether a name is said to take so many people in, as only a trial is: "GRANITE-2 randomised 720 patients", "In MARBLE-7, 260 women were enrolled",
/// "BOREAL 纳入 302 例".
struct TrialIntake {
  private let lexed: LexedText
  init(_ lexed: LexedText) { self.lexed = lexed }

  /// Words that may stand between the verb and the number: "enrolled a total of 302", "randomly assigned only 40".
  private static let reach = 4

  /// O(1): looks at a few tokens beside the name.
  func takesPatients(_ name: Range<Int>) -> Bool { isSubject(name) || isPlace(name) }

  private func isSubject(_ name: Range<Int>) -> Bool {
    var verb = name.upperBound
    while lexed.isWord(verb, "has") || lexed.isWord(verb, "had") || lexed.isWord(verb, "randomly") || lexed.isWord(verb, "also") {
      verb += 1
    }
    guard isVerb(verb), let number = number(from: verb + 1) else { return false }
    return isPeople(number + 1)
  }

  /// "In NAME, 260 patients", "NAME(260 例)" is left to others: brackets hold much else.
  private func isPlace(_ name: Range<Int>) -> Bool {
    guard lexed.isWord(name.lowerBound - 1, "in"), lexed.isSymbol(name.upperBound, ",") else { return false }
    let number = name.upperBound + 1
    guard lexed.isNumber(number), isPeople(number + 1) else { return false }
    return (number + 2..<min(number + 8, lexed.count)).contains { isVerb($0) }
  }

  private func isVerb(_ index: Int) -> Bool {
    guard lexed.tokens.indices.contains(index) else { return false }
    if lexed.tokens[index].kind == .han {
      return ["纳入", "共纳入", "入组", "共入组", "招募", "随机分配", "将"].contains(lexed.string(index))
    }
    return lexed.isWord(index, "randomised") || lexed.isWord(index, "randomized") || lexed.isWord(index, "enrolled")
      || lexed.isWord(index, "recruited")
      || lexed.isWord(index, "assigned") || lexed.isWord(index, "allocated")
  }

  private func number(from index: Int) -> Int? {
    (index..<min(index + Self.reach, lexed.count)).first { lexed.isNumber($0) }
  }

  /// People, with at most two words before them: "720 patients", "302 postmenopausal women", "198 例".
  private func isPeople(_ index: Int) -> Bool {
    if lexed.hanHasPrefix(index, "例") || lexed.hanHasPrefix(index, "名") || lexed.hanHasPrefix(index, "位") { return true }
    return (index..<index + 3).contains { SampleSize.isPeople($0, in: lexed) }
  }
}

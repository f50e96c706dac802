import Literature

/// What words say of a figure: its outcome and patients, its arm, its time, and the analysis that it is of.
struct ResultRoles: Hashable, Sendable {
  enum Cut: Hashable, Sendable { case interim, final, perProtocol, intention, sensitivity }

  /// Signs of outcomes and patients; `ge:300` and `lt:300` for bounds, `¬diabetes` for what is denied.
  var words: Set<String> = []
  /// Ids of drugs, doses, words before "group"; `control` for a comparator, `experimental` for what is compared with it.
  var arms: Set<String> = []
  /// In days.
  var times: [Double] = []
  var cuts: Set<Cut> = []

  var isEmpty: Bool { words.isEmpty && arms.isEmpty && times.isEmpty && cuts.isEmpty }

  /// Bounds and denials tell a part of the patients from the others.
  static func isOfPart(_ word: String) -> Bool { word.hasPrefix("ge:") || word.hasPrefix("lt:") || word.hasPrefix("¬") }

  /// Whether the two tell one outcome, of whatever patients.
  func sharesOutcome(with other: ResultRoles) -> Bool {
    let (mine, theirs) = (words.filter { $0.hasPrefix("endpoint:") }, other.words.filter { $0.hasPrefix("endpoint:") })
    if !mine.isEmpty, !theirs.isEmpty { return !mine.isDisjoint(with: theirs) }
    return sharesWord(with: other)
  }

  private func sharesWord(with other: ResultRoles) -> Bool {
    words.contains { !Self.isOfPart($0) && other.words.contains($0) }
  }

  /// Whether its words are among those of outcomes.
  var namesOutcome: Bool { words.contains { $0.hasPrefix("endpoint:") || OutcomeVocabulary.isOutcome($0) } }

  /// Whether one is of a part of the patients that the other is not of. Two bounds of one sort are of two outcomes.
  func isOfOtherPart(than other: ResultRoles) -> Bool {
    let (mine, theirs) = (words.filter(Self.isOfPart), other.words.filter(Self.isOfPart))
    let unlike = mine.symmetricDifference(theirs)
    guard !unlike.isEmpty else { return false }
    return !["ge:", "lt:"].contains { sort in
      let bounds = unlike.filter { $0.hasPrefix(sort) }
      return bounds.count > 1 && bounds.count == unlike.count
    }
  }

  func isOfOtherTime(than other: ResultRoles) -> Bool {
    !times.isEmpty && !other.times.isEmpty && !times.contains { time in other.times.contains { TextTimes.agree(time, $0) } }
  }

  func merged(with other: ResultRoles) -> ResultRoles {
    ResultRoles(
      words: words.union(other.words), arms: arms.union(other.arms), times: times + other.times, cuts: cuts.union(other.cuts))
  }
}

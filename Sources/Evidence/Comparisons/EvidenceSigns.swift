import TextAnalysis

/// What stands in a passage that makes it look like a result.
struct EvidenceSigns: Sendable {
  private(set) var hasP = false
  private(set) var hasInterval = false
  private(set) var numbers = 0
  private(set) var hasEffect = false
  private(set) var hasSame = false
  private(set) var hasSignificant = false
  private(set) var hasArmWord = false
  private(set) var isAim = false
  private(set) var hasComparison = false

  private static let arms: Words = ["group", "groups", "arm", "arms", "placebo", "control", "controls"]
  private static let comparisons: Words = ["than", "compared", "versus", "vs", "comparison", "between", "relative"]
  private static let aims: Words = [
    "aim", "aimed", "objective", "hypothesis", "hypothesized", "hypothesised", "assessed", "measured", "evaluate", "defined",
  ]

  init(_ lexed: LexedText) {
    let text = ResultText(lexed)
    for cue in EffectCueScanner.cues(in: text) {
      switch cue.kind {
      case .same: hasSame = true
      case .significant: hasSignificant = true
      default: hasEffect = true
      }
      if cue.isNegated { hasSame = true }
    }
    hasEffect = hasEffect || hasSame || hasSignificant
    for index in text.indices {
      if text.kind(index) == .number { numbers += 1 }
      let word = text.word(index)
      guard !word.isEmpty else {
        let run = text.han(index)
        if run.utf8.contains(sequence: "组".utf8) { hasArmWord = true }
        if ["比较", "相比", "高于", "低于"].contains(where: { run.utf8.contains(sequence: $0.utf8) }) { hasComparison = true }
        continue
      }
      if word == "p", text.isSymbol(index + 1, anyOf: ["=", "<", ">", "≤", "≥"]) { hasP = true }
      if word == "ci" { hasInterval = true }
      if Self.arms.contains(word) { hasArmWord = true }
      if Self.comparisons.contains(word) { hasComparison = true }
      if Self.aims.contains(word) { isAim = true }
    }
  }
}

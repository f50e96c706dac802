import Literature

/// Remembers of which trial a paragraph speaks, from sentence to sentence; forgets at the end of the block.
struct TrialCarrier {
  private let binder: TrialBinder
  private let arms: [Int: TrialArms]
  private var block: Int?
  private var section = ""
  private var carried: Int?
  private var headingTrial: Int?

  private static let coreference: Phrases = [
    "该研究", "该试验", "此研究", "此试验", "研究中", "更新", "亚组", "中期分析", "最终分析", "其中", "the trial", "this trial", "this study", "the study",
    "updated", "interim", "final analysis", "subgroup", "subgroups", "in both groups", "两组", "对照组",
  ]

  init(binder: TrialBinder, arms: [Int: TrialArms]) {
    self.binder = binder
    self.arms = arms
  }

  /// The trial of which the last sentence spoke.
  var current: Int? { carried }

  /// Goes on to the next passage, of a section's label and a block.
  mutating func enter(_ passage: Int, _ kind: Passage.Kind, section nextSection: String, block nextBlock: Int?) {
    if kind == .heading {
      let named = Set(binder.mentions(in: passage).map(\.trial))
      headingTrial = named.count == 1 ? named.first : nil
    }
    if nextBlock != block || nextSection != section {
      carried = nil
      block = nextBlock
      section = nextSection
    }
  }

  /// Remembers what the sentence was about.
  mutating func leave(_ reading: SentenceReading) {
    let mentions = binder.mentions(in: reading.passage)
    if let last = mentions.last {
      carried = last.trial
    } else if let cited = binder.citedTrial(in: reading.passage) {
      carried = cited
    } else if !mayCarry(into: reading) {
      carried = nil
    }
  }

  /// The trial for a figure in a sentence.
  func trial(of figure: Range<Int>, in reading: SentenceReading) -> Int? {
    switch binder.trial(of: figure, in: reading) {
    case .trial(let index): return index
    case .unclear: return nil
    case .none: break
    }
    if let carried, mayCarry(into: reading) { return carried }
    if let headingTrial, carried == nil, binder.references(in: reading.passage).isEmpty { return headingTrial }
    return binder.references(in: reading.passage).isEmpty ? binder.ownTrial : nil
  }

  /// A sentence with citations of other works or with treatments of its own speaks of something else.
  private func mayCarry(into reading: SentenceReading) -> Bool {
    guard let carried else { return false }
    let text = reading.gap(0..<reading.text.utf8.count)
    let isCoreferent = text.hasAny(Self.coreference)
    let references = binder.references(in: reading.passage)
    let own = Set(binder.trial(carried).references)
    if !references.isEmpty, !own.isEmpty, !references.contains(where: own.contains), !isCoreferent { return false }
    return isCoreferent || !namesOtherTreatments(reading, than: carried)
  }

  private func namesOtherTreatments(_ reading: SentenceReading, than trial: Int) -> Bool {
    guard let arms = arms[trial] else { return false }
    let known = Set([arms.experimental, arms.control].compactMap { $0 }.flatMap { $0.components(separatedBy: " + ") })
    let named = reading.phrases.filter { $0.role == nil && !$0.isComparator }.flatMap(\.components)
    return !named.isEmpty && !named.contains(where: known.contains)
  }
}

import Literature
import TextAnalysis

/// Of which treatments a sentence speaks, as far as its words narrow them down: single drugs, combinations, a class.
struct SubjectFilter: Sendable {
  private let wantsSingle: Bool
  private let wantsCombination: Bool
  /// Whether the sentence speaks of the arms under test alone.
  let wantsExperimental: Bool
  /// Ends of drug names: kinase inhibitors are "-nib", antibodies "-mab" (WHO's stems for non-proprietary names).
  private let stems: [String]

  private static let single = PhraseSet(
    ["monotherapy", "monotherapies", "alone", "single agent", "single agents", "single drug", "single drugs"], ["单药", "单用", "单独"])
  private static let combination = PhraseSet(
    ["combination", "combinations", "combined", "plus"], ["联合", "双免疫", "靶免"])
  private static let experimental = PhraseSet(
    [
      "experimental arm", "experimental arms", "experimental group", "experimental groups", "intervention arm",
      "intervention arms",
      "treatment arms", "active arms", "actively treated", "treated arms", "investigational arms",
    ],
    ["试验组", "治疗组", "干预组", "研究组"])
  private static let kinaseInhibitors = PhraseSet(
    ["tki", "tkis", "tyrosine kinase inhibitor", "tyrosine kinase inhibitors", "kinase inhibitors", "kinase inhibitor"],
    ["酪氨酸激酶抑制剂", "激酶抑制剂"])
  private static let antibodies = PhraseSet(
    [
      "checkpoint inhibitor", "checkpoint inhibitors", "immunotherapy", "immunotherapies", "ici", "icis", "pd 1", "pd l1",
      "antibody",
      "antibodies",
    ],
    ["免疫检查点抑制剂", "检查点抑制剂", "免疫治疗", "单抗", "免疫单药"])
  private static let arms = PhraseSet(
    ["arm", "arms", "group", "groups", "placebo", "control", "controls", "treated", "given"], ["组", "对照", "安慰剂"])
  private static let controls = [
    "placebo", "observation", "surveillance", "surgery", "no treatment", "best supportive", "control",
  ]

  init(_ text: LexedText, _ clause: Range<Int>) {
    wantsExperimental = Self.experimental.occurs(in: text, clause)
    // "More than with chemotherapy alone" tells of the other arm.
    let than = clause.first { text.isWord($0, "than") } ?? clause.upperBound
    wantsSingle = Self.single.occurs(in: text, clause.lowerBound..<than)
    wantsCombination = !wantsSingle && Self.combination.occurs(in: text, clause)
    let isKinase = Self.kinaseInhibitors.occurs(in: text, clause)
    let isAntibody = Self.antibodies.occurs(in: text, clause)
    isOfAll =
      !wantsExperimental && !wantsSingle && !wantsCombination && isKinase == isAntibody && !Self.arms.occurs(in: text, clause)
    stems = isKinase == isAntibody ? [] : isKinase ? ["nib"] : ["mab"]
  }

  /// Whether no words confine the sentence to some of the arms.
  let isOfAll: Bool

  private var isOpen: Bool { !wantsSingle && !wantsCombination && stems.isEmpty }

  private func isControl(_ arm: String?) -> Bool {
    arm.map { arm in Self.controls.contains(where: arm.lowercased().contains) } ?? false
  }

  /// The values of a card that the sentence speaks of. Of two arms the experimental one is the card's own, the one with a name beside one
  /// without, or the first of a table; where none of these tells, neither is taken.
  func values(of card: ResultCard) -> [ResultCard.ArmValue] {
    let values = card.value.map { [ResultCard.ArmValue(arm: card.arm, value: $0)] } ?? card.armValues
    guard wantsExperimental, values.count == 2 else {
      return values.filter { admits(arm: $0.arm) && !(wantsExperimental && isControl($0.arm)) }
    }
    if let arm = card.arm, let own = values.first(where: { $0.arm == arm }) { return [own] }
    let named = values.filter { $0.arm != nil && !isControl($0.arm) }
    if named.count == 1 { return named }
    return card.location == .table ? [values[0]] : []
  }

  /// Whether a value of this arm is one that the sentence speaks of; a value without an arm only if the sentence speaks of all.
  func admits(arm: String?) -> Bool {
    guard let arm = arm?.lowercased() else { return isOpen }
    if Self.controls.contains(where: arm.contains) { return false }
    let drugs = arm.split(separator: "+").map { $0.split(separator: " ").joined(separator: " ") }
    if wantsSingle, drugs.count != 1 { return false }
    if wantsCombination, drugs.count < 2 { return false }
    return stems.isEmpty || drugs.allSatisfy { drug in stems.contains { drug.hasSuffix($0) } }
  }
}

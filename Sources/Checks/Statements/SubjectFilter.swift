import Literature
import TextAnalysis

/// Of which treatments a sentence speaks, as far as its words narrow them down: single drugs, combinations, a class.
struct SubjectFilter: Sendable {
  private let wantsSingle: Bool
  private let wantsCombination: Bool
  /// Ends of drug names: kinase inhibitors are "-nib", antibodies "-mab" (WHO's stems for non-proprietary names).
  private let stems: [String]

  private static let single = PhraseSet(
    ["monotherapy", "monotherapies", "alone", "single agent", "single agents", "single drug", "single drugs"], ["单药", "单用", "单独"])
  private static let combination = PhraseSet(
    ["combination", "combinations", "combined", "plus"], ["联合", "双免疫", "靶免"])
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
  private static let controls = [
    "placebo", "observation", "surveillance", "surgery", "no treatment", "best supportive", "control",
  ]

  init(_ text: LexedText, _ clause: Range<Int>) {
    wantsSingle = Self.single.occurs(in: text, clause)
    wantsCombination = !wantsSingle && Self.combination.occurs(in: text, clause)
    let isKinase = Self.kinaseInhibitors.occurs(in: text, clause)
    let isAntibody = Self.antibodies.occurs(in: text, clause)
    stems = isKinase == isAntibody ? [] : isKinase ? ["nib"] : ["mab"]
  }

  private var isOpen: Bool { !wantsSingle && !wantsCombination && stems.isEmpty }

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

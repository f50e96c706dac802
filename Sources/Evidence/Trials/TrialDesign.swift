import Lexicon
import Literature
import TextAnalysis

/// How a trial was made, as a text tells it.
enum TrialDesign {
  /// Designs in the order of `names`, each once.
  static func designs(in utf8: [UInt8]) -> [String] {
    let text = LexedText(utf8)
    var found = Set(
      Lexicon.builtIn.matches(in: utf8).filter { $0.concept.kind == .design }.compactMap { match -> String? in
        isNegated(match.range.lowerBound, in: utf8) ? nil : names.first { $0.concept == match.concept.id }?.name
      })
    if text.tokens.indices.contains(where: { isRandomized(text, $0) }) { found.insert("randomized") }
    if found.contains("cluster-randomized") { found.insert("randomized") }
    if found.contains("prospective-cohort") || found.contains("retrospective-cohort") { found.remove("cohort") }
    return ordered(Array(found))
  }

  /// Each once, in the order of `names`.
  static func ordered(_ designs: [String]) -> [String] { names.map(\.name).filter(designs.contains) }

  /// Designs that a sentence on method tells of its own trial; the others may be of work that is compared.
  static let ofMethods: Set<String> = [
    "randomized", "cluster-randomized", "placebo-controlled", "crossover", "factorial", "non-inferiority", "single-arm",
    "multicenter",
  ]

  /// Who did not know the treatment; the strongest that a text tells.
  static func masking(in utf8: [UInt8]) -> String? {
    maskings.first { $0.words.stand(in: utf8) }?.name
  }

  /// Diseases in the order of the text, each once.
  static func diseases(in utf8: [UInt8]) -> [String] {
    Lexicon.builtIn.matches(in: utf8).filter { $0.concept.kind == .disease }.map(\.concept.id).reduce(into: []) { list, id in
      if !list.contains(id) { list.append(id) }
    }
  }

  /// Ids of the lexicon with the names that records print.
  private static let names: [(concept: String, name: String)] = [
    ("design:rct", "randomized"), ("design:cluster-randomized", "cluster-randomized"),
    ("design:placebo-controlled", "placebo-controlled"),
    ("design:crossover-design", "crossover"), ("design:factorial", "factorial"), ("design:non-inferiority", "non-inferiority"),
    ("design:single-arm", "single-arm"), ("design:multicenter", "multicenter"), ("design:pilot", "pilot"),
    ("design:prospective-cohort", "prospective-cohort"), ("design:retrospective-cohort", "retrospective-cohort"),
    ("design:cohort", "cohort"), ("design:case-control", "case-control"), ("design:cross-sectional", "cross-sectional"),
    ("design:observational", "observational"), ("design:real-world", "real-world"),
  ]

  private static let maskings: [(name: String, words: Needles)] = [
    ("triple-blind", Needles(["triple-blind", "triple blind", "triple-mask", "三盲"])),
    ("double-blind", Needles(["double-blind", "double blind", "doubly blind", "double-mask", "double mask", "双盲"])),
    (
      "single-blind",
      Needles([
        "single-blind", "single blind", "single-mask", "single mask", "assessor-blind", "assessor blind", "observer-blind",
        "observer blind",
        "evaluator-blind", "evaluator blind", "investigator-blind", "rater-blind", "单盲",
      ])
    ),
    (
      "open-label",
      Needles(["open-label", "open label", "unblinded", "unmasked", "non-blinded", "nonblinded", "开放标签", "开放性", "非盲"])
    ),
  ]

  private static func isRandomized(_ text: LexedText, _ index: Int) -> Bool {
    if text.tokens[index].kind == .han {
      let word = text.string(index)
      return ["随机分", "随机对照", "随机接受", "随机临床", "随机、"].contains { word.contains($0) } && !word.contains("非随机")
    }
    let isWord =
      text.isWord(index, "randomized") || text.isWord(index, "randomised")
      || text.isWord(index, "randomly")
        && (text.isWord(index + 1, "assigned") || text.isWord(index + 1, "allocated") || text.isWord(index + 1, "divided"))
    return isWord && !isNegated(text.tokens[index].start, in: text.utf8)
  }

  /// `non-randomized`, `not randomised`, `非随机`.
  private static func isNegated(_ start: Int, in utf8: [UInt8]) -> Bool {
    let before = String(decoding: utf8[max(0, start - 6)..<start], as: UTF8.self).lowercased()
    return before.hasSuffix("non-") || before.hasSuffix("non ") || before.hasSuffix("not ") || before.hasSuffix("非")
  }
}

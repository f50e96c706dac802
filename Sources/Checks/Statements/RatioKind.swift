import TextAnalysis

/// Which ratio some words name.
enum RatioKind {
  private static let named: [(words: PhraseSet, kind: String)] = [
    (PhraseSet(["hr", "hrs", "hazard ratio", "hazard ratios"], ["风险比"]), "HR"),
    (PhraseSet(["irr", "irrs", "rate ratio", "rate ratios"], ["率比", "发病率比"]), "IRR"),
    (PhraseSet(["rr", "rrs", "risk ratio", "risk ratios", "relative risk", "relative risks"], ["危险度", "相对风险"]), "RR"),
    (PhraseSet(["odds ratio", "odds ratios", "ors"], ["比值比"]), "OR"),
  ]

  /// `HR`, `IRR`, `RR` or `OR`; nil where none is named, or several are. O(tokens).
  static func named(in text: LexedText) -> String? {
    let found = named.filter { $0.words.occurs(in: text) }
    return found.count == 1 ? found.first?.kind : nil
  }
}

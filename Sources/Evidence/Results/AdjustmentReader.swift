import Literature
import TextAnalysis

/// Says whether a text calls an estimate adjusted for other things.
enum AdjustmentReader {
  private static let adjustedForms: Set<String> = ["aHR", "aOR", "aRR", "aIRR", "aPR", "AHR", "AOR"]
  private static let crudeForms: Set<String> = ["cHR", "cOR", "COR"]
  private static let adjustedStems = ["adjust", "multivaria", "ancova"]
  private static let crudeStems = ["unadjust", "crude", "univaria"]
  private static let adjustedChinese = ["校正", "调整后", "多因素", "多变量"]
  private static let crudeChinese = ["未校正", "未调整", "单因素", "粗"]
  private static let needed = Needles(["adjust", "variable", "variate", "ancova", "crude", "校正", "调整", "因素", "多变量", "粗"])

  /// True or false where the clause of an estimate says it; `figure` begins at the name of the measure. O(1): at most 48 words are looked at.
  static func isAdjusted(_ figure: Range<Int>, in text: ResultText) -> Bool? {
    let tokens = text.tokenRange(ofBytes: figure)
    guard let first = tokens.first else { return nil }
    if adjustedForms.contains(text.letters(first)) { return true }
    if crudeForms.contains(text.letters(first)) { return false }
    guard needed.stand(in: text.utf8) else { return nil }
    for index in first..<min(tokens.upperBound, first + 8) {
      if let told = said(text, at: index) { return told }
    }
    var index = first - 1
    while index >= max(0, first - 24), !text.isSymbol(index, ";"), !text.isSymbol(index, "。") {
      if let told = said(text, at: index) { return told }
      index -= 1
    }
    index = tokens.upperBound
    while index < min(text.count, tokens.upperBound + 16), !text.isSymbol(index, ";") {
      if said(text, at: index) == true { return true }
      index += 1
    }
    return nil
  }

  private static func said(_ text: ResultText, at index: Int) -> Bool? {
    switch text.kind(index) {
    case .word:
      let word = text.letters(index).lowercased()
      if crudeStems.contains(where: word.hasPrefix) { return false }
      return adjustedStems.contains(where: word.hasPrefix) ? true : nil
    case .han:
      let run = text.utf8[text.tokens[index].range]
      if crudeChinese.contains(where: { run.contains(sequence: $0.utf8) }) { return false }
      return adjustedChinese.contains { run.contains(sequence: $0.utf8) } ? true : nil
    default: return nil
    }
  }
}

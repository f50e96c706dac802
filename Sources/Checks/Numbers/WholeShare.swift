import Literature
import TextAnalysis

/// Percentages that are shares of participants, so that more than 100 % cannot be. Doses, recoveries and changes can be more.
enum WholeShare {
  /// Endpoints besides those of survival that a participant reaches or does not.
  static let responses: Set<String> = [
    "ORR", "DCR", "CBR", "CR", "PR", "MPR", "pCR", "SVR", "R0", "mortality", "recurrence", "MACE", "adverse-events",
  ]
  private static let people = PhraseSet(
    [
      "of patients", "of the patients", "of all patients", "of participants", "of the participants", "of all participants",
      "of subjects", "of the subjects", "of women", "of the women", "of men", "of the men", "of children", "of the children",
      "of cases", "of the cases", "of infants", "of eyes", "of respondents", "of adults", "of individuals",
    ],
    ["的患者", "患者", "的受试者", "的病例"])
  private static let most = 3

  /// Whether the number at a token is printed with the sign of percent and is a share of participants: of an endpoint that is
  /// reached or not, or by the words or the counts behind it.
  static func isPrinted(_ text: LexedText, _ index: Int, endpoint: String?) -> Bool {
    guard text.isSymbol(index + 1, "%") else { return false }
    if let endpoint, responses.contains(endpoint) || MedianAgainstRatio.survivalEndpoints.contains(endpoint) { return true }
    let behind = index + 2..<min(text.count, index + 2 + most)
    guard behind.lowerBound < behind.upperBound else { return false }
    if let range = people.first(in: text, behind), text.firstToken(at: range.lowerBound) == index + 2 { return true }
    return text.isSymbol(index + 2, "(") && text.isNumber(index + 3) && text.isSymbol(index + 4, "/") && text.isNumber(index + 5)
  }
}

import Lexicon
import Literature
import TextAnalysis

/// Words of a title by which a text may call its work: a study's name in capitals, a drug.
enum TitleNames {
  private static let fewestCapitals = 4
  /// Capitals that name no study.
  private static let common: Set<String> = [
    "RANDOMISED", "RANDOMIZED", "TRIAL", "STUDY", "COVID", "COPD", "NSCLC", "SCLC", "HFREF", "HFPEF", "NSTEMI", "STEMI", "AIDS",
    "EGFR",
    "HER2", "BRCA", "BRCA1", "BRCA2", "SARS", "CONSORT", "PRISMA", "LDL-C", "HBA1C", "MRSA", "TAVI", "TAVR",
  ]

  /// As printed; of a drug its English and Chinese names as well. O(bytes).
  static func all(in reference: Reference) -> [String] {
    guard let title = reference.item.title else { return [] }
    let drugs = Lexicon.builtIn.matches(in: Array(title.utf8)).filter { $0.concept.kind == .drug }
    return studies(in: reference) + (drugs.count == 1 ? drugs.flatMap { $0.concept.english + $0.concept.chinese } : [])
      + title.split(separator: " ").compactMap(shortened)
  }

  /// Names in capitals alone: "LUMEN-3". O(bytes).
  static func studies(in reference: Reference) -> [String] {
    guard let title = reference.item.title else { return [] }
    return title.split(whereSeparator: { " (),:;.[]\u{3000}，：（）".contains($0) }).map(String.init).filter { word in
      word.utf8.count { (0x41...0x5A).contains($0) } >= fewestCapitals && !common.contains(word.uppercased())
        && word.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
  }

  /// Gene and cell therapies go by the first syllables of their name: "exa-cel" of "Exagamglogene autotemcel".
  private static func shortened(_ word: Substring) -> String? {
    let lower = word.lowercased()
    guard lower.hasSuffix("gene"), lower.count > 8 else { return nil }
    return String(lower.prefix(lower.hasPrefix("exa") ? 3 : 4)) + "-cel"
  }
}

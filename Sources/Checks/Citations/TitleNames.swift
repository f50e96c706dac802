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

  /// The names of the only drug of a title, and short ones of cell therapies. O(bytes).
  static func drugs(in reference: Reference) -> [String] {
    guard let title = reference.item.title else { return [] }
    let drugs = Lexicon.builtIn.matches(in: Array(title.utf8)).filter { $0.concept.kind == .drug }
    return (drugs.count == 1 ? drugs.flatMap { $0.concept.english + $0.concept.chinese } : [])
      + title.split(separator: " ").compactMap(shortened)
  }

  /// `studies(in:)` of every entry of a list.
  static func studies(in context: CheckContext) -> [[String]] {
    context.once(Self.self) { context.extract.references.map(studies(in:)) }
  }

  /// Names in capitals alone: "LUMEN-3". O(bytes).
  static func studies(in reference: Reference) -> [String] {
    guard let title = reference.item.title else { return [] }
    // 远航-06: Han characters before a hyphen and a number.
    let isHan = title.utf8.contains { (0xE4...0xE9).contains($0) } && title.utf8.contains(0x2D)
    let chinese = isHan ? StudyNames.words(in: LexedText(title)).map(\.name).filter { $0.utf8.contains { $0 >= 0x80 } } : []
    guard title.utf8.count(where: isCapital) >= fewestCapitals else { return chinese }
    return chinese
      + title.utf8.split(whereSeparator: { isSeparator($0) }).compactMap { word in
        guard word.count(where: isCapital) >= fewestCapitals,
          word.allSatisfy({ isCapital($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
        else { return nil }
        let name = String(Substring(word))
        return common.contains(name) ? nil : name
      }
  }

  /// What parts the words of a title, every character outside ASCII among it.
  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x28, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x5B, 0x5D: true
    default: byte >= 0x80
    }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  /// Gene and cell therapies go by the first syllables of their name: "exa-cel" of "Exagamglogene autotemcel".
  private static func shortened(_ word: Substring) -> String? {
    let lower = word.lowercased()
    guard lower.hasSuffix("gene"), lower.count > 8 else { return nil }
    return String(lower.prefix(lower.hasPrefix("exa") ? 3 : 4)) + "-cel"
  }
}

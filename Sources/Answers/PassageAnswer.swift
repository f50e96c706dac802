import Lexicon
import Literature

/// Answers in words: passages that hold what the question speaks of, themselves or by the titles of the works they cite.
///
/// A title in the question's language bridges to a passage in another language that cites it.
struct PassageAnswer<Base: EvidenceBase> {
  let base: Base
  let question: Question

  /// The share of the question's terms that a passage must hold to be an answer.
  private static var threshold: Double { 0.6 }

  func fill(_ answer: inout Answer) throws {
    let terms = scoringTerms
    guard !terms.isEmpty else { return }
    let candidates = try base.passages(holdingAny: terms.flatMap { $0 }, limit: 400)
    let scored = candidates.filter { [.sentence, .tableRow, .note, .caption].contains($0.kind) }
      .map { ($0, coverage(of: terms, in: $0)) }.sorted { $0.1 > $1.1 }
    guard let best = scored.first else { return }
    if best.1 >= Self.threshold {
      let quotes = scored.prefix(3).filter { $0.1 >= max(Self.threshold, best.1 - 0.1) }.map(\.0)
      answer.parts = [Answer.Part(trial: nil, cards: [], quotes: quotes, references: quotes.flatMap(\.references))]
    } else if best.1 > 0 {
      let share = Int((best.1 * 100).rounded())
      answer.nearest.append(
        Answer.NearMiss(reason: "The nearest passage holds \(share) % of what was asked, too little to answer.", passage: best.0))
    }
  }

  /// Each term with the forms that mean it: a concept's names in both languages, or a word by itself.
  private var scoringTerms: [[String]] {
    let concepts = question.endpoints + question.drugs + question.settings + question.otherConcepts
    let named = concepts.map {
      ($0.english + $0.chinese + $0.abbreviations + [$0.symbol].compactMap { $0 }).filter { $0.count > 1 }
    }
    let covered = Set(named.flatMap { $0 }.flatMap { $0.lowercased().split(separator: " ").map(String.init) })
    let words = question.contentTerms.filter { word in
      !covered.contains { $0 == word || $0.contains(word) || word.contains($0) && $0.count > 1 }
    }
    return named + words.map { [stem($0)] }
  }

  /// Cuts common English endings so that `relapsed` meets `relapse`; other scripts stay.
  private func stem(_ word: String) -> String {
    guard word.utf8.allSatisfy({ $0 < 0x80 }), word.count > 5 else { return word }
    for ending in ["ations", "ation", "ing", "ies", "ed", "es", "s"] where word.hasSuffix(ending) {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  private func coverage(of terms: [[String]], in passage: EvidencePassage) -> Double {
    let text = passage.text.lowercased()
    let titles = passage.references.compactMap(\.title).joined(separator: "\n").lowercased()
    let sum = terms.reduce(0.0) { sum, forms in
      if forms.contains(where: { text.contains($0.lowercased()) }) { return sum + 1 }
      return sum + (forms.contains { titles.contains($0.lowercased()) } ? 0.8 : 0)
    }
    return sum / Double(terms.count)
  }
}

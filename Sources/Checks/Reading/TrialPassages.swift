import Literature
import TextAnalysis

/// Which trials each passage names.
struct TrialPassages: Sendable {
  /// Indices into `Extract.trials`, by passage.
  private let byPassage: [Int: [Int]]

  init(_ extract: Extract) {
    var byPassage: [Int: [Int]] = [:]
    for (index, trial) in extract.trials.enumerated() {
      for passage in trial.passages where extract.passages.indices.contains(passage) {
        byPassage[passage, default: []].append(index)
      }
    }
    self.byPassage = byPassage
  }

  subscript(passage: Int) -> [Int] { byPassage[passage] ?? [] }

  /// The trial of some words of a passage: the only one of the passage, or of several the only one that the words name.
  func only(in passage: Int, words: String, of extract: Extract) -> Int? {
    let trials = self[passage]
    guard trials.count > 1 else { return trials.first }
    let lower = words.lowercased()
    let named = trials.filter { trial in
      ([extract.trials[trial].name] + extract.trials[trial].aliases).contains { lower.contains($0.lowercased()) }
    }
    return named.count == 1 ? named[0] : nil
  }

  /// The trial that a passage is about where it names exactly one.
  func only(in passage: Int) -> Int? {
    let trials = self[passage]
    return trials.count == 1 ? trials[0] : nil
  }
}

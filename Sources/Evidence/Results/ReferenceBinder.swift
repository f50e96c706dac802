import Literature

/// Finds the works that a result rests on: cited in its sentence, else near it for the same trial, else those of the trial.
struct ReferenceBinder {
  let input: EvidenceInput
  let binder: TrialBinder

  /// How many sentences on either side are looked at.
  private static let reach = 4

  func references(for trial: Int?, passage: Int) -> [Int] {
    let here = unique(binder.references(in: passage))
    let own = trial.map { binder.trial($0).references } ?? []
    if !here.isEmpty {
      let shared = here.filter(own.contains)
      return shared.isEmpty ? here : shared
    }
    guard trial != nil, !own.isEmpty else { return [] }
    for other in neighbours(of: passage) {
      let shared = unique(binder.references(in: other)).filter(own.contains)
      if !shared.isEmpty { return shared }
    }
    return own
  }

  /// Sentences of the same block: those before, nearest first, then those after.
  private func neighbours(of passage: Int) -> [Int] {
    guard let block = input.passages[passage].block else { return [] }
    let before = (max(0, passage - Self.reach)..<passage).reversed()
    let after = passage + 1..<min(input.passages.count, max(passage + 1, passage + 1 + Self.reach))
    return (Array(before) + Array(after)).filter { input.passages[$0].block == block }
  }

  private func unique(_ references: [Int]) -> [Int] {
    references.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
  }
}

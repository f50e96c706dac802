import InvertedIndex
import Literature

/// Documents by how well all of their passages together answer a query.
///
/// A document's score is the sum, over the things that the query asks for, of the best score of any of its passages: a question is
/// answered by a document as a whole, and no word counts more because a document repeats it.
struct DocumentRanking {
  let index: IndexSnapshot

  /// Passages that are looked at for each thing asked for.
  private static let mostPassages = 20_000

  struct Ranked {
    var document: Int64
    var score: Double
    /// The passage that scores most by itself.
    var best: UInt64
  }

  /// `document` gives the document of each of many passages. Conditions are what every passage must satisfy.
  func ranked(
    things: [Query], conditions: [Query], document: ([UInt64]) throws -> [UInt64: Int64]
  ) throws -> [Ranked] {
    var best: [Int64: [Double]] = [:]
    var passages: [Int64: [UInt64: Double]] = [:]
    for (place, thing) in things.enumerated() {
      let hits = try index.top(conditions.isEmpty ? thing : .and([thing] + conditions), limit: Self.mostPassages)
      let owners = try document(hits.map(\.externalID))
      for hit in hits {
        guard let owner = owners[hit.externalID] else { continue }
        let known = best[owner, default: Array(repeating: 0, count: things.count)][place]
        best[owner, default: Array(repeating: 0, count: things.count)][place] = max(known, hit.score)
        passages[owner, default: [:]][hit.externalID, default: 0] += hit.score
      }
    }
    let ranked = best.map { owner, scores in
      let top = passages[owner]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
      return Ranked(document: owner, score: scores.reduce(0, +), best: top)
    }
    return ranked.sorted { ($1.score, $0.document) < ($0.score, $1.document) }
  }
}

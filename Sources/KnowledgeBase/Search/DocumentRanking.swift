import InvertedIndex

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Documents by how well all of their passages together answer a query.
///
/// For each thing asked for, the frequencies of all passages of a document are added, each already divided by the length factor of its
/// passage, and saturate once (BM25F with passages for fields; Robertson, Zaragoza and Taylor 2004); idf and the average length are those
/// of documents, a length being a number of passages. Entries of reference lists and headings count for less.
struct DocumentRanking {
  /// A passage's document and how much it counts.
  struct Place {
    var document: Int64
    var weight: Double
  }
  struct Ranked {
    var document: Int64
    var score: Double
    /// The passage that adds most by itself.
    var best: UInt64
  }

  private static let k1 = 1.2
  private static let b = 0.75
  /// Passages that are looked at for each thing asked for.
  private static let mostPassages = 200_000

  private let index: IndexSnapshot
  /// Passages of each document, and of the average one.
  private let lengths: [Int64: Int]
  private let averageLength: Double
  private let places: ([UInt64]) throws -> [UInt64: Place]

  init(index: IndexSnapshot, lengths: [Int64: Int], places: @escaping ([UInt64]) throws -> [UInt64: Place]) {
    self.index = index
    self.lengths = lengths
    self.places = places
    averageLength = max(1, Double(lengths.values.reduce(0, +)) / Double(max(1, lengths.count)))
  }

  /// Best first; documents of equal scores in the order of ingest. A passage must satisfy all conditions to count.
  func ranked(things: [Query], conditions: [Query]) throws -> [Ranked] {
    let allowed = conditions.isEmpty ? nil : Set(try index.externalIDs(matching: .and(conditions)))
    var scores: [Int64: Double] = [:]
    var passages: [Int64: [UInt64: Double]] = [:]
    for thing in things {
      let found = try index.frequencies(of: thing, limit: Self.mostPassages).filter { allowed?.contains($0.externalID) ?? true }
      let places = try self.places(found.map(\.externalID))
      var frequencies: [Int64: Double] = [:]
      for (passage, frequency) in found {
        guard let place = places[passage] else { continue }
        frequencies[place.document, default: 0] += frequency * place.weight
      }
      let idf = self.idf(holders: frequencies.count)
      for (document, frequency) in frequencies { scores[document, default: 0] += score(frequency, document, idf) }
      for (passage, frequency) in found {
        guard let place = places[passage] else { continue }
        passages[place.document, default: [:]][passage, default: 0] += idf * place.weight * frequency / (frequency + Self.k1)
      }
    }
    return scores.map { document, score in
      let best = passages[document]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
      return Ranked(document: document, score: score, best: best)
    }.sorted { ($1.score, $0.document) < ($0.score, $1.document) }
  }

  private func idf(holders: Int) -> Double {
    let (all, some) = (Double(lengths.count), Double(holders))
    return log(1 + max(0, all - some + 0.5) / (some + 0.5))
  }

  private func score(_ frequency: Double, _ document: Int64, _ idf: Double) -> Double {
    let ratio = Double(lengths[document] ?? 1) / averageLength
    return idf * (Self.k1 + 1) * frequency / (frequency + Self.k1 * (1 - Self.b + Self.b * ratio))
  }
}

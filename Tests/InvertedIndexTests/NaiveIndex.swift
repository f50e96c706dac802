@testable import InvertedIndex

/// A passage as the tests make it.
struct MadePassage {
  var id: UInt64
  var terms: [(field: UInt8, term: String, position: UInt32)] = []
  var numbers: [(column: UInt8, value: Double)] = []

  var indexed: IndexedPassage {
    var passage = IndexedPassage(externalID: id)
    for term in terms { passage.add(term.term.utf8, field: term.field, position: term.position) }
    for number in numbers { passage.add(number.value, column: number.column) }
    return passage
  }
}

/// What the index must answer, computed the slow way: every passage is looked at for every query.
struct NaiveIndex {
  let schema: IndexSchema
  /// All passages of all segments; statistics count the deleted ones too.
  let passages: [MadePassage]
  let deleted: Set<UInt64>
  private let averages: [Double]
  /// For each passage, by id, its occurrences of each term, as positions.
  private let places: [UInt64: [Key: [UInt32]]]
  private let lengths: [UInt64: [Int]]

  private struct Key: Hashable {
    var field: UInt8
    var term: String
  }

  init(schema: IndexSchema, passages: [MadePassage], deleted: Set<UInt64> = []) {
    self.schema = schema
    self.passages = passages
    self.deleted = deleted
    var places: [UInt64: [Key: [UInt32]]] = [:]
    var lengths: [UInt64: [Int]] = [:]
    for passage in passages {
      places[passage.id] = Dictionary(grouping: passage.terms) { Key(field: $0.field, term: $0.term) }.mapValues {
        $0.map(\.position)
      }
      lengths[passage.id] = schema.fields.indices.map { field in passage.terms.count { Int($0.field) == field } }
    }
    averages = schema.fields.indices.map { field in
      let present = passages.compactMap { lengths[$0.id]?[field] }.filter { $0 > 0 }
      return present.isEmpty ? 0 : Double(present.reduce(0, +)) / Double(present.count)
    }
    self.places = places
    self.lengths = lengths
  }

  func hits(_ query: Query) -> [SearchHit] {
    let scorer = scorer(query, 1)
    return passages.compactMap { passage in
      guard !deleted.contains(passage.id), let score = scorer(passage) else { return nil }
      return SearchHit(externalID: passage.id, score: score)
    }.sorted { $0.precedes($1) }
  }

  private typealias Scorer = (MadePassage) -> Double?

  /// Nil for a passage that does not match.
  private func scorer(_ query: Query, _ boost: Double) -> Scorer {
    switch query {
    case .all: return { _ in 0 }
    case .term(let field, let term):
      let weight = boost * idf(field, term) * (Similarity.k1 + 1)
      return { self.score(weight, self.positions(field, term, $0).count, field, $0) }
    case .phrase(let terms):
      guard let first = terms.first else { return { _ in nil } }
      let weight = boost * terms.reduce(0) { $0 + self.idf($1.field, $1.term) } * (Similarity.k1 + 1)
      return { self.score(weight, self.starts(terms, $0), first.field, $0) }
    case .prefix(let field, let prefix):
      return { $0.terms.contains { $0.field == field && Array($0.term.utf8).starts(with: prefix) } ? boost : nil }
    case .numericRange(let column, let range):
      return { $0.numbers.contains { $0.column == column && Self.lies($0.value, in: range) } ? 0 : nil }
    case .and(let parts): return conjunction(parts, boost)
    case .or(let parts):
      let scorers = parts.map { self.scorer($0, boost) }
      return { passage in
        let scores = scorers.compactMap { $0(passage) }
        return scores.isEmpty ? nil : scores.reduce(0, +)
      }
    case .not(let part):
      let scorer = scorer(part, 1)
      return { scorer($0) == nil ? 0 : nil }
    case .boost(let part, let factor): return scorer(part, boost * factor)
    case .anyOf(let parts): return anyOf(parts, boost)
    }
  }

  private func conjunction(_ parts: [Query], _ boost: Double) -> Scorer {
    let scorers = parts.map { self.scorer($0, boost) }
    return { passage in
      var sum = 0.0
      for scorer in scorers {
        guard let score = scorer(passage) else { return nil }
        sum += score
      }
      return sum
    }
  }

  private func anyOf(_ parts: [Query], _ boost: Double) -> Scorer {
    var forms: [(frequency: (MadePassage) -> Double, factor: Double)] = []
    var idf = Double.infinity
    for part in parts {
      var (inner, factor) = (part, 1.0)
      while case .boost(let unboosted, let more) = inner { (inner, factor) = (unboosted, factor * more) }
      let form = form(inner)
      guard passages.contains(where: { form.frequency($0) > 0 }) else { continue }
      forms.append((form.frequency, factor))
      idf = min(idf, form.idf)
    }
    let weight = boost * (idf == .infinity ? 1 : idf) * (Similarity.k1 + 1)
    return { passage in
      var sum = 0.0
      var matches = false
      for form in forms {
        let frequency = form.frequency(passage)
        guard frequency > 0 else { continue }
        matches = true
        sum += form.factor * frequency
      }
      return matches ? Similarity.rounded(weight * (sum / (sum + Similarity.k1))) : nil
    }
  }

  private func form(_ query: Query) -> (frequency: (MadePassage) -> Double, idf: Double) {
    switch query {
    case .term(let field, let term):
      return ({ self.normalised(self.positions(field, term, $0).count, field, $0) }, idf(field, term))
    case .phrase(let terms):
      let sum = terms.reduce(0) { $0 + self.idf($1.field, $1.term) }
      return ({ self.normalised(self.starts(terms, $0), terms[0].field, $0) }, sum)
    default:
      let scorer = scorer(query, 1)
      return ({ scorer($0) == nil ? 0 : 1 }, .infinity)
    }
  }

  private func normalised(_ frequency: Int, _ field: UInt8, _ passage: MadePassage) -> Double {
    Double(frequency) * Similarity.k1 / factor(field, passage)
  }

  private func score(_ weight: Double, _ frequency: Int, _ field: UInt8, _ passage: MadePassage) -> Double? {
    frequency == 0 ? nil : Similarity.rounded(weight * (Double(frequency) / (Double(frequency) + factor(field, passage))))
  }

  private func factor(_ field: UInt8, _ passage: MadePassage) -> Double {
    guard schema.fields[Int(field)].isLengthNormalised else { return Similarity.k1 }
    let length = LengthCode.decode(LengthCode.encode(lengths[passage.id]?[Int(field)] ?? 0))
    return Similarity.k1 * (1 - Similarity.b + Similarity.b * (Double(length) / averages[Int(field)]))
  }

  private func idf(_ field: UInt8, _ term: [UInt8]) -> Double {
    let some = Double(passages.count { !positions(field, term, $0).isEmpty })
    return naturalLogarithm(1 + (Double(passages.count) - some + 0.5) / (some + 0.5))
  }

  /// The places of a term: each once where positions are kept, else one for each occurrence.
  private func positions(_ field: UInt8, _ term: [UInt8], _ passage: MadePassage) -> [UInt32] {
    let all = places[passage.id]?[Key(field: field, term: String(decoding: term, as: UTF8.self))] ?? []
    return schema.fields[Int(field)].hasPositions ? Set(all).sorted() : all
  }

  private func starts(_ terms: [Query.PhraseTerm], _ passage: MadePassage) -> Int {
    let places = terms.map { Set(positions($0.field, $0.term, passage)) }
    let first = terms[0]
    return places[0].count { place in
      place >= first.offset && zip(terms, places).allSatisfy { $1.contains(place - first.offset + $0.offset) }
    }
  }

  private static func lies(_ value: Double, in range: Query.NumericRange) -> Bool {
    let isAbove =
      switch range.lower {
      case .none: true
      case .including(let bound): value >= bound
      case .excluding(let bound): value > bound
      }
    let isBelow =
      switch range.upper {
      case .none: true
      case .including(let bound): value <= bound
      case .excluding(let bound): value < bound
      }
    return isAbove && isBelow
  }
}

/// BM25 with the statistics of one snapshot (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).
///
/// score = boost · idf · (k1 + 1) · f / (f + K), K = k1 · (1 − b + b · length / average), idf = ln(1 + (N − n + ½) / (n + ½)).
/// N and n count passages and postings of all segments, deleted ones included until a merge drops them; lengths are those of
/// `LengthCode`, the average is exact and over the passages that have the field. A field without length normalisation has K = k1.
final class Similarity: @unchecked Sendable {
  static let k1 = 1.2
  static let b = 0.75

  let passageCount: Int
  private let factors: UnsafeMutablePointer<Double>

  init(_ segments: [Segment], schema: IndexSchema) {
    passageCount = segments.reduce(0) { $0 + $1.passageCount }
    factors = .allocate(capacity: max(1, 256 * schema.fields.count))
    for (field, description) in schema.fields.enumerated() {
      let average = description.isLengthNormalised ? Self.averageLength(segments, field: field) : 0
      for code in 0..<256 {
        let ratio = average > 0 ? Double(LengthCode.decode(UInt8(code))) / average : 1
        factors[256 * field + code] = Self.k1 * (1 - Self.b + Self.b * ratio)
      }
    }
  }

  deinit { factors.deallocate() }

  private static func averageLength(_ segments: [Segment], field: Int) -> Double {
    var (length, passages): (UInt64, UInt64) = (0, 0)
    for segment in segments {
      length &+= segment.totals[field].length
      passages &+= segment.totals[field].passages
    }
    return passages == 0 ? 0 : Double(length) / Double(passages)
  }

  /// K for each of the 256 length codes of a field.
  func factors(field: UInt8) -> UnsafePointer<Double> { UnsafePointer(factors + 256 * Int(field)) }

  func idf(documentFrequency: Int) -> Double {
    let (all, some) = (Double(passageCount), Double(documentFrequency))
    return naturalLogarithm(1 + max(0, all - some + 0.5) / (some + 0.5))
  }
}

/// How one term or phrase is scored in one segment.
struct TermScoring {
  let weight: Double
  let factors: UnsafePointer<Double>
  let lengths: UnsafePointer<UInt8>?

  @inline(__always)
  func factor(_ document: UInt32) -> Double { factors[lengths.map { Int($0[Int(document)]) } ?? 0] }

  @inline(__always)
  func score(_ frequency: UInt32, _ document: UInt32) -> Double {
    let frequency = Double(frequency)
    return weight * (frequency / (frequency + factor(document)))
  }

  /// The most that a posting within a bound can score.
  @inline(__always)
  func best(_ bound: ScoreBound) -> Double {
    let single = weight * (1 / (1 + factors[Int(bound.shortestSingle)]))
    guard bound.highestFrequency > 0 else { return single }
    guard bound.highestFrequency < 255 else { return weight }
    let frequency = Double(bound.highestFrequency)
    return max(single, weight * (frequency / (frequency + factors[Int(bound.shortestRepeated)])))
  }

  /// The frequency divided by the length factor, as `Query.anyOf` adds it.
  @inline(__always)
  func normalised(_ frequency: UInt32, _ document: UInt32) -> Double {
    Double(frequency) * Similarity.k1 / factor(document)
  }

  func bestNormalised(_ bound: ScoreBound) -> Double {
    let single = Similarity.k1 / factors[Int(bound.shortestSingle)]
    guard bound.highestFrequency > 0 else { return single }
    guard bound.highestFrequency < 255 else { return .infinity }
    return max(single, Double(bound.highestFrequency) * Similarity.k1 / factors[Int(bound.shortestRepeated)])
  }
}

/// BM25 with the statistics of one snapshot (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).
///
/// score = boost · idf · (k1 + 1) · f / (f + K), K = k1 · (1 − b + b · length / average), idf = ln(1 + (N − n + ½) / (n + ½)).
/// N and n count passages and postings of all segments, deleted ones included until a merge drops them; lengths are those of
/// `LengthCode`, the average is exact and over the passages that have the field. A field without length normalisation has K = k1.
/// Every score is a multiple of 2⁻³⁰, see `rounded`.
final class Similarity: @unchecked Sendable {
  static let k1 = 1.2
  static let b = 0.75

  let passageCount: Int
  /// For each field K of the 256 length codes, then 1 / (1 + K) of each.
  private let factors: UnsafeMutablePointer<Double>

  init(_ segments: [Segment], schema: IndexSchema) {
    passageCount = segments.reduce(0) { $0 + $1.passageCount }
    factors = .allocate(capacity: max(1, 512 * schema.fields.count))
    for (field, description) in schema.fields.enumerated() {
      let average = description.isLengthNormalised ? Self.averageLength(segments, field: field) : 0
      for code in 0..<256 {
        let ratio = average > 0 ? Double(LengthCode.decode(UInt8(code))) / average : 1
        let factor = Self.k1 * (1 - Self.b + Self.b * ratio)
        factors[512 * field + code] = factor
        factors[512 * field + 256 + code] = 1 / (1 + factor)
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

  /// K for each of the 256 length codes of a field, then 1 / (1 + K).
  func factors(field: UInt8) -> UnsafePointer<Double> { UnsafePointer(factors + 512 * Int(field)) }

  func idf(documentFrequency: Int) -> Double {
    let (all, some) = (Double(passageCount), Double(documentFrequency))
    return naturalLogarithm(1 + max(0, all - some + 0.5) / (some + 0.5))
  }

  /// The nearest multiple of 2⁻³⁰, for values below 2²¹. Sums of such values are exact up to 2²², whatever their order: terms can be
  /// taken in the order that is fastest, and every way of searching gives the same score to the last bit.
  @inline(__always)
  static func rounded(_ value: Double) -> Double { (value + 0x1.8p22) - 0x1.8p22 }

  /// Scores that add up to more than this may be inexact, so that their order counts.
  static let largestExactSum = 0x1p21
}

/// How one term or phrase is scored in one segment.
struct TermScoring {
  let weight: Double
  let factors: UnsafePointer<Double>
  let lengths: UnsafePointer<UInt8>?

  @inline(__always)
  func code(_ document: UInt32) -> Int {
    guard let lengths else { return 0 }
    return Int(lengths[Int(document)])
  }

  @inline(__always)
  func score(_ frequency: UInt32, _ document: UInt32) -> Double { score(frequency, code: code(document)) }

  @inline(__always)
  func score(_ frequency: UInt32, code: Int) -> Double {
    if frequency == 1 { return single(code: code) }
    let frequency = Double(frequency)
    return Similarity.rounded(weight * (frequency / (frequency + factors[code])))
  }

  /// The score of a frequency of 1: falls with the code.
  @inline(__always)
  func single(code: Int) -> Double { Similarity.rounded(weight * factors[256 &+ code]) }

  /// The most that a posting within a bound can score. Rounding keeps the order, so no score exceeds it.
  @inline(__always)
  func best(_ bound: ScoreBound) -> Double {
    let single = single(code: Int(bound.shortestSingle))
    guard bound.highestFrequency > 0 else { return single }
    guard bound.highestFrequency < 255 else { return Similarity.rounded(weight) }
    return max(single, score(UInt32(bound.highestFrequency), code: Int(bound.shortestRepeated)))
  }

  /// The frequency divided by the length factor, as `Query.anyOf` adds it.
  @inline(__always)
  func normalised(_ frequency: UInt32, _ document: UInt32) -> Double {
    Double(frequency) * Similarity.k1 / factors[code(document)]
  }

  func bestNormalised(_ bound: ScoreBound) -> Double {
    let single = Similarity.k1 / factors[Int(bound.shortestSingle)]
    guard bound.highestFrequency > 0 else { return single }
    guard bound.highestFrequency < 255 else { return .infinity }
    return max(single, Double(bound.highestFrequency) * Similarity.k1 / factors[Int(bound.shortestRepeated)])
  }
}

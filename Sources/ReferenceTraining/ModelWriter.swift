import References

/// Packs weights and word list into the layout of `TaggerModel`.
struct ModelWriter {
  /// The word list: folded hash and classes.
  var words: [UInt32: UInt8]

  /// A model that knows words only: what training reads features with.
  func withoutWeights() -> [UInt8] {
    bytes(rows: [], transitions: Array(repeating: SIMD16(repeating: 0), count: Transition.tableCount * 16 + 2), budget: 0)
  }

  /// As many rows as fit in `budget` bytes, given in falling order of worth; a row whose bucket is full is left out.
  func bytes(rows: [(key: UInt64, weights: SIMD16<Float>)], transitions: [SIMD16<Float>], budget: Int) -> [UInt8] {
    let wordBuckets = words.isEmpty ? 0 : words.count * 10 / 8 / 8 + 1
    let fixed = TaggerModel.headerSize + transitions.count * 32 + wordBuckets * TaggerModel.wordBucketSize
    let buckets = max(1, (budget - fixed) / TaggerModel.featureBucketSize)
    let top = rows.reduce(Float(0)) { max($0, max($1.weights.max(), -$1.weights.min())) }
    let unit = max(top, 1e-3) / 127
    var out: [UInt8] = []
    out.reserveCapacity(max(budget, fixed + 144))
    out += Array("CREF".utf8)
    for number in [
      TaggerModel.version, UInt32(buckets), UInt32(Transition.tableCount), unit.bitPattern, UInt32(wordBuckets), 0, 0,
    ] {
      out.append(number)
    }
    for row in transitions {
      for index in 0..<16 { out.append(UInt16(bitPattern: Int16(max(-3000, min(3000, (row[index] / unit).rounded()))))) }
    }
    appendFeatures(rows, buckets: buckets, unit: unit, to: &out)
    appendWords(buckets: wordBuckets, to: &out)
    return out
  }

  private func appendFeatures(_ rows: [(key: UInt64, weights: SIMD16<Float>)], buckets: Int, unit: Float, to out: inout [UInt8]) {
    let base = out.count
    out += Array(repeating: 0, count: buckets * TaggerModel.featureBucketSize)
    var filled = [UInt8](repeating: 0, count: buckets)
    for (key, weights) in rows {
      let bucket = TaggerModel.bucket(of: key, count: UInt64(buckets))
      guard filled[bucket] < 8 else { continue }
      let slot = Int(filled[bucket])
      filled[bucket] += 1
      let start = base + bucket * TaggerModel.featureBucketSize
      out.set(TaggerModel.fingerprint(key), at: start + slot * 2)
      for index in 0..<16 {
        out[start + 16 + slot * 16 + index] = UInt8(bitPattern: Int8(max(-127, min(127, (weights[index] / unit).rounded()))))
      }
    }
  }

  private func appendWords(buckets: Int, to out: inout [UInt8]) {
    let base = out.count
    out += Array(repeating: 0, count: buckets * TaggerModel.wordBucketSize)
    var filled = [UInt8](repeating: 0, count: buckets)
    for (word, classes) in words.sorted(by: { $0.key < $1.key }) {
      let key = TaggerModel.wordKey(word)
      let bucket = TaggerModel.bucket(of: key, count: UInt64(buckets))
      guard filled[bucket] < 8 else { continue }
      let start = base + bucket * TaggerModel.wordBucketSize
      out.set(TaggerModel.fingerprint(key), at: start + Int(filled[bucket]) * 2)
      out[start + 16 + Int(filled[bucket])] = classes
      filled[bucket] += 1
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { self += $0 }
  }
  fileprivate mutating func set(_ number: UInt16, at offset: Int) {
    self[offset] = UInt8(truncatingIfNeeded: number)
    self[offset + 1] = UInt8(truncatingIfNeeded: number >> 8)
  }
}

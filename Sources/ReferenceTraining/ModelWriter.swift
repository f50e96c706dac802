import References

/// Packs weights and word list into the layout of `TaggerModel`.
package struct ModelWriter {
  /// The word list: folded hash and classes.
  package var words: [UInt32: UInt8]

  package init(words: [UInt32: UInt8]) { self.words = words }

  /// A model that knows words only: what training reads features with.
  func withoutWeights() -> [UInt8] {
    bytes(rows: [], chain: ChainWeights(), budget: 0)
  }

  private var wordBuckets: Int { words.isEmpty ? 0 : words.count * 10 / 8 / 8 + 1 }

  /// Bytes of all but the features.
  private var fixedSize: Int {
    TaggerModel.headerSize + TaggerModel.chainRowCount * 32 + wordBuckets * TaggerModel.wordBucketSize + TaggerModel.neutralSize
  }

  private func buckets(budget: Int) -> Int { max(1, (budget - fixedSize) / TaggerModel.featureBucketSize) }

  /// Those of the keys, given in falling order of worth, that a file of `budget` bytes has room for.
  func fitting(_ keys: some Sequence<UInt64>, budget: Int) -> Set<UInt64> {
    let buckets = buckets(budget: budget)
    var filled = [UInt8](repeating: 0, count: buckets)
    var fitting: Set<UInt64> = []
    for key in keys {
      let bucket = TaggerModel.bucket(of: key, count: UInt64(buckets))
      guard filled[bucket] < 8 else { continue }
      filled[bucket] += 1
      fitting.insert(key)
    }
    return fitting
  }

  /// As many rows as fit in `budget` bytes, given in falling order of worth; a row whose bucket is full is left out.
  package func bytes(rows: [(key: UInt64, weights: SIMD16<Float>)], chain: ChainWeights, budget: Int) -> [UInt8] {
    let buckets = buckets(budget: budget)
    let top = rows.reduce(Float(0)) { max($0, max($1.weights.max(), -$1.weights.min())) }
    let unit = max(top, 1e-3) / 127
    var out: [UInt8] = []
    out.reserveCapacity(max(budget, fixedSize + TaggerModel.featureBucketSize))
    out += Array("CREF".utf8)
    for number in [
      TaggerModel.version, UInt32(buckets), UInt32(Transition.tableCount), unit.bitPattern, UInt32(wordBuckets), 0, 0,
    ] {
      out.append(number)
    }
    for row in chain.rows {
      for index in 0..<16 { out.append(UInt16(bitPattern: Int16(max(-3000, min(3000, (row[index] / unit).rounded()))))) }
    }
    appendFeatures(rows, buckets: buckets, unit: unit, to: &out)
    appendWords(buckets: wordBuckets, to: &out)
    return out
  }

  private func appendFeatures(_ rows: [(key: UInt64, weights: SIMD16<Float>)], buckets: Int, unit: Float, to out: inout [UInt8]) {
    let base = out.count
    out += Array(repeating: 0, count: buckets * 16)
    let first = out.count + TaggerModel.neutralSize
    out += Array(repeating: UInt8(TaggerModel.bias), count: TaggerModel.neutralSize + buckets * 128)
    var filled = [UInt8](repeating: 0, count: buckets)
    for (key, weights) in rows {
      let bucket = TaggerModel.bucket(of: key, count: UInt64(buckets))
      guard filled[bucket] < 8 else { continue }
      let slot = Int(filled[bucket])
      filled[bucket] += 1
      out.set(TaggerModel.fingerprint(key), at: base + bucket * 16 + slot * 2)
      for index in 0..<16 {
        let weight = Int(max(-127, min(127, (weights[index] / unit).rounded())))
        out[first + (bucket * 8 + slot) * 16 + index] = UInt8(weight + TaggerModel.bias)
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

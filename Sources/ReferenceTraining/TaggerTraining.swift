import References

/// Trains the tagger: from labelled strings and a word list to the bytes of `model.bin`.
///
/// Two rounds. The first learns with every feature that occurs in two strings; the features with the largest weights that fit into the budget
/// are then learned afresh, so that they make up for those that went. The same examples give the same bytes.
package struct TaggerTraining {
  package struct Options {
    package var passes = 10
    package var rate: Float = 0.05
    package var seed: UInt64 = 7
    /// Share of a weight that a step which touches it takes away.
    package var penalty: Float = 1e-4
    /// Share of a word's features that are hidden from each step.
    package var dropout: Float = 0.5
    /// In how many strings a feature must occur.
    package var floor: Int32 = 2
    /// Bytes of the model.
    package var budget = 2_000_000
    package init() {}
  }

  private let writer: ModelWriter
  private let options: Options
  private let report: (String) -> Void

  package init(words: [UInt32: UInt8], options: Options = Options(), report: @escaping (String) -> Void = { _ in }) {
    writer = ModelWriter(words: words)
    self.options = options
    self.report = report
  }

  /// The model's bytes. Takes about 20 µs a word and pass.
  package func run(on examples: [TrainingExample]) -> [UInt8] {
    let keyed = keyed(examples)
    // A feature must occur in several strings: one that recurs within a single string tells nothing about others.
    var counts: [UInt64: (strings: Int32, last: Int32)] = [:]
    for (number, example) in keyed.enumerated() {
      for key in example.keys {
        let count = counts[key, default: (0, -1)]
        if count.last != Int32(number) { counts[key] = (count.strings + 1, Int32(number)) }
      }
    }
    let common = index(keyed) { counts[$0, default: (0, 0)].strings >= options.floor }
    report("\(examples.count) strings, \(keyed.reduce(0) { $0 + $1.labels.count }) words, \(common.keys.count) features")
    let frequencies = { (index: (keys: [UInt64], rows: [UInt64: Int32])) in index.keys.map { counts[$0]?.strings ?? 1 } }
    let first = train(keyed, common, frequencies(common), passes: max(1, options.passes * 2 / 3))
    let ranked = common.keys.indices.sorted { worth(first.weights[$0]) > worth(first.weights[$1]) }
    let kept = writer.fitting(ranked.lazy.map { common.keys[$0] }, budget: options.budget)
    let chosen = index(keyed) { kept.contains($0) }
    let last = train(keyed, chosen, frequencies(chosen), passes: options.passes)
    let rows = chosen.keys.indices.map { (key: chosen.keys[$0], weights: last.weights[$0]) }
      .sorted { (worth($0.weights), $0.key) > (worth($1.weights), $1.key) }
    return writer.bytes(rows: rows, chain: last.chain, budget: options.budget)
  }

  private func worth(_ weights: SIMD16<Float>) -> Float { weights.max() - weights.min() }

  private struct Keyed {
    var keys: [UInt64]
    var transitions: [Transition]
    var labels: [UInt8]
    var weight: Float
  }

  private func keyed(_ examples: [TrainingExample]) -> [Keyed] {
    let bare = writer.withoutWeights()
    return bare.withUnsafeBytes { block in
      guard let base = block.baseAddress else { return [] }
      var features = TaggerFeatures(model: TaggerModel(base, byteCount: block.count))
      return examples.map { example in
        example.string.utf8.withUnsafeBufferPointer { features.prepare($0) }
        var keys = [UInt64](repeating: 0, count: features.words.count * TaggerFeatures.count)
        keys.withUnsafeMutableBufferPointer { buffer in
          for t in features.words.indices {
            let range = t * TaggerFeatures.count..<(t + 1) * TaggerFeatures.count
            features.keys(of: t, into: UnsafeMutableBufferPointer(rebasing: buffer[range]))
          }
        }
        let transitions = features.words.indices.map { features.transition(to: $0) }
        return Keyed(keys: keys, transitions: transitions, labels: example.labels.map(\.rawValue), weight: example.weight)
      }
    }
  }

  private func index(_ keyed: [Keyed], where isKept: (UInt64) -> Bool) -> (keys: [UInt64], rows: [UInt64: Int32]) {
    var keys: [UInt64] = []
    var rows: [UInt64: Int32] = [:]
    for example in keyed {
      for key in example.keys where rows[key] == nil && isKept(key) {
        rows[key] = Int32(keys.count)
        keys.append(key)
      }
    }
    return (keys, rows)
  }

  private func train(
    _ keyed: [Keyed], _ index: (keys: [UInt64], rows: [UInt64: Int32]), _ frequencies: [Int32], passes: Int
  ) -> (weights: [SIMD16<Float>], chain: ChainWeights) {
    let sequences = keyed.map { example in
      TrainingSequence(
        rows: example.keys.map { index.rows[$0] ?? -1 }, transitions: example.transitions, labels: example.labels,
        weight: example.weight)
    }
    var trainer = LinearChainTrainer(
      frequencies: frequencies,
      options: .init(rate: options.rate, penalty: options.penalty, dropout: options.dropout, seed: options.seed))
    for pass in 1...passes {
      let loss = trainer.pass(over: sequences)
      report("pass \(pass) of \(passes), \(index.keys.count) features: loss \(loss)")
    }
    return trainer.averaged()
  }
}

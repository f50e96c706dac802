import References

/// A string ready for training: the features of each word by their keys, 0 where a template has nothing to say.
package struct ChainExample: Sendable {
  /// `FeatureLayout.width` for every word.
  package var keys: [UInt64]
  package var transitions: [Transition]
  package var labels: [UInt8]
  package var weight: Float

  package init(keys: [UInt64], transitions: [Transition], labels: [UInt8], weight: Float) {
    self.keys = keys
    self.transitions = transitions
    self.labels = labels
    self.weight = weight
  }
}

/// Trains a linear chain: from labelled strings to the bytes of a `TaggerModel`.
///
/// Two rounds. The first learns with every feature that occurs in two strings; the features with the largest weights that fit into the budget
/// are then learned afresh, so that they make up for those that went. The same examples give the same bytes.
package struct ChainTraining {
  package struct Options: Sendable {
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
  private let layout: FeatureLayout
  private let options: Options
  private let report: (String) -> Void

  /// `words`: the list that the model carries, by folded hash.
  package init(
    words: [UInt32: UInt8], layout: FeatureLayout, options: Options = Options(), report: @escaping (String) -> Void = { _ in }
  ) {
    writer = ModelWriter(words: words)
    self.layout = layout
    self.options = options
    self.report = report
  }

  /// A model that knows the word list only: what features are read with.
  package var bare: [UInt8] { writer.withoutWeights() }

  /// The model's bytes. Takes about 20 µs a word and pass.
  package func run(on keyed: [ChainExample]) -> [UInt8] {
    // A feature must occur in several strings: one that recurs within a single string tells nothing about others.
    var counts: [UInt64: (strings: Int32, last: Int32)] = [:]
    for (number, example) in keyed.enumerated() {
      for key in example.keys where key != 0 {
        let count = counts[key, default: (0, -1)]
        if count.last != Int32(number) { counts[key] = (count.strings + 1, Int32(number)) }
      }
    }
    let common = index(keyed) { counts[$0, default: (0, 0)].strings >= options.floor }
    report("\(keyed.count) strings, \(keyed.reduce(0) { $0 + $1.labels.count }) words, \(common.keys.count) features")
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

  private func index(_ keyed: [ChainExample], where isKept: (UInt64) -> Bool) -> (keys: [UInt64], rows: [UInt64: Int32]) {
    var keys: [UInt64] = []
    var rows: [UInt64: Int32] = [:]
    for example in keyed {
      for key in example.keys where key != 0 && rows[key] == nil && isKept(key) {
        rows[key] = Int32(keys.count)
        keys.append(key)
      }
    }
    return (keys, rows)
  }

  private func train(
    _ keyed: [ChainExample], _ index: (keys: [UInt64], rows: [UInt64: Int32]), _ frequencies: [Int32], passes: Int
  ) -> (weights: [SIMD16<Float>], chain: ChainWeights) {
    let sequences = keyed.map { example in
      TrainingSequence(
        rows: example.keys.map { index.rows[$0] ?? -1 }, transitions: example.transitions, labels: example.labels,
        weight: example.weight)
    }
    var trainer = LinearChainTrainer(
      frequencies: frequencies, layout: layout,
      options: .init(rate: options.rate, penalty: options.penalty, dropout: options.dropout, seed: options.seed))
    for pass in 1...passes {
      let loss = trainer.pass(over: sequences)
      report("pass \(pass) of \(passes), \(index.keys.count) features: loss \(loss)")
    }
    return trainer.averaged()
  }
}

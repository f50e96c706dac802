import References

/// Trains the tagger of references: from labelled strings and a word list to the bytes of `model.bin`.
package struct TaggerTraining {
  private let chain: ChainTraining

  package init(
    words: [UInt32: UInt8], options: ChainTraining.Options = .init(), report: @escaping (String) -> Void = { _ in }
  ) {
    let layout = FeatureLayout(width: TaggerFeatures.count, letterTemplates: TaggerFeatures.letterTemplates)
    chain = ChainTraining(words: words, layout: layout, options: options, report: report)
  }

  /// The model's bytes. Takes about 20 µs a word and pass.
  package func run(on examples: [TrainingExample]) -> [UInt8] { chain.run(on: keyed(examples)) }

  private func keyed(_ examples: [TrainingExample]) -> [ChainExample] {
    return chain.bare.withUnsafeBytes { block in
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
        return ChainExample(keys: keys, transitions: transitions, labels: example.labels.map(\.rawValue), weight: example.weight)
      }
    }
  }
}

import CBindingModel
import References

/// Finds the outcomes, arms, times and values of a sentence by the best path through a linear-chain model (Viterbi; Lafferty, McCallum & Pereira, ICML 2001).
package struct BindingTagger {
  private let model: TaggerModel

  /// The weights that the program carries: learned from marked sentences (`concord-measure train-bindings`).
  package static let shipped = BindingTagger(
    model: TaggerModel(UnsafeRawPointer(binding_tagger_bytes()), byteCount: binding_tagger_size()))

  package init(model: TaggerModel) { self.model = model }

  package func sentence(_ text: String, callouts: [Range<Int>] = []) -> BindingSentence {
    BindingSentence(text: text, callouts: callouts, model: model)
  }

  func sentence(_ reading: SentenceReading) -> BindingSentence { BindingSentence(reading, model: model) }

  /// O(words × 11²).
  package func spans(of sentence: BindingSentence) -> [BindingSpan] { BindingSpan.spans(of: labels(of: sentence)) }

  private func labels(of sentence: BindingSentence) -> [BindingLabel] {
    guard sentence.count > 0 else { return [] }
    let features = BindingFeatures(sentence)
    var keys = [UInt64](repeating: 0, count: BindingFeatures.count)
    var unary = (0..<sentence.count).map { scores(of: $0, features, &keys) }
    unary[0] &+= model.first
    unary[unary.count - 1] &+= model.last
    var best = BestPath(model: model, labelCount: BindingLabel.allCases.count)
    return best.labels(unary: unary, transitions: (0..<sentence.count).map(features.transition))
      .map { BindingLabel(rawValue: $0) ?? .none }
  }

  /// What the features of a word add to each label.
  private func scores(of index: Int, _ features: BindingFeatures, _ keys: inout [UInt64]) -> TaggerModel.Scores {
    keys.withUnsafeMutableBufferPointer { keys in
      features.keys(of: index, into: keys)
      var count = 0
      for place in keys.indices where keys[place] != 0 {
        keys[count] = keys[place]
        count += 1
      }
      return model.scores(UnsafeMutableBufferPointer(rebasing: keys[..<count]))
    }
  }
}

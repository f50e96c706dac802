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
    typealias Scores = TaggerModel.Scores
    guard sentence.count > 0 else { return [] }
    let features = BindingFeatures(sentence)
    var back: [Scores] = []
    back.reserveCapacity(sentence.count)
    var keys = [UInt64](repeating: 0, count: BindingFeatures.count)
    var best = Scores(repeating: 0)
    for index in 0..<sentence.count {
      let own = scores(of: index, features, &keys)
      guard index > 0 else {
        best = own &+ model.first
        back.append(Scores(repeating: 0))
        continue
      }
      let transition = features.transition(to: index)
      var top = model.weights(transition, from: 0) &+ Scores(repeating: best[0])
      var from = Scores(repeating: 0)
      for label in 1..<BindingLabel.allCases.count {
        let candidate = model.weights(transition, from: label) &+ Scores(repeating: best[label])
        let isBetter = candidate .> top
        top.replace(with: candidate, where: isBetter)
        from.replace(with: Scores(repeating: Int16(truncatingIfNeeded: label)), where: isBetter)
      }
      best = top &+ own
      // Kept near zero, so that no sum of a long sentence overflows.
      best = best &- Scores(repeating: best.max())
      best.replace(with: Scores(repeating: -12_000), where: best .< -12_000)
      back.append(from)
    }
    return path(best &+ model.last, back)
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

  private func path(_ best: TaggerModel.Scores, _ back: [TaggerModel.Scores]) -> [BindingLabel] {
    var label = 0
    for candidate in 1..<BindingLabel.allCases.count where best[candidate] > best[label] { label = candidate }
    var path: [BindingLabel] = []
    for index in back.indices.reversed() {
      path.append(BindingLabel(rawValue: UInt8(label)) ?? .none)
      label = Int(back[index][label])
    }
    return path.reversed()
  }
}

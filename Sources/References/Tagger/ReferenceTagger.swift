/// Labels the printed words of reference strings by the best path through a linear-chain model (Viterbi).
///
/// Keeps its buffers, so that a list costs no allocation a string but the result. O(words × 16²).
package struct ReferenceTagger {
  typealias Scores = SIMD16<Int16>
  private let model: TaggerModel
  private var features: TaggerFeatures
  private var unary: [Scores] = []
  private var transitions: [Transition] = []
  private var best: BestPath
  private var marginals: Marginals
  private var emissions: EmissionScorer
  package private(set) var labels: [FieldLabel] = []

  package init(model: TaggerModel = .shipped) {
    self.model = model
    features = TaggerFeatures(model: model)
    emissions = EmissionScorer(model: model)
    best = BestPath(model: model)
    marginals = Marginals(model: model)
  }

  package var words: [PrintedWord] { features.words }

  /// Labels a string; `words` and `labels` then hold it. Longer strings than 65,535 words are cut there.
  package mutating func tag(_ bytes: UnsafeBufferPointer<UInt8>) {
    features.prepare(bytes)
    labels.removeAll(keepingCapacity: true)
    unary.removeAll(keepingCapacity: true)
    transitions.removeAll(keepingCapacity: true)
    guard !features.words.isEmpty else { return }
    score()
    for label in best.labels(unary: unary, transitions: transitions) { labels.append(FieldLabel(rawValue: label) ?? .note) }
    closeTitles()
  }

  /// The probability of each label of the string that was tagged last.
  package mutating func confidences() -> [Float] {
    marginals.confidences(unary: unary, transitions: transitions, labels: labels)
  }

  private mutating func score() {
    emissions.score(features, into: &unary)
    for t in unary.indices { transitions.append(features.transition(to: t)) }
    unary[0] &+= model.first
    unary[unary.count - 1] &+= model.last
  }

  /// A title does not break off without a mark: in "Kelly's (1997) suggestion to …" the year is part of it.
  private mutating func closeTitles() {
    for start in labels.indices.dropFirst()
    where labels[start] != .title && labels[start - 1] == .title && words[start - 1].after.isEmpty {
      let end = labels[start...].prefix(4).firstIndex(of: .title) ?? start
      for index in start..<end { labels[index] = .title }
    }
  }
}

/// Labels the printed words of reference strings by the best path through a chain model (`BestPaths`).
///
/// Keeps its buffers, so that a list costs no allocation a string but the result. O(words).
package struct ReferenceTagger {
  typealias Scores = SIMD16<Int16>
  private let model: TaggerModel
  private var features: TaggerFeatures
  private var unary: [Scores] = []
  private var transitions: [Transition] = []
  private var lattice = BestPaths()
  private var keys = [UInt64](repeating: 0, count: TaggerFeatures.count)
  package private(set) var labels: [FieldLabel] = []

  package init(model: TaggerModel = .shipped) {
    self.model = model
    features = TaggerFeatures(model: model)
  }

  package var words: [PrintedWord] { features.words }

  /// Labels a string; `words` and `labels` then hold it. Longer strings than 65,535 words are cut there.
  package mutating func tag(_ bytes: UnsafeBufferPointer<UInt8>) {
    features.prepare(bytes)
    labels.removeAll(keepingCapacity: true)
    guard !features.words.isEmpty else { return }
    score()
    decode()
  }

  /// The probability of each label of the string that was tagged last.
  package func confidences() -> [Float] {
    lattice.confidences(of: labels, unary: unary, transitions: transitions, model: model)
  }

  private mutating func score() {
    let count = features.words.count
    unary.removeAll(keepingCapacity: true)
    transitions.removeAll(keepingCapacity: true)
    keys.withUnsafeMutableBufferPointer { keys in
      let wordKeys = UnsafeMutableBufferPointer(rebasing: keys[..<TaggerFeatures.wordCount])
      let stretchKeys = UnsafeMutableBufferPointer(rebasing: keys[TaggerFeatures.wordCount...])
      var last: Int32 = -1
      var shared = Scores(repeating: 0)
      for t in 0..<count {
        if features.stretchOfWord[t] != last {
          last = features.stretchOfWord[t]
          features.stretchKeys(of: t, into: stretchKeys)
          shared = model.scores(stretchKeys)
        }
        features.wordKeys(of: t, into: wordKeys)
        unary.append(shared &+ model.scores(wordKeys))
        transitions.append(features.transition(to: t))
      }
    }
    unary[0] &+= model.first
    unary[count - 1] &+= model.last
  }

  private mutating func decode() {
    lattice.run(unary: unary, transitions: transitions, model: model)
    lattice.follow(into: &labels)
    closeTitles()
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

import Testing

@testable import References

@Suite struct BestPathsTests {
  private let model = TaggerModel.shipped

  /// Words' own scores, drawn by a small generator, and the transitions of a string of as many words.
  private func chain(_ text: String, seed: UInt64) -> (unary: [SIMD16<Int16>], transitions: [Transition]) {
    var features = TaggerFeatures(model: model)
    Array(text.utf8).withUnsafeBufferPointer { features.prepare($0) }
    var state = seed
    let unary = features.words.map { _ in
      var scores = SIMD16<Int16>(repeating: 0)
      for label in 0..<16 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        scores[label] = Int16(truncatingIfNeeded: state >> 33) % 100
      }
      return scores
    }
    return (unary, features.words.indices.map { features.transition(to: $0) })
  }

  private func score(_ path: [Int], _ chain: (unary: [SIMD16<Int16>], transitions: [Transition])) -> Int {
    var (before, score) = (path[0], Int(chain.unary[0][path[0]]))
    for t in 1..<path.count {
      let (last, label) = (path[t - 1], path[t])
      score += Int(model.weights(chain.transitions[t], from: last)[label]) + Int(chain.unary[t][label])
      guard label != last else { continue }
      score += Int(model.stretch(before << 4 | last)[label])
      before = last
    }
    let last = path[path.count - 1]
    return score + Int(model.stretch(before << 4 | last)[last])
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func findsTheBestOfAllPaths(seed: UInt64) {
    let chain = chain("Smith A. Nothing, 2019", seed: seed)
    #expect(chain.unary.count == 4)
    var best = Int.min
    for code in 0..<65_536 {
      best = max(best, score((0..<4).map { code >> (4 * $0) & 15 }, chain))
    }
    var paths = BestPaths()
    paths.run(unary: chain.unary, transitions: chain.transitions, model: model)
    var labels: [FieldLabel] = []
    paths.follow(into: &labels)
    #expect(score(labels.map { Int($0.rawValue) }, chain) == best)
    let confidences = paths.confidences(of: labels, unary: chain.unary, transitions: chain.transitions, model: model)
    #expect(confidences.allSatisfy { $0 > 0 && $0 <= 1.001 })
  }

  @Test func readsAStringOfOneWord() {
    var tagger = ReferenceTagger()
    Array("Smith".utf8).withUnsafeBufferPointer { tagger.tag($0) }
    #expect(tagger.labels.count == 1 && tagger.segments().count == 1)
  }
}

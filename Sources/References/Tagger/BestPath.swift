/// The best path of labels through a linear chain (Viterbi). Keeps its buffers, so that a list of strings costs few allocations.
package struct BestPath {
  private typealias Scores = TaggerModel.Scores
  private let model: TaggerModel
  /// How many of the 16 lanes are labels.
  private let labelCount: Int
  private var back: [SIMD16<UInt8>] = []

  package init(model: TaggerModel, labelCount: Int = 16) {
    self.model = model
    self.labelCount = labelCount
  }

  /// The label of each word. O(words × labels²).
  ///
  /// - Parameters:
  ///   - unary: of each word what its features add to each label; of the first and the last one with the weights of the ends.
  ///   - transitions: as many, each to its word from the one before.
  package mutating func labels(unary: [SIMD16<Int16>], transitions: [Transition]) -> [UInt8] {
    guard var best = unary.first else { return [] }
    back.removeAll(keepingCapacity: true)
    back.append(SIMD16(repeating: 0))
    for t in 1..<max(1, unary.count) {
      var top = model.weights(transitions[t], from: 0) &+ Scores(repeating: best[0])
      var from = SIMD16<Int16>(repeating: 0)
      for label in 1..<labelCount {
        let candidate = model.weights(transitions[t], from: label) &+ Scores(repeating: best[label])
        let isBetter = candidate .> top
        top.replace(with: candidate, where: isBetter)
        from.replace(with: SIMD16(repeating: Int16(truncatingIfNeeded: label)), where: isBetter)
      }
      best = top &+ unary[t]
      // Kept near zero, so that no sum of a long string overflows.
      best = best &- Scores(repeating: best.max())
      best.replace(with: Scores(repeating: -12_000), where: best .< -12_000)
      back.append(SIMD16<UInt8>(truncatingIfNeeded: from))
    }
    return follow(best)
  }

  private func follow(_ best: SIMD16<Int16>) -> [UInt8] {
    var label = 0
    for candidate in 1..<labelCount where best[candidate] > best[label] { label = candidate }
    var path = [UInt8](repeating: 0, count: back.count)
    for t in back.indices.reversed() {
      path[t] = UInt8(truncatingIfNeeded: label)
      label = Int(back[t][label])
    }
    return path
  }
}

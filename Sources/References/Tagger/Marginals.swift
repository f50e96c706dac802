/// How sure the model is of the labels it chose: the share of all paths' weight that goes through each of them.
///
/// The forward–backward algorithm in single precision, scaled at each word. O(words × 16²).
struct Marginals {
  private typealias Weights = SIMD16<Float>
  private let unit: Float
  private let matrices: [Weights]

  init(of model: TaggerModel) {
    unit = model.unit
    matrices = Joint.allCases.flatMap { joint in
      (0..<16).map { Self.exponential(Weights(model.transition(joint, from: $0)) * model.unit) }
    }
  }

  static let shipped = Marginals(of: .shipped)

  func confidences(unary: [SIMD16<Int16>], joints: [Joint], labels: [FieldLabel]) -> [Float] {
    let potentials = unary.map { scores in
      Self.exponential(Weights(SIMD16<Int16>(repeating: scores.max()) &- scores) * -unit)
    }
    var forward: [Weights] = []
    forward.reserveCapacity(unary.count)
    for t in unary.indices {
      var sum = Weights(repeating: t == 0 ? 1 : 0)
      if t > 0 { for label in 0..<16 { sum += matrices[row(joints[t], label)] * forward[t - 1][label] } }
      let weights = sum * potentials[t]
      forward.append(weights / max(weights.sum(), .leastNormalMagnitude))
    }
    var confidences = [Float](repeating: 0, count: unary.count)
    var backward = Weights(repeating: 1)
    for t in unary.indices.reversed() {
      let both = forward[t] * backward
      confidences[t] = both[Int(labels[t].rawValue)] / max(both.sum(), .leastNormalMagnitude)
      guard t > 0 else { break }
      let ahead = potentials[t] * backward
      for label in 0..<16 { backward[label] = (matrices[row(joints[t], label)] * ahead).sum() }
      backward /= max(backward.max(), .leastNormalMagnitude)
    }
    return confidences
  }

  private func row(_ joint: Joint, _ label: Int) -> Int { Int(joint.rawValue) * 16 + label }

  /// eˣ to four digits: 2 to the whole part by the exponent's bits, to the rest by a polynomial of degree 4.
  private static func exponential(_ x: Weights) -> Weights {
    let power = (x * 1.442_695).clamped(lowerBound: Weights(repeating: -126), upperBound: Weights(repeating: 126))
    let whole = power.rounded(.down)
    let rest = power - whole
    var polynomial = rest * 0.009_618_13 + 0.055_504_1
    polynomial = polynomial * rest + 0.240_226_5
    polynomial = polynomial * rest + 0.693_147_2
    polynomial = polynomial * rest + 1
    let bits = (SIMD16<Int32>(whole) &+ 127) &<< SIMD16<Int32>(repeating: 23)
    return polynomial * unsafeBitCast(bits, to: Weights.self)
  }
}

/// How sure the model is of the labels it chose: the share of all paths' weight that goes through each of them.
///
/// The forward–backward algorithm in single precision, scaled at each word. O(words × 16²).
struct Marginals {
  let model: TaggerModel

  func confidences(unary: [SIMD16<Int16>], transitions: [Transition], labels: [FieldLabel]) -> [Float] {
    let potentials = unary.map { scores in
      FastExponential.of(SIMD16<Float>(scores &- SIMD16<Int16>(repeating: scores.max())) * model.unit)
    }
    let matrices = transitions.map { transition in
      (0..<16).map { FastExponential.of(SIMD16<Float>(model.weights(transition, from: $0)) * model.unit) }
    }
    var forward: [SIMD16<Float>] = []
    forward.reserveCapacity(unary.count)
    for t in unary.indices {
      var sum = SIMD16<Float>(repeating: t == 0 ? 1 : 0)
      if t > 0 { for label in 0..<16 { sum += matrices[t][label] * forward[t - 1][label] } }
      let weights = sum * potentials[t]
      forward.append(weights / max(weights.sum(), .leastNormalMagnitude))
    }
    return backward(forward, potentials, matrices, labels)
  }

  private func backward(
    _ forward: [SIMD16<Float>], _ potentials: [SIMD16<Float>], _ matrices: [[SIMD16<Float>]], _ labels: [FieldLabel]
  ) -> [Float] {
    var confidences = [Float](repeating: 0, count: forward.count)
    var backward = SIMD16<Float>(repeating: 1)
    for t in forward.indices.reversed() {
      let both = forward[t] * backward
      confidences[t] = both[Int(labels[t].rawValue)] / max(both.sum(), .leastNormalMagnitude)
      guard t > 0 else { break }
      let ahead = potentials[t] * backward
      for label in 0..<16 { backward[label] = (matrices[t][label] * ahead).sum() }
      backward /= max(backward.max(), .leastNormalMagnitude)
    }
    return confidences
  }
}

/// eˣ of sixteen numbers at once, to four digits.
package enum FastExponential {
  /// 2 to the whole part by the exponent's bits, to the rest by a polynomial of degree 4.
  package static func of(_ x: SIMD16<Float>) -> SIMD16<Float> {
    let power = (x * 1.442_695).clamped(lowerBound: SIMD16(repeating: -126), upperBound: SIMD16(repeating: 126))
    let whole = power.rounded(.down)
    let rest = power - whole
    var polynomial = rest * 0.009_618_13 + 0.055_504_1
    polynomial = polynomial * rest + 0.240_226_5
    polynomial = polynomial * rest + 0.693_147_2
    polynomial = polynomial * rest + 1
    let bits = (SIMD16<Int32>(whole) &+ 127) &<< 23
    return polynomial * unsafeBitCast(bits, to: SIMD16<Float>.self)
  }
}

/// How sure the model is of the labels it chose: the share of all paths' weight that goes through each of them.
///
/// The forward–backward algorithm in single precision, scaled at each word. O(words × 16²). Buffers are kept from string to string.
struct Marginals {
  private let model: TaggerModel
  private var tables: TransitionPotentials
  private var potentials: [SIMD16<Float>] = []
  /// Where the table of each word's transition begins in `tables`.
  private var places: [Int] = []
  private var forward: [SIMD16<Float>] = []

  init(model: TaggerModel) {
    self.model = model
    tables = TransitionPotentials(model: model)
  }

  mutating func confidences(unary: [SIMD16<Int16>], transitions: [Transition], labels: [FieldLabel]) -> [Float] {
    prepare(unary, transitions)
    forward.removeAll(keepingCapacity: true)
    for t in potentials.indices {
      var sum = SIMD16<Float>(repeating: t == 0 ? 1 : 0)
      if t > 0 { for label in 0..<16 { sum += tables.rows[places[t] + label] * forward[t - 1][label] } }
      let weights = sum * potentials[t]
      forward.append(weights / max(weights.sum(), .leastNormalMagnitude))
    }
    return backward(labels)
  }

  private mutating func prepare(_ unary: [SIMD16<Int16>], _ transitions: [Transition]) {
    potentials.removeAll(keepingCapacity: true)
    for scores in unary {
      potentials.append(
        FastExponential.of(SIMD16(lanes: scores &- SIMD16<Int16>(repeating: scores.max())) * model.unit))
    }
    tables.makeRoom()
    places.removeAll(keepingCapacity: true)
    for transition in transitions { places.append(tables.place(of: transition)) }
  }

  private func backward(_ labels: [FieldLabel]) -> [Float] {
    var confidences = [Float](repeating: 0, count: forward.count)
    var backward = SIMD16<Float>(repeating: 1)
    for t in forward.indices.reversed() {
      let both = forward[t] * backward
      confidences[t] = both[Int(labels[t].rawValue)] / max(both.sum(), .leastNormalMagnitude)
      guard t > 0 else { break }
      let ahead = potentials[t] * backward
      var sum = SIMD16<Float>(repeating: 0)
      for label in 0..<16 { sum += tables.columns[places[t] + label] * ahead[label] }
      backward = sum / max(sum.max(), .leastNormalMagnitude)
    }
    return confidences
  }
}

/// The exponentials of the transition weights, for the transitions met so far: a list of references has few kinds of them.
private struct TransitionPotentials {
  private static let most = 1024
  private let model: TaggerModel
  private var places: [Transition: Int] = [:]
  /// Sixteen of each transition: row = label before, lane = label.
  private(set) var rows: [SIMD16<Float>] = []
  /// The same with rows and lanes exchanged.
  private(set) var columns: [SIMD16<Float>] = []

  init(model: TaggerModel) { self.model = model }

  /// Forgets all where there are too many; places found before are then no longer valid.
  mutating func makeRoom() {
    guard places.count > Self.most else { return }
    places.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    columns.removeAll(keepingCapacity: true)
  }

  /// Where the rows of a transition begin.
  mutating func place(of transition: Transition) -> Int {
    if let known = places[transition] { return known }
    let place = rows.count
    for label in 0..<16 {
      rows.append(FastExponential.of(SIMD16(lanes: model.weights(transition, from: label)) * model.unit))
    }
    for label in 0..<16 {
      var column = SIMD16<Float>(repeating: 0)
      for before in 0..<16 { column[before] = rows[place + before][label] }
      columns.append(column)
    }
    places[transition] = place
    return place
  }
}

extension SIMD16<Float> {
  /// The same sixteen numbers, lane by lane: the library's conversion is generic in what it rounds, and many times slower.
  fileprivate init(lanes whole: SIMD16<Int16>) {
    self.init()
    for lane in 0..<16 { self[lane] = Float(whole[lane]) }
  }
}

/// eˣ of sixteen numbers at once, to four digits.
package enum FastExponential {
  /// 2 to the whole part by the exponent's bits, to the rest by a polynomial of degree 4.
  ///
  /// Adding 1.5 · 2²³ rounds to a whole number and leaves it in the lowest bits, all lanes at once.
  package static func of(_ x: SIMD16<Float>) -> SIMD16<Float> {
    var power = x * 1.442_695
    power.replace(with: SIMD16(repeating: -126), where: power .< -126)
    power.replace(with: SIMD16(repeating: 126), where: power .> 126)
    let shifted = power - 0.5 + 12_582_912
    let rest = power - (shifted - 12_582_912)
    var polynomial = rest * 0.009_618_13 + 0.055_504_1
    polynomial = polynomial * rest + 0.240_226_5
    polynomial = polynomial * rest + 0.693_147_2
    polynomial = polynomial * rest + 1
    let bits = (unsafeBitCast(shifted, to: SIMD16<Int32>.self) &- (0x4B40_0000 - 127)) &<< 23
    return polynomial * unsafeBitCast(bits, to: SIMD16<Float>.self)
  }
}

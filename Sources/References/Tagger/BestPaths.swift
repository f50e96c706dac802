/// The best path through the labels of a string (Viterbi), over states of two labels: of the word, and of the stretch before its own.
///
/// So the model knows that a journal, not a publisher, follows the title that follows the authors. At each word only the states that
/// come near the best are followed: a handful of 256. O(words × states followed).
struct BestPaths {
  typealias Scores = SIMD16<Int16>
  /// A state that is followed: its label, the label of the stretch before times 16, and where its path came from.
  private struct State {
    var state: UInt8
    var score: Int16
    var back: Int32
    var label: Int { Int(state & 15) }
    var before: Int { Int(state >> 4) }
  }
  private var states: [State] = []
  /// Where each word's states begin; one more than words.
  private var starts: [Int32] = []
  private var rows: [Scores] = Array(repeating: Scores(repeating: Self.never), count: 16)
  private var backs: [Scores] = Array(repeating: SIMD16(repeating: 0), count: 16)
  /// Bits of the rows that hold scores.
  private var used: UInt16 = 0
  /// The score of a path that cannot be, far from overflow.
  private static let never: Int16 = -16_000
  /// How far behind the best a state may lie, in logarithms of odds.
  private static let reach: Float = 9

  mutating func run(unary: [Scores], transitions: [Transition], model: TaggerModel) {
    states.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    guard let first = unary.first else { return }
    let reach = Int16(min(4000, Self.reach / model.unit))
    let top = first.max()
    for label in 0..<16 where first[label] >= top &- reach {
      states.append(State(state: UInt8(label << 4 | label), score: first[label] &- top, back: -1))
    }
    starts.append(Int32(states.count))
    for t in 1..<max(1, unary.count) {
      advance(transitions[t], model)
      keep(unary[t], reach)
    }
    for index in Int(starts[unary.count - 1])..<states.count {
      states[index].score &+= model.stretch(Int(states[index].state))[states[index].label]
    }
  }

  /// Fills `rows` (by the label of the stretch before) with the best scores of the next word's labels, without its own; `used` tells which.
  private mutating func advance(_ transition: Transition, _ model: TaggerModel) {
    used = 0
    let range = Int(starts[starts.count - 2])..<Int(starts[starts.count - 1])
    var labels: UInt16 = 0
    for index in range {
      let (state, label) = (states[index], states[index].label)
      let candidate = model.stretch(Int(state.state)) &+ Scores(repeating: state.score)
      let back = Scores(repeating: Int16(truncatingIfNeeded: index - range.lowerBound))
      if labels & 1 << label == 0 {
        labels |= 1 << label
        rows[label] = candidate
        backs[label] = back
      } else {
        let isBetter = candidate .> rows[label]
        rows[label].replace(with: candidate, where: isBetter)
        backs[label].replace(with: back, where: isBetter)
      }
    }
    used = labels
    var rest = labels
    while rest != 0 {
      let label = rest.trailingZeroBitCount
      rest &= rest &- 1
      rows[label] = rows[label] &+ model.weights(transition, from: label)
      rows[label][label] = Self.never
    }
    for index in range {
      let state = states[index]
      let (label, before) = (state.label, state.before)
      if used & 1 << before == 0 {
        used |= 1 << before
        rows[before] = Scores(repeating: Self.never)
        backs[before] = Scores(repeating: 0)
      }
      let score = state.score &+ model.weights(transition, from: label)[label]
      if score > rows[before][label] {
        rows[before][label] = score
        backs[before][label] = Int16(truncatingIfNeeded: index - range.lowerBound)
      }
    }
  }

  /// Adds the word's own scores and keeps the states within reach of the best, whose score becomes 0.
  private mutating func keep(_ unary: Scores, _ reach: Int16) {
    var best = Scores(repeating: Int16.min)
    var rest = used
    while rest != 0 {
      let before = rest.trailingZeroBitCount
      rest &= rest &- 1
      rows[before] = rows[before] &+ unary
      best.replace(with: rows[before], where: rows[before] .> best)
    }
    let top = best.max()
    let last = starts[starts.count - 2]
    rest = used
    while rest != 0 {
      let before = rest.trailingZeroBitCount
      rest &= rest &- 1
      let isKept = rows[before] .>= Scores(repeating: top &- reach)
      guard any(isKept) else { continue }
      for label in 0..<16 where isKept[label] {
        states.append(
          State(state: UInt8(before << 4 | label), score: rows[before][label] &- top, back: last + Int32(backs[before][label])))
      }
    }
    starts.append(Int32(states.count))
  }

  /// The labels of the best path.
  mutating func follow(into labels: inout [FieldLabel]) {
    let words = starts.count - 1
    guard words > 0 else { return }
    var best = Int(starts[words - 1])
    for index in best..<states.count where states[index].score > states[best].score { best = index }
    for _ in 0..<words {
      labels.append(FieldLabel(rawValue: states[best].state & 15) ?? .note)
      best = Int(states[best].back)
    }
    labels.reverse()
  }

  /// The share of each label's best path among the best paths through every label of its word.
  func confidences(of labels: [FieldLabel], unary: [Scores], transitions: [Transition], model: TaggerModel) -> [Float] {
    var confidences = [Float](repeating: 0, count: labels.count)
    var ahead = [Int32](repeating: 0, count: states.count)
    for t in labels.indices.reversed() {
      let range = Int(starts[t])..<Int(starts[t + 1])
      if t + 1 < labels.count {
        let next = Int(starts[t + 1])..<Int(starts[t + 2])
        lookAhead(range, next, unary[t + 1], transitions[t + 1], model, &ahead)
      }
      confidences[t] = share(of: Int(labels[t].rawValue), in: range, ahead, model.unit)
    }
    return confidences
  }

  private func lookAhead(
    _ range: Range<Int>, _ next: Range<Int>, _ unary: Scores, _ transition: Transition, _ model: TaggerModel, _ ahead: inout [Int32]
  ) {
    for index in range {
      let state = states[index]
      let weights = model.weights(transition, from: state.label)
      let stretch = model.stretch(Int(state.state))
      var best = Int32(Self.never)
      for follower in next {
        let other = states[follower]
        let label = other.label
        var score = ahead[follower] + Int32(weights[label]) + Int32(unary[label])
        if other.state != state.state {
          guard other.before == state.label, label != state.label else { continue }
          score += Int32(stretch[label])
        }
        best = max(best, score)
      }
      ahead[index] = best
    }
    let top = range.reduce(Int32.min) { max($0, ahead[$1]) }
    for index in range { ahead[index] -= top }
  }

  private func share(of label: Int, in range: Range<Int>, _ ahead: [Int32], _ unit: Float) -> Float {
    var best = SIMD16<Float>(repeating: -1e4)
    for index in range {
      let score = Float(Int32(states[index].score) + ahead[index])
      best[states[index].label] = max(best[states[index].label], score)
    }
    let shares = FastExponential.of((best - best.max()) * unit)
    return shares[label] / shares.sum()
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

import References

/// The weights that join neighbouring words, as rows of 16: transition tables (row: label before), then the first word, then the last.
package struct ChainWeights {
  package var rows: [SIMD16<Float>]
  package init(repeating value: Float = 0) {
    rows = Array(repeating: SIMD16(repeating: value), count: TaggerModel.chainRowCount)
  }
}

/// Forward and backward sums over the labels of one string. Buffers are kept from string to string.
struct ChainLattice {
  typealias Scores = SIMD16<Float>
  var unary: [Scores] = []
  private(set) var probabilities: [Scores] = []
  private var count = 0
  private var potentials: [Scores] = []
  private var matrices: [Scores] = []
  private var alpha: [Scores] = []
  private var gradient: [Scores] = Array(repeating: Scores(repeating: 0), count: TaggerModel.chainRowCount)
  private var touched: [Int32] = []
  private var isTouched = [Bool](repeating: false, count: TaggerModel.chainRowCount)
  private static let floor: Float = 1e-6

  mutating func open(_ words: Int) {
    count = words
    guard unary.count < words else { return }
    unary = Array(repeating: Scores(repeating: 0), count: words * 2)
    probabilities = unary
    potentials = unary
    alpha = unary
    matrices = Array(repeating: Scores(repeating: 0), count: words * 32)
  }

  /// Fills `probabilities` and the gradients of the chain; the log-likelihood of the labels.
  mutating func run(_ sequence: TrainingSequence, _ chain: ChainWeights) -> Float {
    unary[0] += chain.rows[TaggerModel.firstRow]
    unary[count - 1] += chain.rows[TaggerModel.lastRow]
    let log = prepare(sequence, chain) + forward()
    backward(sequence)
    return gold(sequence, chain) - log
  }

  private mutating func prepare(_ sequence: TrainingSequence, _ chain: ChainWeights) -> Float {
    var log: Float = 0
    for t in 0..<count {
      let top = unary[t].max()
      potentials[t] = FastExponential.of(unary[t] - top)
      log += top
      guard t > 0 else { continue }
      let bases = Self.bases(sequence.transitions[t])
      for label in 0..<16 {
        matrices[t * 16 + label] = FastExponential.of(
          chain.rows[bases.0 + label] + chain.rows[bases.1 + label] + chain.rows[bases.2 + label])
      }
    }
    return log
  }

  private static func bases(_ transition: Transition) -> (Int, Int, Int) {
    (Int(transition.joint) * 16, Int(transition.forms) * 16, Int(transition.kind) * 16)
  }

  private mutating func forward() -> Float {
    var log: Float = 0
    for t in 0..<count {
      var sum = potentials[t]
      if t > 0 {
        var reached = Scores(repeating: 0)
        for label in 0..<16 { reached += alpha[t - 1][label] * matrices[t * 16 + label] }
        sum *= reached
      }
      let total = max(sum.sum(), .leastNormalMagnitude)
      alpha[t] = sum / total
      log += logarithm(total)
    }
    return log
  }

  private mutating func backward(_ sequence: TrainingSequence) {
    var beta = Scores(repeating: 1)
    for t in stride(from: count - 1, through: 0, by: -1) {
      let both = alpha[t] * beta
      probabilities[t] = both / max(both.sum(), .leastNormalMagnitude)
      if t > 0 { beta = back(t, beta, sequence) }
    }
    add(probabilities[0], at: TaggerModel.firstRow)
    add(probabilities[count - 1], at: TaggerModel.lastRow)
  }

  /// From the sums behind word `t` to those behind the word before.
  private mutating func back(_ t: Int, _ beta: Scores, _ sequence: TrainingSequence) -> Scores {
    let ahead = potentials[t] * beta
    var next = Scores(repeating: 0)
    for label in 0..<16 { next[label] = (matrices[t * 16 + label] * ahead).sum() }
    let unit = 1 / max((next * alpha[t - 1]).sum(), .leastNormalMagnitude)
    let bases = Self.bases(sequence.transitions[t])
    for label in 0..<16 where alpha[t - 1][label] > Self.floor {
      let pair = matrices[t * 16 + label] * ahead * (alpha[t - 1][label] * unit)
      add(pair, at: bases.0 + label)
      add(pair, at: bases.1 + label)
      add(pair, at: bases.2 + label)
    }
    return next / max(next.max(), .leastNormalMagnitude)
  }

  private mutating func add(_ value: Scores, at row: Int) {
    if !isTouched[row] {
      isTouched[row] = true
      touched.append(Int32(row))
    }
    gradient[row] += value
  }

  /// The score of the labels; their own share is taken off the gradients.
  private mutating func gold(_ sequence: TrainingSequence, _ chain: ChainWeights) -> Float {
    var score: Float = 0
    for t in 0..<count {
      let label = Int(sequence.labels[t])
      var own = Scores(repeating: 0)
      own[label] = -1
      score += unary[t][label]
      if t == 0 { add(own, at: TaggerModel.firstRow) }
      if t == count - 1 { add(own, at: TaggerModel.lastRow) }
      guard t > 0 else { continue }
      let (last, bases) = (Int(sequence.labels[t - 1]), Self.bases(sequence.transitions[t]))
      for base in [bases.0, bases.1, bases.2] {
        score += chain.rows[base + last][label]
        add(own, at: base + last)
      }
    }
    return score
  }

  /// Steps down the gradients that the last string left.
  mutating func apply(to chain: inout ChainWeights, squares: inout ChainWeights, rate: Float, weight: Float) {
    for row in touched.map(Int.init) {
      let step = gradient[row] * weight
      squares.rows[row] += step * step
      chain.rows[row] -= step * rate / squares.rows[row].squareRoot()
      gradient[row] = Scores(repeating: 0)
      isTouched[row] = false
    }
    touched.removeAll(keepingCapacity: true)
  }
}

/// A small seeded generator (Steele, Lea & Flood, OOPSLA 2014), so that training gives the same bytes each time.
package struct SplitMix64: RandomNumberGenerator {
  package var state: UInt64
  package init(state: UInt64) { self.state = state }
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
  mutating func unit() -> Float { Float(next() >> 40) / Float(1 << 24) }
}

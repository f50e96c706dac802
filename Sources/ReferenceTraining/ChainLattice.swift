import References

/// The weights that join neighbouring words, as rows of 16.
///
/// Transition tables (row: label before), then the two ends (first word, last word), then for every label and the label of the stretch
/// before it the weights of the label of the next stretch.
struct ChainWeights {
  var rows: [SIMD16<Float>]
  init(repeating value: Float = 0) {
    rows = Array(repeating: SIMD16(repeating: value), count: TaggerModel.chainRowCount)
  }
}

/// Forward and backward sums of one string over states of two labels: of the word, and of the stretch before its own.
///
/// A string's first stretch has itself in the second place. Buffers are kept from string to string.
struct ChainLattice {
  typealias Scores = SIMD16<Float>
  var unary: [Scores] = []
  private(set) var probabilities: [Scores] = []
  private var count = 0
  private var potentials: [Scores] = []
  private var matrices: [Scores] = []
  /// Row: the label of the stretch before; lane: the label.
  private var alpha: [Scores] = []
  private var beta: [Scores] = []
  private var next: [Scores] = []
  private var stretches: [Scores] = Array(repeating: Scores(repeating: 0), count: 256)
  private var ends: [Scores] = Array(repeating: Scores(repeating: 0), count: 16)
  private var gradient: [Scores] = Array(repeating: Scores(repeating: 0), count: TaggerModel.chainRowCount)
  private var touched: [Int32] = []
  private var isTouched = [Bool](repeating: false, count: TaggerModel.chainRowCount)
  private static let floor: Float = 1e-6

  mutating func open(_ words: Int) {
    count = words
    let zero = Scores(repeating: 0)
    if unary.count < words {
      unary = Array(repeating: zero, count: words * 2)
      probabilities = unary
      potentials = unary
      matrices = Array(repeating: zero, count: words * 32)
      alpha = matrices
    }
    if beta.isEmpty {
      beta = Array(repeating: zero, count: 16)
      next = beta
    }
  }

  /// Fills `probabilities` and the gradients of the chain; the log-likelihood of the labels.
  mutating func run(_ sequence: TrainingSequence, _ chain: ChainWeights) -> Float {
    unary[0] += chain.rows[TaggerModel.firstRow]
    unary[count - 1] += chain.rows[TaggerModel.lastRow]
    var log = prepare(sequence, chain)
    log += forward()
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
    for state in 0..<256 {
      var row = FastExponential.of(chain.rows[TaggerModel.stretchRow + state])
      ends[state >> 4][state & 15] = row[state & 15]
      row[state & 15] = 0
      stretches[state] = row
    }
    return log
  }

  private static func bases(_ transition: Transition) -> (Int, Int, Int) {
    (Int(transition.joint) * 16, Int(transition.forms) * 16, Int(transition.kind) * 16)
  }

  private func diagonal(_ t: Int) -> Scores {
    var diagonal = Scores(repeating: 0)
    for label in 0..<16 { diagonal[label] = matrices[t * 16 + label][label] }
    return diagonal
  }

  private mutating func forward() -> Float {
    for label in 0..<16 {
      var row = Scores(repeating: 0)
      row[label] = potentials[0][label]
      alpha[label] = row
    }
    var log = scale(0)
    for t in 1..<max(1, count) {
      let diagonal = diagonal(t)
      for before in 0..<16 { alpha[t * 16 + before] = alpha[(t - 1) * 16 + before] * diagonal }
      for label in 0..<16 {
        var sum = Scores(repeating: 0)
        for before in 0..<16 {
          let share = alpha[(t - 1) * 16 + before][label]
          if share > Self.floor { sum += share * stretches[before << 4 | label] }
        }
        alpha[t * 16 + label] += sum * matrices[t * 16 + label]
      }
      for before in 0..<16 { alpha[t * 16 + before] *= potentials[t] }
      log += scale(t)
    }
    var total: Float = 0
    for before in 0..<16 { total += (alpha[(count - 1) * 16 + before] * ends[before]).sum() }
    return log + logarithm(total)
  }

  private mutating func scale(_ t: Int) -> Float {
    var sum = Scores(repeating: 0)
    for before in 0..<16 { sum += alpha[t * 16 + before] }
    let total = max(sum.sum(), .leastNormalMagnitude)
    for before in 0..<16 { alpha[t * 16 + before] /= total }
    return logarithm(total)
  }

  private mutating func add(_ value: Scores, at row: Int) {
    if !isTouched[row] {
      isTouched[row] = true
      touched.append(Int32(row))
    }
    gradient[row] += value
  }

  private mutating func backward(_ sequence: TrainingSequence) {
    for before in 0..<16 { beta[before] = ends[before] }
    var total: Float = 0
    for before in 0..<16 { total += (alpha[(count - 1) * 16 + before] * beta[before]).sum() }
    for before in 0..<16 {
      for label in 0..<16 {
        let share = alpha[(count - 1) * 16 + before][label] * beta[before][label] / total
        if share > Self.floor {
          var value = Scores(repeating: 0)
          value[label] = share
          add(value, at: TaggerModel.stretchRow + (before << 4 | label))
        }
      }
    }
    for t in stride(from: count - 1, through: 0, by: -1) {
      var both = Scores(repeating: 0)
      for before in 0..<16 { both += alpha[t * 16 + before] * beta[before] }
      probabilities[t] = both / max(both.sum(), .leastNormalMagnitude)
      if t > 0 { back(t, sequence) }
    }
    add(probabilities[0], at: TaggerModel.firstRow)
    add(probabilities[count - 1], at: TaggerModel.lastRow)
  }

  /// From the sums behind word `t` to those behind the word before.
  private mutating func back(_ t: Int, _ sequence: TrainingSequence) {
    let diagonal = diagonal(t)
    for before in 0..<16 {
      beta[before] *= potentials[t]
      next[before] = beta[before] * diagonal
    }
    var total: Float = 0
    for label in 0..<16 {
      let ahead = matrices[t * 16 + label] * beta[label]
      for before in 0..<16 where alpha[(t - 1) * 16 + before][label] > Self.floor {
        next[before][label] += (stretches[before << 4 | label] * ahead).sum()
      }
    }
    for before in 0..<16 { total += (alpha[(t - 1) * 16 + before] * next[before]).sum() }
    let unit = 1 / max(total, .leastNormalMagnitude)
    let bases = Self.bases(sequence.transitions[t])
    for label in 0..<16 {
      let ahead = matrices[t * 16 + label] * beta[label]
      var sum = Scores(repeating: 0)
      var isAlive = false
      for before in 0..<16 {
        let share = alpha[(t - 1) * 16 + before][label]
        guard share > Self.floor else { continue }
        isAlive = true
        let pair = stretches[before << 4 | label] * ahead * (share * unit)
        add(pair, at: TaggerModel.stretchRow + (before << 4 | label))
        sum += pair
        sum[label] += share * unit * diagonal[label] * beta[before][label]
      }
      guard isAlive else { continue }
      add(sum, at: bases.0 + label)
      add(sum, at: bases.1 + label)
      add(sum, at: bases.2 + label)
    }
    let top = next.reduce(Float(0)) { max($0, $1.max()) }
    for before in 0..<16 { beta[before] = next[before] / top }
  }

  /// The score of the labels; their own share is taken off the gradients.
  private mutating func gold(_ sequence: TrainingSequence, _ chain: ChainWeights) -> Float {
    var score: Float = 0
    var before = Int(sequence.labels[0])
    func one(_ lane: Int) -> Scores {
      var row = Scores(repeating: 0)
      row[lane] = -1
      return row
    }
    for t in 0..<count {
      let label = Int(sequence.labels[t])
      score += unary[t][label]
      guard t > 0 else { continue }
      let last = Int(sequence.labels[t - 1])
      let bases = Self.bases(sequence.transitions[t])
      for row in [bases.0 + last, bases.1 + last, bases.2 + last] {
        score += chain.rows[row][label]
        add(one(label), at: row)
      }
      if label != last {
        let row = TaggerModel.stretchRow + (before << 4 | last)
        score += chain.rows[row][label]
        add(one(label), at: row)
        before = last
      }
    }
    let last = Int(sequence.labels[count - 1])
    score += chain.rows[TaggerModel.stretchRow + (before << 4 | last)][last]
    add(one(last), at: TaggerModel.stretchRow + (before << 4 | last))
    add(one(Int(sequence.labels[0])), at: TaggerModel.firstRow)
    add(one(last), at: TaggerModel.lastRow)
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
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
  mutating func unit() -> Float { Float(next() >> 40) / Float(1 << 24) }
}

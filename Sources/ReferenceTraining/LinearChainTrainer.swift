import References

/// A string ready for the trainer: its features as row numbers, its transitions and its labels.
struct TrainingSequence {
  /// `TaggerFeatures.count` for every word; -1 where the feature is too rare.
  var rows: [Int32]
  var transitions: [Transition]
  var labels: [UInt8]
  var weight: Float
}

/// A linear-chain conditional random field (Lafferty, McCallum & Pereira, ICML 2001), trained by stochastic gradients with an exact
/// L2 penalty (Bottou, COMPSTAT 2010: the weights are kept times a common factor, so that decay costs nothing).
///
/// One vector of 16 weights for every feature.
struct LinearChainTrainer {
  typealias Scores = SIMD16<Float>
  private(set) var weights: [Scores]
  /// `Transition.tableCount` × 16 rows: the row is the label before. The last two rows: the first word, and the last.
  private(set) var transitions: [Scores]
  private var factor: Float = 1
  private var steps: Float = 0
  private var passes: Float = 0
  /// Sums of the weights after each pass that counts, for their mean.
  private var sums: [Scores] = []
  private var transitionSums: [Scores] = []
  private let options: Options
  private var random: SplitMix64

  struct Options {
    var rate: Float = 0.1
    /// Strength of the penalty, in strings: 1 weighs it like one string.
    var penalty: Float = 1
    var dropout: Float = 0.5
    var stringCount: Int
    var seed: UInt64 = 7
    var burnIn: Float = 3
  }

  init(rowCount: Int, options: Options) {
    weights = Array(repeating: Scores(repeating: 0), count: rowCount)
    transitions = Array(repeating: Scores(repeating: 0), count: Transition.tableCount * 16 + 2)
    self.options = options
    random = SplitMix64(state: options.seed)
  }

  var startRow: Int { transitions.count - 2 }
  var endRow: Int { transitions.count - 1 }

  /// One pass over all sequences in a fresh order; the mean negative log-likelihood of a string.
  mutating func pass(over sequences: [TrainingSequence]) -> Double {
    var order = Array(sequences.indices)
    order.shuffle(using: &random)
    var loss = 0.0
    for index in order { loss += Double(step(sequences[index])) }
    for row in weights.indices { weights[row] *= factor }
    factor = 1
    remember()
    return loss / Double(max(1, sequences.count))
  }

  /// Averaged weights generalise better than the last ones (Polyak & Juditsky, SIAM J. Control Optim. 1992); early passes are left out.
  private mutating func remember() {
    passes += 1
    guard passes > options.burnIn else { return }
    if sums.isEmpty {
      sums = weights
      transitionSums = transitions
    } else {
      for row in sums.indices { sums[row] += weights[row] }
      for row in transitionSums.indices { transitionSums[row] += transitions[row] }
    }
  }

  /// The trainer with the mean of its weights over all passes that count.
  func averaged() -> LinearChainTrainer {
    guard !sums.isEmpty else { return self }
    var result = self
    let share = 1 / (passes - options.burnIn)
    result.weights = sums.map { $0 * share }
    result.transitions = transitionSums.map { $0 * share }
    return result
  }

  private mutating func step(_ sequence: TrainingSequence) -> Float {
    let n = sequence.labels.count
    guard n > 0 else { return 0 }
    let lambda = options.penalty / Float(options.stringCount)
    let rate = options.rate / (1 + options.rate * lambda * steps)
    steps += 1
    let width = TaggerFeatures.count
    let keep = 1 - options.dropout
    var kept = sequence.rows
    if options.dropout > 0 { for index in kept.indices where random.unit() < options.dropout { kept[index] = -1 } }
    var unary: [Scores] = []
    unary.reserveCapacity(n)
    for t in 0..<n {
      var sum = Scores(repeating: 0)
      for slot in t * width..<(t + 1) * width where kept[slot] >= 0 { sum += weights[Int(kept[slot])] }
      unary.append(sum * (factor / keep))
    }
    unary[0] += transitions[startRow]
    unary[n - 1] += transitions[endRow]
    let (probabilities, pairs, logLikelihood) = Inference.run(unary, sequence, transitions)
    factor *= 1 - rate * lambda
    let scale = sequence.weight * rate
    for t in 0..<n {
      var gradient = probabilities[t]
      gradient[Int(sequence.labels[t])] -= 1
      gradient *= scale
      if t == 0 { transitions[startRow] -= gradient }
      if t == n - 1 { transitions[endRow] -= gradient }
      if gradient.max() < 1e-6 && gradient.min() > -1e-6 { continue }
      gradient *= 1 / (factor * keep)
      for slot in t * width..<(t + 1) * width where kept[slot] >= 0 { weights[Int(kept[slot])] -= gradient }
    }
    for (row, gradient) in pairs { transitions[row] -= gradient * scale }
    return -logLikelihood
  }
}

/// Forward and backward sums of one sequence.
enum Inference {
  typealias Scores = SIMD16<Float>

  static func run(
    _ unary: [Scores], _ sequence: TrainingSequence, _ transitions: [Scores]
  ) -> (probabilities: [Scores], pairs: [(Int, Scores)], logLikelihood: Float) {
    let n = unary.count
    let matrices = sequence.transitions.map { transition in
      (0..<16).map { label in
        FastExponential.of(
          transitions[Int(transition.joint) * 16 + label] + transitions[Int(transition.forms) * 16 + label]
            + transitions[Int(transition.kind) * 16 + label])
      }
    }
    var potentials: [Scores] = []
    var log: Float = 0
    for scores in unary {
      let top = scores.max()
      potentials.append(FastExponential.of(scores - top))
      log += top
    }
    var alpha: [Scores] = []
    for t in 0..<n {
      var next = potentials[t]
      if t > 0 {
        let matrix = matrices[t]
        var sum = Scores(repeating: 0)
        for i in 0..<16 { sum += alpha[t - 1][i] * matrix[i] }
        next *= sum
      }
      let total = next.sum()
      alpha.append(next / total)
      log += logarithm(total)
    }
    var beta = Scores(repeating: 1)
    var probabilities = Array(repeating: Scores(repeating: 0), count: n)
    var pairs: [Int: Scores] = [:]
    for t in stride(from: n - 1, through: 0, by: -1) {
      let joint = alpha[t] * beta
      probabilities[t] = joint / joint.sum()
      guard t > 0 else { continue }
      let matrix = matrices[t]
      let ahead = potentials[t] * beta
      var back = Scores(repeating: 0)
      var total: Float = 0
      let bases = [
        Int(sequence.transitions[t].joint) * 16, Int(sequence.transitions[t].forms) * 16, Int(sequence.transitions[t].kind) * 16,
      ]
      var rows: [Scores] = []
      for i in 0..<16 {
        let row = matrix[i] * ahead
        back[i] = row.sum()
        rows.append(row * alpha[t - 1][i])
      }
      total = (back * alpha[t - 1]).sum()
      for i in 0..<16 {
        let before = Int(sequence.labels[t - 1])
        var gradient = rows[i] / total
        if i == before { gradient[Int(sequence.labels[t])] -= 1 }
        guard alpha[t - 1][i] > 1e-5 || i == before else { continue }
        for base in bases { pairs[base + i, default: Scores(repeating: 0)] += gradient }
      }
      beta = back / back.max()
    }
    var gold: Float = 0
    for t in 0..<n {
      gold += unary[t][Int(sequence.labels[t])]
      guard t > 0 else { continue }
      for table in [sequence.transitions[t].joint, sequence.transitions[t].forms, sequence.transitions[t].kind] {
        gold += transitions[Int(table) * 16 + Int(sequence.labels[t - 1])][Int(sequence.labels[t])]
      }
    }
    return (probabilities, pairs.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, gold - log)
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

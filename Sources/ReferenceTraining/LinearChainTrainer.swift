import References

/// How the features of a word are laid out, so that a trainer can hide some.
package struct FeatureLayout: Sendable {
  /// Features of each word.
  package var width: Int
  /// Those that read the letters of a word, by how far before (−) or behind it the word that carries them stands.
  package var letterTemplates: [(offset: Int, templates: Range<Int>)]

  package init(width: Int, letterTemplates: [(offset: Int, templates: Range<Int>)]) {
    self.width = width
    self.letterTemplates = letterTemplates
  }
}

/// A string ready for the trainer: its features as row numbers, its transitions and its labels.
struct TrainingSequence {
  /// `FeatureLayout.width` for every word; -1 where the feature is too rare.
  var rows: [Int32]
  var transitions: [Transition]
  var labels: [UInt8]
  var weight: Float
}

/// A linear-chain conditional random field (Lafferty, McCallum & Pereira, ICML 2001), trained by stochastic gradients with a step of its
/// own for each weight (AdaGrad: Duchi, Hazan & Singer, JMLR 2011) and a part of the features hidden from each step.
///
/// One vector of 16 weights for every feature.
struct LinearChainTrainer {
  typealias Scores = SIMD16<Float>
  private(set) var weights: [Scores]
  private(set) var chain: ChainWeights
  private var squares: [Scores]
  private var chainSquares: ChainWeights
  private var passes: Float = 0
  /// Sums of the weights after each pass that counts, for their mean.
  private var sums: [Scores] = []
  private var chainSums = ChainWeights()
  private let layout: FeatureLayout
  private let options: Options
  private var random: SplitMix64
  /// One over the number of strings of each feature: the chance that a string like these lacks a feature which they have.
  private let rarities: [Float]
  private var lattice = ChainLattice()
  private var kept: [Int32] = []

  struct Options {
    var rate: Float = 0.05
    /// Share of a weight that a step which touches it takes away.
    var penalty: Float = 1e-4
    /// Share of a word's features that are hidden from a step.
    var dropout: Float = 0.5
    /// Share of the words whose letters are hidden from a step, so that words never seen are read by their place and form.
    var unknown: Float = 0.1
    var seed: UInt64 = 7
    var burnIn: Float = 3
  }

  /// `frequencies`: in how many strings each feature occurs.
  init(frequencies: [Int32], layout: FeatureLayout, options: Options) {
    self.layout = layout
    weights = Array(repeating: Scores(repeating: 0), count: frequencies.count)
    squares = Array(repeating: Scores(repeating: 0.01), count: frequencies.count)
    rarities = frequencies.map { 1 / Float($0) }
    chain = ChainWeights()
    chainSquares = ChainWeights(repeating: 0.01)
    self.options = options
    random = SplitMix64(state: options.seed)
  }

  /// One pass over all sequences in a fresh order; the mean negative log-likelihood of a string.
  mutating func pass(over sequences: [TrainingSequence]) -> Double {
    var order = Array(sequences.indices)
    order.shuffle(using: &random)
    var loss = 0.0
    for index in order { loss -= Double(step(sequences[index])) }
    remember()
    return loss / Double(max(1, sequences.count))
  }

  /// Averaged weights generalise better than the last ones (Polyak & Juditsky, SIAM J. Control Optim. 1992); early passes are left out.
  private mutating func remember() {
    passes += 1
    guard passes > options.burnIn else { return }
    if sums.isEmpty {
      sums = weights
      chainSums = chain
    } else {
      for row in sums.indices { sums[row] += weights[row] }
      for row in chainSums.rows.indices { chainSums.rows[row] += chain.rows[row] }
    }
  }

  /// The mean of the weights over all passes that count.
  func averaged() -> (weights: [Scores], chain: ChainWeights) {
    guard !sums.isEmpty else { return (weights, chain) }
    let share = 1 / (passes - options.burnIn)
    var mean = chainSums
    for row in mean.rows.indices { mean.rows[row] *= share }
    return (sums.map { $0 * share }, mean)
  }

  /// Fills `kept` with the features that this step sees.
  private mutating func hide(_ sequence: TrainingSequence, _ words: Int) {
    kept.removeAll(keepingCapacity: true)
    for row in sequence.rows {
      guard row >= 0, options.dropout > 0 else {
        kept.append(row)
        continue
      }
      let isHidden = random.unit() < options.dropout || random.unit() < rarities[Int(row)]
      kept.append(isHidden ? -1 : row)
    }
    for t in 0..<words where options.unknown > 0 && random.unit() < options.unknown {
      for (offset, templates) in layout.letterTemplates where (0..<words).contains(t + offset) {
        for template in templates { kept[(t + offset) * layout.width + template] = -1 }
      }
    }
  }

  private mutating func step(_ sequence: TrainingSequence) -> Float {
    let n = sequence.labels.count
    guard n > 0 else { return 0 }
    let width = layout.width
    let scale = 1 / (1 - options.dropout)
    hide(sequence, n)
    lattice.open(n)
    kept.withUnsafeBufferPointer { kept in
      weights.withUnsafeBufferPointer { weights in
        for t in 0..<n {
          var sum = Scores(repeating: 0)
          for slot in t * width..<(t + 1) * width where kept[slot] >= 0 { sum += weights[Int(kept[slot])] }
          lattice.unary[t] = sum * scale
        }
      }
    }
    let likelihood = lattice.run(sequence, chain)
    let rate = options.rate
    let decay = 1 - options.penalty
    kept.withUnsafeBufferPointer { kept in
      weights.withUnsafeMutableBufferPointer { weights in
        squares.withUnsafeMutableBufferPointer { squares in
          for t in 0..<n {
            var gradient = lattice.probabilities[t]
            gradient[Int(sequence.labels[t])] -= 1
            gradient *= sequence.weight
            if gradient.max() < 1e-4 && gradient.min() > -1e-4 { continue }
            let square = gradient * gradient
            for slot in t * width..<(t + 1) * width where kept[slot] >= 0 {
              let row = Int(kept[slot])
              squares[row] += square
              weights[row] = weights[row] * decay - gradient * rate / squares[row].squareRoot()
            }
          }
        }
      }
    }
    lattice.apply(to: &chain, squares: &chainSquares, rate: rate, weight: sequence.weight)
    return likelihood
  }
}

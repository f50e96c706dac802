/// Weights of named features for one or more classes, as text: one feature a line, its name and a number for each class.
public struct LinearWeights: Hashable, Sendable {
  /// How many numbers a line has.
  public let classes: Int
  private let weights: [String: [Double]]

  /// Lines that are malformed are left out.
  public init(_ text: String, classes: Int) {
    self.classes = classes
    var weights: [String: [Double]] = [:]
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: " ")
      let numbers = fields.dropFirst().compactMap { Double($0) }
      if let name = fields.first, numbers.count == classes { weights[String(name)] = numbers }
    }
    self.weights = weights
  }

  public init(_ weights: [String: [Double]], classes: Int) {
    self.classes = classes
    self.weights = weights
  }

  /// The text that `init(_:classes:)` reads, by name, three decimals.
  public var text: String {
    weights.keys.sorted().map { name in
      ([name] + (weights[name] ?? []).map { "\(($0 * 1000).rounded() / 1000)" }).joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// The sum of weight times value for each class; features without weights count nothing.
  public func scores(_ features: [String: Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: classes)
    for (name, value) in features.sorted(by: { $0.key < $1.key }) {
      guard let own = weights[name] else { continue }
      for index in sums.indices { sums[index] += own[index] * value }
    }
    return sums
  }
}

/// e to a power and what is made of it, without Foundation.
enum Exponential {
  /// Shares that sum to 1, larger for larger scores.
  static func shares(_ scores: [Double]) -> [Double] {
    let most = scores.max() ?? 0
    let powers = scores.map { power($0 - most) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// eˣ for x ≤ 0 or small: the series at x / 2ⁿ, squared n times; exact to some 1e-13.
  static func power(_ exponent: Double) -> Double {
    guard exponent > -700 else { return 0 }
    var halvings = 0
    var small = exponent
    while abs(small) > 0.5 {
      small /= 2
      halvings += 1
    }
    var sum = 1.0
    var term = 1.0
    for step in 1...14 {
      term *= small / Double(step)
      sum += term
    }
    for _ in 0..<halvings { sum *= sum }
    return sum
  }
}

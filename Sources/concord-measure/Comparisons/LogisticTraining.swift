import Evidence
import Foundation

/// Fits weights of named features to classes: multinomial logistic regression with a penalty on squares, by gradient steps whose length
/// adapts to each weight (Kingma and Ba 2015). Nothing is random: the same examples give the same weights.
struct LogisticTraining {
  struct Example {
    var features: [String: Double]
    var label: Int
    var weight: Double
  }
  var classes: Int
  /// Strength of the penalty, beside the sum of the examples' weights.
  var penalty: Double
  var steps = 400

  func weights(of examples: [Example]) -> [String: [Double]] {
    let names = Set(examples.flatMap(\.features.keys)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    let rows = examples.map { example in
      example.features.sorted { $0.key < $1.key }.compactMap { name, value in numbers[name].map { ($0, value) } }
    }
    var parameters = [Double](repeating: 0, count: names.count * classes)
    var mean = parameters
    var square = parameters
    for step in 1...steps {
      let gradient = gradient(rows, examples, parameters)
      let rate = 0.05 * (1 - Double(step) / Double(steps + 1))
      for index in parameters.indices {
        mean[index] = 0.9 * mean[index] + 0.1 * gradient[index]
        square[index] = 0.999 * square[index] + 0.001 * gradient[index] * gradient[index]
        let first = mean[index] / (1 - pow(0.9, Double(step)))
        let second = square[index] / (1 - pow(0.999, Double(step)))
        parameters[index] -= rate * first / (second.squareRoot() + 1e-9)
      }
    }
    return Dictionary(
      uniqueKeysWithValues: names.indices.map { (names[$0], Array(parameters[$0 * classes..<($0 + 1) * classes])) })
  }

  private func gradient(_ rows: [[(Int, Double)]], _ examples: [Example], _ parameters: [Double]) -> [Double] {
    var gradient = parameters.map { $0 * penalty }
    var scores = [Double](repeating: 0, count: classes)
    for (row, example) in zip(rows, examples) {
      for index in scores.indices { scores[index] = 0 }
      for (feature, value) in row {
        for index in scores.indices { scores[index] += parameters[feature * classes + index] * value }
      }
      let most = scores.max() ?? 0
      var sum = 0.0
      for index in scores.indices {
        scores[index] = exp(scores[index] - most)
        sum += scores[index]
      }
      for index in scores.indices {
        let error = example.weight * (scores[index] / sum - (index == example.label ? 1 : 0))
        for (feature, value) in row { gradient[feature * classes + index] += error * value }
      }
    }
    return gradient
  }
}

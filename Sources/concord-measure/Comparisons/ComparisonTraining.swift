import ArgumentParser
import Evidence
import Foundation
import Literature

/// Learns from questions with known answers which passages are evidence, and what they state.
struct ComparisonTraining {
  typealias Document = (article: String, document: ComparisonDocument, items: [ComparisonGold.Item])

  /// Passages of one question that the ranker learns from: all evidence, and of the others those that hold most of the outcome.
  private static let rivals = 40

  static func model(from documents: [Document]) -> ComparisonModel {
    var ranking: [LogisticTraining.Example] = []
    var effects: [LogisticTraining.Example] = []
    var answered: [(label: Int, right: [Int], examples: [ComparisonDocument.Example])] = []
    for (_, document, items) in documents {
      for item in items {
        let examples = document.examples(for: item.question)
        let texts = examples.map { document.extract.passages[$0.passage].text }
        let right = examples.indices.filter { item.isEvidence(texts[$0]) }
        guard !right.isEmpty else { continue }
        let rivals = examples.indices.filter { !right.contains($0) }.sorted {
          let (first, second) = (examples[$0].evidence["outcome"] ?? 0, examples[$1].evidence["outcome"] ?? 0)
          return (second, $0) < (first, $1)
        }.prefix(Self.rivals)
        ranking += right.map { .init(features: withBias(examples[$0].evidence), label: 1, weight: 1 / Double(right.count)) }
        ranking += rivals.map { .init(features: withBias(examples[$0].evidence), label: 0, weight: 3 / Double(rivals.count)) }
        answered.append((item.label, right, examples))
      }
    }
    let ranker = LogisticTraining(classes: 2, penalty: 1).weights(of: ranking).mapValues { [$0[1] - $0[0]] }
    let weights = LinearWeights(ranker, classes: 1)
    for (label, right, examples) in answered {
      // What will be read is the passage ranked first, right or not: it is learnt from beside the marked ones.
      let first = examples.indices.max {
        (weights.scores(examples[$0].evidence)[0], -$0) < (weights.scores(examples[$1].evidence)[0], -$1)
      }
      let read = right + [first].compactMap { $0 }
      effects += read.map { .init(features: examples[$0].effect, label: label, weight: 1 / Double(read.count)) }
    }
    let effect = LogisticTraining(classes: 3, penalty: 6).weights(of: effects)
    return ComparisonModel(ranker: weights, effects: LinearWeights(effect, classes: 3))
  }

  private static func withBias(_ features: [String: Double]) -> [String: Double] {
    features.merging(["bias": 1]) { own, _ in own }
  }
}

/// `concord-measure train`: fits the weights that come with the program and writes them as a source file.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Fit the weights of questions on outcomes and write them as Swift source.")

  @Argument(help: "The data folder.", completion: .directory)
  var folder: String

  @Option(help: "Where to write the weights.", completion: .file())
  var output = "Sources/Evidence/Comparisons/ComparisonWeights.swift"

  func run() throws {
    let data = DataFolder(path: folder)
    let model = ComparisonTraining.model(from: try ComparisonGold(data).documents(data))
    func lines(_ weights: LinearWeights) -> String {
      weights.text.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    }
    let source = """
      /// Weights of `ComparisonModel.builtIn`; written by `concord-measure train`, not by hand.
      enum ComparisonWeights {
        static let ranker: StaticString = \"\"\"
      \(lines(model.ranker))
          \"\"\"

        static let effects: StaticString = \"\"\"
      \(lines(model.effects))
          \"\"\"
      }

      """
    try source.write(toFile: output, atomically: true, encoding: .utf8)
  }
}

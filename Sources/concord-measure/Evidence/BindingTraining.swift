import ArgumentParser
import Evidence
import Foundation
import Literature
import References
import ReferenceTraining

/// Learns from marked sentences which words are outcomes, arms, times and values, and which of them belong together.
struct BindingTraining {
  let words: [UInt32: UInt8]
  let report: (String) -> Void

  /// A sentence with its phrases and figures, and for each figure the phrases that it belongs to.
  private struct Prepared {
    var sentence: BindingSentence
    var spans: [BindingSpan]
    var owners: [BindingSpan: [BindingSpan]]
    var weight: Float
  }

  /// The bytes of the tagger and of the linker.
  func run(on examples: [(example: BindingExample, weight: Float)]) -> (tagger: [UInt8], linker: [UInt8]) {
    let layout = FeatureLayout(width: BindingFeatures.count, letterTemplates: BindingFeatures.letterTemplates)
    var options = ChainTraining.Options()
    options.passes = 14
    options.floor = 2; options.dropout = 0.3
    options.budget = 1_600_000
    let chain = ChainTraining(words: words, layout: layout, options: options, report: report)
    let prepared = chain.bare.withUnsafeBytes { block -> [Prepared] in
      guard let base = block.baseAddress else { return [] }
      let tagger = BindingTagger(model: TaggerModel(base, byteCount: block.count))
      return examples.map { Self.prepared($0.example, $0.weight, tagger) }
    }
    let tagger = chain.run(on: prepared.map(Self.chainExample))
    return (tagger, PairTraining(report: report).run(on: prepared.flatMap(Self.pairs)))
  }

  private static func prepared(_ example: BindingExample, _ weight: Float, _ tagger: BindingTagger) -> Prepared {
    let sentence = tagger.sentence(example.text, callouts: example.callouts)
    let places = sentence.places
    var spans: [BindingSpan] = []
    var named: [Substring: [BindingSpan]] = [:]
    var figures: [(BindingSpan, [Substring])] = []
    for mark in example.marks {
      let first = places.partitionPoint { $0.upperBound > mark.bytes.lowerBound }
      let end = places.partitionPoint { $0.lowerBound >= mark.bytes.upperBound }
      guard first < end, spans.allSatisfy({ !$0.words.overlaps(first..<end) }) else { continue }
      let span = BindingSpan(kind: mark.kind, words: first..<end)
      spans.append(span)
      if mark.kind.isFigure { figures.append((span, mark.names)) } else { named[mark.names[0], default: []].append(span) }
    }
    spans.sort { $0.words.lowerBound < $1.words.lowerBound }
    let owners = Dictionary(figures.map { ($0.0, $0.1.flatMap { named[$0] ?? [] }) }) { own, _ in own }
    return Prepared(sentence: sentence, spans: spans, owners: owners, weight: weight)
  }

  private static func chainExample(_ prepared: Prepared) -> ChainExample {
    let features = BindingFeatures(prepared.sentence)
    let count = prepared.sentence.count
    var keys = [UInt64](repeating: 0, count: count * BindingFeatures.count)
    keys.withUnsafeMutableBufferPointer { buffer in
      for index in 0..<count {
        let range = index * BindingFeatures.count..<(index + 1) * BindingFeatures.count
        features.keys(of: index, into: UnsafeMutableBufferPointer(rebasing: buffer[range]))
      }
    }
    return ChainExample(
      keys: keys, transitions: (0..<count).map { features.transition(to: $0) },
      labels: BindingSpan.labels(of: prepared.spans, words: count).map(\.rawValue), weight: prepared.weight)
  }

  /// Every figure with every phrase. Of a phrase that stands twice under one name the nearest is right, and the others are not learned from.
  private static func pairs(_ prepared: Prepared) -> [PairTraining.Pair] {
    let pairs = BindingPairs(prepared.spans, in: prepared.sentence)
    var result: [PairTraining.Pair] = []
    for (figure, owners) in prepared.owners.sorted(by: { $0.key.words.lowerBound < $1.key.words.lowerBound }) {
      for phrase in prepared.spans where !phrase.kind.isFigure {
        let isOwner = owners.contains(phrase)
        let same = owners.filter { $0.kind == phrase.kind }
        if isOwner, same.contains(where: { figure.distance(to: $0) < figure.distance(to: phrase) }) { continue }
        result.append(.init(keys: pairs.keys(figure, phrase), lane: BindingLinker.lane(of: phrase.kind), isRight: isOwner))
      }
    }
    return result
  }
}

/// Fits a logistic model for each lane of the weights by stochastic gradients with a step of its own for each weight (AdaGrad: Duchi, Hazan & Singer,
/// JMLR 2011).
struct PairTraining {
  struct Pair {
    var keys: [UInt64]
    var lane: Int
    var isRight: Bool
  }
  let report: (String) -> Void
  private static let passes = 24
  private static let rate: Float = 0.08
  private static let penalty: Float = 2e-5
  private static let budget = 900_000

  func run(on pairs: [Pair]) -> [UInt8] {
    var counts: [UInt64: Int32] = [:]
    for pair in pairs { for key in Set(pair.keys) { counts[key, default: 0] += 1 } }
    var rows: [UInt64: Int] = [:]
    var keys: [UInt64] = []
    for pair in pairs {
      for key in pair.keys where rows[key] == nil && counts[key, default: 0] > 2 {
        rows[key] = keys.count
        keys.append(key)
      }
    }
    let known = pairs.map { pair in (rows: pair.keys.compactMap { rows[$0] }, lane: pair.lane, isRight: pair.isRight) }
    var weights = [SIMD16<Float>](repeating: .zero, count: keys.count)
    var squares = [SIMD16<Float>](repeating: SIMD16(repeating: 0.1), count: keys.count)
    var mean = weights
    var random = SplitMix64(state: 11)
    var order = Array(known.indices)
    for pass in 1...Self.passes {
      order.shuffle(using: &random)
      var loss = 0.0
      for index in order {
        let pair = known[index]
        let score = pair.rows.reduce(Float(0)) { $0 + weights[$1][pair.lane] }
        let probability = 1 / (1 + exp(-score))
        let error = probability - (pair.isRight ? 1 : 0)
        loss -= Double(log(max(1e-6, pair.isRight ? probability : 1 - probability)))
        for row in pair.rows {
          let gradient =
            error + Self.penalty * weights[row][pair.lane] * Float(known.count) / Float(max(1, counts[keys[row]] ?? 1))
          squares[row][pair.lane] += gradient * gradient
          weights[row][pair.lane] -= Self.rate * gradient / squares[row][pair.lane].squareRoot()
        }
      }
      if pass > 4 { for row in weights.indices { mean[row] += weights[row] / Float(Self.passes - 4) } }
      report("pairs, pass \(pass) of \(Self.passes), \(keys.count) features: loss \(loss / Double(known.count))")
    }
    return ModelWriter(words: [:]).bytes(
      rows: keys.indices.map { (key: keys[$0], weights: mean[$0]) }
        .sorted { (worth($0.weights), $0.key) > (worth($1.weights), $1.key) },
      chain: ChainWeights(), budget: Self.budget)
  }

  private func worth(_ weights: SIMD16<Float>) -> Float { weights.max() - weights.min() }
}

/// `concord-measure train-bindings`: from marked sentences to the weights of the tagger and of the linker.
struct TrainBindingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-bindings",
    abstract: "Fit the weights by which values of sentences are bound to outcomes, arms and times.",
    discussion: """
      The marked sentences are those of --marked (whole, in our own words) and of --articles (places in the articles of the data folder). What is \
      written becomes part of the program when it is built again. The same input gives the same bytes.
      """)

  @Argument(help: "The data folder.", completion: .directory)
  var folder: String
  @Option(parsing: .upToNextOption, help: "Files of marked sentences.", completion: .file())
  var marked = ["Benchmarks/bindings/training-english.txt", "Benchmarks/bindings/training-chinese.txt"]
  @Option(help: "Marks in articles.", completion: .file())
  var articles = "Benchmarks/bindings/articles.tsv"
  @Option(help: "The words with their groups.", completion: .file())
  var words = "Sources/CBindingModel/words.tsv"
  @Option(help: "Where tagger.bin and linker.bin go.", completion: .directory)
  var output = "Sources/CBindingModel"
  @Option(help: "Weight of a sentence of an article that holds no value.")
  var negatives: Float = 0.05

  func run() throws {
    let text = { (path: String) in String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self) }
    let found = try BindingExamples.articles(try text(articles), in: DataFolder(path: folder, planted: ""))
    if found.changed > 0 { print("\(found.changed) passages read otherwise than when they were marked, and are left out") }
    var examples = found.examples.map { (example: $0, weight: $0.marks.isEmpty ? negatives : 1) }
    for path in marked { examples += BindingExamples.marked(try text(path)).map { ($0, 1) } }
    let training = BindingTraining(
      words: WordList.read(Array(try Data(contentsOf: URL(fileURLWithPath: words))), hash: BindingSentence.wordHash)
    ) { print($0) }
    let (tagger, linker) = training.run(on: examples)
    try Data(tagger).write(to: URL(fileURLWithPath: output + "/tagger.bin"))
    try Data(linker).write(to: URL(fileURLWithPath: output + "/linker.bin"))
    print("\(examples.count) sentences; \(tagger.count) and \(linker.count) bytes")
  }
}

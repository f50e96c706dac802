import CBindingModel
import References

/// A value with a phrase that it belongs to.
package struct BindingLink: Sendable {
  package var figure: BindingSpan
  package var phrase: BindingSpan
  /// How likely the two belong together, by the logistic model.
  package var probability: Double
}

/// Ties each value of a sentence to an outcome, an arm and a time: a logistic model of how the two stand to each other, and which of several is likeliest.
package struct BindingLinker {
  /// Lanes of the weights: one for each kind of phrase.
  package static func lane(of kind: BindingSpan.Kind) -> Int { Int(kind.rawValue) }

  private let model: TaggerModel

  /// The weights that the program carries.
  package static let shipped = BindingLinker(
    model: TaggerModel(UnsafeRawPointer(binding_linker_bytes()), byteCount: binding_linker_size()))

  package init(model: TaggerModel) { self.model = model }

  /// The likeliest phrase of each kind for each figure, where it is likely enough. O(figures × phrases × words between).
  package func links(_ spans: [BindingSpan], in sentence: BindingSentence) -> [BindingLink] {
    let pairs = BindingPairs(spans, in: sentence)
    var links: [BindingLink] = []
    for figure in spans where figure.kind.isFigure {
      for kind in [BindingSpan.Kind.outcome, .arm, .time] {
        let rated = spans.filter { $0.kind == kind }.map { phrase in
          BindingLink(figure: figure, phrase: phrase, probability: probability(pairs.keys(figure, phrase), kind))
        }
        // Every value is of some outcome; it need have no arm and no time.
        let least = kind == .outcome ? 0.35 : 0.5
        if let best = rated.max(by: { $0.probability < $1.probability }), best.probability >= least { links.append(best) }
      }
    }
    return links
  }

  private func probability(_ keys: [UInt64], _ kind: BindingSpan.Kind) -> Double {
    var keys = keys
    let score = keys.withUnsafeMutableBufferPointer { model.scores($0) }[Self.lane(of: kind)]
    return 1 / (1 + Exponential.power(-Double(score) * Double(model.unit)))
  }
}

/// How figures and phrases of one sentence stand to each other, as keys of features.
package struct BindingPairs {
  private let sentence: BindingSentence
  private let spans: [BindingSpan]
  private let figures: [BindingSpan]
  private let isRespective: Bool
  /// Of each figure, its place in its run and the run's length.
  private let runs: [BindingSpan: (place: Int, length: Int)]
  private let phraseRuns: [BindingSpan: (place: Int, length: Int)]

  package init(_ spans: [BindingSpan], in sentence: BindingSentence) {
    self.sentence = sentence
    self.spans = spans
    figures = spans.filter { $0.kind.isFigure }
    isRespective = sentence.words.contains { Self.respectively.contains($0.word) }
    runs = Self.runs(figures) { Self.joinsFigures($0..<$1, sentence) }
    var phraseRuns: [BindingSpan: (place: Int, length: Int)] = [:]
    let figures = figures
    for kind in [BindingSpan.Kind.outcome, .arm, .time] {
      phraseRuns.merge(
        Self.runs(spans.filter { $0.kind == kind }) { start, end in
          end - start <= 6 && !figures.contains { $0.words.lowerBound >= start && $0.words.upperBound <= end }
        }
      ) { own, _ in own }
    }
    self.phraseRuns = phraseRuns
  }

  private static let respectively = Set(["respectively", "别"].map(BindingSentence.wordHash))
  private static let joining = Set(
    ["and", "or", "vs", "versus", "to", "against", "compared", "with", "和", "与", "及", "比", "对"].map(BindingSentence.wordHash))

  private static func runs(_ spans: [BindingSpan], joined: (Int, Int) -> Bool) -> [BindingSpan: (place: Int, length: Int)] {
    var result: [BindingSpan: (place: Int, length: Int)] = [:]
    var start = 0
    for end in spans.indices {
      let isLast = end + 1 == spans.count || !joined(spans[end].words.upperBound, spans[end + 1].words.lowerBound)
      guard isLast else { continue }
      for index in start...end { result[spans[index]] = (index - start, end - start + 1) }
      start = end + 1
    }
    return result
  }

  /// Whether only commas, "and", "versus", percent signs and brackets stand between two figures.
  private static func joinsFigures(_ between: Range<Int>, _ sentence: BindingSentence) -> Bool {
    guard between.lowerBound <= between.upperBound else { return false }
    var depth = 0
    for word in sentence.words[between] {
      switch word.form {
      case .opening: depth += 1
      case .closing: depth -= 1
      case .comma, .number: break
      case .sign where depth <= 0: if ![0x25, 0xB1].contains(word.shape & 0xFFFF) { return false }
      case .stop where depth <= 0: if word.shape & 0xFFFF != 0x2E { return false }
      case .small, .capital, .acronym, .han: if depth <= 0, !joining.contains(word.word) { return false }
      default: break
      }
    }
    return true
  }

  /// The keys of one pair. Those that hold for one kind of figure alone are there beside those of both.
  package func keys(_ figure: BindingSpan, _ phrase: BindingSpan) -> [UInt64] {
    let isBefore = phrase.words.upperBound <= figure.words.lowerBound
    let between =
      isBefore
      ? phrase.words.upperBound..<figure.words.lowerBound
      : figure.words.upperBound..<max(figure.words.upperBound, phrase.words.lowerBound)
    var writer = PairKeys(side: isBefore ? 0 : 1, figure: UInt32(figure.kind.rawValue))
    let same = spans.filter { $0.kind == phrase.kind }
    func count(_ spans: [BindingSpan]) -> Int {
      spans.count { $0.words.lowerBound >= between.lowerBound && $0.words.upperBound <= between.upperBound }
    }
    let rivals = count(same)
    let values = count(figures)
    let others = count(spans.filter { !$0.kind.isFigure && $0.kind != phrase.kind })
    putCounts(between, rivals: rivals, values: values, others: others, &writer)
    putWords(between, figure, phrase, &writer)
    putRanks(figure, phrase, same, &writer)
    return writer.keys
  }

  private func putCounts(_ between: Range<Int>, rivals: Int, values: Int, others: Int, _ writer: inout PairKeys) {
    let words = sentence.words[between]
    let commas = words.count { $0.form == .comma }
    let stops = words.count { $0.form == .stop }
    let (open, close) = (words.count { $0.form == .opening }, words.count { $0.form == .closing })
    writer.put(0, Self.bucket(between.count))
    writer.put(1, min(rivals, 3))
    writer.put(2, min(values, 4))
    writer.put(3, min(others, 3))
    writer.put(4, min(rivals, 3), min(values, 4))
    writer.put(5, min(commas, 3))
    writer.put(6, min(stops, 2))
    writer.put(7, min(rivals, 2) * 3 + min(commas, 2), min(stops, 1))
    writer.put(8, min(open, 2), min(close, 2))
    writer.put(9, 0)
  }

  private func putWords(_ between: Range<Int>, _ figure: BindingSpan, _ phrase: BindingSpan, _ writer: inout PairKeys) {
    let words = sentence.words
    var seen: Set<UInt32> = []
    for index in between where words[index].form != .number && seen.insert(words[index].word).inserted {
      writer.put(10, words[index].word)
    }
    if let first = between.first, let last = between.last {
      writer.put(11, words[first].word)
      writer.put(12, words[last].word)
    }
    if between.count <= 3 {
      writer.put(13, words[between].reduce(UInt32(7)) { ($0 &* 31) ^ $1.word })
    }
    func word(_ index: Int) -> UInt32 { words.indices.contains(index) ? words[index].word : 1 }
    writer.put(14, word(figure.words.lowerBound - 1))
    writer.put(15, word(phrase.words.lowerBound - 1))
    writer.put(16, word(phrase.words.upperBound))
  }

  private func putRanks(_ figure: BindingSpan, _ phrase: BindingSpan, _ same: [BindingSpan], _ writer: inout PairKeys) {
    let before = same.count { $0.words.upperBound <= figure.words.lowerBound }
    let place = same.firstIndex(of: phrase) ?? 0
    let rank = figures.firstIndex(of: figure) ?? 0
    writer.put(17, min(same.count, 5), min(place, 5))
    writer.put(18, min(same.count, 4) * 5 + min(place, 4), min(figures.count, 6) * 7 + min(rank, 6))
    writer.put(19, min(before, 3), min(same.count - before, 3))
    let (own, other) = (runs[figure] ?? (0, 1), phraseRuns[phrase] ?? (0, 1))
    writer.put(20, min(own.place, 5) * 6 + min(own.length, 5), min(other.place, 5) * 6 + min(other.length, 5))
    let respective = isRespective ? 1 : 0
    writer.put(21, (own.place == other.place ? 2 : 0) + (own.length == other.length ? 1 : 0), respective)
    let turns = own.length % other.length == 0 && own.place % other.length == other.place
    writer.put(22, turns ? 1 : 0, respective)
    let blocks = own.length % other.length == 0 && own.place / max(1, own.length / other.length) == other.place
    writer.put(23, blocks ? 1 : 0, respective)
    let nearest = same.min { figure.distance(to: $0) < figure.distance(to: $1) }
    writer.put(24, nearest == phrase ? 1 : 0)
  }

  private static func bucket(_ count: Int) -> Int {
    switch count {
    case ..<6: count
    case ..<10: 6
    case ..<20: 7
    default: 8
    }
  }

  private struct PairKeys {
    let side: UInt32
    let figure: UInt32
    var keys: [UInt64] = []

    init(side: UInt32, figure: UInt32) {
      (self.side, self.figure) = (side, figure)
      keys.reserveCapacity(80)
    }

    mutating func put(_ template: Int, _ a: Int, _ b: Int = 0) { put(template, UInt32(a), UInt32(b)) }

    mutating func put(_ template: Int, _ a: UInt32, _ b: UInt32 = 0) {
      keys.append(FeatureKey.of(template * 2 + Int(side), a, b))
      keys.append(FeatureKey.of(template * 2 + Int(side), a, b, figure))
    }
  }
}

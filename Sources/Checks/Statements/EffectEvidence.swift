import Lexicon
import Literature
import Statistics
import TextAnalysis

/// Results of the whole with their intervals or P, by the words that name their outcome.
struct EffectEvidence {
  private var byOutcome: [(words: String, cards: [Int])] = []
  private let drugs: DrugTrials
  private let context: CheckContext

  var isEmpty: Bool { byOutcome.isEmpty }

  private static let suffixes = ["发生率", "发生风险", "风险", "率"]
  private static let fewestBytes = 6
  private static let primaryNames = [
    "primary outcome", "primary endpoint", "primary end point", "primary end-point", "主要终点", "主要结局",
  ]
  private static let primaryWords = PhraseSet(
    ["primary outcome", "primary endpoint", "primary end point"], ["主要终点", "主要结局", "主要研究终点"])

  init(_ context: CheckContext) {
    self.context = context
    drugs = DrugTrials(context)
    var order: [String] = []
    var cards: [String: [Int]] = [:]
    for (index, card) in context.results.enumerated() {
      guard let endpoint = card.endpoint, context.isReview || StatementPlace.tellsFindings(card.passage, in: context),
        card.coherence?.excludesNull != nil || context.isReview && card.p != nil && card.armValues.count == 2,
        SameCard.populationsAgree(card.population, nil), SameCard.cutsAgree(card.moment, nil)
      else { continue }
      let words = Self.stem(endpoint.lowercased())
      if cards[words] == nil { order.append(words) }
      cards[words, default: []].append(index)
    }
    byOutcome = order.map { ($0, cards[$0] ?? []) }
  }

  /// The first result of a report's abstract, that of its primary outcome, for a conclusion that names its outcome or none. O(results).
  func leading(for passage: Int, _ piece: Range<Int>) -> [Int] {
    guard context.extract.passages[passage].section == "abstract", hasAbstractOfOneStudy else { return [] }
    let language = context.extract.passages[passage].language
    let first = context.results.indices.first { index in
      let card = context.results[index]
      return card.location == .abstract && context.extract.passages[card.passage].language == language && card.passage < passage
        && card.measure != "n" && SameCard.populationsAgree(card.population, nil) && SameCard.cutsAgree(card.moment, nil)
        && (card.p != nil || card.coherence?.excludesNull != nil)
    }
    guard let first else { return [] }
    let (said, told) = (context.lexed[passage], context.lexed[context.results[first].passage])
    // In a review a sentence on another drug is of another trial.
    let ids = [said, told].map { text in
      Set(Lexicon.builtIn.matches(in: text.utf8).filter { $0.concept.kind == .drug }.map(\.concept.id))
    }
    guard !context.isReview || ids[0].isEmpty || !ids[0].isDisjoint(with: ids[1]) else { return [] }
    // "Repeat attendance was unaffected" is of something else, whether or not anybody knows it for an outcome.
    let labels = GroupLabels.shared(in: context)
    let words = VerdictStatement.topic(said, piece, without: [], labels).filter { !$0.hasPrefix("drug:") }
    let others = VerdictStatement.topic(told, told.tokens.indices, without: [], labels)
    guard words.isEmpty || !words.isDisjoint(with: others) else { return [] }
    let (topic, known) = (words.filter(VerdictStatement.isOutcome), others.filter(VerdictStatement.isOutcome))
    return topic.isEmpty || known.isEmpty || !topic.isDisjoint(with: known) ? [first] : []
  }

  /// An abstract that names no second trial tells of the document's own.
  private var hasAbstractOfOneStudy: Bool {
    let named = context.extract.passages.indices.filter { context.extract.passages[$0].section == "abstract" }
    return Set(named.flatMap { context.trialPassages[$0] }).count < 2
      && (!context.tellsOfOthers || named.contains { !context.trialPassages[$0].isEmpty })
  }

  private static func stem(_ words: String) -> String {
    suffixes.first { words.hasSuffix($0) }.map { String(words.dropLast($0.count)) } ?? words
  }

  /// Of the one outcome that a piece of a clause names; of the one trial that it names, where the document has several. O(bytes · outcomes).
  func cards(
    for passage: Int, _ piece: Range<Int>, _ clause: Range<Int>
  ) -> [Int] {
    let text = context.lexed[passage]
    guard let found = outcome(text, piece) else { return [] }
    guard context.isReview || context.trialPassages[passage].count > 1 else { return leading(found) }
    guard let trial = trial(passage, text, clause) else { return [] }
    let id = context.extract.trials[trial].id
    return leading(found.filter { context.results[$0].trial == id })
  }

  /// An outcome that the first of several results gives is the one of the abstract; other models and subgroups without a name follow it.
  private func leading(_ cards: [Int]) -> [Int] {
    let ofSummary = cards.filter { context.results[$0].location == .abstract && context.results[$0].coherence != nil }
    guard let first = ofSummary.first ?? cards.first(where: { context.results[$0].coherence != nil }) else { return cards }
    let main = context.results[first]
    return cards.filter { index in
      index == first || context.results[index].measure == main.measure && context.results[index].value == main.value
    }
  }

  private func bytes(_ text: LexedText, _ tokens: Range<Int>) -> [UInt8] {
    Array(text.utf8[text.tokens[tokens.lowerBound].start..<text.tokens[tokens.upperBound - 1].end])
  }

  /// The cards of the one outcome that some words name.
  private func outcome(_ text: LexedText, _ tokens: Range<Int>) -> [Int]? {
    guard !tokens.isEmpty else { return nil }
    let utf8 = bytes(text, tokens)
    let words = String(decoding: utf8, as: UTF8.self).lowercased()
    let matches = Lexicon.builtIn.matches(in: utf8).filter { $0.concept.kind == .endpoint }
    let symbols = Set(matches.map { ($0.concept.symbol ?? $0.concept.english.first ?? $0.concept.id).lowercased() })
    var named = byOutcome.filter { outcome in
      symbols.contains(outcome.words) || outcome.words.utf8.count >= Self.fewestBytes && words.contains(outcome.words)
    }
    // "Major bleeding" is also "bleeding": the longer name is meant.
    if named.count > 1 {
      named = named.filter { one in !named.contains { $0.words != one.words && $0.words.contains(one.words) } }
    }
    if named.count == 1 { return named[0].cards }
    guard named.isEmpty, Self.primaryWords.occurs(in: text, tokens) else { return nil }
    let primary = context.results.indices.filter { index in
      let card = context.results[index]
      let name = (card.endpoint ?? "").lowercased()
      return (card.coherence != nil || card.p != nil)
        && (card.details.endpointRole == .primary || Self.primaryNames.contains(where: name.contains))
        && SameCard.populationsAgree(card.population, nil) && SameCard.cutsAgree(card.moment, nil)
    }
    return primary.isEmpty ? nil : primary
  }

  /// The trial that a clause names, else its sentence, else the one of the drug that the sentence names.
  private func trial(_ passage: Int, _ text: LexedText, _ clause: Range<Int>) -> Int? {
    let words = String(decoding: bytes(text, clause), as: UTF8.self)
    if let trial = context.trialPassages.only(in: passage, words: words, of: context.extract) { return trial }
    guard context.trialPassages[passage].isEmpty else { return nil }
    return drugs.trial(in: text.utf8)
  }
}

import Literature
import TextAnalysis

/// Of which trial a review's statements and results are: the one that their words name, else the one of whose drug, treatment or participants
/// the document speaks nowhere else.
struct StatedStudies {
  /// Trials by a word of the sentences on them, with the number of those.
  private var byWord: [String: [Int: Int]] = [:]
  private let title: Set<String>
  private let context: CheckContext

  /// The name of a treatment or of a disease recurs.
  private static let fewestSentences = 2
  private static let leastOfWords = 1.0

  /// O(tokens).
  init(_ context: CheckContext, _ labels: GroupLabels, title: Set<String>) {
    (self.context, self.title) = (context, title)
    for passage in context.extract.passages.indices {
      let record = context.extract.passages[passage]
      guard record.kind == .sentence && record.section != "abstract" || record.kind == .tableRow else { continue }
      let places = TrialPlaces(passage, in: context)
      guard places.all.count < 2, let trial = places.trial(at: 0) else { continue }
      let text = context.lexed[passage]
      for word in VerdictStatement.topic(text, text.tokens.indices, without: [], labels) where !VerdictStatement.isOutcome(word) {
        byWord[word, default: [:]][trial, default: 0] += 1
      }
    }
  }

  /// A statement with the trial that it is of, and without the words that name only that.
  func resolved(_ statement: VerdictStatement) -> VerdictStatement {
    var statement = statement
    let cited = statement.studies.filter { $0.hasPrefix("[") }
    // What is called by a name that no trial has is of something else.
    guard cited.count == statement.studies.count || !TrialPlaces(statement.passage, in: context).all.isEmpty else {
      return statement
    }
    let places = TrialPlaces(statement.passage, in: context)
    let bytes = statement.range(in: context)
    let named = places.trials(in: bytes)
    statement.topic.subtract(named.flatMap(words))
    if !named.isEmpty {
      statement.studies = Set(named.map(id)).union(cited)
    } else if let before = places.trials(in: 0..<bytes.lowerBound).only {
      statement.studies = [id(before)]
    } else if places.all.isEmpty, let (trial, words) = told(of: statement) {
      statement.studies = [id(trial)]
      statement.topic.subtract(words)
    } else {
      statement.studies = cited
    }
    return statement
  }

  private func id(_ trial: Int) -> String { context.extract.trials[trial].id }

  /// Stems of a trial's own name.
  private func words(_ trial: Int) -> [String] {
    OutcomeWords.all(in: LexedText(context.extract.trials[trial].name)).sorted()
  }

  /// The trial that all words of a statement are of which are used of few trials, and those words.
  private func told(of statement: VerdictStatement) -> (trial: Int, words: Set<String>)? {
    let words = statement.topic.union(statement.drugs).filter { !VerdictStatement.isOutcome($0) && !title.contains($0) }
    let known = words.filter { byWord[$0] != nil }
    let own = known.filter { word in
      byWord[word]?.count == 1 && (word.hasPrefix("drug:") || (byWord[word]?.first?.value ?? 0) >= Self.fewestSentences)
    }
    guard let trial = own.compactMap({ byWord[$0]?.first?.key }).first,
      known.allSatisfy({ byWord[$0]?[trial] != nil }), OpposedVerdicts.weight(own) >= Self.leastOfWords
    else { return nil }
    return (trial, own)
  }
}

extension Set {
  /// The only element; nil of none and of several.
  fileprivate var only: Element? { count == 1 ? first : nil }
}

import Evidence
import Literature

/// Direction of effect for questions on outcome, intervention and comparator, with the evidence sentence.
struct ComparisonEffects: Measure {
  let name = "questions/effect"
  let needs = ["jats-trials/prompts.csv", "jats-trials/annotations.csv", "jats-trials/xml"]

  func run(on data: DataFolder) throws -> MeasureReport {
    let documents = try ComparisonGold(data).documents(data)
    let first = documents.filter { Self.isFirstHalf($0.article) }
    let second = documents.filter { !Self.isFirstHalf($0.article) }
    var report = MeasureReport(
      name: name,
      rule:
        "label of most readers; F1 as the mean over the three effects; evidence: the first passage quoted holds 0.6 of the words that a reader marked, or lies with 0.85 of its words in them. Halves by the last digit of the article's number being even; “unseen”: weights trained on the other half alone"
    )
    for (what, model, scored) in [
      ("even half, unseen", ComparisonTraining.model(from: second), first),
      ("odd half, unseen", ComparisonTraining.model(from: first), second),
      ("all, shipped weights (trained on them)", .builtIn, documents),
    ] {
      let score = EffectScore(documents: scored, model: model)
      report.rows.append(.init(what: "\(what): effect", matched: score.right, gold: score.count))
      report.rows.append(.init(what: "\(what): evidence first", matched: score.foundFirst, gold: score.count))
      report.rows.append(.init(what: "\(what): evidence among three", matched: score.foundInThree, gold: score.count))
      report.notes.append("\(what): macro-F1 \((score.macroF1 * 1000).rounded() / 1000)")
      report.misses += score.misses
    }
    return report
  }

  static func isFirstHalf(_ article: String) -> Bool { (article.utf8.last ?? 0) % 2 == 0 }
}

/// How the answers of one set of documents agree with gold.
struct EffectScore {
  private(set) var count = 0
  private(set) var foundFirst = 0
  private(set) var foundInThree = 0
  private(set) var misses: [String] = []
  private var pairs: [(gold: Int, ours: Int?)] = []

  init(documents: [ComparisonTraining.Document], model: ComparisonModel) {
    for (article, document, items) in documents {
      for item in items { add(item, article, document, model) }
    }
  }

  var right: Int { pairs.count { $0.gold == $0.ours } }

  var macroF1: Double {
    let classes = ComparisonAnswer.Effect.allCases.indices
    let scores = classes.map { label -> Double in
      let hits = Double(pairs.count { $0.gold == label && $0.ours == label })
      let all = Double(pairs.count { $0.gold == label } + pairs.count { $0.ours == label })
      return all > 0 ? 2 * hits / all : 0
    }
    return scores.reduce(0, +) / Double(classes.count)
  }

  private mutating func add(
    _ item: ComparisonGold.Item, _ article: String, _ document: ComparisonDocument, _ model: ComparisonModel
  ) {
    count += 1
    let answer = document.answer(to: item.question, model: model)
    let effect = answer.flatMap { ComparisonAnswer.Effect.allCases.firstIndex(of: $0.effect) }
    pairs.append((item.label, effect))
    let quotes = answer?.evidence.map { document.extract.passages[$0.passage].text } ?? []
    if quotes.prefix(1).contains(where: item.isEvidence) { foundFirst += 1 }
    if quotes.contains(where: item.isEvidence) { foundInThree += 1 }
    if effect != item.label {
      let names = ComparisonAnswer.Effect.allCases.map(\.rawValue)
      misses.append(
        "PMC\(article) \(item.question.outcome): \(names[item.label]), ours \(answer?.effect.rawValue ?? "none"): \(quotes.first ?? "")"
      )
    }
  }
}

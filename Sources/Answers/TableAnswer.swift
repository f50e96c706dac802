import Lexicon
import Literature

/// Answers that are lists: the rows of a table, trial by trial.
struct TableAnswer<Base: EvidenceBase> {
  let base: Base
  let question: Question

  /// The share of what is asked that a table must hold with its caption, heading row and notes.
  private static var threshold: Double { 0.6 }

  private struct Row {
    var part: Answer.Part
    /// How many of the terms that tell rows apart it holds.
    var fit: Double
    /// What a list in order is ordered by.
    var figure: Double?
  }

  /// One part for each row on a trial. Rows that hold what tells rows apart, or the figures that are to be ordered, come first; the others are marked
  /// as not fitting.
  func parts() throws -> [Answer.Part] {
    let all = try base.passages()
    guard let passages = try table(of: all), !passages.isEmpty else { return [] }
    var rows: [Row] = []
    var taken: Set<String> = []
    let fits = fit(of: passages)
    let drugs = Set(question.drugs.map(\.id))
    for trial in try base.trials() where drugs.isSubset(of: trial.trial.drugs) {
      let named = Set(try base.passages(ofTrial: trial.trial.id).filter { $0.kind == .tableRow }.map(\.place))
      let own = passages.filter { $0.kind == .tableRow && named.contains($0.place) && !taken.contains($0.place) }
      guard !own.isEmpty else { continue }
      own.forEach { taken.insert($0.place) }
      let cards = try base.cards(ofTrial: trial.trial.id).filter { card in own.contains { $0.place == card.passage.place } }
      let wanted = asked(cards)
      rows.append(
        Row(
          part: Answer.Part(trial: trial, cards: wanted.isEmpty ? cards : wanted, quotes: own),
          fit: own.compactMap { fits[$0.place] }.max() ?? 0, figure: question.leadingFigure(of: wanted)))
    }
    if rows.isEmpty { return drugs.isEmpty ? [Answer.Part(trial: nil, cards: [], quotes: passages)] : [] }
    return question.order == nil ? byFit(rows) : byFigure(rows)
  }

  /// The rows of the table that is named, or of the one that holds most of what is asked; nil where none does.
  private func table(of passages: [EvidencePassage]) throws -> [EvidencePassage]? {
    if let label = question.table { return passages.filter { $0.section == "table-\(label)" } }
    let trials = Set(
      try base.trials().flatMap { try base.passages(ofTrial: $0.trial.id) }.filter { $0.kind == .tableRow }.map(\.place))
    var tables: [String: [EvidencePassage]] = [:]
    for passage in passages where passage.section.hasPrefix("table-") {
      tables["\(passage.document)/\(passage.section)", default: []].append(passage)
    }
    let candidates = tables.filter { $0.value.filter { trials.contains($0.place) }.count >= 2 }
    let scored = candidates.map { (rows: $0.value, coverage: coverage(of: $0.value), name: $0.key) }
      .sorted { ($1.coverage, $0.name) < ($0.coverage, $1.name) }
    return scored.first.flatMap { $0.coverage >= Self.threshold ? $0.rows : nil }
  }

  private func coverage(of rows: [EvidencePassage]) -> Double {
    guard !question.terms.isEmpty else { return 0 }
    let text = PassageText(rows.flatMap { [$0.text, $0.context] }.joined(separator: "\n"))
    return question.terms.reduce(0) { $0 + $1.share(in: text) } / Double(question.terms.count)
  }

  /// How many of the terms that some rows hold and others do not, a row holds.
  private func fit(of rows: [EvidencePassage]) -> [String: Double] {
    let texts = rows.map { PassageText($0.text) }
    let telling = question.terms.filter { term in
      if term.origin == .number, term.names == [question.table].compactMap({ $0 }) { return false }
      let held = texts.filter { term.share(in: $0) == 1 }.count
      return held > 0 && held < rows.count
    }
    return Dictionary(
      zip(rows, texts).map { row, text in (row.place, telling.reduce(0) { $0 + $1.share(in: text) }) },
      uniquingKeysWith: { first, _ in first })
  }

  private func asked(_ cards: [EvidenceCard]) -> [EvidenceCard] {
    if question.aspects.contains(.sampleSize)
      || (question.order != nil && question.measures.isEmpty && question.endpoints.isEmpty)
    {
      return cards.filter { $0.card.measure == "n" }
    }
    if question.aspects.contains(.registry) { return [] }
    let chosen = CardChoice(question: question, cards: cards).asked
    let measured = chosen.filter { question.measures.contains($0.card.measure) }
    return question.order == nil || measured.isEmpty ? chosen : measured
  }

  private func byFit(_ rows: [Row]) -> [Answer.Part] {
    let best = rows.map(\.fit).max() ?? 0
    let isParted = best > 0 && !question.asksAll
    return rows.enumerated().sorted { ($1.element.fit, $0.offset) < ($0.element.fit, $1.offset) }.map { _, row in
      var part = row.part
      part.isFitting = !isParted || row.fit == best
      return part
    }
  }

  /// Nothing where no row has the figure that was asked for.
  private func byFigure(_ rows: [Row]) -> [Answer.Part] {
    guard rows.contains(where: { $0.figure != nil }) else { return [] }
    return question.ordered(rows, by: \.figure).map { row in
      var part = row.part
      part.isFitting = row.figure != nil
      return part
    }
  }
}

extension EvidencePassage {
  /// Names the passage in the whole base.
  public var place: String { "\(document)/\(id)" }
}

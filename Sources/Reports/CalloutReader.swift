import Literature

/// The callouts of one document, by the reference they point to.
struct CalloutReader {
  private(set) var callouts: [[BibliographyReport.Callout]]
  private(set) var unresolved: [BibliographyReport.Unresolved] = []
  private let extract: Extract
  private let document: Int
  private let trials: [Int: [String]]
  private let results: [Int: [Int]]

  init(_ extract: Extract, document: Int) {
    self.extract = extract
    self.document = document
    callouts = Array(repeating: [], count: extract.references.count)
    trials = Self.trials(of: extract)
    results = Dictionary(grouping: extract.results.indices) { extract.results[$0].passage }
    for citation in extract.citations { read(citation) }
  }

  private static func trials(of extract: Extract) -> [Int: [String]] {
    var names: [Int: [String]] = [:]
    for trial in extract.trials {
      for passage in trial.passages { names[passage, default: []].append(trial.name) }
    }
    return names
  }

  private mutating func read(_ citation: Citation) {
    guard extract.passages.indices.contains(citation.passage) else { return }
    for reference in citation.references.uniqued() where callouts.indices.contains(reference) {
      callouts[reference].append(callout(citation, reference))
    }
    let section = extract.passages[citation.passage].section
    for label in citation.labels.uniqued() where !citation.resolved.contains(label) {
      unresolved.append(
        .init(document: document, marker: citation.marker, label: label, section: section, line: line(of: citation.span)))
    }
  }

  private func callout(_ citation: Citation, _ reference: Int) -> BibliographyReport.Callout {
    let passage = extract.passages[citation.passage]
    let cards = (results[citation.passage] ?? []).map { extract.results[$0] }
      .filter { $0.references.isEmpty || $0.references.contains(reference) }
    return BibliographyReport.Callout(
      document: document, section: passage.section, marker: citation.marker, line: line(of: citation.span),
      sentence: passage.text, language: passage.language, trials: (trials[citation.passage] ?? []).uniqued(),
      results: cards.map(CardPhrase.text))
  }

  private func line(of span: SourceSpan) -> Int { extract.article.text.position(at: span.start).line }
}

/// A result card in a few words: `OS HR 0.71 (0.55–0.92), P = 0.01`.
enum CardPhrase {
  static func text(_ card: ResultCard) -> String {
    let words = [card.trial, card.endpoint, card.measure, value(card)].compactMap { $0 }.filter { !$0.isEmpty }
    let p = card.p.map { "P \($0.relation.rawValue) \($0.printed)" }
    return [words.joined(separator: " "), p, arms(card), card.moment].compactMap { $0 }.joined(separator: ", ")
  }

  private static func value(_ card: ResultCard) -> String {
    let values = card.armValues.isEmpty ? [card.value].compactMap { $0 } : card.armValues.map(\.value)
    let range = card.low.flatMap { low in card.high.map { "\(low.printed)–\($0.printed)" } }
    let isRangeAlone = values.isEmpty
    var text = isRangeAlone ? range ?? "" : values.map(number).joined(separator: " vs ")
    if let unit = card.unit, !text.isEmpty { text += unit == "%" ? "%" : " \(unit)" }
    if !isRangeAlone, let range { text += " (\(range))" }
    return text
  }

  private static func number(_ number: PrintedNumber) -> String {
    number.relation == .equal ? number.printed : number.relation.rawValue + number.printed
  }

  private static func arms(_ card: ResultCard) -> String? {
    let named = card.armValues.isEmpty ? [card.arm, card.comparator] : card.armValues.map(\.arm)
    let known = named.compactMap { $0 }
    return known.isEmpty ? nil : known.joined(separator: " vs ")
  }
}

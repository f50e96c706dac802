import Lexicon
import Literature
import TextAnalysis

/// What a question asks for, as far as its words tell.
struct Question {
  /// The facets of evidence that a question may name.
  enum Order { case ascending, descending }
  enum Aspect: Hashable { case registry, sampleSize, followUp, regimen, conclusion, crossover }

  let text: String
  /// The trials of the base that the question names.
  let trials: [EvidenceTrial]
  /// Names that look like trials and are none of the base's.
  let unknownTrials: [String]
  let endpoints: [Concept]
  let drugs: [Concept]
  let settings: [Concept]
  let otherConcepts: [Concept]
  let aspects: Set<Aspect>
  /// Measures that are asked for by name: `HR`, `median`.
  let measures: Set<String>
  /// "Table 1": `1`.
  let table: String?
  /// "updated", "interim", "final".
  let dataCut: String?
  /// Years of a survival rate: "5-year" is 5.
  let horizonYears: Int?
  /// Asks whether, not how much: a sentence in words may answer it.
  let asksWhether: Bool
  /// Asks for a figure: words alone are no answer.
  let asksNumber: Bool
  /// Asks for all studies that fit.
  let asksList: Bool
  let order: Order?
  /// The bound on a figure that the studies asked for must keep; none where the question names them.
  let bound: AskedBound?
  /// Asks for the primary endpoint of studies, not for results on it.
  let asksPrimaryEndpoint: Bool
  /// Asks which studies found a treatment to help.
  let asksBenefit: Bool
  /// Wants each row of a table, not those that fit.
  let asksAll: Bool
  /// What an answer in words must hold, beside the names of trials.
  let terms: [QuestionTerm]

  init(_ text: String, base: some EvidenceBase) throws {
    self.text = text
    let words = QuestionWords(text)
    let all = try base.trials()
    trials = words.named(in: all)
    let concepts = Lexicon.builtIn.matches(in: Array(text.utf8)).map(\.concept)
    endpoints = Self.distinct(concepts.filter { $0.kind == .endpoint })
    drugs = Self.distinct(concepts.filter { $0.kind == .drug })
    settings = Self.distinct(concepts.filter { $0.kind == .setting })
    otherConcepts = Self.distinct(concepts.filter { ![.endpoint, .drug, .setting, .measure].contains($0.kind) })
    aspects = words.aspects
    measures = words.measures
    table = words.table
    dataCut = words.dataCut
    horizonYears = words.horizonYears
    asksWhether = words.asksWhether
    unknownTrials = try words.trialLike(excluding: trials, base: all).filter { try !Self.isNamed($0, in: base) }
    asksNumber = words.asksNumber
    asksList = words.asksList
    order = words.order
    bound =
      trials.isEmpty
      ? AskedBound(
        text, measures: words.measures, asksSize: words.aspects.contains(.sampleSize), hasOutcome: !endpoints.isEmpty) : nil
    asksPrimaryEndpoint = words.asksPrimaryEndpoint
    asksBenefit = words.asksBenefit
    asksAll = words.asksAll
    terms =
      QuestionTerms(
        text, definitions: try base.definitions(),
        leavingOut: trials.flatMap { [$0.trial.id, $0.trial.name] + $0.trial.aliases + $0.trial.registry.map(\.id) }
      ).terms
  }

  /// The settings asked for, as trials name them: `adjuvant`.
  var settingNames: Set<String> { Set(settings.compactMap { $0.id.split(separator: ":").last.map(String.init) }) }

  /// Whether a trial is of the drugs and of a setting asked for, where any are; one whose setting is not told may be.
  func wants(_ trial: Trial) -> Bool {
    guard Set(drugs.map(\.id)).isSubset(of: trial.drugs) else { return false }
    guard !settingNames.isEmpty, let own = trial.setting else { return true }
    return settingNames.contains(own)
  }

  /// What a list in order is ordered by: the greatest or the smallest figure of an arm, as the order wants it. A benefit is the greater, the
  /// smaller the ratio that tells it.
  func leadingFigure(of cards: [EvidenceCard]) -> Double? {
    let values = asksBenefit && measures.isEmpty && horizonYears == nil ? Self.benefits(of: cards) : Self.figures(of: cards)
    return order == .ascending ? values.min() : values.max()
  }

  private static func figures(of cards: [EvidenceCard]) -> [Double] {
    cards.flatMap { card in
      card.card.armValues.isEmpty ? [card.card.value].compactMap { $0 } : card.card.armValues.map(\.value)
    }.map(\.value)
  }

  private static func benefits(of cards: [EvidenceCard]) -> [Double] {
    cards.filter { ["HR", "OR", "RR", "IRR"].contains($0.card.measure) }.compactMap { $0.card.value.map { -$0.value } }
  }

  /// Those with a figure in the order that is asked for, then those without; as they stand where figures are equal.
  func ordered<Element>(_ elements: [Element], by figure: (Element) -> Double?) -> [Element] {
    elements.enumerated().sorted { left, right in
      switch (figure(left.element), figure(right.element)) {
      case (let one?, let other?) where one != other: order == .ascending ? one < other : one > other
      case (nil, _?): false
      case (_?, nil): true
      default: left.offset < right.offset
      }
    }.map(\.element)
  }

  /// Whether the texts speak of the name at all: then it is a gene or a society, or a trial of which nothing else is known.
  private static func isNamed(_ name: String, in base: some EvidenceBase) throws -> Bool {
    let term = QuestionTerm(origin: .free, english: [name], chinese: [], isChinese: false)
    return try base.passages().contains { term.share(in: PassageText($0.text)) == 1 }
  }

  private static func distinct(_ concepts: [Concept]) -> [Concept] {
    var seen: Set<String> = []
    return concepts.filter { seen.insert($0.id).inserted }
  }
}

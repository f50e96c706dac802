import Lexicon
import Literature
import TextAnalysis

/// Reads the numeric results of a document as cards, from prose and from tables.
public enum ResultRecogniser {
  /// All cards in the order of their passages. O(text), for each trial and table once more.
  ///
  /// One card is one result: a ratio with its interval and P value; the medians or rates of the arms with their P value; a P
  /// value that stands without an estimate. A P value that follows a ratio belongs to the ratio.
  public static func results(in input: EvidenceInput, trials: TrialFindings) -> [ResultCard] {
    let binder = TrialBinder(input: input, findings: trials)
    let readings = input.passages.indices.filter { input.passages[$0].kind != .reference }.map { index in
      // The numbers of a row are read cell by cell.
      SentenceReading(
        passage: index, lexed: input.lexed[index], callouts: binder.callouts(in: index),
        readsNumbers: ![.tableRow, .heading, .title].contains(input.passages[index].kind))
    }
    let learned = TrialArmsLearner.arms(input: input, binder: binder, readings: readings)
    var profiles = TrialProfiles(
      arms: learned.byTrial, documentArms: learned.document, isReport: trials.own != nil || trials.trials.count <= 2)
    profiles.learnFromTables(readings, input: input, binder: binder)
    var roles = EndpointRoleReader()
    for reading in readings { roles.learn(from: reading) }
    var prose = ProseResults(input: input, binder: binder, profiles: profiles, endpointRoles: roles)
    for reading in readings { prose.read(reading) }
    let tables = TableResults(input: input, binder: binder, profiles: profiles)
    let found = prose.cards + input.article.tables.indices.flatMap { tables.cards(ofTable: $0) }
    var cards = AnalysisReferences(found, binder: binder).narrowed(found)
    let printer = NamePrinter(input: input, readings: readings)
    for index in cards.indices { printer.name(&cards[index]) }
    if let convention = SpreadConvention.kind(in: input) {
      for index in cards.indices where cards[index].details.spreadKind == .unknown {
        cards[index].details.spreadKind = convention
      }
    }
    return cards.enumerated().sorted { ($0.element.passage, $0.offset) < ($1.element.passage, $1.offset) }.map(\.element)
  }
}

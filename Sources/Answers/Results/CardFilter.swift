import Lexicon
import Literature

/// Which cards are wanted; an empty filter wants all.
public struct CardFilter: Sendable {
  /// Name, alias or registry number, as the document or the knowledge base knows the trial.
  public var trial: String?
  /// A name of the lexicon in any language, or words of the endpoint.
  public var endpoint: String?
  public var measure: String?
  /// Words of an arm or comparator, or a name of the lexicon.
  public var arm: String?
  public var condition: CardCondition?

  public init() {}

  /// The cards of an extract that are wanted, in its order.
  public func cards(of extract: Extract) -> [ResultCard] {
    let trials = trial.map { name in Set(extract.trials.filter { Self.isNamed($0, name) }.map(\.id)) }
    return extract.results.filter { card in
      if let trials, !(card.trial.map(trials.contains) ?? false) { return false }
      if let measure, !Self.isMeasure(card.measure, measure) { return false }
      if let endpoint, !Self.names([card.endpoint, card.endpointName, card.details.endpointPrinted], endpoint) { return false }
      if let arm,
        !Self.names(
          [card.arm, card.comparator, card.armName, card.comparatorName] + card.armValues.flatMap { [$0.arm, $0.armName] }, arm)
      {
        return false
      }
      return condition?.holds(for: card) ?? true
    }
  }

  /// Whether a measure goes by a name: its own whatever the case, or one of the lexicon, as "hazard ratio" and 风险比 of HR.
  public static func isMeasure(_ measure: String, _ name: String) -> Bool {
    measure.lowercased() == name.lowercased()
      || Lexicon.builtIn.concepts(named: name).contains {
        $0.kind == .measure && $0.id.lowercased() == "measure:\(measure.lowercased())"
      }
  }

  private static func isNamed(_ trial: Trial, _ name: String) -> Bool {
    let wanted = folded(name)
    return ([trial.id, trial.name] + trial.aliases + trial.registry.map(\.id)).contains { folded($0) == wanted }
  }

  /// Whether one of some printed texts is what a name means: the same concept, or all of its words.
  private static func names(_ texts: [String?], _ name: String) -> Bool {
    let concepts = Set(concepts(in: name))
    let words = Set(words(name))
    return texts.compactMap { $0 }.contains { text in
      !concepts.isDisjoint(with: self.concepts(in: text)) || !words.isEmpty && words.isSubset(of: self.words(text))
    }
  }

  private static func concepts(in text: String) -> [String] {
    Lexicon.builtIn.concepts(named: text).map(\.id) + Lexicon.builtIn.matches(in: Array(text.utf8)).map(\.concept.id)
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func folded(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
}

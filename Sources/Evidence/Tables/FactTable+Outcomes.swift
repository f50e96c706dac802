import Lexicon
import Literature
import TextAnalysis

/// Which of the labels of a row and a column name the outcome.
extension FactTable {
  /// The outcome and time of a row that a column tests; the arms of its labels and levels of factors are no part of them.
  func tested(_ row: TableFrame.Row) -> (endpoint: String, time: String?, population: String?)? {
    let own = row.labels.filter { !isRowArm($0) && !factors.levels.contains($0.printed) }
    let rests = own.map(\.rest).filter { !$0.isEmpty }
    guard let endpoint = endpoint(rests, [], true) else { return nil }
    let times = row.labels.compactMap(\.time)
    let population = rests.contains(endpoint.name) ? [] : rests
    return (
      endpoint.name, times.isEmpty ? nil : times.joined(separator: " "),
      population.isEmpty ? nil : population.joined(separator: ": ")
    )
  }

  /// The innermost words that name something, with what stands around them; the caption where neither row nor column names any.
  func endpoint(
    _ rows: [String], _ columns: [String], _ columnArms: Bool
  ) -> (name: String, part: String, population: String)? {
    if let studies { return (studies.outcome, "", rows.joined(separator: ": ")) }
    let telling = (columnArms ? rows : columnsAreOutcomes ? columns : rows + columns).filter {
      !Self.isWeak($0) && !OutcomeStub.isStatistic($0)
    }
    let saysNothing = rows.allSatisfy { Self.saysChangeAlone($0) || Self.saysWhom($0) } && subject != nil
    // "Haemoglobin (g/dL): drug, placebo" over rows of subgroups.
    if columnArms, !rows.isEmpty, let outcome = columns.last(where: Self.isMeasured), !rows.contains(where: Self.isMeasured) {
      return (outcome, "", rows.joined(separator: ": "))
    }
    let fallback = (saysNothing ? subject : nil) ?? columns.last { !Self.isWeak($0) } ?? subject ?? rows.last
    let name =
      telling.last
      ?? (rows.last.map { !ArmNames.isTotal($0) && $0.hasLetter && !saysNothing } ?? false
        ? rows.last : fallback)
    guard let name else { return nil }
    // Rows of sites or patients under columns of outcomes.
    if columnsAreOutcomes, !columnArms, columns.contains(name) {
      return (name, columns.filter { $0 != name }.joined(separator: ": "), rows.joined(separator: ": "))
    }
    // "Observed: week 4" under a caption that names the outcome: the rows say of whom.
    if name == subject, !rows.isEmpty { return (name, "", (columns + rows).joined(separator: ": ")) }
    let population = columns.filter { $0 != name && !(columnArms && Self.isOfGroups($0)) }
    return (name, rows.filter { $0 != name }.joined(separator: ": "), population.joined(separator: ": "))
  }

  /// The heading of the stub where a header is repeated under another: "In blood", later "In lavage fluid".
  func stubHeading(of row: TableFrame.Row) -> String? {
    guard frame.headers.count >= 2, !hasHeadArms else { return nil }
    let headings = frame.headers.map { header in header[0].last?.printed ?? "" }
    guard Set(headings).count == headings.count, headings.allSatisfy({ $0.hasLetter }) else { return nil }
    return frame.headers[row.header][0].last?.rest
  }

  private static let weak: Words = [
    "yes", "no", "total", "score", "value", "values", "results", "outcome", "variable", "variables", "item", "items",
    "characteristics",
    "characteristic", "parameter", "parameters", "group", "groups", "visit", "difference", "change", "all", "male", "female",
    "men", "women",
    "other", "others", "none", "treatment group", "observed", "imputed", "completers", "observed cases", "completer analysis",
    "intention to treat", "intention-to-treat", "intent to treat", "itt", "per protocol", "per-protocol", "available case",
    "complete case", "locf", "outcomes", "mean", "unadjusted", "adjusted",
  ]

  /// Names of rows that say whom or when a figure is of and not what.
  private static let analyses: Words = [
    "observed", "imputed", "completers", "observed cases", "completer analysis", "intention to treat", "intention-to-treat",
    "intent to treat", "itt", "per protocol", "per-protocol", "available case", "complete case", "locf", "unadjusted", "adjusted",
    "mean", "outcome", "outcomes",
  ]

  /// "Total sample", "Adherent completers", "ITT population": of whom figures are.
  private static func saysWhom(_ label: String) -> Bool {
    analyses.contains(Word(label)) || label.letterWords.allSatisfy { peopleWords.contains($0) }
  }

  private static let peopleWords: Words = [
    "total", "whole", "full", "sample", "completers", "adherent", "clinical", "cases", "intention", "intent", "to", "treat",
    "itt", "per",
    "protocol", "population", "set", "analysis", "all", "participants", "patients", "observed", "evaluable", "modified", "pp",
    "fas", "complete",
    "available", "data",
  ]

  private static func isMeasured(_ label: String) -> Bool { HeaderUnit.known(in: label) != nil || lexiconName(label) != nil }

  /// "Change from baseline (kg)": of what stands above it.
  static func isChangeAlone(_ label: LabelReading) -> Bool {
    let name = HeaderUnit.printed(in: label.rest).map { HeaderUnit.without($0, in: label.rest) } ?? label.rest
    return saysChangeAlone(name)
  }

  static func saysChangeAlone(_ name: String) -> Bool { name.letterWords.allSatisfy { changes.contains($0) } }

  private static let changes: Words = [
    "change", "changes", "difference", "from", "mean", "percent", "in", "absolute", "relative", "adjusted", "to", "the", "entire",
    "treatment", "period", "baseline", "over", "during", "at", "end", "of", "study", "between", "groups", "and",
  ]

  static func isWeak(_ text: String) -> Bool {
    !text.hasLetter || weak.contains(Word(text)) || text.utf8.count < 2
      || text.utf8.count >= 16 && saysChangeAlone(text)
  }

  /// Whether the heading over columns says only that groups stand there: "Treatment groups" over the names of the arms.
  static func isOfGroups(_ heading: String) -> Bool {
    StructuralArms.isHeading(heading) || ["patients", "participants", "number", "subjects"].contains(heading.lowercased())
  }
}

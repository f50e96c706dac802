import ArgumentParser
import KnowledgeBase
import Lexicon
import Literature

/// `concord trials`: the trials of the knowledge base.
struct TrialsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trials", abstract: "List the trials that the documents speak of.",
    discussion: """
      Listed are trials of which more is known than a name: results, a registry number, a publication, a phase or a size; studies named by \
      author and year only with results. “concord show TRIAL” tells all of one. Exit code 1 where there is none.
      """)

  @Flag(help: "Also those of which only the name is known.") var all = false
  @Option(help: "Only trials of this drug: a generic, brand or Chinese name, or a short form.") var drug: String?
  @Option(help: "Only trials in this disease, in English or Chinese.") var disease: String?
  @OptionGroup var index: IndexOption
  @OptionGroup var output: FormatOption

  func validate() throws {
    if let drug, ids(named: drug, .drug).isEmpty { throw ValidationError("No drug goes by “\(drug)” in the lexicon.") }
    if let disease, ids(named: disease, .disease).isEmpty {
      throw ValidationError("No disease goes by “\(disease)” in the lexicon.")
    }
  }

  func run() throws {
    let known = try index.with(.readOnly) { try $0.trials() }
    let drugs = drug.map { ids(named: $0, .drug) }
    let diseases = disease.map { ids(named: $0, .disease) }
    let trials = known.filter { trial in
      (all || trial.hasEvidence) && drugs.map { !$0.isDisjoint(with: trial.drugs) } ?? true
        && diseases.map { !$0.isDisjoint(with: trial.diseases) } ?? true
    }
    if output.format == .json {
      Console.write(JSONValue.array(trials.map(\.json)).pretty + "\n")
    } else {
      Console.write(trials.isEmpty ? "No trials.\n" : Self.table(trials).text(width: Console.tableWidth) + "\n")
      if !all, trials.count < known.count, drug == nil, disease == nil {
        Console.writeError("\(known.count - trials.count) more are known by name only: --all lists them.\n")
      }
    }
    if trials.isEmpty { throw ExitCode.nothingFound }
  }

  private func ids(named name: String, _ kind: ConceptKind) -> Set<String> {
    Set(Lexicon.builtIn.concepts(named: name).filter { $0.kind == kind }.map(\.id))
  }

  private static func table(_ trials: [TrialRecord]) -> TextTable {
    var table = TextTable(header: ["trial", "registry", "phase", "n", "setting", "drugs", "results"])
    for trial in trials {
      table.add([
        trial.name, trial.registry.map(\.id).joined(separator: " "), trial.phases.joined(separator: ", "),
        trial.sampleSizes.map(String.init).joined(separator: ", "), trial.settings.joined(separator: ", "),
        trial.drugs.map(TrialText.name).joined(separator: ", "), String(trial.resultCount),
      ])
    }
    return table
  }
}

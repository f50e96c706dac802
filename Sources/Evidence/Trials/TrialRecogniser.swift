import Lexicon
import Literature
import TextAnalysis

/// Finds the trials that a document speaks of, and where.
///
/// Trials go by acronym, known by shape and context (see `TrialNameEvidence`); by a Chinese name (see `ChineseTrialNames`); by author and year, where a table or a sentence
/// gives the results of a study without a name; and a trial report that names no acronym is itself the trial.
public enum TrialRecogniser {
  /// Named trials in the order of their first mention, then author–year studies. O(bytes of the passages).
  public static func findings(in input: EvidenceInput) -> TrialFindings {
    var catalogue = TrialCatalogue(input: input)
    catalogue.addNamedTrials()
    catalogue.addAuthorYearStudies()
    catalogue.addOwnTrial()
    catalogue.tieReferences()
    catalogue.addMentionsByCitation()
    return catalogue.findings
  }
}

/// The trials found so far, while a document is read.
struct TrialCatalogue {
  let input: EvidenceInput
  let registry: [[RegistryMatch]]
  var trials: [Trial] = []
  var mentions: [TrialMention] = []
  var own: Int?
  /// Index into `trials` by the key of a name.
  var trialByKey: [String: Int] = [:]
  /// Trials named in a reference's title, by index of the reference.
  var trialsByReference: [Int: Set<Int>] = [:]
  /// Index into `trials` of the study that a row of a table is about, by passage.
  var trialOfRow: [Int: Int] = [:]

  /// Drugs that titles of references name, of those that were compared.
  var drugsByReference: [Int: [String]] = [:]

  /// References by the family name of their first author in lower case.
  lazy var referencesByAuthor: [String: [Int]] = Dictionary(
    grouping: input.references.indices.filter { input.references[$0].item.authors.first?.family != nil },
    by: { input.references[$0].item.authors.first?.family?.lowercased() ?? "" })

  init(input: EvidenceInput) {
    self.input = input
    registry = input.lexed.map(RegistryIdentifierScanner.matches)
  }

  var findings: TrialFindings {
    let sorted = mentions.sorted {
      ($0.passage, $0.range.lowerBound, $0.range.upperBound, $0.trial) < (
        $1.passage, $1.range.lowerBound, $1.range.upperBound, $1.trial
      )
    }
    var result = TrialFindings(trials: trials, mentions: sorted, own: own)
    for (index, _) in trials.enumerated() { result.trials[index].passages = [] }
    for mention in sorted where result.trials[mention.trial].passages.last != mention.passage {
      result.trials[mention.trial].passages.append(mention.passage)
    }
    let details = TrialDetails(input: input, registry: registry, findings: result, trialOfRow: trialOfRow)
    for index in trials.indices { details.complete(&result.trials[index], index: index) }
    return result
  }

  mutating func addNamedTrials() {
    let names = input.lexed.map { TrialNameScanner(lexed: $0).names }
    let accepted = TrialNameEvidence(input: input, registry: registry).acceptedKeys(names)
    var forms: [Int: [(form: String, count: Int)]] = [:]
    for passage in names.indices {
      for name in names[passage] where accepted.contains(name.key) { note(name, in: passage, &forms) }
    }
    for (index, printed) in forms { setName(of: index, printed) }
    addReferenceNames(names, accepted)
    addChineseNames()
  }

  private mutating func addChineseNames() {
    let named = ChineseTrialNames.mentions(in: input, registry: registry)
    for mention in named where input.passages[mention.passage].kind != .reference {
      let index = trialByKey[mention.name] ?? added(Trial(id: mention.name, name: mention.name), key: mention.name)
      mentions.append(TrialMention(trial: index, passage: mention.passage, range: mention.range))
      if mention.isFirstCell { trialOfRow[mention.passage] = index }
    }
    for mention in named {
      guard let reference = input.passages[mention.passage].reference, let index = trialByKey[mention.name] else { continue }
      trialsByReference[reference, default: []].insert(index)
    }
  }

  /// Names in reference entries tie the reference and lend a spelling, but are no passage that speaks of the trial.
  private mutating func note(_ name: TrialName, in passage: Int, _ forms: inout [Int: [(form: String, count: Int)]]) {
    guard input.passages[passage].kind != .reference else { return }
    let index = trialByKey[name.key] ?? added(Trial(id: name.printed, name: name.printed), key: name.key)
    mentions.append(TrialMention(trial: index, passage: passage, range: name.range))
    if input.passages[passage].kind == .tableRow, name.tokens.lowerBound == 0 { trialOfRow[passage] = index }
    count(name.printed, &forms[index, default: []])
  }

  private func count(_ form: String, _ forms: inout [(form: String, count: Int)]) {
    if let known = forms.firstIndex(where: { $0.form == form }) { forms[known].count += 1 } else { forms.append((form, 1)) }
  }

  mutating func added(_ trial: Trial, key: String) -> Int {
    trials.append(trial)
    trialByKey[key] = trials.count - 1
    return trials.count - 1
  }

  /// The most frequent form is the name (the first of several), the others are aliases; in the id a space becomes a hyphen.
  private mutating func setName(of index: Int, _ forms: [(form: String, count: Int)]) {
    var best = forms[0]
    for form in forms where form.count > best.count { best = form }
    trials[index].name = best.form
    trials[index].id = best.form.split(separator: " ").joined(separator: "-")
    trials[index].aliases = forms.map(\.form).filter { $0 != best.form }
  }

  private mutating func addReferenceNames(_ names: [[TrialName]], _ accepted: Set<String>) {
    for passage in names.indices {
      guard let reference = input.passages[passage].reference else { continue }
      for name in names[passage] {
        guard accepted.contains(name.key), let index = trialByKey[name.key] else { continue }
        trialsByReference[reference, default: []].insert(index)
        let trial = trials[index]
        if trial.name != name.printed, !trial.aliases.contains(name.printed) { trials[index].aliases.append(name.printed) }
      }
    }
  }

  /// The bytes of a passage's flow where a citation stands.
  func place(of citation: Citation) -> Range<Int>? {
    let flow = input.passages[citation.passage].flow
    guard let start = flow.flowOffset(ofSource: citation.span.start) else { return nil }
    return start..<min(start + max(1, citation.marker.utf8.count), flow.count)
  }
}

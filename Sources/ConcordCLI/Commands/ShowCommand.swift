import ArgumentParser
import KnowledgeBase
import Literature

/// `concord show`: one thing and everything that is linked to it.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a work, trial, document, reference or passage with everything linked to it.",
    discussion: """
      KEY is a DOI, PMID or PMCID, a registry number, a trial's name, a document's id or alias, ALIAS#9 for a reference or ALIAS:p12 for a passage. \
      Whatever is printed names the keys of what it is linked to. Exit code 1 where nothing goes by the key.
      """)

  @Argument(help: "What to show, e.g. STORM or review#9.")
  var key: String?
  @Option(name: .customLong("source"), help: "Print the stored text of a document instead.")
  var sourceDocument: String?
  @OptionGroup var index: IndexOption
  @OptionGroup var output: FormatOption

  func validate() throws {
    if (key == nil) == (sourceDocument == nil) { throw ValidationError("Give one key, or --source DOCUMENT.") }
  }

  func run() throws {
    if let sourceDocument { return try printSource(of: sourceDocument) }
    let shown = try index.with(.readOnly) { try $0.show(key ?? "") }
    Console.write(output.format == .json ? shown.json.pretty + "\n" : ShownText(shown, key: key ?? "").text)
    if case .notFound = shown { throw ExitCode.nothingFound }
    if case .ambiguous = shown { throw ExitCode.nothingFound }
  }

  private func printSource(of name: String) throws {
    let text = try index.with(.readOnly) { knowledgeBase in try knowledgeBase.text(of: knowledgeBase.onlyDocument(named: name)) }
    Console.write(String(decoding: text?.utf8 ?? [], as: UTF8.self))
  }
}

/// What `show` found, as people read it; every line names the key of the next step.
struct ShownText {
  let shown: Shown
  let key: String

  init(_ shown: Shown, key: String) {
    self.shown = shown
    self.key = key
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private var lines: [String] {
    switch shown {
    case .work(let view): work(view)
    case .trial(let view): TrialText(view).lines
    case .document(let view): document(view)
    case .reference(let reference, let view): ["\(reference.alias)#\(reference.label)  \(reference.raw)", ""] + work(view)
    case .passage(let view): passage(view, withNeighbours: true)
    case .ambiguous(let keys): ["“\(key)” may be:"] + suggestions(keys)
    case .notFound(let keys): ["Nothing goes by “\(key)”."] + (keys.isEmpty ? [] : ["Nearest:"] + suggestions(keys))
    }
  }

  private func suggestions(_ keys: [Shown.Suggestion]) -> [String] { keys.map { "  \($0.key)  \($0.what)" } }

  private func work(_ view: WorkView) -> [String] {
    let item = view.work.item
    let authors =
      item.authors.prefix(3).map(\.display).joined(separator: "; ")
      + (item.authors.count > 3 || item.authorsTruncated ? "; et al." : "")
    var lines = [
      Console.style(.bold, item.title ?? "(no title)"),
      "\(authors) \(item.containerTitle ?? "") \(item.year.map(String.init) ?? "")",
    ]
    lines += [item.doi.map { "https://doi.org/\($0)" }, item.pmid.map { "PMID \($0)" }].compactMap { $0 }
    if let document = view.document { lines.append("Its text is in the knowledge base: \(document.alias)") }
    for trial in view.trials { lines.append("Trial: \(trial.name)  \(trial.registry.map(\.id).joined(separator: " "))") }
    if !view.ownResults.isEmpty {
      lines += ["", "Results:"] + view.ownResults.map { "  \(CardText.line($0.card))  (\($0.section) \($0.passage))" }
    }
    for citing in view.citedBy {
      lines += ["", Console.style(.bold, "Cited by \(citing.reference.alias)#\(citing.reference.label)")]
      if citing.isKeptApart { lines.append(Console.style(.dim, "  kept apart by hand: refs apart --undo joins it again")) }
      if !citing.joinedBy.isEmpty { lines.append(Console.style(.dim, "  joined by: \(citing.joinedBy.joined(separator: ", "))")) }
      for passage in citing.passages { lines += self.passage(passage, withNeighbours: false) }
    }
    return lines
  }

  private func passage(_ view: PassageView, withNeighbours: Bool) -> [String] {
    var lines: [String] = []
    if withNeighbours, let before = view.before { lines.append(Console.style(.dim, "  \(Highlighter.marked(before.text, []))")) }
    lines.append("  “\(Highlighter.marked(view.passage.text, []))”")
    lines.append(Console.style(.dim, "    \(view.passage.alias):\(view.passage.id)  section \(view.passage.section)"))
    if withNeighbours, let after = view.after { lines.append(Console.style(.dim, "  \(Highlighter.marked(after.text, []))")) }
    for card in view.results { lines.append("    \(CardText.line(card.card))") }
    if withNeighbours {
      for reference in view.references {
        lines.append("    \(reference.alias)#\(reference.label)  \(reference.title ?? reference.raw)")
      }
    }
    return lines
  }

  private func document(_ view: DocumentView) -> [String] {
    let record = view.document
    var lines = [Console.style(.bold, record.title ?? record.alias), "\(record.alias)  \(record.id)  \(record.path)"]
    lines.append(
      "\(record.passages) passages, \(record.references) references, \(record.citations) citations, \(record.results) results, \(record.claims) claims"
    )
    if !view.trials.isEmpty { lines.append("Trials: \(view.trials.joined(separator: ", "))") }
    lines +=
      ["", "Sections:"]
      + view.sections.filter { $0.level > 0 }.map {
        String(repeating: "  ", count: $0.level) + ($0.number.map { "\($0) " } ?? "") + $0.title
      }
    lines += ["", "References (times cited):"]
    lines += view.references.map {
      "  \(record.alias)#\($0.reference.label) (\($0.citationCount))  \($0.reference.title ?? $0.reference.raw)  \($0.reference.doi ?? "")"
    }
    lines += view.diagnostics.map { "\($0.severity.rawValue): \($0.message) [\($0.code)]" }
    return lines
  }
}

import Literature
import TextAnalysis

/// A registration number where it is printed for a trial.
struct PrintedRegistration: Hashable, Sendable {
  /// Index into `Extract.trials`.
  var trial: Int
  var identifier: RegistryIdentifier
  var span: SourceSpan

  private static let schemes: [(prefix: String, scheme: String)] = [
    ("NCT", "ClinicalTrials.gov"), ("ISRCTN", "ISRCTN"), ("ChiCTR", "ChiCTR"), ("jRCT", "jRCT"), ("UMIN", "UMIN"),
    ("ACTRN", "ACTRN"), ("DRKS", "DRKS"),
  ]

  /// Of the shortest prefix and six digits.
  private static let fewestBytes = 9

  /// Numbers in brackets right behind a trial's name, and the only number of a row about one trial, in document order.
  static func all(in context: CheckContext) -> [PrintedRegistration] {
    context.extract.passages.indices.flatMap { index -> [PrintedRegistration] in
      let trials = context.trialPassages[index]
      guard !trials.isEmpty, context.extract.passages[index].kind != .reference else { return [] }
      let (text, flow) = (context.lexed[index], context.extract.passages[index].flow)
      let numbers = text.tokens.indices.compactMap { token in identifier(text, token).map { (token, $0) } }
      guard !numbers.isEmpty else { return [] }
      return trials.flatMap { trial in
        numbers.compactMap { token, identifier in
          let isOwn =
            isBehindName(context.extract.trials[trial], token, text)
            || numbers.count == 1 && trials.count == 1 && context.extract.passages[index].kind == .tableRow
          guard isOwn else { return nil }
          return PrintedRegistration(trial: trial, identifier: identifier, span: flow.span(of: text.tokens[token].range))
        }
      }
    }.sorted { $0.span.start < $1.span.start }
  }

  /// Every number of a register, whatever trial it is of, in document order.
  static func everywhere(in context: CheckContext) -> [(identifier: RegistryIdentifier, span: SourceSpan)] {
    context.extract.passages.indices.flatMap { index -> [(identifier: RegistryIdentifier, span: SourceSpan)] in
      guard context.extract.passages[index].kind != .reference else { return [] }
      let (text, flow) = (context.lexed[index], context.extract.passages[index].flow)
      return text.tokens.indices.compactMap { token in
        identifier(text, token).map { ($0, flow.span(of: text.tokens[token].range)) }
      }
    }
  }

  private static func identifier(_ text: LexedText, _ index: Int) -> RegistryIdentifier? {
    // Most words are too short.
    guard text.tokens[index].kind == .word, text.tokens[index].range.count >= fewestBytes else { return nil }
    let word = text.string(index)
    guard let (prefix, scheme) = schemes.first(where: { word.hasPrefix($0.prefix) }), word.dropFirst(prefix.count).count >= 6,
      word.dropFirst(prefix.count).allSatisfy(\.isNumber)
    else { return nil }
    return RegistryIdentifier(scheme: scheme, id: word)
  }

  /// `NAME (NCT…` and `NAME trial (NCT…`, `NAME 研究(NCT…`.
  private static func isBehindName(_ trial: Trial, _ index: Int, _ text: LexedText) -> Bool {
    guard text.isSymbol(index - 1, "(") || text.isSymbol(index - 1, ","), index >= 2 else { return false }
    let before = text.string(text.tokens[max(0, index - 8)].start..<text.tokens[index - 1].start).lowercased()
    let fillers = ["", " trial", " study", "研究", " 研究", "试验", " 试验"]
    return ([trial.name, trial.id] + trial.aliases).contains { name in
      fillers.contains { (before.trimmedBlanks + " ").hasSuffix(name.lowercased() + $0 + " ") }
    }
  }
}

extension String {
  fileprivate var trimmedBlanks: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}

import Literature
import TextAnalysis

/// T603: a trial's name that is another's with one letter changed.
public struct TrialNameVariant: Rule {
  public static let code = "T603"
  public static let name = "trial-name-variant"
  public static let severity = Finding.Severity.warning
  public init() {}

  /// Names of fewer letters differ by one too often.
  private static let fewestLetters = 5
  /// A document of more trials is a list of them, where names of one letter's difference are likely.
  private static let mostTrials = 300

  public func findings(in context: CheckContext) -> [Finding] {
    let trials = context.extract.trials.filter { !$0.isNamedByAuthor }
    guard trials.count <= Self.mostTrials else { return [] }
    let named = trials.compactMap { rare -> Finding? in
      guard rare.passages.count == 1, rare.registry.isEmpty,
        let usual = trials.first(where: { $0.id != rare.id && $0.passages.count >= 2 && isVariant(rare, of: $0) })
      else { return nil }
      return finding(rare, usual, in: context)
    }
    let found = named + words(trials, in: context)
    let ofTitles = TitledName.slips(in: context).filter { slip in
      !found.contains { $0.span.overlaps(slip.span) } && slip.kind == .letters
    }
    return (found + ofTitles.map { finding($0, in: context) }).sorted { $0.span.start < $1.span.start }
  }

  private func finding(_ slip: TitledName, in context: CheckContext) -> Finding {
    let reference = context.extract.references[slip.reference]
    return context.finding(
      of: self, at: slip.span,
      Wording(
        "“\(slip.name)” stands here alone; reference \(reference.label) is of “\(slip.titled)”.",
        zh: "“\(slip.name)” 仅见于此; 参考文献 \(reference.label) 作 “\(slip.titled)”。"),
      related: [context.related(reference.span, .reference(reference))],
      help: Wording("Copy the name from the trial's report.", zh: "从该试验的报告中复制名称。"))
  }

  /// A word of capitals that was taken for no trial, once in the document, beside a callout to the trial that it nearly names.
  private func words(_ trials: [Trial], in context: CheckContext) -> [Finding] {
    let usual = trials.filter { $0.passages.count >= 2 && $0.name.allSatisfy(\.isUppercase) }
    guard !usual.isEmpty else { return [] }
    let known = Set(context.extract.trials.flatMap { [$0.name, $0.id] + $0.aliases })
    var places: [String: [(passage: Int, range: Range<Int>)]] = [:]
    for passage in context.extract.passages.indices {
      let text = context.lexed[passage]
      for token in text.tokens where token.kind == .word && token.range.count >= Self.fewestLetters {
        guard text.utf8[token.range].allSatisfy({ (0x41...0x5A).contains($0) }) else { continue }
        places[text.string(token.range), default: []].append((passage, token.range))
      }
    }
    return places.compactMap { word, found -> Finding? in
      guard found.count == 1, let place = found.first, !known.contains(word),
        let trial = usual.first(where: { Self.isMisspelt(word, $0.name) && !$0.passages.contains(place.passage) }),
        isOf(trial, word, place.passage, in: context)
      else { return nil }
      return finding(word, context.extract.passages[place.passage].flow.span(of: place.range), trial, in: context)
    }
  }

  /// Whether the passage calls on the trial's work; where it calls on none a long word of capitals is no other name.
  private func isOf(_ trial: Trial, _ word: String, _ passage: Int, in context: CheckContext) -> Bool {
    let cited = context.cited(in: passage)
    guard cited.isEmpty else { return cited.contains(where: trial.references.contains) }
    return min(word.utf8.count, trial.name.utf8.count) >= Self.long
  }

  private static let long = 7

  private static func isMisspelt(_ word: String, _ name: String) -> Bool {
    let (left, right) = (Array(word.utf8), Array(name.utf8))
    guard left != right, right.count >= fewestLetters, left.first == right.first else { return false }
    return left.hasNeighboursExchanged(from: right)
      || left.last == right.last && EditDistance.between(left, right, most: 1) != nil
  }

  /// One letter dropped, added, changed, or two neighbours exchanged, not at the end (`CANVAS-R` is a trial beside `CANVAS`); the digits are
  /// the same; and no passage names both, as one would that compares two trials.
  private func isVariant(_ rare: Trial, of usual: Trial) -> Bool {
    let (left, right) = (Self.key(rare.name), Self.key(usual.name))
    guard left != right, right.filter({ !Self.isDigit($0) }).count >= Self.fewestLetters,
      left.filter(Self.isDigit) == right.filter(Self.isDigit), left.last == right.last, left.first == right.first,
      Set(rare.passages).isDisjoint(with: usual.passages)
    else { return false }
    if EditDistance.between(left, right, most: 1) != nil || left.hasNeighboursExchanged(from: right) { return true }
    // LOADSTAR-2 for LODESTAR-2: of a long word with its number two letters may be other ones.
    return min(left.count, right.count) > Self.long && left.contains(where: Self.isDigit)
      && EditDistance.between(left, right, most: 2) != nil
  }

  private static func key(_ name: String) -> [UInt8] { Array(LetterFolding.folded(name).utf8) }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private func finding(_ rare: Trial, _ usual: Trial, in context: CheckContext) -> Finding? {
    place(of: rare, in: context).map { finding(rare.name, $0, usual, in: context) }
  }

  private func finding(_ rare: String, _ span: SourceSpan, _ usual: Trial, in context: CheckContext) -> Finding {
    let related = place(of: usual, in: context).map { [context.related($0, Wording("The usual name.", zh: "通常的名称。"))] } ?? []
    return context.finding(
      of: self, at: span,
      Wording(
        "“\(rare)” stands here alone, “\(usual.name)” in \(usual.passages.count) other passages: one letter makes the difference.",
        zh: "“\(rare)” 仅见于此, 另有 \(usual.passages.count) 处作 “\(usual.name)”, 二者仅一字母之差。"),
      related: related,
      help: Wording("Copy the name from the trial's report.", zh: "从该试验的报告中复制名称。"))
  }

  private func place(of trial: Trial, in context: CheckContext) -> SourceSpan? {
    for passage in trial.passages where context.extract.passages.indices.contains(passage) {
      let flow = context.extract.passages[passage].flow
      if let range = flow.firstRange(of: Array(trial.name.utf8)) { return flow.span(of: range) }
    }
    return nil
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A trial is named once, and its name is that of a trial named more often with one letter dropped, added, changed or exchanged.",
      why: "Readers and databases find a trial by its name; a misspelt one leads nowhere, or to another trial.",
      example: "\"HARBUOR-1\" in one sentence, \"HARBOUR-1\" in three others.",
      remedy: "Copy the name from the trial's report.",
      limits:
        "Names of fewer than five letters, names that differ in digits or in their last letter, and names that stand in one passage "
        + "together are left alone. Two trials may really differ by one letter."),
    chinese: .init(
      what: "某试验名称仅出现一次, 且与另一多次出现的试验名称仅差一个字母(缺、增、改或互换)。",
      why: "读者和数据库依名称查找试验; 拼错的名称无处可查, 或指向另一试验。",
      example: "一处作 \"HARBUOR-1\", 另三处作 \"HARBOUR-1\"。",
      remedy: "从该试验的报告中复制名称。",
      limits: "少于五个字母、数字或末字母不同、同段并列的名称不作判断。两项试验确有仅差一字母者。"))
}

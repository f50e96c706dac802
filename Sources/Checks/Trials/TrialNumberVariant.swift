import Literature
import TextAnalysis

/// T604: a trial's number with two digits exchanged, or with one wrong where the trial's own reference is cited.
public struct TrialNumberVariant: Rule {
  public static let code = "T604"
  public static let name = "trial-number-variant"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let names = KnownNames(context)
    let inText = context.extract.passages.indices.flatMap { passage -> [Finding] in
      guard context.extract.passages[passage].kind != .reference else { return [] }
      let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
      return names.variants(in: text).compactMap { variant in
        guard variant.isTransposed || cites(variant.trial, passage, in: context),
          !context.extract.references.contains(where: { $0.raw.contains(text.string(variant.range)) })
        else { return nil }
        let trial = context.extract.trials[variant.trial]
        return context.finding(
          of: self, at: flow.span(of: variant.range),
          Wording(
            "“\(text.string(variant.range))” looks like a misprint of \(trial.name), which the document names elsewhere.",
            zh: "“\(text.string(variant.range))” 疑为文中他处所称 \(trial.name) 之误。"),
          help: Self.help)
      }
    }
    let found = inText + againstTitles(in: context).filter { one in !inText.contains { $0.span.overlaps(one.span) } }
    let ofTitles = TitledName.slips(in: context).filter { slip in
      slip.kind == .number && !found.contains { $0.span.overlaps(slip.span) }
    }
    let told = found + ofTitles.map { finding($0, in: context) }
    let stray = StrayNumber.all(in: context).filter { one in !told.contains { $0.span.overlaps(one.span) } }
    let all = told + stray.map { finding($0, in: context) }
    return all
      + StudyCode.slips(in: context).filter { slip in !all.contains { $0.span.overlaps(slip.span) } }.map { slip in
        context.finding(
          of: self, at: slip.span,
          Wording(
            "“\(slip.code)” looks like a misprint of \(slip.usual), which the document prints elsewhere.",
            zh: "“\(slip.code)” 疑为文中他处所印 \(slip.usual) 之误。"),
          help: Wording("Compare the number with the protocol.", zh: "与方案核对编号。"))
      }
  }

  private func finding(_ slip: TitledName, in context: CheckContext) -> Finding {
    let reference = context.extract.references[slip.reference]
    return context.finding(
      of: self, at: slip.span,
      Wording(
        "“\(slip.name)” stands here alone with figures; the list has \(slip.titled) (reference \(reference.label)).",
        zh: "“\(slip.name)” 仅见于此且带数字; 文献表中为 \(slip.titled)(第 \(reference.label) 条)。"),
      related: [context.related(reference.span, .reference(reference))], help: Self.help)
  }

  private func finding(_ stray: StrayNumber, in context: CheckContext) -> Finding {
    context.finding(
      of: self, at: stray.span,
      Wording(
        "“\(stray.name)” stands here alone; the document names \(stray.usual) elsewhere.",
        zh: "“\(stray.name)” 仅见于此; 文中他处均称 \(stray.usual)。"), help: Self.help)
  }

  private static let help = Wording("Compare the name with the trial's report or registration.", zh: "与该试验的报告或注册信息核对名称。")

  /// A trial whose one reference names it with two digits the other way round.
  private func againstTitles(in context: CheckContext) -> [Finding] {
    context.extract.trials.compactMap { trial in
      guard trial.registry.isEmpty, trial.references.count == 1, let passage = trial.passages.first,
        context.extract.passages[passage].kind != .reference
      else { return nil }
      let reference = context.extract.references[trial.references[0]]
      guard !reference.raw.contains(trial.name), let titled = KnownNames.transposed(trial.name, in: reference.raw),
        let range = context.extract.passages[passage].flow.firstRange(of: Array(trial.name.utf8))
      else { return nil }
      return context.finding(
        of: self, at: context.extract.passages[passage].flow.span(of: range),
        Wording(
          "“\(trial.name)” looks like a misprint of \(titled), as reference \(reference.label) has it.",
          zh: "“\(trial.name)” 疑为参考文献 \(reference.label) 所称 \(titled) 之误。"),
        related: [context.related(reference.span, .reference(reference))], help: Self.help)
    }
  }

  /// Whether a passage calls out a reference of the trial.
  private func cites(_ trial: Int, _ passage: Int, in context: CheckContext) -> Bool {
    let own = Set(context.extract.trials[trial].references)
    return context.cited(in: passage).contains(where: own.contains)
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A trial's name or a protocol's number is printed once with two digits exchanged, or a name with one wrong where the trial's own reference is cited, or that no entry of the list has while "
        + "another of its series, which stands there in no other words, has one; or a name stands once beside others of its series, in a sentence that calls on another's work, or, one digit apart from one that stands often, on none.",
      why: "Readers and searches take the variant for another trial, and its figures get lost.",
      example: "\"ALDER-310\" in a sentence of a review that names ALDER-301 everywhere else.",
      remedy: "Copy the name from the report or the registration.",
      limits:
        "Families of trials are numbered alike: a name that a reference, a registration number or two passages bear out is left alone, and so is "
        + "one wrong digit without the other trial's reference beside it."),
    chinese: .init(
      what: "某试验名称或方案编号有一处两位数字颠倒, 或在引用该试验文献处有一位数字不同; 或同系列中某名称仅出现一次, 而该句引用的是另一编号的文献, 或未引文献且与屡见的名称仅差一位数字。",
      why: "读者和检索会将其当作另一试验, 其数据随之丢失。",
      example: "综述各处均称 ALDER-301, 唯一处写作 \"ALDER-310\"。",
      remedy: "从试验报告或注册信息复制名称。",
      limits: "同系列试验编号相近: 有文献、注册号或两处以上文字佐证的名称不报告; 仅一位数字不同而未引用该试验文献者亦不报告。"))
}

/// The names of a document's trials, and words that are nearly one of them.
private struct KnownNames {
  struct Variant {
    /// Index into `Extract.trials`.
    var trial: Int
    /// Bytes of the text.
    var range: Range<Int>
    var isTransposed: Bool
  }

  /// Each name's tokens, in the case printed.
  private var names: [(trial: Int, tokens: [String])] = []
  /// Every spelling that something bears out.
  private var known: Set<String> = []
  private static let fewestCharacters = 5
  private static let fewestPassages = 2

  init(_ context: CheckContext) {
    for (index, trial) in context.extract.trials.enumerated() {
      // The callout beside a misprinted name leads to a title with the right one.
      let isTitled = trial.references.contains { context.extract.references[$0].raw.contains(trial.name) }
      let isBorneOut = trial.passages.count >= Self.fewestPassages || isTitled || !trial.registry.isEmpty
      guard isBorneOut else { continue }
      for name in Set([trial.name, trial.id] + trial.aliases) {
        known.insert(name)
        guard name.utf8.count >= Self.fewestCharacters, !Self.endsInYear(name),
          name.utf8.contains(where: { (0x30...0x39).contains($0) }),
          trial.passages.count >= Self.fewestPassages
        else { continue }
        let lexed = LexedText(name)
        names.append((index, lexed.tokens.indices.map { lexed.string($0) }))
      }
    }
    let unproven = Set(names.map { $0.tokens.joined() }).subtracting(known)
    for name in unproven where context.extract.references.contains(where: { $0.raw.contains(name) }) { known.insert(name) }
  }

  /// "Alder et al., 2019": a study without a name of its own, told from others by the year.
  private static func endsInYear(_ name: String) -> Bool {
    let lexed = LexedText(name)
    return lexed.tokens.indices.contains { index in
      lexed.number(index).map { $0.decimals == 0 && (1950...2100).contains($0.value) } ?? false
    }
  }

  /// A name in an entry that is this one with two neighbouring digits exchanged.
  static func transposed(_ name: String, in raw: String) -> String? {
    let (own, text) = (LexedText(name), LexedText(raw))
    guard name.utf8.count >= fewestCharacters, own.tokens.first?.kind == .word, !endsInYear(name) else { return nil }
    let tokens = own.tokens.indices.map { own.string($0) }
    for start in text.tokens.indices where start + tokens.count <= text.count && text.string(start) == tokens[0] {
      let slips = tokens.indices.filter { text.string(start + $0) != tokens[$0] }
      guard slips.count == 1, DigitSlip(text.string(start + slips[0]), tokens[slips[0]]) == .transposed else { continue }
      return text.string(text.tokens[start].start..<text.tokens[start + tokens.count - 1].end)
    }
    return nil
  }

  /// O(tokens × names).
  func variants(in text: LexedText) -> [Variant] {
    guard !names.isEmpty else { return [] }
    return text.tokens.indices.flatMap { start -> [Variant] in
      guard text.tokens[start].kind == .word else { return [] }
      return names.compactMap { variant(of: $0.tokens, trial: $0.trial, in: text, at: start) }.prefix(1).map { $0 }
    }
  }

  private func variant(of name: [String], trial: Int, in text: LexedText, at start: Int) -> Variant? {
    guard start + name.count <= text.count, let first = name.first, let byte = first.utf8.first else { return nil }
    // Two letters of ASCII that differ are no forms of one character.
    let printed = text.utf8[text.tokens[start].start]
    guard printed == byte || printed >= 0x80 || byte >= 0x80, text.string(start).first == first.first else { return nil }
    var difference: DigitSlip?
    for (offset, token) in name.enumerated() {
      let printed = text.string(start + offset)
      if printed == token { continue }
      guard difference == nil, let near = DigitSlip(printed, token) else { return nil }
      difference = near
    }
    guard let difference else { return nil }
    let range = text.tokens[start].start..<text.tokens[start + name.count - 1].end
    guard !known.contains(text.string(range)),
      start + name.count == text.count || text.hasGap(before: start + name.count)
        || text.tokens[start + name.count].kind != .word && text.tokens[start + name.count].kind != .number
    else { return nil }
    return Variant(trial: trial, range: range, isTransposed: difference == .transposed)
  }
}

/// How two words of one length differ in their digits: two neighbours exchanged, or one wrong.
private enum DigitSlip {
  case transposed, oneDigit

  init?(_ left: String, _ right: String) {
    let (first, second) = (Array(left.utf8), Array(right.utf8))
    guard first.count == second.count, first.count >= 2 else { return nil }
    let unlike = first.indices.filter { first[$0] != second[$0] }
    guard unlike.allSatisfy({ (0x30...0x39).contains(first[$0]) && (0x30...0x39).contains(second[$0]) }) else { return nil }
    if first.hasNeighboursExchanged(from: second) {
      self = .transposed
    } else if unlike.count == 1 {
      self = .oneDigit
    } else {
      return nil
    }
  }
}

import Literature
import TextAnalysis

/// A203: one trial called a trial of two phases.
public struct TwoPhases: Rule {
  public static let code = "A203"
  public static let name = "two-phases"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let ofNamed = namedTrials(in: context)
    guard let own = ownTrial(in: context), !ofNamed.contains(where: { $0.span.overlaps(own.span) }) else { return ofNamed }
    return (ofNamed + [own]).sorted { $0.span.start < $1.span.start }
  }

  /// The trial that the document reports, called a trial of two phases without its name.
  private func ownTrial(in context: CheckContext) -> Finding? {
    let said = OwnPhases.all(in: context)
    let byPhase = Dictionary(grouping: said) { PhaseMention.main($0.mention.phase) }
    guard byPhase.count == 2, let first = said.first else { return nil }
    let groups = byPhase.values.sorted { $0.count == $1.count ? $0[0].passage < $1[0].passage : $0.count > $1.count }
    let (usual, odd) = (groups[0][0], groups[1][0])
    guard groups[1].count == 1 || groups[0].count > groups[1].count, !usual.mention.sharesPhase(with: odd.mention) else {
      return nil
    }
    let place: (OwnPhases.Statement) -> SourceSpan = { context.extract.passages[$0.passage].flow.span(of: $0.mention.range) }
    let isTie = groups[0].count == groups[1].count
    // Of two places neither is known to be right.
    return context.finding(
      of: self, at: place(odd),
      Wording(
        "The trial is of phase \(odd.mention.phase) here and of phase \(usual.mention.phase) "
          + (isTie || first.passage == usual.passage ? "before." : "elsewhere."),
        zh: "该试验此处为 \(odd.mention.phase) 期, 别处为 \(usual.mention.phase) 期。"),
      related: [context.related(place(usual), Wording("The other phase.", zh: "另一分期。"))],
      help: Wording("Look the phase up in the trial's registration.", zh: "查阅该试验的注册信息。"))
  }

  private func namedTrials(in context: CheckContext) -> [Finding] {
    context.extract.trials.indices.compactMap { trial in
      let named = statements(of: trial, in: context)
      guard let first = named.first,
        let other = named.first(where: { $0.mention.phase != first.mention.phase && !isTitle($0, in: context) }),
        !named.contains(where: { isTitle($0, in: context) && $0.mention.phase != first.mention.phase }),
        PhaseMention.main(first.mention.phase) != PhaseMention.main(other.mention.phase),
        !isTitle(first, in: context) || !first.mention.sharesPhase(with: other.mention)
      else { return nil }
      // The one that fewer places say is reported; of two, the later. Titles come first, and are right.
      let agreeing = named.count { $0.mention.phase == first.mention.phase }
      let (odd, usual) = isTitle(first, in: context) || 2 * agreeing >= named.count ? (other, first) : (first, other)
      return context.finding(
        of: self, at: span(odd, in: context),
        Wording(
          "\(context.extract.trials[trial].name) is a phase \(odd.mention.phase) trial here and a phase \(usual.mention.phase) trial elsewhere.",
          zh: "\(context.extract.trials[trial].name) 此处为 \(odd.mention.phase) 期试验, 别处为 \(usual.mention.phase) 期。"),
        related: [context.related(span(usual, in: context), Wording("The other phase.", zh: "另一分期。"))],
        help: Wording("Look the phase up in the trial's registration.", zh: "查阅该试验的注册信息。"))
    }
  }

  private struct Statement {
    var passage: Int
    var mention: PhaseMention
  }

  private func isTitle(_ statement: Statement, in context: CheckContext) -> Bool {
    [.title, .reference].contains(context.extract.passages[statement.passage].kind)
  }

  private func span(_ statement: Statement, in context: CheckContext) -> SourceSpan {
    context.extract.passages[statement.passage].flow.span(of: statement.mention.range)
  }

  /// Where a passage that names this trial alone names one phase, beside the name or in the trial's row of a table.
  private func statements(of trial: Int, in context: CheckContext) -> [Statement] {
    titles(of: trial, in: context)
      + context.extract.trials[trial].passages.compactMap { passage in
        guard context.extract.passages.indices.contains(passage), context.extract.passages[passage].kind != .reference,
          context.extract.passages[passage].kind != .title
        else { return nil }
        if let apposed = apposed(context.extract.trials[trial], passage, in: context) {
          return Statement(passage: passage, mention: apposed)
        }
        guard context.trialPassages.only(in: passage) == trial else { return nil }
        if let inColumn = phaseOfRow(passage, in: context) { return Statement(passage: passage, mention: inColumn) }
        let mentions = PhaseMention.all(in: context.lexed[passage])
        guard mentions.count == 1, let mention = mentions.first, !isPart(mention, context.lexed[passage]) else { return nil }
        let isRow = context.extract.passages[passage].kind == .tableRow
        return isRow || isBeside(mention, context.extract.trials[trial], passage, in: context)
          ? Statement(passage: passage, mention: mention) : nil
      }
  }

  /// The phase in the title of the document, or of a reference, that names this trial alone.
  private func titles(of trial: Int, in context: CheckContext) -> [Statement] {
    let references = Set(context.extract.trials[trial].references)
    let names = names(of: context.extract.trials[trial]).map { $0.lowercased() }
    let passages = context.extract.passages
    return passages.indices.compactMap { passage in
      let kind = passages[passage].kind
      guard kind == .title || kind == .reference && passages[passage].reference.map(references.contains) == true else {
        return nil
      }
      let words = passages[passage].flow.string.lowercased()
      guard names.contains(where: { words.contains($0) }) else { return nil }
      let mentions = PhaseMention.all(in: context.lexed[passage])
      return mentions.count == 1 && !isPart(mentions[0], context.lexed[passage])
        ? Statement(passage: passage, mention: mentions[0]) : nil
    }
  }

  private func names(of trial: Trial) -> [String] { [trial.name, trial.id] + trial.aliases }

  private static let heads: Set<String> = ["phase", "trial phase", "study phase", "期", "分期", "试验分期", "研究分期", "阶段", "期别"]

  /// What the row of a trial has in a column headed "Phase" and nothing else.
  private func phaseOfRow(_ passage: Int, in context: CheckContext) -> PhaseMention? {
    guard let place = context.extract.passages[passage].tableRow, context.extract.article.tables.indices.contains(place.table)
    else {
      return nil
    }
    let cells = context.extract.article.tables[place.table].cells
    let head = cells.first { ($0.isHeader || $0.row == 0) && Self.heads.contains($0.flow.string.lowercased()) }
    guard let column = head?.column, let cell = cells.first(where: { $0.row == place.row && $0.column == column }),
      let start = context.extract.passages[passage].flow.flowOffset(ofSource: cell.flow.span.start)
    else { return nil }
    return PhaseMention.bare(in: LexedText(cell.flow.utf8)).map {
      PhaseMention(phase: $0, range: start..<start + cell.flow.count)
    }
  }

  /// "Await confirmation in a phase 3 trial", 有待Ⅲ期试验证实: the phase of a trial to come.
  private static let toCome = PhraseSet(
    [
      "await", "awaits", "awaiting", "confirmation in", "warrants", "warrant", "followed by a phase", "will be followed",
      "planned",
      "now recruiting", "preceded by a phase",
    ], ["有待", "尚需", "仍需", "最初的", "此前的", "后续的", "正在进行"])

  /// "phase I of the study" is a part of a longer one.
  private func isPart(_ mention: PhaseMention, _ text: LexedText) -> Bool {
    let next = text.firstToken(at: mention.range.upperBound)
    if Self.toCome.occurs(in: text) { return true }
    return text.isWord(next, "of") || text.isWord(next, "portion") || text.isWord(next, "part")
  }

  private static let copulas: [StaticString] = ["was", "is", "a", "an", "the", "as"]
  private static let mostCopulas = 3

  /// "ALDER-1, a phase 3 trial", "ALDER-1 was a phase 3 trial": nothing else between, whatever else the sentence names.
  private func apposed(_ trial: Trial, _ passage: Int, in context: CheckContext) -> PhaseMention? {
    let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
    guard context.extract.passages[passage].kind == .sentence else { return nil }
    return PhaseMention.all(in: text).first { mention in
      names(of: trial).contains { name in
        guard !name.isEmpty, let place = flow.firstRange(of: Array(name.utf8)), place.upperBound < mention.range.lowerBound else {
          return false
        }
        let between = text.firstToken(at: place.upperBound)..<text.firstToken(at: mention.range.lowerBound)
        let isClosed = text.utf8[place.upperBound] == 0x20 || text.utf8[place.upperBound] == 0x2C
        return isClosed && (1...Self.mostCopulas).contains(between.count)
          && between.allSatisfy { index in text.isSymbol(index, ",") || Self.copulas.contains { text.isWord(index, $0) } }
          && !isPart(mention, text)
      }
    }
  }

  /// How many bytes may stand between the phase and the trial's name.
  private static let near = 42

  private func isBeside(_ mention: PhaseMention, _ trial: Trial, _ passage: Int, in context: CheckContext) -> Bool {
    let flow = context.extract.passages[passage].flow
    return names(of: trial).contains { name in
      guard let place = flow.firstRange(of: Array(name.utf8)) else { return false }
      let gap =
        mention.range.lowerBound >= place.upperBound
        ? place.upperBound..<mention.range.lowerBound : mention.range.upperBound..<max(place.lowerBound, mention.range.upperBound)
      return gap.count <= Self.near && !gap.contains { flow.utf8[$0] == 0x3B }
    }
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "One trial is called a phase 3 trial in one place, or in the title of its publication, and a phase 2 trial in another.",
      why: "A trial has one phase; a reader weighs its result by it.",
      example: "\"The phase 3 trial ALDER-1\" in the text, \"Phase 2\" in its row of the table.",
      remedy: "Look the phase up in the registration; a seamless trial is of phase 2/3 everywhere.",
      limits:
        "Only passages that name one trial and one phase near its name are read, and in the report of a trial those that say of which phase \"this trial\" is. \"2b\" and \"2\" are taken for the same. A part of a "
        + "seamless trial may rightly be called phase 2."),
    chinese: .init(
      what: "同一试验一处(或其文献题名中)称 III 期, 另一处称 II 期。",
      why: "一项试验只有一个分期, 读者据此衡量结果。",
      example: "正文 \"III 期 ALDER-1 研究\", 表中该试验一行为 \"II 期\"。",
      remedy: "查阅注册信息; 无缝设计的试验应一律写作 II/III 期。",
      limits: "只读取仅提及一项试验且其名称附近只有一个分期的段落, 以及试验报告中说明本试验分期的句子。\"IIb\"与\"II\"视为相同。无缝设计试验的某一部分称为 II 期属正常。"))
}

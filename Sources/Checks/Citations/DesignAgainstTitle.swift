import Literature
import TextAnalysis

/// C307: phase, design or patients as the prose has them against the title of the reference it cites.
public struct DesignAgainstTitle: Rule {
  public static let code = "C307"
  public static let name = "design-against-title"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    var reported: Set<String> = []
    return context.extract.citations.indices.compactMap { index in
      let citation = context.extract.citations[index]
      guard citation.references.count == 1, let reference = citation.references.first.map({ context.extract.references[$0] }),
        let title = reference.item.title, let conflict = conflict(index, LexedText(title), in: context),
        reported.insert("\(reference.label)|\(conflict.said)").inserted
      else { return nil }
      let flow = context.extract.passages[citation.passage].flow
      return finding(flow.span(of: conflict.range), conflict.said, conflict.titled, reference, citation.span, in: context)
    } + carried(in: context, &reported) + rows(in: context, &reported)
  }

  /// "REGOLIN [14] showed … That trial was of phase 3": sentences that speak of the trial cited before them.
  private func carried(in context: CheckContext, _ reported: inout Set<String>) -> [Finding] {
    guard context.tellsOfOthers else { return [] }
    let cited = Dictionary(grouping: context.extract.citations, by: \.passage).mapValues { Set($0.flatMap(\.references)) }
    let runs = CarriedSources(context, NamedSources(context), cited: cited, isAtHand: false)
    return context.extract.passages.indices.compactMap { passage in
      let text = context.lexed[passage]
      guard let run = runs[passage], Self.thatTrial.occurs(in: text), !Negation.occurs(in: text, text.tokens.indices) else {
        return nil
      }
      let reference = context.extract.references[run.reference]
      guard let title = reference.item.title, let conflict = StudyWords.phases(text, text.tokens.indices, LexedText(title)),
        reported.insert("\(reference.label)|\(conflict.said)").inserted
      else { return nil }
      return finding(
        context.extract.passages[passage].flow.span(of: conflict.range), conflict.said, conflict.titled, reference, nil,
        in: context)
    }
  }

  private static let thatTrial = PhraseSet(
    ["the trial was", "this trial", "that trial", "the study was", "it was"], ["该试验", "该研究", "此试验", "此研究", "该项试验", "该项研究"])

  private func finding(
    _ span: SourceSpan, _ said: String, _ titled: String, _ reference: Reference, _ callout: SourceSpan?, in context: CheckContext
  ) -> Finding {
    context.finding(
      of: self, at: span,
      Wording(
        "The text says “\(said)”, the title of reference \(reference.label) “\(titled)”.",
        zh: "文中写“\(said)”, 参考文献 \(reference.label) 的题名写“\(titled)”。"),
      related: (callout.map { [context.related($0, Wording("The callout.", zh: "引用标记。"))] } ?? [])
        + [context.related(reference.span, .reference(reference))],
      help: Wording("Compare with the cited work: the words or the callout are wrong.", zh: "与所引文献核对: 措辞或引用有误。"))
  }

  private typealias Conflict = (said: String, titled: String, range: Range<Int>)

  /// Between the clause before a callout (from the callout before it) and a title.
  private func conflict(_ index: Int, _ title: LexedText, in context: CheckContext) -> Conflict? {
    let citation = context.extract.citations[index]
    let (text, flow) = (context.lexed[citation.passage], context.extract.passages[citation.passage].flow)
    guard context.extract.passages[citation.passage].kind == .sentence, let end = flow.flowOffset(ofSource: citation.span.start)
    else {
      return nil
    }
    let last = text.firstToken(at: end)
    var first = Clauses.all(in: text).first { $0.contains(max(0, last - 1)) }?.lowerBound ?? 0
    for other in context.citations(in: citation.passage) where other.span.end <= citation.span.start {
      guard let before = flow.flowOffset(ofSource: other.span.end - 1) else { continue }
      first = max(first, text.firstToken(at: before + 1))
      // "Alder (2018), in a retrospective series, found …, as did others (Birch, 2019)": what stands behind the name is its own.
      if !other.isNumbered, !other.marker.hasPrefix("("), let comma = (first..<last).last(where: { text.isSymbol($0, ",") }) {
        first = comma + 1
      }
    }
    // "GHYLL [5], MERE [7] 等Ⅲ期试验…, FELLSIDE [9]": what closes a list of studies is theirs.
    if first < last, Self.closings.first(in: text, first..<first + 1)?.lowerBound == text.tokens[first].start,
      let comma = (first..<last).first(where: { text.isSymbol($0, ",") })
    {
      first = comma + 1
    }
    if let after = wordsAfter(citation, first..<last, text, flow, in: context),
      let conflict = StudyWords.conflict(text, after, title)
    {
      return conflict
    }
    if let conflict = takenUp(citation, text, flow, title, in: context) { return conflict }
    guard first < last else { return nil }
    // In the report of one trial the words are mostly of the report itself.
    let isOfOthers = Self.introductions.contains { context.sectionName(of: citation.passage).contains($0) }
    if context.tellsOfOthers || Self.speaksOfOthers(text, first..<last) || names(citation, text, first..<last, in: context)
      || isOfOthers && !Self.own.occurs(in: text, first..<last)
    {
      return StudyWords.conflict(text, first..<last, title)
    }
    return Self.own.occurs(in: text, first..<last)
      ? StudyWords.phases(text, first..<last, title) : StudyWords.conflict(text, first..<last, title, isOwn: true)
  }

  /// "Alder et al. [3] found none, but that trial was of children": what the rest of a sentence with one callout says of its trial.
  private func takenUp(
    _ citation: Citation, _ text: LexedText, _ flow: FlowText, _ title: LexedText, in context: CheckContext
  ) -> Conflict? {
    guard !context.citations(in: citation.passage).contains(where: { $0.span.start > citation.span.start }),
      let end = flow.flowOffset(ofSource: citation.span.end - 1)
    else { return nil }
    let rest = text.firstToken(at: end + 1)..<text.count
    guard !rest.isEmpty,
      let clause = Clauses.all(in: text).first(where: { clause in
        clause.lowerBound >= rest.lowerBound && Self.thatTrial.occurs(in: text, clause)
      })
    else { return nil }
    return StudyWords.patients(text, clause, title)
  }

  private static let closings = PhraseSet(["were", "are", "all", "trials", "studies"], ["等", "均", "都", "两项", "三项"])
  private static let introductions = ["introduction", "background", "引言", "前言", "背景"]

  /// "Alder et al. [3], in a retrospective study, …", 王强等[9]的回顾性研究: the clause behind a callout that directly follows authors.
  private func wordsAfter(
    _ citation: Citation, _ before: Range<Int>, _ text: LexedText, _ flow: FlowText, in context: CheckContext
  ) -> Range<Int>? {
    if citation.marker.unicodeScalars.last == ")", !citation.isNumbered,
      !citation.marker.hasPrefix("(") || Self.isYear(citation.marker)
    {
      return wordsAfterYear(citation, text, flow)
    }
    guard let last = before.last,
      Self.isStudy(text, before)
        || Self.authors.occurs(in: text, max(before.lowerBound, last - 1)..<before.upperBound)
          && (text.isWord(last, "al") || text.isSymbol(last, ".") || text.hanHasSuffix(last, "等")
            || text.isWord(last, "colleagues")),
      let end = flow.flowOffset(ofSource: citation.span.end - 1)
    else { return nil }
    let start = text.firstToken(at: end + 1)
    guard let clause = Clauses.all(in: text).first(where: { $0.contains(start) }) else { return nil }
    let next = context.extract.citations.compactMap { other -> Int? in
      guard other.passage == citation.passage, other.span.start > citation.span.start else { return nil }
      return flow.flowOffset(ofSource: other.span.start).map { text.firstToken(at: $0) }
    }.min()
    // ", and a retrospective study of another drug": another work's words.
    let another = clause.first { $0 > start && text.isWord($0, "and") && (text.isWord($0 + 1, "a") || text.isWord($0 + 1, "an")) }
    let limit = min(clause.upperBound, next ?? clause.upperBound, another ?? clause.upperBound)
    return start < limit ? start..<limit : nil
  }

  /// "BREVIS [7] recruited …": a clause that begins with a study's name and its callout.
  private static func isStudy(_ text: LexedText, _ before: Range<Int>) -> Bool {
    guard let last = before.last, let first = before.first,
      let name = StudyNames.words(in: text).first(where: { $0.range.lowerBound >= text.tokens[first].start })
    else { return false }
    let isCalled = ["trial", "study"].contains { text.isWord(last, $0) } || ["研究", "试验"].contains(text.string(last))
    let end = isCalled ? last - 1 : last
    let isLead =
      name.range.lowerBound == text.tokens[first].start || text.isWord(first, "the") || text.isWord(first, "and")
      || text.hanHasSuffix(first, "的")
    return end >= first && name.range.upperBound == text.tokens[end].end && isLead && before.count <= 6
  }

  /// "(2019)" behind the authors' names.
  private static func isYear(_ marker: String) -> Bool {
    let digits = marker.unicodeScalars.filter { (0x30...0x39).contains($0.value) }.count
    return digits == 4 && marker.unicodeScalars.count <= 7
  }

  /// "Alder et al. (2019), in a retrospective study, …": the words behind a year in brackets, up to the next callout.
  private func wordsAfterYear(_ citation: Citation, _ text: LexedText, _ flow: FlowText) -> Range<Int>? {
    guard let end = flow.flowOffset(ofSource: citation.span.end - 1) else { return nil }
    let start = text.firstToken(at: end + 1)
    let limit = min(text.count, start + Self.wordsBehindYear)
    let stop = text.tokens.indices.first {
      $0 > start + 1 && $0 < limit
        && (text.isSymbol($0, "(") && text.isNumber($0 + 1) && text.isSymbol($0 + 2, ")") || text.isSymbol($0, ";")
          || text.isSymbol($0, ",") && text.isWord($0 + 1, "and"))
    }
    return start < (stop ?? limit) ? start..<(stop ?? limit) : nil
  }

  private static let wordsBehindYear = 24
  private static let authors = PhraseSet(["al", "colleagues"], ["等"])

  private static let others = PhraseSet(
    ["previous", "earlier", "prior", "recent", "published", "another", "found", "suggested", "reported", "showed", "et al"],
    ["既往", "此前", "以往", "另一项", "一项", "曾报道", "资料", "等的", "等报道"])
  private static let own = PhraseSet(
    ["our", "we", "this", "present", "here", "us"], ["本研究采用", "本研究为", "本研究是", "本试验", "我们", "本文"])

  /// Whether a clause of a report tells of the study that it cites: "an earlier meta-analysis", "A randomised trial suggested …".
  private static func speaksOfOthers(_ text: LexedText, _ clause: Range<Int>) -> Bool {
    // "In the randomised trial of Alder (2018)": the callout begins with the name.
    let isNamed = clause.last.map { text.isWord($0, "of") || text.isWord($0, "by") } ?? false
    return (isNamed || others.occurs(in: text, clause)) && !own.occurs(in: text, clause)
  }

  /// "Treatment was open in BREVIS [7]": the clause ends in the name that the title has.
  private func names(_ citation: Citation, _ text: LexedText, _ clause: Range<Int>, in context: CheckContext) -> Bool {
    guard let reference = citation.references.first, let last = clause.last, let first = clause.first else { return false }
    let end = text.string(text.tokens[first].start..<text.tokens[last].end)
    return TitleNames.studies(in: context)[reference].contains(where: end.hasSuffix)
  }

  /// The row of a trial in a table against the title of its one publication.
  private func rows(in context: CheckContext, _ reported: inout Set<String>) -> [Finding] {
    context.extract.passages.indices.compactMap { passage in
      guard context.extract.passages[passage].kind == .tableRow, let index = context.trialPassages.only(in: passage) else {
        return nil
      }
      let trial = context.extract.trials[index]
      guard trial.references.count == 1, let own = trial.references.first, context.extract.references.indices.contains(own) else {
        return nil
      }
      let reference = context.extract.references[own]
      guard let title = reference.item.title else { return nil }
      let (text, heading) = (context.lexed[passage], LexedText(title))
      guard let conflict = StudyWords.phases(text, text.tokens.indices, heading),
        reported.insert("\(reference.label)|\(conflict.said)").inserted
      else { return nil }
      let span = context.extract.passages[passage].flow.span(of: conflict.range)
      return finding(span, conflict.said, conflict.titled, reference, nil, in: context)
    }
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "The clause before a callout, or a trial's row in a table, says phase 3, randomised, retrospective, meta-analysis, twelve weeks, children, with diabetes, against placebo, … and the "
        + "title of the cited work says another phase, design or kind of patients.",
      why:
        "Titles of trials name their design. Where the prose says another, it makes the evidence look stronger or cites the wrong work.",
      example: "\"A phase III trial of alderib [3]\" citing \"Alderib after Resection: A Randomised Phase 2 Trial\".",
      remedy: "Open the cited work; correct the words or the callout.",
      limits:
        "Only clauses with one phase and a callout of one reference are read; in documents on fewer than three trials phases and designs alone, except in the introduction and where others are told of. A title that does not name the property is left alone. A "
        + "follow-up of a trial may be called by the trial's design. Phase 2/3 in the title and phase 3 in the text is reported: the trial may "
        + "have gone on to its third phase, which is worth a word."),
    chinese: .init(
      what: "引用标记前的分句或表中某试验一行写 III 期、随机、回顾性、Meta 分析、儿童、伴某病、与安慰剂比较等, 而所引文献题名写的是另一分期、设计或人群。",
      why: "试验题名通常写明设计; 正文与之不同, 要么夸大证据, 要么引错文献。",
      example: "\"alderib 的一项 III 期试验[3]\", 所引题名为 \"……: A Randomised Phase 2 Trial\"。",
      remedy: "查阅所引文献, 更正措辞或引用。",
      limits:
        "只读取含一个分期的分句和只含一条文献的引用标记; 涉及不足三项试验的文献除引言和述及他人研究处外只比较分期与设计。题名未写明该属性时不作判断。试验的随访报告可沿用原试验的设计。题名为 2/3 期而正文称 III 期会被报告, 宜加说明。"))
}

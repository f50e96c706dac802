import Literature
import TextAnalysis

/// R407: a result that rests on a protocol, a meeting's abstract or a preprint alone.
public struct WeakSource: Rule {
  public static let code = "R407"
  public static let name = "weak-source-of-result"
  public static let severity = Finding.Severity.warning
  public init() {}

  private enum Kind {
    case protocolPaper, abstract, preprint

    var name: Wording {
      switch self {
      case .protocolPaper: Wording("a study protocol, which has no results", zh: "研究方案, 其中尚无结果")
      case .abstract: Wording("a meeting's abstract", zh: "会议摘要")
      case .preprint: Wording("a preprint", zh: "预印本")
      }
    }
  }

  public func findings(in context: CheckContext) -> [Finding] {
    var reported: Set<Int> = []
    var kinds: [Int: Kind?] = [:]
    func kind(_ reference: Int) -> Kind? {
      if let known = kinds[reference] { return known }
      let kind = Self.kind(context.extract.references[reference])
      kinds[reference] = .some(kind)
      return kind
    }
    let ofCards = context.results.indices.compactMap { index -> Finding? in
      let card = context.results[index]
      guard let own = Self.source(of: card, in: context), card.measure != "n", card.measure != "followUp",
        let kind = kind(own), !Self.isDeclared(kind, context.lexed(of: card)),
        kind != .protocolPaper || isReported(card, from: own, in: context), reported.insert(own).inserted
      else { return nil }
      let reference = context.extract.references[own]
      return context.finding(
        of: self, at: card.span, severity: kind == .protocolPaper ? .warning : .info,
        Wording(
          "\(card.figures) rests on reference \(reference.label) alone, ",
          zh: "\(card.figures(in: .chinese)) 仅引自参考文献 \(reference.label), 即") + kind.name + Wording(".", zh: "。"),
        related: [context.related(reference.span, .reference(reference))],
        help: kind == .protocolPaper
          ? Wording("Cite the report of the results.", zh: "引用正式结果报告。")
          : Wording(
            "Cite the full report if there is one, or say in the text what kind of source it is.", zh: "若有正式报告应引用之, 否则在文中说明来源类型。"),
        cards: [index])
    }
    return (ofCards + ofWords(in: context, except: reported, kind)).sorted { $0.span.start < $1.span.start }
  }

  /// Clauses that tell without a figure what was found, and call on a protocol, an abstract or a preprint alone.
  private func ofWords(in context: CheckContext, except reported: Set<Int>, _ kind: (Int) -> Kind?) -> [Finding] {
    var reported = reported
    return context.extract.citations.indices.compactMap { index in
      let citation = context.extract.citations[index]
      guard citation.references.count == 1, let own = citation.references.first, !reported.contains(own),
        context.extract.passages[citation.passage].kind == .sentence,
        let kind = kind(own), let clause = CitedClause(index, in: context),
        // A report calls on the protocol of its own trial beside its own results.
        context.tellsOfOthers
          ? ToldResult.isTold(context.lexed[citation.passage], clause.tokens, isPlan: kind == .protocolPaper)
          : kind == .protocolPaper && ToldResult.isCompared(context.lexed[citation.passage], clause.tokens),
        kind == .protocolPaper || !Self.isDeclared(kind, context.lexed[citation.passage]), reported.insert(own).inserted
      else { return nil }
      let reference = context.extract.references[own]
      return context.finding(
        of: self, at: citation.span, severity: kind == .protocolPaper ? .warning : .info,
        Wording("What is told here rests on reference \(reference.label) alone, ", zh: "此处所述结果仅引自参考文献 \(reference.label), 即")
          + kind.name
          + Wording(".", zh: "。"),
        related: [context.related(reference.span, .reference(reference))],
        help: kind == .protocolPaper
          ? Wording("Cite the report of the results.", zh: "引用正式结果报告。")
          : Wording(
            "Cite the full report if there is one, or say in the text what kind of source it is.", zh: "若有正式报告应引用之, 否则在文中说明来源类型。")
      )
    }
  }

  /// The one reference of a card; of a sentence with several callouts the next one behind the figures.
  private static func source(of card: ResultCard, in context: CheckContext) -> Int? {
    if card.references.count == 1 { return card.references.first }
    let next = context.citations(in: card.passage).filter { $0.span.start >= card.span.end }
      .min { $0.span.start < $1.span.start }
    return next?.references.count == 1 ? next?.references.first : nil
  }

  /// Whether the passage calls the protocol out for what was found. Participants, plans and assumptions do stand in a protocol, and
  /// an article names its own beside its own results.
  private func isReported(_ card: ResultCard, from reference: Int, in context: CheckContext) -> Bool {
    guard context.isReview || card.location != .abstract, !Self.plans.occurs(in: context.lexed(of: card)) else { return false }
    let cites = isCited(reference, card.passage, in: context)
    // "in 31 of 492 (6.3%)", "P = 0.68": shares that were counted, and a test that was made.
    let isCounted =
      card.details.count != nil && card.details.total != nil
      || card.unit == "%" && (card.details.count != nil || card.armValues.contains { $0.details.count != nil })
    if cites, context.isReview, card.p != nil && card.p?.value != 0.05 || isCounted {
      return true
    }
    guard !["count", "value", "mean", "P", "p"].contains(card.measure) else { return false }
    return cites
      && (Measure.isRatio(card.measure) || card.p != nil || card.hasInterval || card.endpoint.map(Self.isOutcome) ?? false)
  }

  /// By the card's sentence, or, where that calls on nothing, by one before it in its paragraph.
  private func isCited(_ reference: Int, _ passage: Int, in context: CheckContext) -> Bool {
    let block = context.extract.passages[passage].block
    guard let nearest = context.extract.citations.last(where: { $0.passage <= passage }),
      nearest.passage == passage || block != nil && context.extract.passages[nearest.passage].block == block
    else { return false }
    return context.cited(in: nearest.passage).contains(reference)
  }

  private static func isOutcome(_ endpoint: String) -> Bool {
    MedianAgainstRatio.survivalEndpoints.contains(endpoint) || WholeShare.responses.contains(endpoint)
  }

  private static let plans = PhraseSet(
    [
      "calculated", "calculation", "power", "sample size", "assumed", "assuming", "assumption", "expected", "estimated",
      "planned",
      "required", "needed", "anticipated", "hypothesised", "hypothesized", "designed", "registered", "we",
    ],
    ["样本量", "假设", "预计", "计划", "估算", "预期", "拟", "注册"])
  private static let studyWords = PhraseSet(
    ["trial", "trials", "study", "randomised", "randomized", "controlled", "review", "cohort", "rct"], ["试验", "研究", "随机", "队列"])
  private static let protocolWords = PhraseSet(
    [
      "study protocol", "protocol for", "protocol of", "trial protocol", "rationale and design", "design and rationale",
      "study design", "design of a", "design of the", "trial design", "protocol and design",
    ],
    ["研究方案", "试验方案", "研究设计", "试验设计", "设计与方案", "方案与设计"])
  /// Said of trials alone.
  private static let rationale = PhraseSet(["rationale and design", "design and rationale"])
  private static let servers = PhraseSet(
    ["medrxiv", "biorxiv", "arxiv", "preprint", "preprints", "research square", "ssrn"], ["预印本"])
  private static let abstractWords = PhraseSet(["abstract", "abstracts", "meeting abstract", "conference abstract"], ["会议摘要"])
  private static let declared = PhraseSet(
    ["abstract", "preprint", "meeting", "presented", "congress", "conference", "reported at", "preliminary", "protocol"],
    ["摘要", "预印本", "会议", "大会", "年会", "初步", "方案"])

  private static func kind(_ reference: Reference) -> Kind? {
    let (title, raw) = (LexedText(reference.item.title ?? ""), LexedText(reference.raw))
    let hasResults = title.tokens.indices.contains { title.isWord($0, "results") || title.isWord($0, "findings") }
    if protocolWords.occurs(in: title), studyWords.occurs(in: title) || rationale.occurs(in: title), !hasResults {
      return .protocolPaper
    }
    if isMarked(as: "study protocol", reference) { return .protocolPaper }
    if reference.item.type == "article" || servers.occurs(in: raw) { return .preprint }
    if isAbstract(reference.item) || abstractWords.occurs(in: raw) && !abstractWords.occurs(in: title) { return .abstract }
    return marksAbstract(title) ? .abstract : nil
  }

  private static let meetings = PhraseSet(
    ["conference abstract", "congress abstract", "meeting abstract", "abstract only"], ["会议摘要", "大会摘要"])

  /// "… a phase 2 trial (conference abstract).": the kind of the source, which the list has added to the title.
  private static func marksAbstract(_ title: LexedText) -> Bool {
    title.tokens.indices.contains { index in
      guard title.isSymbol(index, "(") || title.isSymbol(index, "[") else { return false }
      return title.isWord(index + 1, "abstract")
        || meetings.first(in: title, index + 1..<min(title.count, index + 4))?.lowerBound == title.tokens[index + 1].start
    }
  }

  /// A remark of the list behind the title, a sentence of its own: "… 2022, 6: e51. Study protocol."
  private static func isMarked(as remark: String, _ reference: Reference) -> Bool {
    let raw = reference.raw.lowercased()
    return [". \(remark).", ". \(remark) ", "[\(remark)]"].contains(where: raw.contains)
      && reference.item.title?.lowercased().contains(remark) != true
  }

  /// A supplement's page that begins and ends an article, "477-477" or "S302-S302".
  private static func isAbstract(_ item: BibliographicItem) -> Bool {
    let supplement = [item.doi, item.issue, item.volume].compactMap { $0?.lowercased() }.contains { $0.contains("suppl") }
    let pages = item.page?.split(whereSeparator: { $0 == "-" || $0 == "–" }) ?? []
    let isOnePage = pages.count == 1 || pages.count == 2 && pages[0] == pages[1]
    return isOnePage && (supplement || pages.count == 2 && pages[0].first == "S")
  }

  private static func isDeclared(_ kind: Kind, _ text: LexedText) -> Bool { declared.occurs(in: text) }

  public static let explanation = Explanation(
    english: .init(
      what:
        "Figures are cited to one reference that is a study protocol (a warning), a meeting's abstract or a preprint (remarks).",
      why:
        "A protocol was written before there were results. Abstracts and preprints are short, early and not or hardly reviewed; readers should be told.",
      example: "\"Median RFS was 46.7 months [10]\" citing \"… 44(2_suppl): 477-477\".",
      remedy: "Cite the report of the results; where there is none, say \"presented as an abstract\".",
      limits:
        "Sentences that say so themselves, and what a protocol does hold (participants, plans, assumptions), are left alone. A protocol may rightly be cited for rates that it takes from elsewhere, and a "
        + "supplement may hold full papers of one page."),
    chinese: .init(
      what: "数字只引自一条文献, 而该文献为研究方案(警告)、会议摘要或预印本(提示)。",
      why: "研究方案发表时尚无结果; 会议摘要和预印本简短、早期且未经充分评审, 应告知读者。",
      example: "\"中位 RFS 46.7 个月[10]\", 所引为 \"……44(2_suppl): 477-477\"。",
      remedy: "引用正式结果报告; 若无, 应写明\"以会议摘要形式报告\"。",
      limits: "句中已说明者, 以及方案中本有的内容(例数、计划、假设)不报告。研究方案引述他人数据、增刊刊载一页全文时可能误报。"))
}

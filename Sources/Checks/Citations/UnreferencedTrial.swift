import Literature
import TextAnalysis

/// C309: a trial whose results are given without any reference.
public struct UnreferencedTrial: Rule {
  public static let code = "C309"
  public static let name = "trial-without-reference"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let trials = context.extract.trials
    let isReview = context.isReview && trials.count(where: { !$0.references.isEmpty }) >= Self.fewestCited
    guard isReview || context.tellsOfOthers else { return [] }
    let cited = Set(context.extract.citations.map(\.passage))
    let ofOverview = ofOverview(cited, in: context)
    guard isReview else { return ofOverview }
    let ofTrials = context.extract.trials.indices.compactMap { index -> Finding? in
      let trial = context.extract.trials[index]
      guard Self.hasName(trial.id, in: context), isCalledTrial(trial, in: context), trial.references.isEmpty,
        !trial.passages.contains(where: cited.contains),
        !context.results.contains(where: { $0.trial == trial.id && cited.contains($0.passage) }),
        !isNamedInList(trial, in: context),
        let card = context.results.first(where: { $0.trial == trial.id && $0.references.isEmpty }),
        !tellsFunds(card.passage, in: context)
      else { return nil }
      return context.finding(
        of: self, at: card.span, severity: card.measure == "n" ? .info : .warning,
        Wording(
          "Figures of \(trial.name) are given without a reference; no cited entry of the list names it.",
          zh: "给出了 \(trial.name) 的数字而无引用, 文献表中也无被引条目提及。"),
        help: Wording(
          "Cite the publication, abstract or registration that the figures come from.", zh: "引用这些数字所出的论文、摘要或注册信息。"))
    }
    return ofTrials + ofOverview.filter { one in !ofTrials.contains { $0.span.overlaps(one.span) || $0.message == one.message } }
  }

  /// "In Japan, PULSAR-G showed longer survival (HR 0.58)", in prose that calls on a work in most sentences: a name in capitals with a letter
  /// or number behind a hyphen, or called a trial, figures in the same sentence, and no callout in any that names it.
  private func ofOverview(_ cited: Set<Int>, in context: CheckContext) -> [Finding] {
    var reported: Set<String> = []
    let titled = Set(TitleNames.studies(in: context).joined())
    var uncited: [String: Bool] = [:]
    func isUncited(_ name: String) -> Bool {
      if let known = uncited[name] { return known }
      let own = self.isUncited(name, cited, in: context)
      uncited[name] = own
      return own
    }
    return context.extract.passages.indices.compactMap { passage in
      let record = context.extract.passages[passage]
      guard record.kind == .sentence, !cited.contains(passage), !tellsFunds(passage, in: context) else { return nil }
      let text = context.lexed[passage]
      guard !ToldResult.isPlanned(text), text.tokens.contains(where: { $0.kind == .number })
      else { return nil }
      let listed = StudyNames.words(in: text).filter { $0.name.utf8.count >= Self.fewestLetters && titled.contains($0.name) }
      guard
        let name = (StudyNames.all(in: text) + listed).first(where: {
          isUncited($0.name) && !Self.isListed($0.range, in: text) && !isOutcome($0.name, in: context)
            && !Self.diseases.contains(where: $0.name.hasPrefix)
        }),
        reported.insert(name.name).inserted
      else { return nil }
      return context.finding(
        of: self, at: record.flow.span(of: name.range),
        Wording(
          "Figures of \(name.name) are given without a reference; no cited entry of the list names it.",
          zh: "给出了 \(name.name) 的数字而无引用, 文献表中也无被引条目提及。"),
        help: Wording("Cite the publication, abstract or registration that the figures come from.", zh: "引用这些数字所出的论文、摘要或注册信息。"))
    }
  }

  /// "Five were in Europe (ALDER-1, BIRCH-2 and CEDAR-3; n = 7925)": one of several names in a bracket, of which no figure is told.
  private static func isListed(_ name: Range<Int>, in text: LexedText) -> Bool {
    let index = text.firstToken(at: name.lowerBound)
    guard let opening = (0..<index).last(where: { text.isSymbol($0, "(") || text.isSymbol($0, ")") }),
      text.isSymbol(opening, "("),
      let closing = (index..<text.count).first(where: { text.isSymbol($0, ")") })
    else { return false }
    let bytes = text.tokens[opening].start..<text.tokens[closing].end
    return StudyNames.words(in: text).count { bytes.contains($0.range.lowerBound) } >= 3
  }

  /// Infections that are written as studies are.
  private static let diseases = ["COVID", "SARS", "MERS", "HIV", "HTLV", "HPV", "HBV", "HCV"]
  private static let funds = PhraseSet(
    ["grant", "grants", "award", "awards", "contract", "funded", "funding", "supported by"], ["基金", "资助", "课题编号"])

  /// The numbers of grants look like names of trials.
  private func tellsFunds(_ passage: Int, in context: CheckContext) -> Bool {
    Self.funds.occurs(in: context.lexed[passage])
  }

  /// What results are of, each name once.
  private static func outcomes(in context: CheckContext) -> Set<String> {
    context.once(Self.self) { Set(context.results.compactMap(\.endpointName)) }
  }

  /// A scale or a response by it, "HAMD-17", "EASI-75", whose letters name what results are of.
  private func isOutcome(_ name: String, in context: CheckContext) -> Bool {
    let letters = String(name.prefix { $0.isLetter })
    return Self.outcomes(in: context).contains { $0.contains(letters) }
  }

  private static let fewestLetters = 5

  /// Neither the title nor the list has the name, nor a sentence with a callout.
  private func isUncited(_ name: String, _ cited: Set<Int>, in context: CheckContext) -> Bool {
    let title = context.extract.article.front.item.title ?? context.extract.article.front.titles.first?.text ?? ""
    let called = Set(context.extract.citations.flatMap(\.references))
    let isListed = context.extract.references.indices.contains {
      context.extract.references[$0].raw.contains(name) && called.contains($0)
    }
    return !title.contains(name) && !isListed
      && !cited.contains { context.extract.passages[$0].flow.string.contains(name) }
  }

  /// With fewer trials tied to a reference the document is a report, or its callouts were not read.
  private static let fewestCited = 3

  /// Author and year, or a number alone, are how the reader of files names a study that has no name; the article's own may lack
  /// the year.
  static func hasName(_ id: String, in context: CheckContext) -> Bool {
    if let family = context.extract.article.front.authors.first?.family, id.hasPrefix(family + "-") { return false }
    let year = id.split(separator: "-").last.flatMap { Int($0) } ?? 0
    let isNumber = ["NCT", "ISRCTN", "ChiCTR", "ACTRN", "UMIN"].contains { id.hasPrefix($0) }
    return !(1900...2100).contains(year) && !isNumber
  }

  /// "the ALDER trial", "STORM 研究", or a name with a number as trials have it (ALDER-1). Other capitals are mostly short forms of
  /// something else. A trial that the title names is the document's own.
  private func isCalledTrial(_ trial: Trial, in context: CheckContext) -> Bool {
    let names = ([trial.name] + trial.aliases).filter { $0.utf8.count >= 2 }
    let title = context.extract.article.front.item.title?.lowercased() ?? ""
    guard !names.contains(where: { title.contains($0.lowercased()) }) else { return false }
    let digits = trial.name.filter(\.isNumber).count
    if trial.name.contains("-"), (1...3).contains(digits) { return true }
    return trial.passages.contains { passage in
      let bytes = context.lexed[passage].utf8
      guard names.contains(where: bytes.holds) else { return false }
      let text = context.extract.passages[passage].flow.string
      return names.contains { name in
        bytes.holds(name)
          && text.ranges(of: name).contains { range in
            let after = text[range.upperBound...].prefix(12).lowercased().drop { $0 == " " || $0 == "-" || $0 == "\u{2013}" }
            return ["trial", "study", "研究", "试验"].contains { after.hasPrefix($0) }
          }
      }
    }
  }

  private func isNamedInList(_ trial: Trial, in context: CheckContext) -> Bool {
    let printed = [trial.name, trial.id] + trial.aliases
    // "RESPIRE-Guatemala" goes by its first word as well.
    let heads = printed.compactMap { name in
      name.firstIndex(of: "-").flatMap { name[name.index(after: $0)...].count >= Self.fewestLetters ? String(name[..<$0]) : nil }
    }.filter { $0.utf8.count >= Self.fewestLetters }
    let names = (printed + heads).filter { $0.utf8.count >= 3 }.map { $0.lowercased() }
    let called = Set(context.extract.citations.flatMap(\.references))
    return context.extract.references.indices.contains { index in
      let raw = context.extract.references[index].raw.lowercased()
      return names.contains(where: raw.contains) && called.contains(index)
    }
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A review gives figures of a named trial, and neither a callout stands in any sentence on it nor does an entry of the list that is "
        + "cited elsewhere name it.",
      why: "Nobody can look the figures up.",
      example: "\"In ALDER-1, 530 patients received alderib; median RFS was 20.1 months.\" without a callout.",
      remedy: "Cite the publication, the meeting's abstract or the registration.",
      limits:
        "Only in documents with results of three trials or more, or that call on a work in most of their sentences; a report of one trial gives its own figures, and a trial of the title is the "
        + "document's own; numbers of grants and scales of outcomes (EASI-75) are no trials. The name must be called a trial or study somewhere, or have a number as in ALDER-1. A number of participants alone "
        + "is a remark."),
    chinese: .init(
      what: "综述给出某试验的数字, 而提及该试验的句子均无引用标记, 文中引用过的文献条目也未提及该试验。",
      why: "读者无从查证。",
      example: "\"ALDER-1 研究 530 例患者接受治疗, 中位 RFS 20.1 个月。\" 无引用标记。",
      remedy: "引用其论文、会议摘要或注册信息。",
      limits:
        "仅用于给出三项以上试验结果或多数句子带引用的文献; 单个试验的报告给出的是自身数据, 题名中的试验即文献自身的试验; 基金编号与结局量表(如 EASI-75)不是试验。名称须在某处被称为试验或研究, 或带编号(如 ALDER-1)。只有例数时仅为提示。"
    ))
}

import Literature

/// C309: a trial whose results are given without any reference.
public struct UnreferencedTrial: Rule {
  public static let code = "C309"
  public static let name = "trial-without-reference"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let trials = context.extract.trials
    guard context.isReview, trials.count(where: { !$0.references.isEmpty }) >= Self.fewestCited else { return [] }
    let cited = Set(context.extract.citations.map(\.passage))
    return context.extract.trials.indices.compactMap { index in
      let trial = context.extract.trials[index]
      guard Self.hasName(trial.id, in: context), isCalledTrial(trial, in: context), trial.references.isEmpty,
        !trial.passages.contains(where: cited.contains),
        !context.results.contains(where: { $0.trial == trial.id && cited.contains($0.passage) }),
        !isNamedInList(trial, in: context),
        let card = context.results.first(where: { $0.trial == trial.id && $0.references.isEmpty })
      else { return nil }
      return context.finding(
        of: self, at: card.span, severity: card.measure == "n" ? .info : .warning,
        Wording(
          "Figures of \(trial.name) are given without a reference; no entry of the list names it.",
          zh: "给出了 \(trial.name) 的数字而无引用, 文献表中也无条目提及。"),
        help: Wording(
          "Cite the publication, abstract or registration that the figures come from.", zh: "引用这些数字所出的论文、摘要或注册信息。"))
    }
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
      let text = context.extract.passages[passage].flow.string
      return names.contains { name in
        text.ranges(of: name).contains { range in
          let after = text[range.upperBound...].prefix(12).lowercased().drop { $0 == " " || $0 == "-" || $0 == "\u{2013}" }
          return ["trial", "study", "研究", "试验"].contains { after.hasPrefix($0) }
        }
      }
    }
  }

  private func isNamedInList(_ trial: Trial, in context: CheckContext) -> Bool {
    let names = ([trial.name, trial.id] + trial.aliases).filter { $0.utf8.count >= 3 }.map { $0.lowercased() }
    return context.extract.references.contains { reference in
      let raw = reference.raw.lowercased()
      return names.contains(where: raw.contains)
    }
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A review gives figures of a named trial, and neither a callout stands in any sentence on it nor does an entry of the list name it.",
      why: "Nobody can look the figures up.",
      example: "\"In ALDER-1, 530 patients received alderib; median RFS was 20.1 months.\" without a callout.",
      remedy: "Cite the publication, the meeting's abstract or the registration.",
      limits:
        "Only in documents with results of three trials or more; a report of one trial gives its own figures, and a trial of the title is the "
        + "document's own. The name must be called a trial or study somewhere, or have a number as in ALDER-1. A number of participants alone "
        + "is a remark."),
    chinese: .init(
      what: "综述给出某试验的数字, 而提及该试验的句子均无引用标记, 文献表中也无条目提及该试验。",
      why: "读者无从查证。",
      example: "\"ALDER-1 研究 530 例患者接受治疗, 中位 RFS 20.1 个月。\" 无引用标记。",
      remedy: "引用其论文、会议摘要或注册信息。",
      limits: "仅用于给出三项以上试验结果的文献; 单个试验的报告给出的是自身数据, 题名中的试验即文献自身的试验。名称须在某处被称为试验或研究, 或带编号(如 ALDER-1)。只有例数时仅为提示。"))
}

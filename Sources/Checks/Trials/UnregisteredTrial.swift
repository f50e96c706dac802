import Evidence
import Literature
import TextAnalysis

/// T601: a trial with results whose registration is printed nowhere in the document.
public struct UnregisteredTrial: Rule {
  public static let code = "T601"
  public static let name = "trial-without-registration"
  public static let severity = Finding.Severity.info
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let bare = context.extract.trials.compactMap { trial -> (Trial, ResultCard)? in
      guard trial.registry.isEmpty, isTrial(trial), UnreferencedTrial.hasName(trial.id, in: context) else { return nil }
      return context.results.first { $0.trial == trial.id && $0.measure != "n" }.map { (trial, $0) }
    }
    if bare.isEmpty { return ownReport(in: context).map { [$0] } ?? [] }
    // Where no trial's number is printed that is how the document is made, and said once.
    let isHabit = bare.count > 1 && context.extract.trials.allSatisfy(\.registry.isEmpty)
    return bare.prefix(isHabit ? 1 : bare.count).map { trial, card in
      let (others, andOthers) = (bare.count - 1, isHabit)
      return context.finding(
        of: self, at: place(of: trial, card, in: context),
        Wording(
          andOthers
            ? "No registration number of \(trial.name) and of \(others) other trial\(others == 1 ? "" : "s") is printed in the document."
            : "No registration number of \(trial.name) is printed in the document.",
          zh: andOthers ? "文中未印 \(trial.name) 等 \(bare.count) 项试验的注册号。" : "文中未印 \(trial.name) 的注册号。"),
        related: [context.related(card.span, Wording("A result of the trial.", zh: "该试验的结果。"))],
        help: Self.help)
    }
  }

  private static let trials = PhraseSet(
    ["randomised", "randomized", "randomly assigned", "controlled trial", "clinical trial", "placebo controlled"], ["随机", "临床试验"])
  private static let overviews = PhraseSet(
    [
      "review", "meta analysis", "protocol", "secondary analysis", "post hoc", "cost effectiveness", "economic", "pooled",
      "subgroup",
    ],
    ["综述", "荟萃", "Meta", "方案", "事后", "二次分析", "亚组", "进展"])
  private static let fewestResults = 3

  /// The report of a trial, by its title or abstract, that prints no number of a register at all, whether the trial has a name or not.
  private func ownReport(in context: CheckContext) -> Finding? {
    guard !context.tellsOfOthers, context.results.count >= Self.fewestResults,
      context.extract.trials.allSatisfy(\.registry.isEmpty),
      let title = context.extract.passages.indices.first(where: { context.extract.passages[$0].kind == .title }),
      !Self.overviews.occurs(in: context.lexed[title])
    else { return nil }
    let isTrial = context.extract.passages.indices.contains { index in
      (index == title || context.sectionName(of: index).contains("abstract") || context.sectionName(of: index).contains("摘要"))
        && Self.trials.occurs(in: context.lexed[index])
    }
    guard isTrial, !context.lexed.contains(where: { !RegistryIdentifierScanner.matches(in: $0).isEmpty }) else { return nil }
    return context.finding(
      of: self, at: context.extract.passages[title].span,
      Wording("The report prints no registration number of its trial.", zh: "本试验报告未印其注册号。"), help: Self.help)
  }

  private static let help = Wording(
    "Name the registration (NCT, ISRCTN, ChiCTR, …) where the trial is first named, so that readers can find its protocol.",
    zh: "在首次提及该试验处写明注册号(NCT、ISRCTN、ChiCTR 等), 以便读者查找方案。")

  /// Studies named by author and year are often cohorts, which need no registration: a name of its own makes a trial.
  private func isTrial(_ trial: Trial) -> Bool {
    let lexed = LexedText(trial.id)
    guard let last = lexed.tokens.indices.last, let number = lexed.number(last) else { return true }
    return !(1900...2100).contains(number.value)
  }

  private func place(of trial: Trial, _ card: ResultCard, in context: CheckContext) -> SourceSpan {
    let names = [trial.name, trial.id] + trial.aliases
    for passage in trial.passages where context.extract.passages.indices.contains(passage) {
      let flow = context.extract.passages[passage].flow
      for name in names {
        if let range = flow.firstRange(of: Array(name.utf8)) { return flow.span(of: range) }
      }
    }
    return card.span
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "The document prints results of a trial but no registration number of it anywhere; or the report of a trial prints no number of a register at all.",
      why: "The registration leads to the protocol, the planned endpoints and later results; many journals ask for it.",
      example: "\"In ALDER-1, median survival was 20.1 months\" in a review that names NCT numbers for its other trials only.",
      remedy: "Add the number once, best where the trial is first named or in the table of trials.",
      limits:
        "A remark only. Studies named by author and year are taken for cohorts and left alone. Old trials were never "
        + "registered."),
    chinese: .init(
      what: "文中给出某试验的结果, 但未印其注册号; 或试验报告全文未印任何注册号。",
      why: "注册号可引向方案、预设终点和后续结果, 许多期刊要求列出。",
      example: "综述写 \"ALDER-1 中位生存为 20.1 个月\", 而只为其他试验列出 NCT 号。",
      remedy: "在首次提及处或试验一览表中补上注册号。",
      limits: "仅为提示。以作者和年份命名的研究视为队列研究, 不报告。早年试验未曾注册。"))
}

extension FlowText {
  /// The first place of some bytes. O(n · m) at worst.
  func firstRange(of needle: [UInt8]) -> Range<Int>? {
    guard let first = needle.first, needle.count <= utf8.count else { return nil }
    for start in 0...utf8.count - needle.count where utf8[start] == first {
      if utf8[start..<start + needle.count].elementsEqual(needle) { return start..<start + needle.count }
    }
    return nil
  }
}

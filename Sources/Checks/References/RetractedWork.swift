import Literature
import TextAnalysis

/// R408: an entry whose work was retracted, or about which its publisher has expressed concern.
public struct RetractedWork: Rule {
  public static let code = "R408"
  public static let name = "retracted-work-cited"
  public static let severity = Finding.Severity.error
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    context.extract.references.indices.compactMap { index in
      guard let notice = Self.standing(context.retractions[index] ?? [], context.extract.references[index]),
        !isDeclared(index, in: context)
      else { return nil }
      return finding(notice, index, in: context)
    }
  }

  /// The notice that holds: the latest retraction unless the work was reinstated after it, else the latest concern. Corrections are no
  /// reason not to cite. An entry that is a notice itself is none of them.
  private static func standing(_ notices: [RetractionNotice], _ reference: Reference) -> RetractionNotice? {
    guard !notices.contains(where: { $0.isPublished(as: reference.item) }) else { return nil }
    let own = notices.filter { $0.concerns(reference.item) }
    let reinstated = own.last { $0.nature == .reinstatement }?.date?.iso
    let stands = { (notice: RetractionNotice) in reinstated.map { (notice.date?.iso ?? "") > $0 } ?? true }
    return own.last { $0.nature == .retraction && stands($0) } ?? own.last { $0.nature == .concern && stands($0) }
  }

  private static let declarations = PhraseSet(
    ["retracted", "retraction", "expression of concern", "expressions of concern"], ["撤稿", "撤回", "撤销发表", "关注声明"])
  /// What an entry says of itself besides: in a sentence people may be withdrawn.
  private static let marks = PhraseSet(["withdrawn", "removed", "withdrawal"], ["已撤"])

  /// The entry says it itself, or a sentence that cites it does.
  private func isDeclared(_ reference: Int, in context: CheckContext) -> Bool {
    let entry = LexedText(context.extract.references[reference].raw)
    if Self.declarations.occurs(in: entry) || Self.marks.occurs(in: entry) { return true }
    return context.extract.citations.contains {
      $0.references.contains(reference) && Self.declarations.occurs(in: context.lexed[$0.passage])
    }
  }

  private func finding(_ notice: RetractionNotice, _ index: Int, in context: CheckContext) -> Finding {
    let reference = context.extract.references[index]
    let isRetracted = notice.nature == .retraction
    let date = notice.date.map { Wording(" on \($0.iso)", zh: "于 \($0.iso) ") } ?? .same("")
    let what =
      isRetracted
      ? Wording("Reference \(reference.label) was retracted", zh: "参考文献 \(reference.label) 已")
        + Wording(date.english, zh: "\(date.chinese)被撤稿")
      : Wording("The publisher expressed concern about reference \(reference.label)", zh: "出版方已")
        + Wording(
          date.english, zh: "\(date.chinese)就参考文献 \(reference.label) 发表关注声明")
    let reasons = notice.reasons.prefix(3).joined(separator: "; ")
    let reason = reasons.isEmpty ? Wording.same("") : Wording(" (\(reasons))", zh: " (原因: \(reasons))")
    let place = (notice.noticeDOI ?? notice.noticePMID.map { "PMID \($0)" }).map { Wording("; notice: \($0)", zh: "; 声明: \($0)") }
    return context.finding(
      of: self, at: reference.span, severity: isRetracted ? .error : .warning,
      what + reason + (place ?? .same("")) + Wording(".", zh: "。"), related: callouts(of: index, in: context),
      help: isRetracted
        ? Wording(
          "Leave it out with what rests on it, or say in the text that it was retracted and why it is cited.",
          zh: "删去该文献及以其为依据的内容, 或在文中说明其已撤稿以及引用的理由。")
        : Wording("Read the notice, and say in the text that there is one.", zh: "阅读该声明, 并在文中说明。"))
  }

  /// The first three sentences that rest on the work.
  private func callouts(of reference: Int, in context: CheckContext) -> [Finding.RelatedPlace] {
    context.extract.citations.filter { $0.references.contains(reference) }.prefix(3).map {
      context.related($0.span, Wording("Cited here.", zh: "引用处。"))
    }
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "The work of an entry was retracted (an error), or its publisher has expressed concern about it (a warning), by the notices that "
        + "were imported with `concord import retractions FILE`. The finding tells the date, the reasons and the notice.",
      why: "A retracted work is no evidence. Many go on being cited for years, mostly because nobody looked.",
      example:
        "\"[14] Alder A. … 10.5555/alder.2018\" and a row of the table with this DOI, nature Retraction, date 5/4/2021, reason "
        + "\"Unreliable Data\".",
      remedy: "Leave the work out with what rests on it, or say in the text that it was retracted.",
      limits:
        "An entry that says \"retracted\" or is the notice itself, and one that is cited in a sentence that says so, are left alone; so are works that "
        + "were reinstated, and corrections. Works are found by DOI, then PubMed number, then title with first author or year. Without an "
        + "import nothing is found, and a notice younger than the file is not known."),
    chinese: .init(
      what: "依据 `concord import retractions FILE` 导入的声明, 所引文献已被撤稿(错误)或出版方已发表关注声明(警告)。报告给出日期、原因和声明出处。",
      why: "已撤稿的文献不能作为证据; 许多撤稿文献多年后仍被引用, 多因无人核查。",
      example: "\"[14] Alder A. … 10.5555/alder.2018\", 而表中该 DOI 的性质为 Retraction, 日期 5/4/2021, 原因 \"Unreliable Data\"。",
      remedy: "删去该文献及以其为依据的内容, 或在文中说明其已撤稿。",
      limits:
        "条目自身写明\"撤稿\"或本为撤稿声明, 或引用句已说明者不报告; 已恢复的文献与更正亦不报告。先按 DOI, 再按 PubMed 号, 再按题名加第一作者或年份匹配。未导入则无从发现, 晚于导入文件的声明亦不可知。"))
}

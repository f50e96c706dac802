import Literature

/// R401: a journal article without a DOI, in a list that gives DOIs.
public struct MissingDOI: Rule {
  public static let code = "R401"
  public static let name = "reference-without-doi"
  public static let severity = Finding.Severity.warning
  public init() {}

  /// From this share of articles with a DOI on the list is one that gives DOIs, and a missing one is an omission.
  private static let givesDOIs = 0.8

  public func findings(in context: CheckContext) -> [Finding] {
    let articles = context.extract.references.filter { $0.item.type == "article-journal" }
    let bare = articles.filter {
      $0.item.doi == nil && $0.item.pmid == nil && $0.item.pmcid == nil && !$0.problems.contains("malformed-doi")
        && !Self.mayHaveNone($0)
    }
    guard !bare.isEmpty else { return [] }
    let with = articles.count { $0.item.doi != nil }
    guard with > 0 else { return [] }
    guard Double(with) >= Self.givesDOIs * Double(articles.count) else {
      return [summary(bare, of: articles, in: context)].compactMap { $0 }
    }
    let first = Self.firstRegistered(articles)
    return bare.map { reference in
      let since = Self.journal(reference).flatMap { first[$0] }
      let mayHaveNone = since.map { since in reference.item.year.map { $0 + Self.yearsBefore < since } ?? false } ?? true
      return context.finding(
        of: self, at: reference.span, severity: mayHaveNone ? .info : .warning,
        Wording("Reference \(reference.label) has no DOI.", zh: "参考文献 \(reference.label) 没有 DOI。"),
        arithmetic: Wording(
          "\(with) of \(articles.count) journal articles in the list have a DOI.",
          zh: "文献表 \(articles.count) 篇期刊论文中 \(with) 篇有 DOI。"),
        help: Wording(
          "Add the DOI if the article has one; it is how readers and indexes find it.", zh: "若有 DOI 请补上, 读者和索引据此找到该文。"))
    }
  }

  /// Meeting abstracts ("[abstract]", page A1396, a supplement's) have one of their own in few journals, and articles in press not yet.
  private static func mayHaveNone(_ reference: Reference) -> Bool {
    let raw = reference.raw.lowercased()
    if ["[abstract", "(abstract", "in press", "suppl", "会议摘要", "增刊"].contains(where: raw.contains) { return true }
    let page = reference.item.page ?? ""
    return page.first?.lowercased() == "a" && page.dropFirst().first { $0 != "-" }?.isNumber == true
  }

  /// Years before its first DOI in the list in which a journal may have registered none.
  private static let yearsBefore = 5

  /// Journals of the list that register DOIs, with the first year in which the list shows it. Of other journals nobody can tell from the
  /// list whether they do.
  private static func firstRegistered(_ articles: [Reference]) -> [String: Int] {
    var first: [String: Int] = [:]
    for article in articles where article.item.doi != nil {
      guard let journal = journal(article) else { continue }
      first[journal] = min(first[journal] ?? .max, article.item.year ?? .min)
    }
    return first
  }

  private static func journal(_ reference: Reference) -> String? {
    reference.item.containerTitle.map { String($0.lowercased().filter(\.isLetter)) }
  }

  private func summary(_ bare: [Reference], of articles: [Reference], in context: CheckContext) -> Finding? {
    guard let first = bare.first else { return nil }
    return context.finding(
      of: self, at: first.span, severity: .info,
      Wording(
        "\(bare.count) of \(articles.count) journal articles in the list have no DOI, this one (\(first.label)) the first.",
        zh: "文献表 \(articles.count) 篇期刊论文中 \(bare.count) 篇没有 DOI, 此条(\(first.label))为首。"),
      help: Wording(
        "If the journal's style allows, add DOIs: they are how readers and indexes find a work.",
        zh: "若期刊体例允许, 请补上 DOI, 读者和索引据此找到文献。"))
  }

  public static let explanation = Explanation(
    english: .init(
      what: "A journal article in the reference list has no DOI although most of the others have one.",
      why: "The DOI is what databases and readers follow; references without one are matched by title and get lost.",
      example: "A list of 40 articles, 38 with a DOI: the two without are reported, one finding each.",
      remedy: "Look the article up and add its DOI.",
      limits:
        "Some journals, many of them Chinese, and most articles before about 1995 have no DOI. An entry with a PMID, a meeting's abstract, and an article in press are left alone. It is a warning "
        + "where another entry of its journal, not much later, has a DOI, else a remark. If less than four fifths of the list carry DOIs one remark covers "
        + "the list, and if none does its style prints none."),
    chinese: .init(
      what: "文献表中多数期刊论文有 DOI, 而此条没有。",
      why: "数据库和读者依靠 DOI 找到文献; 没有 DOI 只能以题名匹配, 容易遗漏。",
      example: "40 条文献中 38 条有 DOI, 其余两条各报告一次。",
      remedy: "查找并补上 DOI。",
      limits: "部分期刊(其中不少为中文期刊)和约 1995 年以前的文章没有 DOI。有 PMID 者、会议摘要及待刊论文不报告。表中同刊相近或更早年份的条目有 DOI 时为警告, 否则仅为提示。若不足五分之四的条目有 DOI, "
        + "只对整个文献表提示一次; 若全无 DOI, 则为体例如此, 不报告。"))
}

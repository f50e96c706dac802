import Literature

/// C301: a callout to a reference that is not in the list.
public struct DanglingCallout: Rule {
  public static let code = "C301"
  public static let name = "dangling-callout"
  public static let severity = Finding.Severity.error
  public init() {}

  /// Where half of the callouts lead nowhere the list was not read, or is of another document.
  private static let fewestOfUnread = 5

  public func findings(in context: CheckContext) -> [Finding] {
    let found = dangling(in: context)
    let count = context.extract.citations.count
    guard let first = found.first, found.count >= Self.fewestOfUnread, 2 * found.count > count else { return found }
    return [
      context.finding(
        of: self, at: first.span, severity: .info,
        Wording(
          "\(found.count) of \(count) callouts, this one the first, name references that the list does not hold as it was read.",
          zh: "\(count) 处引用中有 \(found.count) 处(此处为首)所指编号不在所识别的文献表中。"),
        help: Wording(
          "Look at how the list was read (“concord extract”): its numbers, or its heading, may have been missed.",
          zh: "请查看文献表的识别结果(\"concord extract\"): 编号或标题可能未被识别。"))
    ]
  }

  private func dangling(in context: CheckContext) -> [Finding] {
    guard !context.extract.references.isEmpty else { return [] }
    let numbers = CitedNumbers.all(in: context)
    let labels = Set(context.extract.references.compactMap { CitedNumbers.leadingNumber($0.label) })
    return read(numbers, labels, in: context)
      + UnreadCallout.all(in: context).filter { $0.nearest == nil }.map { finding($0, in: context) }
      + otherAuthors(in: context) + MisprintedLink.all(in: context).map { finding($0, in: context) }
  }

  /// What is printed is what readers go by, whatever the file ties it to.
  private func finding(_ link: MisprintedLink, in context: CheckContext) -> Finding {
    let reference = context.extract.references[link.reference]
    let missing =
      link.exists ? Wording(".", zh: "。") : Wording("; the list has no \(link.printed).", zh: "; 文献表中无第 \(link.printed) 条。")
    return context.finding(
      of: self, at: context.extract.citations[link.citation].span, severity: link.exists ? .warning : .error,
      Wording(
        "The callout prints \(link.printed) and leads to reference \(reference.label)",
        zh: "标注印作 \(link.printed), 而链接指向第 \(reference.label) 条文献")
        + missing,
      related: [context.related(reference.span, .reference(reference))],
      help: Wording("Correct the printed number or the link.", zh: "更正所印编号或链接。"))
  }

  /// Callouts of numbers or years that lead nowhere and were taken for other brackets.
  private func finding(_ callout: UnreadCallout, in context: CheckContext) -> Finding {
    context.finding(
      of: self, at: callout.span,
      Wording(
        "The callout names \(callout.names), which the list does not hold.", zh: "标注指向 \(callout.names), 而文献表中没有。"),
      help: Wording("Correct the number, or add the entry to the list.", zh: "更正编号, 或在文献表中补上该条。"))
  }

  /// "(Alder & Birch, 2017)" where the entry of Alder of that year is by Alder and Cedar.
  private func otherAuthors(in context: CheckContext) -> [Finding] {
    context.extract.citations.compactMap { citation in
      guard citation.references.count == 1, !citation.isNumbered, let index = citation.references.first,
        let name = SecondAuthor.stranger(in: citation.marker, to: context.extract.references[index].item)
      else { return nil }
      let reference = context.extract.references[index]
      return context.finding(
        of: self, at: citation.span, severity: .warning,
        Wording(
          "The callout names \(name), who is no author of the entry of that year, \(reference.label).",
          zh: "标注中的 \(name) 并非该年份条目 \(reference.label) 的作者。"),
        related: [context.related(reference.span, .reference(reference))],
        help: Wording("Correct the name, or add the entry to the list.", zh: "更正姓名, 或在文献表中补上该条。"))
    }
  }

  private func read(_ numbers: [[Int]], _ labels: Set<Int>, in context: CheckContext) -> [Finding] {
    context.extract.citations.enumerated().compactMap { index, citation in
      // Between two marks that a file ties to entries a range may hide numbers that the list does not hold.
      let hidden = citation.isNumbered ? numbers[index].filter { !labels.contains($0) }.map(String.init) : []
      let own = missing(from: citation, in: context)
      let missing = own + hidden.filter { !own.contains($0) && !citation.labels.contains($0) }
      guard !missing.isEmpty, !CalloutFigures.isFigure(citation, in: context),
        !BracketedSource.isMeant(by: citation, in: context), !CalloutFigures.isOfRanges(citation, in: context)
      else { return nil }
      let count = context.extract.references.count
      return context.finding(
        of: self, at: citation.span,
        Wording(
          "The callout names \(missing.count == 1 ? "reference" : "references") \(missing.joined(separator: ", ")), which the list does not hold.",
          zh: "标注指向参考文献 \(missing.joined(separator: ", ")), 而文献表中没有。"),
        arithmetic: Wording(
          "The list has \(count) \(count == 1 ? "entry" : "entries"), \(ends(context.extract.references, " to ")).",
          zh: "文献表共 \(count) 条, 编号 \(ends(context.extract.references, "~"))。"),
        help: Wording("Correct the number, or add the entry to the list.", zh: "更正编号, 或在文献表中补上该条。"))
    }
  }

  private func missing(from citation: Citation, in context: CheckContext) -> [String] {
    let resolved = Set(citation.resolved.map(Self.plain))
    var seen: Set<String> = []
    return citation.labels.filter {
      !resolved.contains(Self.plain($0)) && seen.insert($0).inserted && isPlausible($0, in: context.extract.references.count)
    }
  }

  /// A list numbered ①, ② is called by [1], [2].
  private static func plain(_ label: String) -> String { CitedNumbers.leadingNumber(label).map(String.init) ?? label }

  /// A number far beyond the list is a year, a sample size or an exponent that was read as a callout.
  private func isPlausible(_ label: String, in count: Int) -> Bool {
    guard let number = Int(label) else { return !label.isEmpty }
    return number > 0 && number <= max(count * 2 + 20, 99)
  }

  private func ends(_ references: [Reference], _ sign: String) -> String {
    guard let first = references.first, let last = references.last else { return "" }
    return references.count == 1 ? "\(first.label)" : "\(first.label)\(sign)\(last.label)"
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A callout in the text (\"[41]\", a superscript, \"(Alder, 2019)\") names a reference that the list does not hold, or prints another number than that of the entry to which the file ties it.",
      why: "The reader cannot reach the source. Mostly a reference was deleted, or the numbers moved when one was added.",
      example: "\"… as shown before [41]\" in a paper whose list ends with 40.",
      remedy: "Correct the number or add the missing entry; then look at the callouts around it, which may have moved as well.",
      limits:
        "Numbers in brackets that are no callouts (citations of equations, ranges in units) may be read as callouts. A list that was "
        + "cut off when the file was converted makes every later callout dangle; where half of all do, one remark says so."),
    chinese: .init(
      what: "正文中的引用标注(\"[41]\"、上标、\"(Alder, 2019)\")指向参考文献表中不存在的条目, 或所印编号与文件所链接的条目编号不同。",
      why: "读者无法找到出处。多因删除了某条文献, 或增删后编号移位。",
      example: "参考文献表止于 40, 而正文写 \"……已有报道[41]\"。",
      remedy: "更正编号或补上条目, 并检查邻近标注是否一并移位。",
      limits: "方括号中并非引用的数字(公式编号、单位中的范围)可能被误读; 文件转换时文献表被截断会使其后的标注全部悬空; 若半数以上悬空, 只提示一次。"))
}

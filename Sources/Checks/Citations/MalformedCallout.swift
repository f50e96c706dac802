import Literature
import TextAnalysis

/// C305: a callout that names one reference twice, a range that runs backwards, or a mark without its number.
public struct MalformedCallout: Rule {
  public static let code = "C305"
  public static let name = "malformed-callout"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    unread(in: context) + misprinted(in: context) + unopened(in: context)
      + context.extract.citations.compactMap { citation in
        guard citation.labels.allSatisfy({ Int($0) != nil }), let message = Self.objection(citation) else { return nil }
        return finding(citation.span, message, in: context)
      }
  }

  /// `[4-2]`, `[5-4, 7]` where no callout was read, in a document whose callouts are numbers in square brackets.
  private func unread(in context: CheckContext) -> [Finding] {
    guard context.extract.citations.contains(where: { $0.isNumbered && $0.marker.hasPrefix("[") }) else { return [] }
    let labels = Set(context.extract.references.map(\.label))
    return context.extract.passages.indices.flatMap { passage -> [Finding] in
      guard context.extract.passages[passage].kind == .sentence else { return [] }
      let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
      return text.tokens.indices.compactMap { index -> Finding? in
        guard text.isSymbol(index, "["), let end = Self.closing(text, index, labels),
          let dash = (index + 2..<end - 1).first(where: { Self.runsBackwards(text, $0) }), let first = text.number(dash - 1),
          let second = text.number(dash + 1)
        else { return nil }
        let span = flow.span(of: text.tokens[index].start..<text.tokens[end].end)
        guard !context.extract.citations.contains(where: { $0.span.overlaps(span) }) else { return nil }
        return finding(span, Self.backwards(first.printed, second.printed), in: context)
      }
    }
  }

  private static let longestBracket = 24

  /// The end of a bracket that holds labels, commas and dashes, and nothing else.
  private static func closing(_ text: LexedText, _ opening: Int, _ labels: Set<String>) -> Int? {
    guard let end = (opening + 1..<min(text.count, opening + longestBracket)).first(where: { text.isSymbol($0, "]") }),
      end > opening + 3
    else { return nil }
    let isList = (opening + 1..<end).allSatisfy { index in
      text.number(index).map { labels.contains($0.printed) }
        ?? [",", ";", "、", "-", "~"].contains { text.isSymbol(index, $0) }
    }
    return isList ? end : nil
  }

  private static func runsBackwards(_ text: LexedText, _ dash: Int) -> Bool {
    guard text.isSymbol(dash, "-") || text.isSymbol(dash, "~"), let first = text.number(dash - 1),
      let second = text.number(dash + 1)
    else { return false }
    return first.value > second.value
  }

  /// `7]` of a callout that a file ties to its entry, where the others stand in brackets.
  private func unopened(in context: CheckContext) -> [Finding] {
    let numbered = context.extract.citations.filter(\.isNumbered)
    guard 5 * numbered.count(where: { $0.marker.hasPrefix("[") }) >= 4 * numbered.count else { return [] }
    return numbered.compactMap { citation in
      let flow = context.extract.passages[citation.passage].flow
      guard !citation.marker.hasPrefix("["), !citation.marker.hasSuffix("]"),
        let start = flow.flowOffset(ofSource: citation.span.start), let last = flow.flowOffset(ofSource: citation.span.end - 1)
      else { return nil }
      let text = context.lexed[citation.passage]
      let end = text.firstToken(at: last + 1)
      guard text.isSymbol(end, "]") else { return nil }
      let before = (0..<text.firstToken(at: start)).last { text.isSymbol($0, "[") || text.isSymbol($0, "]") }
      guard before.map({ text.isSymbol($0, "]") }) ?? true else { return nil }
      let words = text.string(start..<text.tokens[end].end)
      return finding(
        flow.span(of: start..<text.tokens[end].end), Wording("The callout \(words) is not opened.", zh: "标注 \(words) 缺左括号。"),
        in: context)
    }
  }

  /// `[2;,6]`, `(4--)`, `[,3]`: marks between or beside the numbers of a bracket that no number stands between.
  private func misprinted(in context: CheckContext) -> [Finding] {
    let numbered = context.extract.citations.filter(\.isNumbered)
    let openings: [Unicode.Scalar] = ["[", "("].filter { scalar in
      numbered.count { $0.marker.unicodeScalars.first == scalar } * 2 > numbered.count
    }
    let labels = Set(context.extract.references.map(\.label))
    guard let opening = openings.first else { return [] }
    return context.extract.passages.indices.flatMap { passage -> [Finding] in
      guard context.extract.passages[passage].kind == .sentence else { return [] }
      let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
      return text.tokens.indices.compactMap { index in
        guard text.isSymbol(index, opening) else { return nil }
        if opening == "[", let last = Self.unclosed(text, index, labels) {
          let span = flow.span(of: text.tokens[index].start..<text.tokens[last].end)
          guard !context.extract.citations.contains(where: { $0.span.overlaps(span) }) else { return nil }
          let words = text.string(text.tokens[index].start..<text.tokens[last].end)
          return finding(span, Wording("The callout \(words) is not closed.", zh: "标注 \(words) 未闭合。"), in: context)
        }
        guard let end = (index + 1..<min(text.count, index + 12)).first(where: { text.isSymbol($0, opening == "[" ? "]" : ")") }),
          Self.hasStrayMark(text, index + 1..<end, labels), !isElided(text, index + 1..<end, in: context)
        else { return nil }
        let span = flow.span(of: text.tokens[index].start..<text.tokens[end].end)
        let words = text.string(text.tokens[index].start..<text.tokens[end].end)
        return finding(
          span, Wording("The callout \(words) has a mark without a number beside it.", zh: "标注 \(words) 中有标点而缺编号。"), in: context)
      }
    }
  }

  /// The last number of a bracket of labels that nothing closes before the next one opens.
  private static func unclosed(_ text: LexedText, _ opening: Int, _ labels: Set<String>) -> Int? {
    guard text.isNumber(opening + 1), labels.contains(text.string(opening + 1)) else { return nil }
    var last = opening + 1
    while text.isNumber(last + 2), [",", "-", ";", "、"].contains(where: { text.isSymbol(last + 1, $0) }) { last += 2 }
    let next = (last + 1..<max(last + 1, text.count)).first { text.isSymbol($0, "[") || text.isSymbol($0, "]") }
    return next.map { text.isSymbol($0, "[") } ?? true ? last : nil
  }

  /// In XML the links between the ends of a range may be hidden, which leaves a dash and a comma.
  private func isElided(_ text: LexedText, _ tokens: Range<Int>, in context: CheckContext) -> Bool {
    !context.extract.article.text.anchors.isEmpty
      && tokens.contains { index in
        guard text.isSymbol(index, "-"), text.isSymbol(index + 1, ","), let low = text.number(index - 1),
          let high = text.number(index + 2)
        else { return false }
        return low.value + 1 < high.value
      }
  }

  private static func hasStrayMark(_ text: LexedText, _ tokens: Range<Int>, _ labels: Set<String>) -> Bool {
    let isMark = { (index: Int) in [",", "-", ";", "、", "~"].contains { text.isSymbol(index, $0) } }
    let numbers = tokens.filter { text.isNumber($0) }
    guard !numbers.isEmpty, tokens.allSatisfy({ text.isNumber($0) || isMark($0) }),
      numbers.allSatisfy({ labels.contains(text.string($0)) })
    else { return false }
    guard let first = tokens.first, let last = tokens.last else { return false }
    // A dash before a lone number is a minus; an open range may be one of values.
    let isEdge = isMark(last) || isMark(first) && !text.isSymbol(first, "-")
    return isEdge || zip(tokens, tokens.dropFirst()).contains { isMark($0) && isMark($1) }
  }

  private func finding(_ span: SourceSpan, _ message: Wording, in context: CheckContext) -> Finding {
    context.finding(
      of: self, at: span, message, help: Wording("Write each reference once, ranges from low to high.", zh: "每条文献只写一次, 范围由小到大。"))
  }

  private static func backwards(_ high: String, _ low: String) -> Wording {
    Wording("The range \(high)–\(low) runs backwards.", zh: "范围 \(high)–\(low) 由大到小。")
  }

  private static func objection(_ citation: Citation) -> Wording? {
    let text = LexedText(citation.marker)
    if let (high, low) = reversedRange(text) {
      return backwards(high, low)
    }
    var seen: Set<String> = []
    let twice = citation.labels.first { !seen.insert($0).inserted }
    return twice.map { Wording("The callout names reference \($0) twice.", zh: "该标注两次列出参考文献 \($0)。") }
  }

  /// `10-8` and `[10]-[8]`: a dash between two numbers of which the first is the larger.
  private static func reversedRange(_ text: LexedText) -> (String, String)? {
    for index in text.tokens.indices where text.isSymbol(index, "-") {
      var left = index - 1
      while text.isSymbol(left, "]") { left -= 1 }
      var right = index + 1
      while text.isSymbol(right, "[") { right += 1 }
      guard let first = text.number(left), let second = text.number(right), first.decimals == 0, second.decimals == 0,
        first.value > second.value
      else { continue }
      return (first.printed, second.printed)
    }
    return nil
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A callout names the same reference twice (\"[3,5,3]\", \"[2-4,3]\"), a range runs backwards (\"[10-8]\"), a mark has no number "
        + "beside it (\"[2;,6]\", \"(4--)\"), or a bracket is not closed or not opened (\"[4, [5]\", \"7]\").",
      why: "Such a callout is a slip, and often a wrong number stands where another was meant.",
      example: "\"[7,9,7]\": 7 is named twice; the author may have meant 8.",
      remedy: "Look up which reference was meant.",
      limits:
        "Only numbered callouts are read. Dashes whose links a file hides are let be. Short ranges in the manner of page numbers (\"[108-12]\" for 108 to 112) look reversed."
    ),
    chinese: .init(
      what: "一处标注两次列出同一文献(\"[3,5,3]\"\"[2-4,3]\"), 范围由大到小(\"[10-8]\"), 标点旁缺编号(\"[2;,6]\"\"(4--)\"), 或括号不成对。",
      why: "这类标注多为笔误, 常是把某个编号错写成另一个。",
      example: "\"[7,9,7]\": 7 出现两次, 可能本应为 8。",
      remedy: "核对本应引用的文献。",
      limits: "仅检查编号式标注。仿页码写法的缩略范围(\"[108-12]\" 表示 108~112)会被视为倒置。"))
}

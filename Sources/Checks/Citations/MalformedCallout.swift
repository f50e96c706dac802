import Literature
import TextAnalysis

/// C305: a callout that names one reference twice, or a range that runs backwards.
public struct MalformedCallout: Rule {
  public static let code = "C305"
  public static let name = "malformed-callout"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    context.extract.citations.compactMap { citation in
      guard citation.labels.allSatisfy({ Int($0) != nil }), let message = Self.objection(citation) else { return nil }
      return context.finding(
        of: self, at: citation.span, message,
        help: Wording("Write each reference once, ranges from low to high.", zh: "每条文献只写一次, 范围由小到大。"))
    }
  }

  private static func objection(_ citation: Citation) -> Wording? {
    let text = LexedText(citation.marker)
    if let (high, low) = reversedRange(text) {
      return Wording("The range \(high)–\(low) runs backwards.", zh: "范围 \(high)–\(low) 由大到小。")
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
      what: "A callout names the same reference twice (\"[3,5,3]\", \"[2-4,3]\"), or a range runs backwards (\"[10-8]\").",
      why: "Such a callout is a slip, and often a wrong number stands where another was meant.",
      example: "\"[7,9,7]\": 7 is named twice; the author may have meant 8.",
      remedy: "Look up which reference was meant.",
      limits:
        "Only numbered callouts are read. Short ranges in the manner of page numbers (\"[108-12]\" for 108 to 112) look reversed."
    ),
    chinese: .init(
      what: "一处标注两次列出同一文献(\"[3,5,3]\"\"[2-4,3]\"), 或范围由大到小(\"[10-8]\")。",
      why: "这类标注多为笔误, 常是把某个编号错写成另一个。",
      example: "\"[7,9,7]\": 7 出现两次, 可能本应为 8。",
      remedy: "核对本应引用的文献。",
      limits: "仅检查编号式标注。仿页码写法的缩略范围(\"[108-12]\" 表示 108~112)会被视为倒置。"))
}

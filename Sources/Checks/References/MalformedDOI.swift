import Foundation
import Literature

/// R402: something printed as a DOI that cannot be one.
public struct MalformedDOI: Rule {
  public static let code = "R402"
  public static let name = "malformed-doi"
  public static let severity = Finding.Severity.error
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    context.extract.references.compactMap { reference in
      let objection =
        reference.item.doi.map { Self.objection($0) ?? Self.broken(reference.raw, $0) } ?? Self.unread(reference.raw)
      guard objection != nil || reference.problems.contains("malformed-doi") else { return nil }
      let printed = reference.item.doi.map { " “\($0)”" } ?? ""
      return context.finding(
        of: self, at: reference.span,
        Wording(
          "The DOI\(printed) of reference \(reference.label) is malformed\(objection.map { ": \($0.english)" } ?? "").",
          zh: "参考文献 \(reference.label) 的 DOI\(printed) 不合格式\(objection.map { ": \($0.chinese)" } ?? "")。"),
        help: Wording(
          "Copy the DOI from the article's page: 10., four to nine digits, a slash, and the publisher's own characters.",
          zh: "从文章页面复制 DOI: 10.、四至九位数字、斜杠及出版者自定的后缀。"))
    }
  }

  /// `DOI:1O.5555/abc`: what a label calls a DOI and no reader takes for one.
  private static func unread(_ raw: String) -> Wording? {
    let lower = raw.lowercased()
    guard let label = lower.firstRange(of: "doi:") else { return nil }
    let printed = lower[label.upperBound...].drop { $0.isWhitespace }.prefix { !$0.isWhitespace }
    guard printed.contains("/"), !printed.hasPrefix("10."), !printed.hasPrefix("http") else { return nil }
    return objection(String(printed))
  }

  /// What is wrong with a DOI, or nil. ISO 26324: `10.` registrant `/` suffix.
  static func objection(_ doi: String) -> Wording? {
    guard !isPlain(doi.utf8) else { return nil }
    guard doi.hasPrefix("10.") else {
      return Wording("it does not begin with “10.”", zh: "未以 “10.” 开头")
    }
    guard let slash = doi.firstIndex(of: "/") else { return Wording("it has no “/”", zh: "缺 “/”") }
    let registrant = doi[doi.index(doi.startIndex, offsetBy: 3)..<slash]
    let digits = registrant.prefix { $0 != "." }
    guard (4...9).contains(digits.count), registrant.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else {
      return Wording("the part before “/” is not a registrant's number", zh: "“/” 之前不是注册者编号")
    }
    let suffix = doi[doi.index(after: slash)...]
    if suffix.isEmpty { return Wording("nothing follows the “/”", zh: "“/” 之后为空") }
    // Old ones of the American Psychological Association have two.
    if suffix.first == "/", registrant != "1037" { return Wording("it has two slashes in a row", zh: "连有两个斜杠") }
    if suffix.contains(where: { $0.isWhitespace }) { return Wording("it holds a space", zh: "含有空格") }
    if suffix.contains("://") { return Wording("an address stands within it", zh: "其中夹有网址") }
    if suffix.contains("/\(doi[..<slash])/") { return Wording("it is printed twice in one", zh: "连印了两遍") }
    return nil
  }

  /// Whether it is as most are: `10.`, digits, one slash, and signs of ASCII without a space behind it.
  private static func isPlain(_ doi: String.UTF8View) -> Bool {
    guard doi.starts(with: "10.".utf8), let slash = doi.firstIndex(of: 0x2F) else { return false }
    let (registrant, suffix) = (doi[..<slash].dropFirst(3), doi[slash...].dropFirst())
    return (4...9).contains(registrant.count) && registrant.allSatisfy { $0 &- 0x30 < 10 }
      && !suffix.isEmpty && suffix.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x2F }
  }

  /// `10.5555/ab.2020. 120`: the entry ends with digits that a space has cut off.
  private static func broken(_ raw: String, _ doi: String) -> Wording? {
    guard let place = raw.range(of: doi, options: [.caseInsensitive, .backwards]) else { return nil }
    let rest = raw[place.upperBound...].drop { $0 == "." }
    let digits = rest.drop { $0.isWhitespace }
    guard raw[place.upperBound...].first == ".", rest.first?.isWhitespace == true, (1...6).contains(digits.count),
      digits.allSatisfy({ $0.isASCII && $0.isNumber }), Int(digits).map({ !(1900...2100).contains($0) }) == true
    else { return nil }
    return Wording("a space stands before its last digits", zh: "末尾数字之前有空格")
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A reference prints a DOI that no DOI can be: without \"10.\", without a slash, without a suffix, with a space, with an address within, printed twice in one, or with a wrong prefix.",
      why: "A malformed DOI resolves to nothing, and software that links references drops it in silence.",
      example: "10.555/alder.2021.7: the part after \"10.\" needs at least four digits.",
      remedy: "Copy the DOI from the article's page.",
      limits:
        "The rule knows the form only: a well-formed DOI of another work passes here (R404 and the source checks look further). A DOI "
        + "broken over two lines by the conversion of a file may look malformed."),
    chinese: .init(
      what: "文献中的 DOI 不合格式: 缺 \"10.\"、缺斜杠、缺后缀、含空格、夹有网址、连印两遍或前缀错误。",
      why: "错误的 DOI 无法解析, 链接软件会不声不响地丢弃它。",
      example: "10.555/alder.2021.7: \"10.\" 之后至少应有四位数字。",
      remedy: "从文章页面复制 DOI。",
      limits: "本规则只看形式, 格式正确而属于另一文献的 DOI 不在此报告。文件转换时被拆成两行的 DOI 可能被误判。"))
}

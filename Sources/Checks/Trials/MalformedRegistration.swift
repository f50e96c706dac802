import Literature
import TextAnalysis

/// T602: a registration number with a digit too many or too few.
public struct MalformedRegistration: Rule {
  public static let code = "T602"
  public static let name = "malformed-registration"
  public static let severity = Finding.Severity.error
  public init() {}

  /// A register whose numbers have one length.
  private struct Register {
    var prefix: String
    var digits: ClosedRange<Int>
    var form: Wording
  }
  private static let registers = [
    Register(prefix: "NCT", digits: 8...8, form: Wording("NCT and eight digits", zh: "NCT 加八位数字")),
    Register(prefix: "ISRCTN", digits: 8...8, form: Wording("ISRCTN and eight digits", zh: "ISRCTN 加八位数字")),
    Register(prefix: "ACTRN", digits: 14...14, form: Wording("ACTRN and fourteen digits", zh: "ACTRN 加十四位数字")),
    Register(prefix: "DRKS", digits: 8...8, form: Wording("DRKS and eight digits", zh: "DRKS 加八位数字")),
    Register(prefix: "UMIN", digits: 9...9, form: Wording("UMIN and nine digits", zh: "UMIN 加九位数字")),
    Register(prefix: "KCT", digits: 7...7, form: Wording("KCT and seven digits", zh: "KCT 加七位数字")),
    Register(prefix: "TCTR", digits: 11...11, form: Wording("TCTR and eleven digits", zh: "TCTR 加十一位数字")),
    Register(
      prefix: "CRD", digits: 11...12, form: Wording("CRD and eleven or twelve digits", zh: "CRD 加十一或十二位数字")),
    Register(
      prefix: "ChiCTR", digits: 10...10,
      form: Wording("ChiCTR and ten digits (eight after letters in old ones)", zh: "ChiCTR 加十位数字(旧号为字母加八位)")),
  ]

  private static let prefixes = registers.map { Array($0.prefix.utf8) }
  private static let initials = Set(prefixes.compactMap(\.first))

  public func findings(in context: CheckContext) -> [Finding] {
    var seen: Set<String> = []
    return context.extract.passages.indices.flatMap { passage in
      let text = context.lexed[passage]
      return text.tokens.indices.compactMap { index -> Finding? in
        let found = Self.malformed(text, index).map { (form: $0.0.form, range: $0.1) }
        guard let (form, range) = found ?? DatedRegistration.malformed(text, index), seen.insert(text.string(range)).inserted
        else { return nil }
        return context.finding(
          of: self, at: context.extract.passages[passage].flow.span(of: range),
          Wording(
            "“\(text.string(range))” is not a registration number: it should be \(form.english).",
            zh: "“\(text.string(range))” 不是注册号: 应为 \(form.chinese)。"),
          help: Wording("Copy the number from the register's page.", zh: "从注册平台页面复制编号。"))
      }
    }
  }

  /// The number as printed: `NCT0069277`, or `NCT 0069277` in two tokens.
  private static func malformed(_ text: LexedText, _ index: Int) -> (Register, Range<Int>)? {
    // Every word of a document comes by here: most are told by their first letter.
    guard text.tokens[index].kind == .word, initials.contains(text.utf8[text.tokens[index].start]) else { return nil }
    let word = text.utf8[text.tokens[index].range]
    guard let place = prefixes.firstIndex(where: { word.starts(with: $0) }) else { return nil }
    let register = registers[place]
    let rest = word.dropFirst(prefixes[place].count)
    if rest.isEmpty { return separate(text, index, register) }
    guard rest.count >= 4, rest.allSatisfy({ (0x30...0x39).contains($0) }), !register.digits.contains(rest.count),
      !text.continues(index)
    else { return nil }
    return (register, text.tokens[index].range)
  }

  private static func separate(_ text: LexedText, _ index: Int, _ register: Register) -> (Register, Range<Int>)? {
    guard text.isNumber(index + 1), text.tokens[index + 1].start - text.tokens[index].end <= 1 else { return nil }
    let digits = text.string(index + 1)
    guard digits.utf8.count >= 6, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      !register.digits.contains(digits.utf8.count), !text.continues(index + 1)
    else { return nil }
    return (register, text.tokens[index].start..<text.tokens[index + 1].end)
  }

  public static let explanation = Explanation(
    english: .init(
      what: "A trial registration number has too few or too many digits.",
      why: "It leads nowhere, and the trial cannot be tied to its registration or to other papers on it.",
      example: "NCT0555123: ClinicalTrials.gov numbers have eight digits, this one seven.",
      remedy: "Copy the number from the register.",
      limits:
        "Only registers with a fixed form are read (those of single prefixes, EudraCT, CTRI, and PROSPERO for reviews). A number that a line break cut in two may look too short."
    ),
    chinese: .init(
      what: "临床试验注册号位数不对。",
      why: "错误的注册号无处可查, 该试验也无法与其注册信息和其他论文相联系。",
      example: "NCT0555123: ClinicalTrials.gov 的编号为八位数字, 此处只有七位。",
      remedy: "从注册平台复制编号。",
      limits: "只检查格式固定的注册平台(含系统评价的 PROSPERO)。被换行拆开的编号可能显得过短。"))
}

extension LexedText {
  /// Whether more letters or digits follow a token after a dash or without any gap.
  fileprivate func continues(_ index: Int) -> Bool {
    guard tokens.indices.contains(index + 1), !hasGap(before: index + 1) else { return false }
    return tokens[index + 1].kind == .number || tokens[index + 1].kind == .word || isSymbol(index + 1, "-")
  }
}

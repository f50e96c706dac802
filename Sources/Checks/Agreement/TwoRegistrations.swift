import Literature

/// A204: one trial with two numbers of one register, or one number for two trials.
public struct TwoRegistrations: Rule {
  public static let code = "A204"
  public static let name = "two-registrations"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let printed = PrintedRegistration.all(in: context)
    let ofTrials = twoNumbers(printed, in: context) + twoTrials(printed, in: context)
    let known = ofTrials.flatMap { [$0.span] + $0.related.map(\.span) }.map(context.snippet)
    let slips = misprints(in: context).filter { slip in !known.contains(slip.snippet) }
    return (ofTrials + slips).sorted { $0.span.start < $1.span.start }
  }

  /// A number that is another of the document's with two digits exchanged: whatever trial it is of, one is a misprint.
  private func misprints(in context: CheckContext) -> [Finding] {
    let all = PrintedRegistration.everywhere(in: context)
    let places = Dictionary(grouping: all.indices, by: { all[$0].identifier })
    let digits = places.keys.map { (identifier: $0, bytes: Array($0.id.utf8)) }
    var rivalsOf: [RegistryIdentifier: [Int]] = [:]
    for (identifier, bytes) in digits {
      let alike = digits.filter { $0.identifier.scheme == identifier.scheme && $0.bytes.hasTwoExchanged(from: bytes) }
      rivalsOf[identifier] = alike.flatMap { places[$0.identifier] ?? [] }.sorted()
    }
    var reported: Set<RegistryIdentifier> = []
    return all.compactMap { place in
      let count = places[place.identifier]?.count ?? 0
      let rivals = (rivalsOf[place.identifier] ?? []).map { all[$0] }
      guard let usual = rivals.first, rivals.count > count || rivals.count == count && usual.span.start > place.span.start,
        reported.insert(place.identifier).inserted
      else { return nil }
      return context.finding(
        of: self, at: place.span,
        Wording(
          "\(place.identifier.id) here and \(usual.identifier.id) elsewhere differ like a misprint.",
          zh: "此处 \(place.identifier.id) 与别处 \(usual.identifier.id) 之差似为笔误。"),
        related: [context.related(usual.span, Wording("The other number.", zh: "另一编号。"))],
        help: Wording("Look both numbers up in the register.", zh: "在注册平台查证两个编号。"))
    }
  }

  private func twoNumbers(_ printed: [PrintedRegistration], in context: CheckContext) -> [Finding] {
    context.extract.trials.indices.compactMap { trial in
      let own = printed.filter { $0.trial == trial }
      guard let first = own.first,
        let other = own.first(where: {
          $0.identifier.scheme == first.identifier.scheme && $0.identifier.id != first.identifier.id
        })
      else { return nil }
      let known = own.count { $0.identifier.id == first.identifier.id }
      let (odd, usual) = 2 * known >= own.count ? (other, first) : (first, other)
      let digits = PrintedNumber(String(odd.identifier.id.filter(\.isNumber))).flatMap { left in
        PrintedNumber(String(usual.identifier.id.filter(\.isNumber))).flatMap { PrintedDifference(left, $0).phrase }
      }
      return context.finding(
        of: self, at: odd.span,
        Wording(
          "\(context.extract.trials[trial].name) is \(odd.identifier.id) here and \(usual.identifier.id) elsewhere",
          zh: "\(context.extract.trials[trial].name) 此处为 \(odd.identifier.id), 别处为 \(usual.identifier.id)")
          + (digits.map { Wording("; ", zh: "; ") + $0 } ?? .same("")) + Wording(".", zh: "。"),
        related: [context.related(usual.span, Wording("The other number.", zh: "另一编号。"))],
        help: Wording("Look both numbers up in the register.", zh: "在注册平台查证两个编号。"))
    }
  }

  private func twoTrials(_ printed: [PrintedRegistration], in context: CheckContext) -> [Finding] {
    var first: [RegistryIdentifier: PrintedRegistration] = [:]
    var reported: Set<RegistryIdentifier> = []
    return printed.compactMap { place in
      guard let earlier = first[place.identifier] else {
        first[place.identifier] = place
        return nil
      }
      guard earlier.trial != place.trial, reported.insert(place.identifier).inserted else { return nil }
      let (name, other) = (context.extract.trials[place.trial].name, context.extract.trials[earlier.trial].name)
      return context.finding(
        of: self, at: place.span,
        Wording(
          "\(place.identifier.id) is given to \(name) here and to \(other) before.",
          zh: "\(place.identifier.id) 此处属于 \(name), 前文属于 \(other)。"),
        related: [context.related(earlier.span, Wording("The other trial.", zh: "另一试验。"))],
        help: Wording("Look the number up in the register.", zh: "在注册平台查证该编号。"))
    }
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "One trial is printed with two numbers of the same register, or one number with two trials; or two numbers of the document differ by two "
        + "exchanged digits.",
      why: "A trial is registered once in a register. A wrong number leads to another trial or nowhere.",
      example: "\"ALDER-1 (NCT99990301)\" in the text and \"ALDER-1 (NCT99990310)\" in the table.",
      remedy: "Look both numbers up.",
      limits:
        "Only a number in brackets behind a trial's name, or in a table's row of it, is read. An extension study or a second part of a "
        + "programme may rightly have a number of its own."),
    chinese: .init(
      what: "同一试验印有同一注册平台的两个编号, 或两项试验印有同一编号; 或文中两个编号仅有两位数字颠倒。",
      why: "一项试验在一个平台只注册一次; 编号错误会指向另一试验或无处可查。",
      example: "正文 \"ALDER-1 (NCT99990301)\", 表中 \"ALDER-1 (NCT99990310)\"。",
      remedy: "逐一查证两个编号。",
      limits: "只读取试验名称后括号内或表中该行的编号。延伸研究或项目的第二部分可另有编号。"))
}

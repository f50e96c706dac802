import Literature
import TextAnalysis

/// Says of every printed number of a document which cards it went to, or why it is on none.
public enum NumberLedger {
  /// In the order of the text. `lexed[i]` is the lexed flow of `passages[i]`. O(tokens).
  public static func fates(in input: EvidenceInput, results: [ResultCard]) -> [NumberFate] {
    let cards = Dictionary(grouping: results.indices, by: { results[$0].passage })
    let callouts = Dictionary(grouping: input.citations, by: \.passage)
    return input.passages.indices.flatMap { index -> [NumberFate] in
      let passage = input.passages[index]
      let spans = (cards[index] ?? []).map { (index: $0, span: results[$0].span) }
      let reasons = NumberReason(
        input: input, passage: index, callouts: (callouts[index] ?? []).map(\.span), text: ResultText(input.lexed[index]))
      return input.lexed[index].tokens.filter { $0.kind == .number }.map { token in
        let place = passage.flow.span(of: token.range)
        let own = spans.filter { $0.span.overlaps(place) }.map(\.index)
        return NumberFate(
          passage: index, printed: input.lexed[index].string(token.range), span: place, results: own,
          reason: own.isEmpty ? reasons.reason(of: token, at: place) : nil)
      }
    }
  }
}

/// Why a number of a passage is on no card; the first reason that holds, from where it stands to what stands beside it.
private struct NumberReason {
  let input: EvidenceInput
  let passage: Int
  let callouts: [SourceSpan]
  let text: ResultText

  func reason(of token: Token, at place: SourceSpan) -> NumberFate.Reason {
    if callouts.contains(where: { $0.overlaps(place) }) { return .citation }
    let own = input.passages[passage]
    switch own.kind {
    case .reference: return .reference
    case .heading, .title: return .heading
    case .tableRow: return .table
    case .note, .caption: return beside(token) ?? .matter
    case .sentence: break
    }
    if let reason = beside(token) { return reason }
    let section = own.section.lowercased()
    if Self.matter.contains(where: { section.utf8.contains(sequence: $0.utf8) }) { return .matter }
    return Self.methods.contains { section.utf8.contains(sequence: $0.utf8) } ? .method : .unbound
  }

  private static let matter = [
    "front", "funding", "acknowledg", "contribution", "competing", "conflict", "abbreviation", "appendix", "note",
  ]
  private static let methods = [
    "method", "statistic", "design", "sample size", "randomi", "procedure", "measure", "方法", "统计", "设计",
  ]

  /// What the words on both sides of the number make it.
  private func beside(_ token: Token) -> NumberFate.Reason? {
    let index = text.tokenRange(ofBytes: token.range).lowerBound
    guard text.indices.contains(index) else { return .citation }
    if isIdentifier(index) { return .identifier }
    if isDate(index) { return .date }
    if isLevel(index) { return .level }
    if isName(index) { return .name }
    if ["aged", "age", "older", "ages"].contains(text.word(index - 1)) || text.han(index + 1).hasPrefix("岁") { return .age }
    if isLabel(index) { return .label }
    return ofUnit(index)
  }

  /// Within a run of letters, digits, dots and slashes without gaps: an address, a DOI, a registry number.
  private func isIdentifier(_ index: Int) -> Bool {
    var start = index
    while start > 0, !text.hasGap(before: start), index - start < 12 { start -= 1 }
    let run = text.string(start..<index + 1).lowercased()
    return ["http", "www.", "doi", "10.1", "nct", "isrctn", "chictr", "@"].contains { run.utf8.contains(sequence: $0.utf8) }
  }

  private func isDate(_ index: Int) -> Bool {
    guard let value = PrintedNumber(text.string(index)), value.decimals == 0 else { return false }
    let isYear = (1900...2100).contains(value.value) && !value.partsThousands
    if isYear, text.han(index + 1).hasPrefix("年") || !text.isSymbol(index + 1, "%") && !text.isSymbol(index - 1, "=") {
      return true
    }
    let isMonthName = Self.months[text.code(index - 1)] != nil || Self.months[text.code(index + 1)] != nil
    return value.value <= 31 && (isMonthName || text.han(index + 1).hasPrefix("月") && !text.han(index + 1).hasPrefix("月以"))
  }

  private static let months = WordTable(
    [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
      "jan", "feb",
      "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
    ].map { (WordCode.of($0), true) }
  ) { first, _ in first }

  private func isLevel(_ index: Int) -> Bool {
    let next = text.isSymbol(index + 1, "%") ? index + 2 : index + 1
    return text.tags(next).contains(.intervalName) && (50..<100).contains(PrintedNumber(text.string(index))?.value ?? 0)
  }

  private func isName(_ index: Int) -> Bool {
    if text.kind(index + 1) == .word, !text.hasGap(before: index + 1), QuantityWords.unit(of: text.code(index + 1)) == nil {
      return true
    }
    guard index > 0, !text.hasGap(before: index) else { return false }
    if text.kind(index - 1) == .word { return true }
    return text.isSymbol(index - 1, anyOf: ["-", "/"]) && text.kind(index - 2) == .word && !text.hasGap(before: index - 1)
  }

  private func isLabel(_ index: Int) -> Bool {
    if text.isSymbol(index - 1, anyOf: ["(", "."]), text.isSymbol(index + 1, ")"), !text.string(index).utf8.contains(0x2E) {
      return true
    }
    if QuantityWords.isLabel(text.word(index - 1).code)
      || ["page", "pages", "p", "pp", "software"].contains(text.word(index - 1))
    {
      return true
    }
    return ["表", "图", "第"].contains { text.han(index - 1).hasSuffix($0) }
  }

  private func ofUnit(_ index: Int) -> NumberFate.Reason? {
    let reading = QuantityScanner.quantities(in: text, outside: []).first { $0.tokens.contains(index) }
    switch reading?.unit {
    case .time: return isAge(after: reading?.tokens.upperBound ?? index) ? .age : .time
    case .other(let name) where ["mg", "μg", "IU", "Gy", "dose", "cycle", "mL", "g"].contains(String(name.prefix { $0 != "/" })):
      return .dose
    case .other("grade"), .other("phase"), .other("edition"), .other("line"), .other("type"), .other("number"): return .label
    default: break
    }
    return reading?.value.relation == .greaterOrEqual || reading?.value.relation == .lessOrEqual ? .plan : nil
  }

  private func isAge(after index: Int) -> Bool {
    ["old", "older"].contains(text.word(index)) || text.word(index) == "of" && text.word(index + 1) == "age"
  }
}

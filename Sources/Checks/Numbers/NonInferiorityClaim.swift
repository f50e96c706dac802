import TextAnalysis

/// What a sentence says of non-inferiority.
enum NonInferiorityClaim {
  case shown, notShown

  private static let planning: [StaticString] = [
    "nor", "failed", "fail", "cannot", "neither", "without", "if", "would", "hypothesis", "assumed", "test", "tested", "assess",
    "assessed", "whether", "defined", "aim", "aimed", "inconclusive", "sought", "designed",
  ]
  private static let reserving: [StaticString] = ["not", "no"] + planning
  private static let reservingChinese: [StaticString] = ["未", "不能", "不成立", "不可", "不足", "没有", "若", "假设", "旨在", "是否", "检验"]

  private static let shownWords = PhraseSet(
    phrases([
      "was shown", "was established", "was demonstrated", "was declared", "was confirmed", "was met", "was achieved",
      "was concluded",
      "was proven", "was reached", "is shown", "is established", "has been shown", "was therefore shown", "was thus shown",
      "was therefore established", "was thus established", "was therefore declared", "was claimed", "holds", "held",
    ]) + [
      "declared non inferior", "declared noninferior", "judged non inferior", "judged noninferior", "deemed non inferior",
      "considered non inferior", "considered noninferior", "found non inferior", "proved non inferior", "proved noninferior",
      "found to be non inferior", "found to be noninferior", "was therefore non inferior", "was thus non inferior",
      "so non inferior", "and thus non inferior", "met non inferiority", "met noninferiority", "showed non inferiority",
      "demonstrated non inferiority", "established non inferiority", "confirmed non inferiority", "achieved non inferiority",
      "met the non inferiority criterion", "met the non inferiority criteria", "met the criterion for non inferiority",
      "met the noninferiority criterion", "criterion for non inferiority was met", "criteria for non inferiority were met",
      "criterion of non inferiority was met", "non inferiority criterion was met", "noninferiority criterion was met",
    ],
    [
      "达到非劣效", "达到了非劣效", "判为非劣效", "判定为非劣效", "非劣效成立", "证实非劣效", "非劣效得到证实", "符合非劣效", "满足非劣效", "证明非劣效", "判定为不劣于", "证实不劣于", "判定非劣效",
      "故非劣效", "认为非劣效", "非劣效性成立", "非劣效性得到证实", "显示非劣效",
    ])

  private static let deniedWords = PhraseSet(
    phrases([
      "was not shown", "was not established", "was not demonstrated", "was not met", "was not achieved", "was not confirmed",
      "was not declared", "could not be shown", "could not be established", "could not be demonstrated", "could not be declared",
      "could not be claimed", "does not hold", "did not hold", "was lost", "was missed", "was not proven", "was not reached",
      "could not be concluded",
    ]) + [
      "not be shown to be non inferior", "not shown to be non inferior", "not found to be non inferior",
      "not proved non inferior",
      "not be called non inferior", "not be declared non inferior", "not be considered non inferior",
      "did not show non inferiority",
      "failed to show non inferiority", "did not meet non inferiority", "not non inferior",
      "not noninferior", "did not establish non inferiority", "did not demonstrate non inferiority",
      "failed to demonstrate non inferiority", "failed to meet non inferiority", "failed to establish non inferiority",
      "non inferiority criterion was not met", "noninferiority criterion was not met",
      "criterion for non inferiority was not met", "criteria for non inferiority were not met",
    ],
    [
      "未达到非劣效", "未达到非劣于", "未达非劣效", "未能达到非劣效", "未证实非劣效", "未能证实非劣效", "非劣效未", "非劣效不成立", "不能判为非劣效", "未满足非劣效", "非劣效性未", "非劣效性不成立",
      "非劣效没有",
      "非劣效性没有", "不能认为非劣效", "不能判定非劣效", "不能判定不劣于", "未能证实不劣于",
      "未能证明非劣效", "未证明非劣效", "不能证明非劣效", "无法证明非劣效", "未显示非劣效", "未能显示非劣效", "未能判定非劣效", "未能确立非劣效",
    ])

  private static func phrases(_ verbs: [String]) -> [String] {
    verbs.flatMap { ["non inferiority \($0)", "noninferiority \($0)"] }
  }

  private static let names: [StaticString] = ["noninferiority", "noninferior", "inferiority", "inferior"]

  /// "The non-inferiority margin was 10 points": no more than the name of the margin.
  private static func namesMarginAlone(_ text: LexedText) -> Bool {
    guard !text.mentions(["within", "inside", "above", "below", "met", "meets"], ["之内", "以内", "未超", "高于", "低于"]) else {
      return false
    }
    let places = text.tokens.indices.filter { index in names.contains { text.isWord(index, $0) } }
    let han = text.tokens.indices.filter { text.hanContains($0, "非劣") || text.hanContains($0, "不劣于") }
    return places.allSatisfy { text.isWord($0 + 1, "margin") }
      && han.allSatisfy { index in
        ["非劣效界值", "非劣效性界值", "非劣界值"].contains { text.hanContains(index, $0) }
      }
  }

  static func isNamed(in text: LexedText) -> Bool { text.mentions(names, ["非劣", "不劣于"]) }

  /// The byte at which the claim begins, or at which non-inferiority is first named.
  static func place(in text: LexedText) -> Int? {
    if let shown = shownWords.first(in: text) { return shown.lowerBound }
    return text.tokens.indices.first { index in
      names.contains { text.isWord(index, $0) } || text.hanContains(index, "非劣") || text.hanContains(index, "不劣于")
    }.map { text.tokens[$0].start }
  }

  private static let missing = PhraseSet(["did not meet", "failed to meet", "fell short of", "missed"])
  private static let criteria = PhraseSet(["criterion", "criteria", "margin"])

  /// "Was inferior to", 劣于: what non-inferiority denies. "Not inferior" claims it.
  private static func bare(_ text: LexedText) -> NonInferiorityClaim? {
    for index in text.tokens.indices {
      if text.isWord(index, "inferior"), text.isWord(index + 1, "to") || index + 1 == text.count || text.isSymbol(index + 1, ".")
      {
        if text.isWord(index - 1, "not") { return .shown }
        return ["was", "were", "is", "are", "proved"].contains { text.isWord(index - 1, $0) } ? .notShown : nil
      }
      guard text.tokens[index].kind == .han, text.hanContains(index, "劣于") else { continue }
      let words = text.string(index)
      if ["不劣于", "非劣于", "未劣于"].contains(where: words.contains) { return nil }
      return ["是否", "若", "假设", "检验"].contains(where: words.contains) ? nil : .notShown
    }
    return nil
  }

  /// What a sentence says with these words or by the bare ones: "was inferior to", 劣于, "not inferior".
  static func said(in text: LexedText) -> NonInferiorityClaim? {
    guard !text.mentions(planning, ["是否", "若", "假设", "旨在", "检验"]) else { return nil }
    return bare(text) ?? NonInferiorityClaim(text)
  }

  /// Nil where it says nothing, or says it with reserve: "if", "was designed to".
  init?(_ text: LexedText) {
    // "Was inferior to" names non-inferiority and denies it.
    guard Self.isNamed(in: text), Self.bare(text) != .notShown else { return nil }
    if Self.missing.occurs(in: text), Self.criteria.occurs(in: text), !Self.shownWords.occurs(in: text) {
      self = .notShown
      return
    }
    let denied = Self.deniedWords.all(in: text)
    if !denied.isEmpty {
      // "Was shown; per protocol it was not": of which interval it was denied is not certain.
      let isShownToo = Self.shownWords.all(in: text).contains { shown in !denied.contains { $0.overlaps(shown) } }
      guard !isShownToo else { return nil }
      self = .notShown
    } else if Self.shownWords.occurs(in: text)
      || !text.mentions(Self.reserving, Self.reservingChinese) && !Self.namesMarginAlone(text)
    {
      self = .shown
    } else {
      return nil
    }
  }
}

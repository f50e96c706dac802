import Literature
import TextAnalysis

/// Words of significance with the test that they are of: the one right before them in the sentence, the only one of the sentence before, or the
/// row of a table that they name.
struct SignificanceBinding {
  enum Proof {
    case test(PrintedTest, passage: Int)
    case rows([TestedRows.Row])
  }

  var passage: Int
  var verdict: SignificanceWords.Verdict
  /// Bytes of the passage's flow: the words.
  var range: Range<Int>
  var proof: Proof
  /// Whether the sentence prints an estimate or points to a table.
  var pointsToFigures: Bool
  /// Whether a test stands in the sentence or is the one that it begins with pointing to.
  var isNextTo = false

  /// Whether words and figures stand together, rather than far apart.
  var isLocal: Bool {
    if case .test(_, let place) = proof, passage - place <= 1, isNextTo { return true }
    return pointsToFigures
  }

  func isDenied(_ level: ClosedRange<Double>) -> Bool {
    let claimed = verdict == .claimed
    return switch proof {
    case .test(let test, _): test.isSignificant(level) == !claimed
    case .rows(let rows): rows.allSatisfy { $0.isSignificant != claimed }
    }
  }

  static func all(in context: CheckContext) -> [SignificanceBinding] {
    context.once(Self.self) {
      let cited = Set(context.extract.citations.map(\.passage))
      return context.extract.passages.indices.flatMap { passage -> [SignificanceBinding] in
        guard context.extract.passages[passage].kind == .sentence, !PrintedVerdict.special.occurs(in: context.lexed[passage])
        else {
          return []
        }
        let isOwn = StatementPlace.tellsFindings(passage, in: context) && !cited.contains(passage) && !context.isReview
        return bindings(passage, isOwn: isOwn, in: context)
      }
    }
  }

  private static func bindings(_ passage: Int, isOwn: Bool, in context: CheckContext) -> [SignificanceBinding] {
    let text = context.lexed[passage]
    let tests = PrintedTest.all(in: text)
    return Clauses.all(in: text).flatMap { clause -> [SignificanceBinding] in
      guard let words = SignificanceWords.statement(text, clause) else { return [] }
      let place = max(clause.lowerBound, text.firstToken(at: words.start + 1) - 1)
      let piece = Pieces.atCommas(in: text, clause).first { $0.contains(place) } ?? clause
      guard !PrintedVerdict.special.occurs(in: text, piece) else { return [] }
      let end = (place..<clause.upperBound).first { index in
        [",", ";", "(", "。", "."].contains { text.isSymbol(index, $0) }
      }
      let range = words.start..<text.tokens[max(place, (end ?? clause.upperBound) - 1)].end
      let pointsToFigures = printsEstimate(text, clause) || pointsToTable.occurs(in: text)
      func bound(_ proof: Proof, isNextTo: Bool = false) -> [SignificanceBinding] {
        [
          SignificanceBinding(
            passage: passage, verdict: words.verdict, range: range, proof: proof, pointsToFigures: pointsToFigures,
            isNextTo: isNextTo)
        ]
      }
      let hasOwn = tests.contains { $0.tokens.lowerBound > place && $0.tokens.lowerBound < clause.upperBound }
      if !hasOwn, let before = tests.last(where: { $0.tokens.upperBound <= place }), follows(before, clause, place, text) {
        return bound(.test(before, passage: passage), isNextTo: true)
      }
      // "…, and the test for interaction gave P = 0.03": another statement.
      let next =
        (piece.upperBound..<max(piece.upperBound, clause.upperBound)).first { text.isWord($0, "and") } ?? clause.upperBound
      let own = min(clause.lowerBound, piece.lowerBound)..<max(next, piece.upperBound)
      let isBare = !tests.contains { own.contains($0.tokens.lowerBound) }
      guard isBare else { return [] }
      if tests.isEmpty, let (test, before) = ofSentenceBefore(passage, text, place, in: context) {
        return bound(.test(test, passage: before), isNextTo: true)
      }
      guard !otherwise.occurs(in: text, clause), !tellsCourse(text, clause) else { return [] }
      if tests.isEmpty, let (test, before) = ofAllBefore(passage, text, in: context) {
        return bound(.test(test, passage: before), isNextTo: true)
      }
      if tests.isEmpty, let (test, before) = NearbyTest.of(piece, place, passage, in: context) {
        return bound(.test(test, passage: before))
      }
      guard isOwn else { return [] }
      let rows = TestedRows.shared(in: context)
      // A run of Chinese is one token: what stands in it before the words names what they are of.
      let isOpening =
        place <= piece.lowerBound + 1 && (text.tokens[place].kind != .han || words.start == text.tokens[place].start)
      let isAnaphoric =
        isOpening || opens(text, piece.lowerBound + (text.isSymbol(piece.lowerBound, ",") ? 1 : 0), place)
      let named = rows.named(in: text, piece)
      let found = named.isEmpty && isAnaphoric ? rows.named(in: text, clause.lowerBound..<piece.upperBound) : named
      return found.isEmpty ? [] : bound(.rows(found))
    }
  }

  private static let estimates = PhraseSet(["ratio", "hr", "rr", "irr", "relative risk"], ["风险比", "比值比", "危险度", "均差"])

  /// "Adjusted odds ratio 0.93".
  private static func printsEstimate(_ text: LexedText, _ clause: Range<Int>) -> Bool {
    estimates.all(in: text, clause).contains { name in
      let end = text.firstToken(at: name.upperBound)
      return (end..<min(end + 3, text.count)).contains { text.isNumber($0) }
    }
  }

  private static let courses = PhraseSet(
    [
      "increased", "decreased", "rose", "fell", "declined", "improved", "dropped", "increase", "decrease", "improve", "changed",
      "change",
    ],
    ["升高", "下降", "上升", "增加", "减少", "改善", "变化"])
  private static let comparing = PhraseSet(
    [
      "than", "between", "compared", "versus", "vs", "difference", "differences", "differ", "differed", "higher", "lower", "more",
      "fewer", "less", "better", "worse", "two groups", "the groups", "over placebo", "the treatment group",
      "the intervention group",
    ],
    ["组间", "差异", "差别", "较对照", "低于", "高于", "优于", "多于", "少于", "比较"])
  private static let each = PhraseSet(
    ["both groups", "each group", "all groups", "either group", "both arms", "each arm", "both treatments", "over time"],
    ["两组均", "各组均", "两组都", "组内"])

  /// "Increased significantly in both groups": with time, which the row of a comparison does not test.
  private static func tellsCourse(_ text: LexedText, _ clause: Range<Int>) -> Bool {
    (each.occurs(in: text, clause) || courses.occurs(in: text, clause)) && !comparing.occurs(in: text, clause)
  }

  private static let pointsToTable = PhraseSet(["table"], ["表"])
  private static let otherwise = PhraseSet(
    [
      "baseline", "subgroup", "subgroups", "interim", "per protocol", "sensitivity", "previous", "earlier", "interaction",
      "within",
      "over time", "unadjusted", "crude", "after adjustment", "correlation", "correlated", "associated", "association", "either",
      "pairwise", "post hoc", "some", "other",
    ],
    ["基线", "亚组", "期中", "方案集", "敏感性", "既往", "交互", "组内", "粗", "校正前", "校正后", "治疗前", "相关", "两两", "其他", "其余", "国外", "一项"])

  // MARK: "(HR 0.66, P = 0.012), a contrast that fell short of significance", 均差为 −1.1(95%CI …), 差异不显著

  private static let mostBetween = 12
  private static let openers = PhraseSet(
    [
      "a", "an", "which", "this", "that", "the latter", "so", "thus", "hence", "therefore", "and so", "and this", "meaning",
      "showing", "the difference", "the gap", "the effect",
    ],
    ["差异", "差别", "二者", "两者", "后者", "两组", "组间", "故", "因此", "提示", "说明", "即", "均", "不具", "具有", "有统计", "无统计", "未达", "达到"])

  /// Whether words stand right behind a test, parted by one comma and naming nothing but the difference.
  private static func follows(_ test: PrintedTest, _ clause: Range<Int>, _ place: Int, _ text: LexedText) -> Bool {
    guard test.tokens.upperBound <= place else { return false }
    let between = test.tokens.upperBound..<place
    guard between.count <= mostBetween, !between.contains(where: { text.isNumber($0) }) else { return false }
    let closers = between.prefix { text.isSymbol($0, ")") || text.isSymbol($0, "]") || text.isSymbol($0, "%") }
    guard let comma = closers.last.map({ $0 + 1 }) ?? (between.isEmpty ? nil : between.lowerBound), comma <= place,
      text.isSymbol(comma, ",")
    else { return false }
    let words = comma + 1..<max(comma + 1, min(place + 1, text.count))
    guard let first = words.first, opens(text, first, words.upperBound) else { return false }
    return !words.dropLast().contains { text.isSymbol($0, ",") || text.isSymbol($0, ";") || text.isSymbol($0, "(") }
      && !contrasts.occurs(in: text, words)
  }

  /// Whether words begin that name nothing but a difference or the two groups.
  private static func opens(_ text: LexedText, _ first: Int, _ end: Int) -> Bool {
    guard first < end, let opener = openers.first(in: text, first..<min(first + 2, end)) else { return false }
    return opener.lowerBound == text.tokens[first].start
  }

  private static let contrasts = PhraseSet(["but", "while", "whereas", "although", "though", "yet"], ["但", "而", "虽"])

  // MARK: "… (95% CI −3.7 to −0.9; P = 0.001). That difference falls short of significance"

  private static let anaphora = PhraseSet(
    [
      "that difference", "this difference", "the difference", "these differences", "that gap", "this gap", "this effect",
      "that effect", "this contrast", "this result", "that result", "this advantage", "this excess", "this reduction",
      "this finding", "this trend", "this gain", "this increase", "this decrease", "the gap", "the effect", "such a difference",
      "such a gap", "the contrast", "this association", "it",
    ],
    ["该差异", "这一差异", "此差异", "上述差异", "这一差别", "该差别", "该差值", "这一结果", "两者差异", "二者差异", "该关联", "这一关联", "该效应", "差异"])

  private static func ofSentenceBefore(
    _ passage: Int, _ text: LexedText, _ place: Int, in context: CheckContext
  ) -> (PrintedTest, Int)? {
    guard passage > 0, let block = context.extract.passages[passage].block, context.extract.passages[passage - 1].block == block,
      context.extract.passages[passage - 1].kind == .sentence,
      let words = anaphora.first(in: text, 0..<min(2, text.count)), words.lowerBound <= 3, place <= 10,
      !(0..<place).contains(where: { text.isNumber($0) || text.isSymbol($0, ",") })
    else { return nil }
    let before = context.lexed[passage - 1]
    let tests = PrintedTest.all(in: before)
    guard tests.count == 1, let test = tests.first, !PrintedVerdict.special.occurs(in: before),
      !SignificanceWords.names(before, before.tokens.indices)
    else { return nil }
    return (test, passage - 1)
  }

  private static let both = PhraseSet(["both", "neither", "none", "all three", "each"], ["二者均", "两者均", "三者均", "均"])

  /// "Both lowered it significantly": of the two tests or more of the sentence before, where they agree.
  private static func ofAllBefore(_ passage: Int, _ text: LexedText, in context: CheckContext) -> (PrintedTest, Int)? {
    guard passage > 0, let block = context.extract.passages[passage].block, context.extract.passages[passage - 1].block == block,
      context.extract.passages[passage - 1].kind == .sentence, both.first(in: text, 0..<min(2, text.count))?.lowerBound == 0,
      !text.tokens.contains(where: { $0.kind == .number })
    else { return nil }
    let (before, level) = (context.lexed[passage - 1], SignificanceLevel.declared(in: context))
    let tests = PrintedTest.all(in: before)
    let answers = Set(tests.map { $0.isSignificant(level) })
    guard tests.count > 1, let test = tests.first, answers.count == 1, !answers.contains(nil),
      !PrintedVerdict.special.occurs(in: before), !SignificanceWords.names(before, before.tokens.indices)
    else { return nil }
    return (test, passage - 1)
  }
}

extension SignificanceBinding {
  func finding<R: Rule>(of rule: R, _ level: ClosedRange<Double>, in context: CheckContext) -> Finding {
    let flow = context.extract.passages[passage].flow
    let (figures, place) = evidence(level, in: context)
    let start =
      verdict == .claimed
      ? Wording("The sentence calls the result significant, but ", zh: "句子称结果有显著性, 但 ")
      : Wording("The sentence says that there is no significant difference, but ", zh: "句子称差异无显著性, 但 ")
    // A long report has an outcome in more rows, at more times and of more groups, than words tell apart.
    var isRemark = false
    if case .rows = proof { isRemark = !context.isBrief }
    return context.finding(
      of: rule, at: flow.span(of: range), severity: isRemark ? .info : nil, start + figures,
      related: [context.related(place, Wording("The figures.", zh: "相应数字。"))],
      help: Wording(
        "Reword the sentence, correct the figure, or name the level of significance that was set.",
        zh: "修改措辞、更正数字, 或注明所设的显著性水准。"))
  }

  private func evidence(_ level: ClosedRange<Double>, in context: CheckContext) -> (Wording, SourceSpan) {
    let claimed = verdict == .claimed
    let bar = NumberText.fixed(claimed ? level.upperBound : level.lowerBound, 2)
    switch proof {
    case .rows(let rows):
      let (name, figure) = (rows[0].name, rows[0].figure)
      return (
        Wording("the row “\(name)” of the table has \(figure).", zh: "表中“\(name)”一行为 \(figure)。"), rows[0].span
      )
    case .test(let test, let passage):
      let text = context.lexed[passage]
      let bytes = text.tokens[test.tokens.lowerBound].start..<text.tokens[test.tokens.upperBound - 1].end
      let span = context.extract.passages[passage].flow.span(of: bytes)
      guard let p = test.p else {
        let interval = test.interval ?? ""
        return (
          Wording(
            "the interval \(interval) \(claimed ? "holds" : "leaves out") no effect.",
            zh: "区间 \(interval) \(claimed ? "包含" : "不包含")无效值。"), span
        )
      }
      return (
        Wording(
          "P \(p.relation.rawValue) \(p.printed) is \(claimed ? "not " : "")below \(bar).",
          zh: "P \(p.relation.rawValue) \(p.printed) \(claimed ? "不" : "")小于 \(bar)。"), span
      )
    }
  }
}

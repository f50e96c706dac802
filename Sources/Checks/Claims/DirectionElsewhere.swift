import Literature
import TextAnalysis

/// A claim of direction without figures, against all that the document prints of its outcome elsewhere.
struct DirectionElsewhere: Sendable {
  var claim: DirectionClaim
  var passage: Int
  /// What denies it, where nothing bears it out.
  var evidence: DirectionEvidence

  private static let leastShared = 1.0
  private static let leastPart = 0.75
  private static let ofTime = PhraseSet(["longer", "shorter"], ["长", "短"])

  static func shared(in context: CheckContext) -> [DirectionElsewhere] { context.once(Self.self) { all(in: context) } }

  /// In document order. O(claims · results).
  private static func all(in context: CheckContext) -> [DirectionElsewhere] {
    let evidence = DirectionEvidence.shared(in: context)
    guard !evidence.isEmpty, context.isShort, !context.tellsOfOthers, !context.isReview else { return [] }
    let names = GroupNames.shared(in: context)
    return StatementPlace.own(in: context).flatMap { passage -> [DirectionElsewhere] in
      let text = context.lexed[passage]
      guard DirectionClaim.hasWord(text, text.tokens.indices), !tellsOfPart(passage, in: context) else { return [] }
      return Clauses.all(in: text).flatMap { Pieces.all(in: text, $0) }.compactMap { piece in
        guard GroupFigure.all(in: text, piece).isEmpty, let claim = DirectionClaim.of(text, piece, names) else { return nil }
        return denial(of: claim, passage, evidence, in: context)
      }
    }
  }

  /// 疼痛和用药量均低于: each of several outcomes.
  private static let lists = PhraseSet([], ["均高", "均低", "均多", "均少", "均长", "均短", "均较", "均明显", "均显著"])

  private static let timesTo = PhraseSet(["time to", "time until", "interval to"], ["至首次", "的时间"])

  private static let otherwise = PhraseSet(
    ["subgroup", "subgroups", "among", "interim", "previous", "earlier", "baseline", "per protocol", "completers", "as treated"],
    ["亚组", "既往", "基线", "期中", "方案集"])

  /// Whether a sentence or the one before it in its paragraph speaks of a part of the participants, or of another analysis.
  private static func tellsOfPart(_ passage: Int, in context: CheckContext) -> Bool {
    if otherwise.occurs(in: context.lexed[passage]) { return true }
    guard passage > 0, let block = context.extract.passages[passage].block else { return false }
    return context.extract.passages[passage - 1].block == block && otherwise.occurs(in: context.lexed[passage - 1])
  }

  private static func denial(
    of claim: DirectionClaim, _ passage: Int, _ evidence: [DirectionEvidence], in context: CheckContext
  ) -> DirectionElsewhere? {
    let (text, labels) = (context.lexed[passage], GroupLabels.shared(in: context))
    let topic = VerdictStatement.topic(text, claim.piece, without: [claim.word], labels).filter { word in
      !word.hasPrefix("drug:") && !claim.lead.contains(word) && !claim.other.contains(word)
    }
    let times = VerdictStatement.times(text, claim.piece)
    guard OpposedVerdicts.weight(topic) >= leastShared else { return nil }
    // "Time to first fall was longer": how often people fell says nothing of it.
    let isOfTime = timesTo.occurs(in: text, claim.piece)
    let isList = lists.occurs(in: text, claim.piece)
    let known = evidence.filter { item in
      item.passage != passage && areOne(topic, item.topic, isList: isList)
        && (!isOfTime || item.topic.contains("time"))
        && (times.isEmpty || item.times.isEmpty || !times.isDisjoint(with: item.times))
    }
    let answers = known.map { item in (item, answer(claim, item, text, in: context)) }.filter { $0.1 != nil }
    guard let first = answers.first, answers.allSatisfy({ $0.1 == true }) else { return nil }
    return DirectionElsewhere(claim: claim, passage: passage, evidence: first.0)
  }

  private static let (mostOfClaim, mostOfKnown) = (2, 1)
  /// How a cohort and a trial tell of their groups.
  private static let idle: Set<String> = [
    "associ", "began", "begin", "start", "starter", "who", "they", "thu", "therefor", "numer", "margin", "slightli", "somewhat",
    "also", "most", "markedli", "wherea", "while", "occurr", "seen", "report", "need",
  ]

  /// Both name one outcome and little else; else one has the words of the other.
  private static func areOne(_ claim: Set<String>, _ known: Set<String>, isList: Bool) -> Bool {
    let (claim, known) = (claim.subtracting(idle), known.subtracting(idle))
    let shared = OpposedVerdicts.weight(claim.intersection(known))
    let named = (claim.filter(VerdictStatement.isOutcome), known.filter(VerdictStatement.isOutcome))
    guard shared >= leastShared, named.0.isEmpty == named.1.isEmpty else { return false }
    if isList, !named.1.isEmpty { return named.1.isSubset(of: named.0) && known.subtracting(claim).count <= mostOfKnown }
    guard named.0 == named.1 else { return false }
    if !named.0.isEmpty {
      return claim.subtracting(known).count <= mostOfClaim && known.subtracting(claim).count <= mostOfKnown
    }
    return shared >= leastPart * OpposedVerdicts.weight(claim) && 2 * shared >= OpposedVerdicts.weight(known)
  }

  /// Whether the evidence denies the claim; nil where it is of others.
  private static func answer(
    _ claim: DirectionClaim, _ item: DirectionEvidence, _ text: LexedText, in context: CheckContext
  ) -> Bool? {
    guard item.isRatio else { return claim.isDenied(by: item.figures[0], item.figures[1], of: item.owners) }
    let (reference, tokens) = (ReferenceGroup.shared(in: context), claim.piece)
    let than = tokens.first { text.isWord($0, "than") } ?? tokens.upperBound
    guard !claim.lead.contains("control"), !ofTime.occurs(in: text, tokens), than < tokens.upperBound,
      reference.isNamed(in: text, than..<tokens.upperBound), !reference.isNamed(in: text, tokens.lowerBound..<than)
    else { return nil }
    return claim.isMore == (item.figures[0].value < 1)
  }

  /// Whether it stands where a document tells single results rather than sums up or discusses.
  func isOfResults(in context: CheckContext) -> Bool {
    let name = context.sectionName(of: passage)
    return !["discussion", "conclusion", "讨论", "结论", "小结"].contains { name.contains($0) }
  }

  func finding<R: Rule>(of rule: R, in context: CheckContext) -> Finding {
    let (flow, text) = (context.extract.passages[passage].flow, context.lexed[passage])
    let bytes = text.tokens[claim.piece.lowerBound].start..<text.tokens[claim.piece.upperBound - 1].end
    let figures = evidence.figures.map(\.printed)
    let severity = StatementPlace.severity(passage, in: context)
    return context.finding(
      of: rule, at: flow.span(of: bytes), severity: context.isBrief ? .warning : severity,
      Wording(
        "“\(text.string(bytes))”: but the document prints \(evidence.isRatio ? figures[0] : figures.joined(separator: " and ")), which goes the other way.",
        zh: "“\(text.string(bytes))”: 而文中为 \(evidence.isRatio ? figures[0] : figures.joined(separator: " 和 ")), 方向相反。"),
      related: [context.related(evidence.span, Wording("The figures.", zh: "相应数字。"))],
      help: Wording("Correct the sentence or the figures, or say which outcome it rests on.", zh: "更正措辞或数字, 或注明所据的结局。"))
  }
}

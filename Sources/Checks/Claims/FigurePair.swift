import Literature
import TextAnalysis

/// Two figures of one kind side by side, and whose they are where the text says so: "5.1% with A and 15.1% with B", 甲组为 6.1, 乙组为 8.4.
struct FigurePair: Hashable, Sendable {
  var first: GroupFigure
  var second: GroupFigure
  /// Names of the group of each, empty where the text leaves it open.
  var owners: [Set<String>] = [[], []]

  /// Whether the names of both stand in the bracket of the figures.
  var isNamed = false

  /// Whether nothing but a joint, counts and units stand between the two: else what stands there tells them apart.
  var isClose = false

  var isOwned: Bool { owners.allSatisfy { !$0.isEmpty } }
  /// The figures as printed, the key of a pair.
  var printed: [String] { [first.number.printed, second.number.printed] }

  /// From the first figure to the end of the second.
  func bytes(in text: LexedText) -> Range<Int> { text.tokens[first.token].start..<text.tokens[second.token].end }

  private static let mostBetween = 30
  private static let mostBetweenOfMany = 9
  private static let joints = PhraseSet(["and", "vs", "versus", "v", "against", "compared", "than"], ["和", "与", "比", "对", "及"])
  private static let courses = PhraseSet(["from", "baseline", "before"], ["由", "从", "基线", "治疗前", "术前", "升至", "降至"])
  private static let comparing = PhraseSet(["compared with", "compared to", "relative to", "unlike"], ["相比", "比较", "较之"])

  /// In the order of the text: the two of a clause that has no third, else those that a joint links. O(tokens).
  static func all(in text: LexedText, _ names: GroupNames) -> [FigurePair] {
    Clauses.all(in: text).flatMap { clause -> [FigurePair] in
      let figures = GroupFigure.all(in: text, clause)
      guard figures.count >= 2 else { return [] }
      let mentions = labels(names.all(in: text, clause), text, clause)
      let isOnly = figures.count == 2
      var pairs: [FigurePair] = []
      var index = 0
      while index + 1 < figures.count {
        let (left, right) = (figures[index], figures[index + 1])
        guard isPair(left, right, text, isOnly: isOnly) else {
          index += 1
          continue
        }
        let start = index == 0 ? text.tokens[clause.lowerBound].start : text.tokens[figures[index - 1].token].end
        let end = index + 2 < figures.count ? text.tokens[figures[index + 2].token].start : text.tokens[clause.upperBound - 1].end
        var pair = FigurePair(first: left, second: right)
        pair.isClose = isClose(left, right, text)
        let before = clause.lowerBound..<left.token
        if !comparing.occurs(in: text, before) {
          let around = mentions.filter { $0.range.lowerBound >= start && $0.range.upperBound <= end }
          // "Higher with B (9% with A, 30% with B)": the names in the bracket of the figures are theirs.
          let opening = text.opening(around: left.token).flatMap { text.opening(around: right.token) == $0 ? $0 : nil }
          let own =
            opening.map { opening in owners(around.filter { $0.range.lowerBound > text.tokens[opening].start }) } ?? [[], []]
          pair.isNamed = !own[0].isEmpty
          pair.owners = pair.isNamed ? own : owners(around)
        }
        pairs.append(pair)
        index += 2
      }
      return pairs
    }
  }

  private static func isPair(_ left: GroupFigure, _ right: GroupFigure, _ text: LexedText, isOnly: Bool) -> Bool {
    let between = left.token + 1..<right.token
    guard left.isShare == right.isShare, between.count <= (isOnly ? mostBetween : mostBetweenOfMany),
      abs(left.number.decimals - right.number.decimals) <= 1,
      !between.contains(where: { text.isSymbol($0, ";") && text.opening(around: $0) == text.opening(around: left.token) }),
      !courses.occurs(in: text, max(0, left.token - 3)..<left.token), !courses.occurs(in: text, between)
    else { return false }
    return isOnly || joints.occurs(in: text, between)
  }

  private static let (mostWords, mostSigns) = (2, 6)

  private static func isClose(_ left: GroupFigure, _ right: GroupFigure, _ text: LexedText) -> Bool {
    let between = left.token + 1..<right.token
    let words = between.count { text.tokens[$0].kind == .word && !joints.occurs(in: text, $0..<$0 + 1) }
    let signs = between.filter { text.tokens[$0].kind == .han }.reduce(0) { $0 + text.string($1).count }
    return words <= mostWords && signs <= mostSigns
  }

  /// Groups that a claim of the sentence names stand by no figure: 71 例(12.5%)和 80 例(14.1%), 甲组少于乙组.
  private static func labels(_ mentions: [GroupMention], _ text: LexedText, _ clause: Range<Int>) -> [GroupMention] {
    let claims = Pieces.atCommas(in: text, clause).filter { piece in
      DirectionClaim.hasWord(text, piece) && GroupFigure.all(in: text, piece).isEmpty
    }.map { text.tokens[$0.lowerBound].start..<text.tokens[$0.upperBound - 1].end }
    return mentions.filter { mention in !claims.contains { $0.overlaps(mention.range) } }
  }

  /// Of two groups named around two figures the one named first has the first.
  private static func owners(_ mentions: [GroupMention]) -> [Set<String>] {
    var groups: [Set<String>] = []
    for mention in mentions {
      if let known = groups.firstIndex(where: { GroupMention.areOne($0, mention.names) }) {
        groups[known].formUnion(mention.names)
      } else {
        groups.append(mention.names)
      }
    }
    guard groups.count == 2 else { return [[], []] }
    let both = groups[0].intersection(groups[1])
    return groups.map { $0.subtracting(both) }
  }
}

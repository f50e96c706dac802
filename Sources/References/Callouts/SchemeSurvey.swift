import Literature
import TextAnalysis

/// Everything in a text that could be a callout under each scheme, and which scheme the document keeps.
struct SchemeSurvey {
  enum Scheme: String, CaseIterable {
    case brackets, superscripts, authorYear = "author and year", parentheses, circled = "circled numbers",
      glued = "digits behind words"

    /// Its marks hold numbers of many kinds, so it must name most of the list in its order.
    var isWeak: Bool { [.parentheses, .circled, .glued].contains(self) }
  }

  private var callouts: [Scheme: [Callout]] = [:]
  let scheme: Scheme?
  /// The references by author and year.
  let index: AuthorYearIndex
  /// The list is numbered ①, ②: circled numbers are its callouts, in whatever order.
  private let isCircledList: Bool

  init(passages: [Passage], lexed: [LexedText], references: [Reference], labels: LabelIndex) {
    let brackets = BracketCallouts(labels: labels, open: "[", close: "]")
    let parentheses = BracketCallouts(labels: labels, open: "(", close: ")")
    let superscripts = SuperscriptCallouts(labels: labels)
    let circled = CircledCallouts(labels: labels)
    let carets = CaretCallouts(labels: labels)
    let glued = GluedCallouts(labels: labels, lexed: lexed)
    let index = AuthorYearIndex(references)
    self.index = index
    let authors = AuthorYearCallouts(index: index)
    for place in passages.indices where passages[place].kind != .reference && place < lexed.count {
      let (text, kind) = (lexed[place], passages[place].kind)
      callouts[.brackets, default: []] += brackets.callouts(in: text, passage: place, kind: kind)
      callouts[.parentheses, default: []] += parentheses.callouts(in: text, passage: place, kind: kind)
      callouts[.superscripts, default: []] +=
        (superscripts.callouts(in: text, passage: place) + carets.callouts(in: text, passage: place))
        .sorted { $0.range.lowerBound < $1.range.lowerBound }
      callouts[.authorYear, default: []] += authors.callouts(in: text, passage: place)
      callouts[.circled, default: []] += circled.callouts(in: text, passage: place)
      if kind == .sentence { callouts[.glued, default: []] += glued.callouts(in: text, passage: place) }
    }
    isCircledList = labels.isCircled
    let isGlued = Self.settleGlue(&callouts, labels: labels)
    scheme = Self.decide(callouts, isGlued: isGlued, labels: labels)
  }

  /// Keeps of the glued digits those that are callouts; false where they are not enough to be sure of any.
  ///
  /// They introduce half of the list in its order; or, as in lists by author, those that look like nothing else name half of it.
  private static func settleGlue(_ callouts: inout [Scheme: [Callout]], labels: LabelIndex) -> Bool {
    let found = callouts[.glued] ?? []
    let ordered = OrderedCallouts(found, largest: labels.largest)
    if ordered.introduced * 2 >= labels.count {
      callouts[.glued] = ordered.callouts
      return true
    }
    let plain = found.filter { !$0.isDoubtful }
    callouts[.glued] = plain
    let named = named(by: plain).count
    return named >= leastNamed && named * 2 >= labels.count
  }

  /// So many entries must be named by glued digits that keep no order.
  private static let leastNamed = 8

  /// The callouts of the document's scheme.
  var chosen: [Callout] {
    guard let scheme else { return [] }
    let found = callouts[scheme] ?? []
    return scheme.isWeak && scheme != .glued && !(scheme == .circled && isCircledList)
      ? Introduction(found).withoutStrays(found) : found
  }

  /// The scheme under which most callouts resolve. A weak one needs to introduce most of the list in its order, or, in parentheses, to
  /// name a good part of it with hardly a stray number among them, and no other scheme may name half as many.
  private static func decide(_ callouts: [Scheme: [Callout]], isGlued: Bool, labels: LabelIndex) -> Scheme? {
    var best: (scheme: Scheme, weight: Int)?
    for scheme in Scheme.allCases where !scheme.isWeak {
      let weight = (callouts[scheme] ?? []).count { $0.hasResolved }
      if weight > best?.weight ?? 0 { best = (scheme, weight) }
    }
    let namedElsewhere = best.map { named(by: callouts[$0.scheme] ?? []).count } ?? 0
    let weak = Scheme.allCases.filter { scheme in
      guard scheme.isWeak, let own = callouts[scheme] else { return false }
      let named = named(by: own).count
      return named >= 3 && named > 2 * namedElsewhere
        && (scheme == .glued ? isGlued : namesTheList(own, named, mayStray: scheme == .parentheses, labels))
    }
    return weak.max { (callouts[$0] ?? []).count < (callouts[$1] ?? []).count } ?? best?.scheme
  }

  private static func namesTheList(_ own: [Callout], _ named: Int, mayStray: Bool, _ labels: LabelIndex) -> Bool {
    if Introduction(own).count * 5 >= labels.count * 3 { return true }
    let dangling = own.count { !$0.isResolved }
    return mayStray && named >= labels.count / 2 && dangling * 10 <= own.count
  }

  private static func named(by callouts: [Callout]) -> Set<Int> { Set(callouts.flatMap { $0.targets.compactMap(\.reference) }) }

  /// A second scheme that resolves often enough not to be an accident.
  func mixedScheme(in passages: [Passage]) -> Diagnostic? {
    guard let scheme, !scheme.isWeak else { return nil }
    let main = chosen.count { $0.hasResolved }
    for other in Scheme.allCases where other != scheme && !other.isWeak {
      let resolved = (callouts[other] ?? []).filter(\.isResolved)
      guard resolved.count >= 3, resolved.count * 6 >= main, let first = resolved.first else { continue }
      let message =
        "callouts are printed by \(scheme.rawValue) and \(resolved.count) times by \(other.rawValue); only the former are read"
      return Diagnostic(.warning, "mixed-citation-scheme", message, span: passages[first.passage].flow.span(of: first.range))
    }
    return nil
  }
}

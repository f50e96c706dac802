import Literature
import TextAnalysis

/// Everything in a text that could be a callout under each scheme, and which scheme the document keeps.
struct SchemeSurvey {
  enum Scheme: String, CaseIterable {
    case brackets, superscripts, authorYear = "author and year", parentheses
  }

  private var callouts: [Scheme: [Callout]] = [:]
  let scheme: Scheme?

  init(passages: [Passage], lexed: [LexedText], references: [Reference], labels: LabelIndex) {
    let brackets = BracketCallouts(labels: labels, open: "[", close: "]")
    let parentheses = BracketCallouts(labels: labels, open: "(", close: ")")
    let superscripts = SuperscriptCallouts(labels: labels)
    let authors = AuthorYearCallouts(index: AuthorYearIndex(references))
    for (index, passage) in passages.enumerated() where passage.kind != .reference && index < lexed.count {
      let text = lexed[index]
      callouts[.brackets, default: []] += brackets.callouts(in: text, passage: index, kind: passage.kind)
      callouts[.parentheses, default: []] += parentheses.callouts(in: text, passage: index, kind: passage.kind)
      callouts[.superscripts, default: []] += superscripts.callouts(in: text, passage: index)
      callouts[.authorYear, default: []] += authors.callouts(in: text, passage: index)
    }
    scheme = Self.decide(callouts, labels: labels)
  }

  /// The callouts of the document's scheme.
  var chosen: [Callout] {
    guard let scheme else { return [] }
    let found = callouts[scheme] ?? []
    return scheme == .parentheses ? Introduction(found).withoutStrays(found) : found
  }

  /// The scheme under which most callouts resolve. Parentheses hold numbers of many kinds, so they need to introduce most of the list
  /// in its order, or to name a good part of it with hardly a stray number among them, and no other scheme may name half as many.
  private static func decide(_ callouts: [Scheme: [Callout]], labels: LabelIndex) -> Scheme? {
    var best: (scheme: Scheme, weight: Int)?
    for scheme in Scheme.allCases where scheme != .parentheses {
      let weight = (callouts[scheme] ?? []).count { $0.hasResolved }
      if weight > best?.weight ?? 0 { best = (scheme, weight) }
    }
    let inParentheses = callouts[.parentheses] ?? []
    let named = named(by: inParentheses).count
    let namedElsewhere = best.map { Self.named(by: callouts[$0.scheme] ?? []).count } ?? 0
    guard named >= 3, named > 2 * namedElsewhere else { return best?.scheme }
    if Introduction(inParentheses).count * 5 >= labels.count * 3 { return .parentheses }
    let dangling = inParentheses.count { !$0.isResolved }
    return named >= labels.count / 2 && dangling * 10 <= inParentheses.count ? .parentheses : best?.scheme
  }

  private static func named(by callouts: [Callout]) -> Set<Int> { Set(callouts.flatMap { $0.targets.compactMap(\.reference) }) }

  /// A second scheme that resolves often enough not to be an accident.
  func mixedScheme(in passages: [Passage]) -> Diagnostic? {
    guard let scheme, scheme != .parentheses else { return nil }
    let main = chosen.count { $0.hasResolved }
    for other in Scheme.allCases where other != scheme && other != .parentheses {
      let resolved = (callouts[other] ?? []).filter(\.isResolved)
      guard resolved.count >= 3, resolved.count * 6 >= main, let first = resolved.first else { continue }
      let message =
        "callouts are printed by \(scheme.rawValue) and \(resolved.count) times by \(other.rawValue); only the former are read"
      return Diagnostic(.warning, "mixed-citation-scheme", message, span: passages[first.passage].flow.span(of: first.range))
    }
    return nil
  }
}

/// A finding that somebody has looked at and lets stand, with the reason.
public struct Waiver: Hashable, Sendable {
  /// Codes, beginnings of codes, or names.
  public var rules: [String]
  /// Words of the finding's marked text or of the sentence around it; nil for any.
  public var text: String?
  public var reason: String
  /// The last day on which it holds.
  public var until: CalendarDate?
  public var scope: Scope
  /// Where it is written.
  public var path: String
  /// From 1.
  public var line: Int

  public enum Scope: Hashable, Sendable {
    /// Files of the project: pattern from the folder of the configuration, nil for all.
    case files(String?)
    /// Lines of the document that holds the comment, from 1.
    case lines(ClosedRange<Int>)
  }

  public init(
    rules: [String], text: String?, reason: String, until: CalendarDate?, scope: Scope, path: String, line: Int
  ) {
    self.rules = rules
    self.text = text
    self.reason = reason
    self.until = until
    self.scope = scope
    self.path = path
    self.line = line
  }

  var suppression: Finding.Suppression {
    if case .lines = scope { return Finding.Suppression(kind: .inSource, reason: reason) }
    return Finding.Suppression(kind: .configuration, reason: reason)
  }

  /// Whether the waiver speaks of a rule.
  func means(_ rule: any Rule.Type) -> Bool { rules.contains { RuleSelection.matches($0, rule) } }

  func covers(_ finding: Finding, sentence: String?) -> Bool {
    guard let rule = RuleRegistry.rule(finding.code), means(type(of: rule)) else { return false }
    if case .lines(let lines) = scope, !lines.contains(finding.line) { return false }
    guard let text else { return true }
    return finding.snippet.contains(text) || sentence?.contains(text) ?? false
  }
}

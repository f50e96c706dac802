/// Which rules are run: those that are selected and not ignored, the closer name winning.
///
/// A name is a code (`N103`), the beginning of codes (`N1`), or a rule's name (`p-value-incoherent`). With `select: N103` and
/// `ignore: N` rule N103 is run; named equally closely, a rule is ignored. Nothing selected means every rule.
public struct RuleSelection: Hashable, Sendable {
  public var select: [String]
  public var ignore: [String]

  public init(select: [String] = [], ignore: [String] = []) {
    self.select = select
    self.ignore = ignore
  }

  /// Names that are no rule's, in order.
  public var unknown: [String] {
    (select + ignore).filter { name in !RuleRegistry.rules.contains { Self.closeness(of: name, to: type(of: $0)) != nil } }
  }

  public var rules: [any Rule] { RuleRegistry.rules.filter { includes(type(of: $0)) } }

  public func includes(_ rule: any Rule.Type) -> Bool {
    let chosen = select.isEmpty ? 0 : select.compactMap { Self.closeness(of: $0, to: rule) }.max()
    guard let chosen else { return false }
    guard let refused = ignore.compactMap({ Self.closeness(of: $0, to: rule) }).max() else { return true }
    return chosen > refused
  }

  /// Whether a name means a rule.
  static func matches(_ name: String, _ rule: any Rule.Type) -> Bool { closeness(of: name, to: rule) != nil }

  /// How many letters of the code a name fixes; nil where it does not mean the rule.
  private static func closeness(of name: String, to rule: any Rule.Type) -> Int? {
    let name = name.lowercased()
    if name == rule.name { return rule.code.utf8.count }
    return !name.isEmpty && rule.code.lowercased().hasPrefix(name) ? name.utf8.count : nil
  }
}

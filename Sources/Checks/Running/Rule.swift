import Literature

/// One thing that is checked: a code, a name, how grave it is, why, and the check itself.
///
/// A rule is a value without state, lives in one file with its explanation, has one test file of the same name, and is
/// listed in `RuleRegistry`.
public protocol Rule: Sendable {
  /// A letter for the family and three digits: `N103`.
  static var code: String { get }
  /// In kebab case: `p-value-incoherent`.
  static var name: String { get }
  /// The gravest that the rule reports; a finding may be milder.
  static var severity: Finding.Severity { get }
  static var explanation: Explanation { get }

  /// In document order. Must not trap on any `Extract`.
  func findings(in context: CheckContext) -> [Finding]
  /// Which cards of `Extract.results` the rule looked at; feeds the coverage.
  func reach(in context: CheckContext) -> RuleReach
}

extension Rule {
  public func reach(in context: CheckContext) -> RuleReach { RuleReach() }
}

/// The cards that a rule concerns, and those of them that it could judge.
public struct RuleReach: Hashable, Sendable {
  /// Indices into `Extract.results`.
  public var checkable: Set<Int>
  public var checked: Set<Int>
  public init(checkable: Set<Int> = [], checked: Set<Int> = []) {
    self.checkable = checkable
    self.checked = checked
  }

  public mutating func formUnion(_ other: RuleReach) {
    checkable.formUnion(other.checkable)
    checked.formUnion(other.checked)
  }
}

/// The page of `concord explain CODE`.
public struct Explanation: Hashable, Sendable {
  public struct Page: Hashable, Sendable {
    /// What the rule reports.
    public var what: String
    /// Why that matters and on what the rule rests.
    public var why: String
    /// An invented example with its arithmetic.
    public var example: String
    /// What to do about a finding.
    public var remedy: String
    /// When a finding is wrong, and what the rule leaves alone.
    public var limits: String

    public init(what: String, why: String, example: String, remedy: String, limits: String) {
      self.what = what
      self.why = why
      self.example = example
      self.remedy = remedy
      self.limits = limits
    }
  }

  public var english: Page
  public var chinese: Page

  public init(english: Page, chinese: Page) {
    self.english = english
    self.chinese = chinese
  }

  /// The page in a language; English where there is none.
  public func page(in language: Language) -> Page { language == .chinese ? chinese : english }

  /// The page as plain text under headings, as the command line prints it.
  public func text(in language: Language) -> String {
    let page = page(in: language)
    let headings =
      language == .chinese
      ? ["检查内容", "理由", "示例", "如何处理", "何时不成立"] : ["What", "Why", "Example", "What to do", "When it is wrong"]
    let bodies = [page.what, page.why, page.example, page.remedy, page.limits]
    return zip(headings, bodies).map { "\($0)\n  \($1)" }.joined(separator: "\n\n")
  }
}

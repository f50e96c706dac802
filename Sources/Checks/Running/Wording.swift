import Literature

/// A text of a finding in every language that findings are printed in, written beside each other in the rule's own file.
///
///     Wording("Reference \(label) is never cited.", zh: "参考文献 \(label) 从未被引用。")
///
/// There is no way to give one language alone, so the compiler asks for both; `same` is for formulas and names only.
public struct Wording: Hashable, Sendable {
  public var english: String
  public var chinese: String

  public init(_ english: String, zh chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// A formula or a name, which reads alike in every language.
  public static func same(_ text: String) -> Wording { Wording(text, zh: text) }

  /// "Reference 9." under the place of an entry.
  public static func reference(_ reference: Reference) -> Wording {
    Wording("Reference \(reference.label).", zh: "参考文献 \(reference.label)。")
  }

  /// In Chinese for Chinese, else in English.
  public func text(in language: Language) -> String { language == .chinese ? chinese : english }

  public static func + (left: Wording, right: Wording) -> Wording {
    Wording(left.english + right.english, zh: left.chinese + right.chinese)
  }
}

extension [Wording] {
  /// Lines of arithmetic, one below the other.
  func joined(separator: String) -> Wording {
    Wording(map(\.english).joined(separator: separator), zh: map(\.chinese).joined(separator: separator))
  }
}

/// A group of participants where a text names it: 替奈普酶组, "group E", "the drug", "placebo", "after step-down".
struct GroupMention: Hashable, Sendable {
  /// Ids of drugs, labels, letters, stems of words of arms, `control`.
  var names: Set<String>
  /// Bytes of the text.
  var range: Range<Int>

  /// Whether two sets of names are of one group: one may say more of it than the other.
  static func areOne(_ left: Set<String>, _ right: Set<String>) -> Bool { left.isSubset(of: right) || right.isSubset(of: left) }
}

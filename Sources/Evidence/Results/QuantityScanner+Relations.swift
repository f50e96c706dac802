import Literature
import TextAnalysis

/// Signs and words that say that a number is a bound or approximate.
extension QuantityScanner {
  func relation(before index: Int) -> (PrintedNumber.Relation, first: Int) {
    for length in [1, 2] where index >= length {
      if let (sign, end) = reader.relation(at: index - length), end == index { return (sign, index - length) }
    }
    if text.isSymbol(index - 1, "~"), text.kind(index - 2) != .number { return (.about, index - 1) }
    if let relation = QuantityWords.relation(of: text.code(index - 1)) { return (relation, index - 1) }
    guard text.kind(index - 1) == .word || text.kind(index - 1) == .han else { return (.equal, index) }
    let word = text.word(index - 1)
    if word == "least", text.word(index - 2) == "at" { return (.greaterOrEqual, index - 2) }
    if word == "most", text.word(index - 2) == "at" { return (.lessOrEqual, index - 2) }
    if word == "than" { return thanRelation(before: index - 1) }
    return (chineseRelation(text.han(index - 1)), index)
  }

  func thanRelation(before index: Int) -> (PrintedNumber.Relation, first: Int) {
    switch text.word(index - 1) {
    case "more", "greater", "longer", "higher": (.greater, index - 1)
    case "less", "fewer", "shorter", "lower": (.less, index - 1)
    default: (.equal, index + 1)
    }
  }

  func chineseRelation(_ run: String) -> PrintedNumber.Relation {
    guard !run.isEmpty else { return .equal }
    let best = QuantityWords.chineseBefore.filter { run.hasSuffix($0.suffix) }.max { $0.suffix.utf8.count < $1.suffix.utf8.count }
    guard let best else { return .equal }
    let relations: [PrintedNumber.Relation] = [.about, .less, .greater, .greaterOrEqual, .lessOrEqual]
    return relations[best.relation]
  }

  /// `21 个月左右`, `20 个月以上`.
  func takeRelationAfter(_ quantity: inout Quantity) {
    guard quantity.value.relation == .equal else { return }
    if text.utf8[quantity.bytes.upperBound...].prefix(2).contains(where: { $0 >= 0x80 }) {
      let after = String(decoding: text.utf8[quantity.bytes.upperBound...].prefix(8), as: UTF8.self)
      let words = after.drop { $0 == " " }
      if words.hasPrefix("左右") { quantity.value.relation = .about }
      if words.hasPrefix("以上") { quantity.value.relation = .greater }
    }
    if text.hasPhrase(Self.orMore, at: quantity.tokens.upperBound) != nil { quantity.value.relation = .greaterOrEqual }
    let isAtMost = ["fewer", "less"].contains(text.word(quantity.tokens.upperBound + 1))
    if isAtMost, text.word(quantity.tokens.upperBound) == "or" { quantity.value.relation = .lessOrEqual }
  }
}

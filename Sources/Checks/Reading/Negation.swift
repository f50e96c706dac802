import TextAnalysis

/// Words that deny what a clause says.
enum Negation {
  private static let words = PhraseSet(
    ["no", "not", "nor", "neither", "without", "none", "never", "cannot", "lack", "lacking", "fail", "failed", "fails"],
    ["未", "没有", "不", "缺乏", "尚缺"])
  /// "无" begins the names of endpoints and groups as well: 无复发生存, 无进展, 无病.
  private static let names: [StaticString] = [
    "复发", "进展", "事件", "病", "疾病", "转移", "远处", "局部", "失败", "侵袭", "浸润", "生化", "治疗失败", "症状", "血管",
  ]

  /// O(tokens of the range).
  static func occurs(in text: LexedText, _ tokens: Range<Int>) -> Bool {
    words.occurs(in: text, tokens) || tokens.contains { saysNone(text, $0) }
  }

  private static func saysNone(_ text: LexedText, _ index: Int) -> Bool {
    guard text.tokens[index].kind == .han else { return false }
    let (token, none) = (text.tokens[index], Array("无".utf8))
    var start = token.start
    while start + none.count <= token.end {
      if text.utf8[start..<start + none.count].elementsEqual(none), !beginsName(text, start + none.count, token.end) {
        return true
      }
      start += 1
    }
    return false
  }

  private static func beginsName(_ text: LexedText, _ start: Int, _ end: Int) -> Bool {
    names.contains { name in
      name.withUTF8Buffer { start + $0.count <= end && text.utf8[start..<start + $0.count].elementsEqual($0) }
    }
  }
}

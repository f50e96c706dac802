import TextAnalysis

/// Words that deny what a clause says.
enum Negation {
  private static let words = PhraseSet(
    ["no", "not", "nor", "neither", "without", "none", "never", "cannot", "lack", "lacking", "fail", "failed", "fails"],
    ["未", "没有", "缺乏", "尚缺"])
  /// "不" is part of other words as well: 不良, 不同, 不足, 不过.
  private static let others: [StaticString] = ["良", "同", "足", "过", "仅", "但", "断", "久", "等", "全", "稳定", "可切除"]
  /// "无" begins the names of endpoints and groups as well: 无复发生存, 无进展, 无病.
  private static let names: [StaticString] = [
    "复发", "进展", "事件", "肝转移", "脑转移", "反应率", "先兆", "加重", "病", "疾病", "转移", "远处", "局部", "失败", "侵袭", "浸润", "生化", "治疗失败", "症状", "血管",
  ]

  /// O(tokens of the range).
  static func occurs(in text: LexedText, _ tokens: Range<Int>) -> Bool {
    words.occurs(in: text, tokens)
      || tokens.contains { holds("无", text, $0, unless: names) || holds("不", text, $0, unless: others) }
  }

  /// Whether a Han token has a character that begins none of some words.
  private static func holds(_ character: String, _ text: LexedText, _ index: Int, unless words: [StaticString]) -> Bool {
    guard text.tokens[index].kind == .han else { return false }
    let (token, sign) = (text.tokens[index], Array(character.utf8))
    var start = token.start
    while start + sign.count <= token.end {
      if text.utf8[start..<start + sign.count].elementsEqual(sign), !begins(words, text, start + sign.count, token.end) {
        return true
      }
      start += 1
    }
    return false
  }

  private static func begins(_ words: [StaticString], _ text: LexedText, _ start: Int, _ end: Int) -> Bool {
    words.contains { name in
      name.withUTF8Buffer { start + $0.count <= end && text.utf8[start..<start + $0.count].elementsEqual($0) }
    }
  }
}

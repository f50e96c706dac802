import Literature
import TextAnalysis

/// Percentages that are the strength of a solution or an ointment: "7% saline", 0.9%氯化钠.
enum Solutions {
  private static let english: Words = [
    "saline", "glucose", "dextrose", "solution", "solutions", "cream", "gel", "ointment", "lotion", "chlorhexidine", "povidone",
    "ethanol",
    "alcohol", "oxygen", "albumin", "sodium", "formalin", "mannitol", "lidocaine", "bupivacaine", "ropivacaine",
    "levobupivacaine", "hypertonic",
  ]
  private static let chinese = [
    "氯化钠", "葡萄糖", "溶液", "生理盐水", "高渗", "乙醇", "酒精", "甘露醇", "白蛋白", "利多卡因", "布比卡因", "罗哌卡因", "碘伏", "乳膏", "软膏", "凝胶",
  ]

  static func isStrength(_ quantity: Quantity, _ text: ResultText) -> Bool {
    let next = quantity.tokens.upperBound
    if text.kind(next) == .han { return chinese.contains { text.han(next).hasPrefix($0) } }
    return text.kind(next) == .word && english.contains(text.word(next))
  }
}

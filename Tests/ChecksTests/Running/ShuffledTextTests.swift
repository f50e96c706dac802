import Checks
import Extraction
import Literature
import Testing

/// Sentences that nobody would write, put together by chance from what articles are made of: whatever stands beside whatever, a document is
/// read and checked to its end. (A range that is turned round ends the process, so that one such sentence is a failure of the whole run.)
struct ShuffledTextTests {
  private static let figures = [
    "5.3", "12", "0.71", "45%", "45.2%", "12.5 months", "30 patients", "24/120", "24 of 120", "(20%)", "(95% CI 5.0 to 5.7)",
    "[5.0–5.7]",
    "(95% CI 5.0 to 5.7; n = 30 patients)", "(SD 4.1)", "± 2.1", "P = 0.03", "P < .001", "HR 0.71 (95% CI 0.52–0.97; P = 0.03)",
    "NR",
    "not reached", "n = 30", "(5.0, 5.7; 12 months)", "−2.3", "1,234", "one in eight", "two thirds", "twice", "kPa", "mg",
    "(IQR 3–9)",
    "t(28) = 2.10", "χ2 = 4.5", "(12 kg)", "12–18", "months", "%", "30例", "(20.0%)", "5.3(95%CI 5.0～5.7)", "12.5个月", "±2.1",
    "三分之一",
    "P<0.05", "HR=0.71(95%CI 0.52～0.97，P=0.03)", "未达到", "45.2％", "[1]", "[2,3]", "[4–6]", "(Roe 2019)", "（王某等，2020）",
    "NCT01234567", "PALE-2", "PALE-", "PALE-3Y", "松林-06", "-", "10.5555/", "Table 1",
  ]
  private static let words = [
    "median overall survival", "mortality", "the response rate", "in the oak group", "with placebo", "versus", "vs", "and", "or",
    ",", ";",
    "(", ")", "[", "]", "was", "fell from", "rose from", "to", "by", "respectively", "compared with", "than", "lower", "higher",
    "no significant difference", "significantly", "not", "of", "at 12 months", "non-inferior", "margin of", "trial", "patients",
    "of whom",
    "remaining", "excluded", "randomised", "men", "women", "neither", "all trials", "more than", "fewer than", "at least",
    "中位总生存期",
    "试验组", "对照组", "分别为", "和", "与", "，", "；", "、", "（", "）", "为", "从", "到", "降至", "高于", "低于", "差异无统计学意义", "例", "共", "其中", "余",
    "合计", "随机", "两组", "均", "未", "超过", "不足", "非劣效", "界值", "死亡", "有效率", "百分点", "倍", "Abstract", "Methods.", "=", "<", "–", "/",
    "\t", "\n",
    "\nTable 1. Outcomes\nItem\tA (n=30)\tB (n=30)\nAge\t", "|",
  ]

  /// A generator of numbers that is the same everywhere.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      // SplitMix64 (Steele, Lea, Flood 2014).
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z >> 31
    }
  }

  private static func sentence(_ dice: inout Dice) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 4...28, using: &dice) {
      let isFigure = Int.random(in: 0..<10, using: &dice) < 4
      if Int.random(in: 0..<5, using: &dice) > 0 { text += " " }
      text += (isFigure ? figures : words).randomElement(using: &dice) ?? ""
    }
    return text + (Bool.random(using: &dice) ? "." : "。")
  }

  @Test(arguments: 1...8)
  func isReadAndCheckedToItsEnd(_ seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    var text = "A study\n\nAbstract\n"
    for _ in 0..<20 {
      for _ in 0..<Int.random(in: 1...5, using: &dice) { text += Self.sentence(&dice) + " " }
      text += "\n"
    }
    text += "\nReferences\n1. Roe A. A trial. Ann Ex. 2019;12:1-9. doi:10.5555/a.1\n2. Poe B. Another. Ann Ex. 2020;13:1-9.\n"
    let extract = try Extractor.extract(bytes: Array(text.utf8), path: "shuffled.txt")
    #expect(extract.passages.count > 20)
    let report = Checker.check(extract: extract)
    #expect(report.findings.allSatisfy { !$0.span.isEmpty && $0.span.end <= text.utf8.count })
  }
}

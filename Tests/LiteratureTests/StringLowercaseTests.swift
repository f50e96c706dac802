import Literature
import Testing

struct StringLowercaseTests {
  @Test(arguments: [
    "", "OS was 12.5 Months", "无进展生存期（PFS）HR＝0.61，P<0.001", "ÀÉÎÕÜ×Þß÷ÿ", "95 % CI 1.2–3.4; x̄ ± SD ≥ 5 µg/L", "ΑΣ ΟΔΟΣ", "Ⅱ期, ⅠB",
    "ＨＲ０．６１（ＣＩ）", "İstanbul KELVIN K Ω", "ШЕСТЬ", "ǅ Ǆ", "한국 TRIAL", "👍🏽 A\u{0301}B", "ＺＡ［＠", "Ꭰ ꭰ",
  ])
  func isThatOfTheStandardLibrary(_ text: String) {
    #expect(text.lowercased() == Substring(text).lowercased())
    #expect(Array(text.lowercased().utf8) == Array(Substring(text).lowercased().utf8))
    #expect(Array(text.utf8).withUnsafeBufferPointer { String.lowercased(utf8: $0) } == Substring(text).lowercased())
  }

  @Test func everyScalarOfTheBasicPlane() throws {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "A" + String(scalar) + "B"
      if text.lowercased() != Substring(text).lowercased() { Issue.record("U+\(String(value, radix: 16))") }
    }
  }
}

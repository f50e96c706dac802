import Literature
import Testing

@testable import TextAnalysis

/// Where a plain blank parts thousands, and where it parts two numbers.
struct BlankThousandsTests {
  private func numbers(_ text: String) -> [String] {
    let lexed = LexedText(text)
    return lexed.tokens.indices.filter { lexed.tokens[$0].kind == .number }.map { lexed.string($0) }
  }

  @Test(arguments: [
    ("We enrolled 3 976 patients.", ["3 976"]), ("共纳入12 450例", ["12 450"]), ("a cohort (n = 1 234 567)", ["1 234 567"]),
    ("costs of 12 450.50 euros", ["12 450.50"]), ("12\u{A0}450 women", ["12\u{A0}450"]),
    ("10 000–99 999 copies", ["10 000", "99 999"]),
    ("1 204/3 976 (30 %)", ["1 204", "3 976", "30"]), ("the registry (3 976) and", ["3 976"]), ("−3 976 kJ", ["3 976"]),
    ("100 000 IU, or 12 000 IU/day", ["100 000", "12 000"]), ("（2 516±287）", ["2 516", "287"]),
  ])
  func partsThousands(text: String, expected: [String]) {
    #expect(numbers(text) == expected)
    #expect(numbers(text).allSatisfy { PrintedNumber($0) != nil })
  }

  @Test(arguments: [
    ("Table 3 976 patients", ["3", "976"]), ("in 2019 976 patients", ["2019", "976"]), ("at week 12 450 mL", ["12", "450"]),
    ("GLP-1 124 pmol/L", ["1", "124"]), ("median 150 (90 210)", ["150", "90", "210"]), ("F(2 229) = 24.8", ["2", "229", "24.8"]),
    ("tel. 905 521 2100", ["905", "521", "2100"]), ("FEV 1 120 mL", ["1", "120"]), ("refs [99 100]", ["99", "100"]),
    ("a dilution of 1:1 000", ["1", "1", "000"]), ("Cancer 45 123–130", ["45", "123", "130"]),
    ("0 100 200", ["0", "100", "200"]),
    ("on March 12 345 people", ["12", "345"]), ("表3 976例", ["3", "976"]), ("12  450", ["12", "450"]), ("3 97", ["3", "97"]),
    ("groups 1 300 and", ["1", "300"]), ("3.5 976", ["3.5", "976"]),
  ])
  func leavesNeighboursApart(text: String, expected: [String]) {
    #expect(numbers(text) == expected)
  }

  @Test func valuesAreWhole() {
    #expect(PrintedNumber("3 976")?.value == 3976)
    #expect(PrintedNumber("12 450.5")?.value == 12450.5)
    #expect(PrintedNumber("12 34") == nil)
    #expect(PrintedNumber("1 950")?.partsThousands == true)
    #expect(PrintedNumber("1950")?.partsThousands == false)
  }
}

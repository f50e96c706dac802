import Literature
import Testing

@testable import Checks

struct UnlikeDigitsTests {
  private func difference(_ left: String, _ right: String) -> PrintedDifference? {
    guard let left = PrintedNumber(left), let right = PrintedNumber(right) else { return nil }
    return PrintedDifference(left, right)
  }

  @Test(arguments: [
    ("0.47", "0.74", PrintedDifference.transposed), ("3.12", "31.2", .decimalSlipped), ("0.047", "0.47", .decimalSlipped),
    ("0.47", "0.46", .oneDigit), ("412", "421", .transposed), ("412", "312", .oneDigit), ("412", "4120", .decimalSlipped),
    ("412", "41", .other), ("412", "153", .other), ("5", "5", .other), ("0.05", "5", .decimalSlipped),
    ("1,204", "1,240", .transposed),
  ])
  func tellsInWhatWayTwoFiguresDiffer(left: String, right: String, expected: PrintedDifference) {
    #expect(difference(left, right) == expected)
    #expect(difference(right, left) == expected)
  }

  @Test func countsPlacesWithTwoDigits() {
    #expect(UnlikeDigits("0012.5", "12.5").isEmpty)
    #expect(UnlikeDigits("12.5", "13.7").count == 2)
    #expect(!UnlikeDigits("12.5", "13.7").areExchanged)
    #expect(!UnlikeDigits("125", "1250").areOfOneLength)
  }

  @Test func figuresAreOrderedAsTheirTextIs() {
    let keys = [("125", 1), ("125", 0), ("12", 0), ("1250", 2), ("7", 0), ("05", 2), ("005", 3)].map { digits, decimals in
      PlacedFigure.Key(digits: Array(digits.utf8), decimals: decimals)
    }
    for one in keys {
      for other in keys { #expect(one.precedes(other) == (one.text < other.text), "\(one.text) and \(other.text)") }
    }
  }
}

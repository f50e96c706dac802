import Literature
import Statistics
import Testing

func printed(_ text: String, _ relation: PrintedNumber.Relation = .equal) -> PrintedNumber {
  PrintedNumber(text, relation: relation) ?? PrintedNumber(printed: text, value: .nan, decimals: 0)
}

struct RoundingIntervalTests {
  @Test func keepsTheDigitsThatWerePrinted() {
    let two = RoundingInterval(printed("0.90"))
    #expect(abs(two.low - 0.895) < 1e-15 && abs(two.high - 0.905) < 1e-15)
    let one = RoundingInterval(printed("0.9"))
    #expect(abs(one.low - 0.85) < 1e-15 && abs(one.high - 0.95) < 1e-15)
    let whole = RoundingInterval(printed("1,114"))
    #expect(whole.low == 1113.5 && whole.high == 1114.5)
  }

  @Test func readsBoundsAsOneSided() {
    #expect(RoundingInterval(printed("0.001", .less)) == RoundingInterval(-.infinity, 0.001))
    #expect(RoundingInterval(printed("0.05", .greaterOrEqual)) == RoundingInterval(0.05, .infinity))
  }

  @Test func edgesBelongToBothNeighbours() {
    #expect(RoundingInterval(printed("0.72")).overlaps(RoundingInterval(printed("0.719"))))
    #expect(RoundingInterval(printed("0.53")).overlaps(RoundingInterval(printed("0.534"))))
    #expect(RoundingInterval(printed("0.53")).overlaps(RoundingInterval(printed("0.535"))))
    #expect(!RoundingInterval(printed("0.53")).overlaps(RoundingInterval(printed("0.537"))))
    #expect(RoundingInterval(printed("0.3")).contains(0.1 + 0.25))
  }

  @Test func numbersThatShareOnlyAnEdgeDoNotAgree() {
    func agree(_ left: String, _ right: String) -> Bool {
      RoundingInterval(printed(left)).agrees(with: RoundingInterval(printed(right)))
    }
    #expect(agree("0.53", "0.534") && agree("0.72", "0.719") && agree("0.53", "0.535") && agree("0.54", "0.535"))
    #expect(!agree("0.53", "0.54") && !agree("0.86", "0.87") && !agree("41", "42"))
    #expect(RoundingInterval(printed("0.001", .less)).agrees(with: RoundingInterval(printed("0.0004"))))
    #expect(!RoundingInterval(printed("0.001", .less)).agrees(with: RoundingInterval(printed("0.02"))))
  }

  @Test func quotientsEncloseEveryCorner() {
    let quotient = RoundingInterval(-2, 3).divided(by: RoundingInterval(0.5, 4))
    #expect(quotient == RoundingInterval(-4, 6))
    #expect(RoundingInterval(1, 2).divided(by: RoundingInterval(0, 4)) == nil)
  }

  @Test func differencesAndMagnitudesEnclose() {
    #expect(RoundingInterval(1, 2) - RoundingInterval(0, 5) == RoundingInterval(-4, 2))
    #expect(RoundingInterval(-3, 2).magnitude == RoundingInterval(0, 3))
    #expect(RoundingInterval(-3, -2).magnitude == RoundingInterval(2, 3))
  }

  @Test func gapsAreDistances() {
    #expect(RoundingInterval(1, 2).gap(to: RoundingInterval(5, 6)) == 3)
    #expect(RoundingInterval(5, 6).gap(to: RoundingInterval(1, 2)) == 3)
    #expect(RoundingInterval(1, 5).gap(to: RoundingInterval(4, 9)) == 0)
  }
}

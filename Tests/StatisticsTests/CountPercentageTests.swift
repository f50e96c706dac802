import Literature
import Statistics
import Testing

struct CountPercentageTests {
  private func agrees(_ count: Int, _ total: Int, _ percent: String) throws -> Bool {
    try #require(CountPercentage(count: count, total: total, percent: printed(percent))).agrees
  }

  @Test func acceptsCorrectRounding() throws {
    #expect(try agrees(24, 120, "20.0"))
    #expect(try agrees(1, 3, "33"))
    #expect(try agrees(2, 3, "66.7"))
    #expect(try agrees(1, 8, "12.5"))
    #expect(try agrees(1, 8, "13"))
    #expect(try agrees(1, 8, "12"))
    #expect(try agrees(0, 40, "0"))
  }

  @Test func acceptsCutDigits() throws {
    #expect(try agrees(2, 3, "66.6"))
    #expect(try agrees(2, 3, "66"))
  }

  @Test func refusesWhatNoRoundingExplains() throws {
    #expect(try !agrees(24, 120, "21.0"))
    #expect(try !agrees(2, 3, "66.8"))
    #expect(try !agrees(35, 120, "25"))
  }

  @Test func namesTheCountsThatWouldFit() throws {
    let wrong = try #require(CountPercentage(count: 35, total: 120, percent: printed("25.0")))
    #expect(wrong.countsThatFit == 30...30)
    let none = try #require(CountPercentage(count: 1, total: 7, percent: printed("15.0")))
    #expect(none.countsThatFit == nil)
  }

  @Test func refusesCountsThatAreNoPart() {
    #expect(CountPercentage(count: 5, total: 4, percent: printed("80")) == nil)
    #expect(CountPercentage(count: 0, total: 0, percent: printed("0")) == nil)
    #expect(CountPercentage(count: -1, total: 3, percent: printed("0")) == nil)
  }
}

import Checks
import Testing

/// Shares of nothing that the document prints, in documents that are read whole.
struct UnexplainedShareTests {
  private func count(_ text: String, chinese: Bool = false) throws -> Int {
    try findings(PercentAgainstCounts(), in: review(text, chinese: chinese)).count
  }

  @Test func whatAListMakesIsWhatItsPartsAreOf() throws {
    func list(_ percent: String) -> String {
      "We followed 2,480 people. The ulcer was small in 1,612 (65.0%), middling in 744 (\(percent)) and large in 124 (5.0%)."
    }
    #expect(try count(list("30.0%")) == 0)
    #expect(try count(list("30.7%")) == 1)
    #expect(try count("共纳入164例。男98例，女66例（40.2%）。对照组80例，夹板组84例。", chinese: true) == 0)
    #expect(try count("共纳入164例。男98例，女66例（42.2%）。对照组80例，夹板组84例。", chinese: true) == 1)
  }

  @Test func theGroupThatGoesWithTheNeighbours() throws {
    func text(_ percent: String) -> String {
      "The tape group had 1,026 people and the splint group 1,012, 2,038 in all. A rash was seen in 112 people on tape (10.9%) and in 221 of "
        + "those on splints (\(percent))."
    }
    #expect(try count(text("21.8%")) == 0)
    #expect(try count(text("22.8%")) == 1)
  }

  @Test func allOfTheSentenceBefore() throws {
    func text(_ percent: String) -> String {
      "A trial of 412 adults is older. The register has 386 patients in 21 clinics. Remission was recorded in 143 (\(percent)) at a year."
    }
    #expect(try count(text("37.0%")) == 0)
    #expect(try count(text("30.7%")) == 1)
  }

  @Test func ofThoseWithoutItTheNumberStandsNowhere() throws {
    #expect(
      try count(
        "共纳入128例，A组64例，B组64例。吸烟者A组24例（37.5%），B组29例（45.3%）。不吸烟者中分别为9例（22.5%）和3例（8.6%）复发。", chinese: true) == 0)
  }

  @Test func ofTheseGoesBackToTheLastCount() throws {
    func text(_ percent: String) -> String {
      "Casting began early in 538 people (59.0%). Stiffness followed in 121 of these (\(percent)) and in others too."
    }
    #expect(try count(text("22.5%")) == 0)
    #expect(try count(text("24.5%")) == 1)
  }

  @Test func aFractionSaysElsewhereWhatTheCountIsOf() throws {
    func text(_ percent: String) -> String {
      "Grip was regained by 212 (\(percent)) of the late group. At the end 212 of 600 could hold a cup."
    }
    #expect(try count(text("35.3%")) == 0)
    #expect(try count(text("38.5%")) == 1)
  }

  @Test func aShareOfAGroupWithoutANameIsLeftAlone() throws {
    #expect(
      try count("We asked 139 people. For 33 (23.7%) on tape, and for 27 (19.0%) on splints, no answer was to be had.") == 0)
    #expect(try count("We asked 139 people. Of the carpenters, 31 (41.3%) had had a splint before.") == 0)
  }

  /// A number of the same sentence makes it with two digits exchanged.
  @Test func aShareOfANumberBeforeIt() throws {
    #expect(
      try count("When a guild measured 1,358 carpenters every year for five years, 443 (23.6%) had a weak grip.") == 1)
    #expect(
      try count("When a guild measured 1,358 carpenters every year for five years, 443 (32.6%) had a weak grip.") == 0)
    #expect(try count("Of 540 people asked, 203 were left out. The other 337 (64.2% of those asked) came.") == 1)
    #expect(try count("Of 540 people asked, 203 were left out. The other 337 (62.4% of those asked) came.") == 0)
  }
}

/// Two percentages that go back to two counts.
struct RespectiveSharesTests {
  private func count(_ text: String, chinese: Bool = false) throws -> Int {
    try findings(PercentAgainstCounts(), in: review(text, chinese: chinese)).count
  }

  @Test func eachGoesBackToItsOwnCount() throws {
    func text(_ shares: String) -> String {
      "Grip returned in 84 of 201 with tape and in 56 of the 201 with splints, that is in \(shares) per cent."
    }
    #expect(try count(text("41.8 and 27.9")) == 0)
    #expect(try count(text("48.1 and 27.9")) == 1)
    #expect(try count(text("41.8 and 29.7")) == 1)
  }

  @Test func soTheyDoInChinese() throws {
    func text(_ shares: String) -> String { "随访木工4 200例、园丁8 400例，十年间腕伤分别为294例与336例，占\(shares)。" }
    #expect(try count(text("7.0%与4.0%"), chinese: true) == 0)
    #expect(try count(text("7.0%与5.0%"), chinese: true) == 1)
    #expect(try count(text("12.0%与15.0%"), chinese: true) == 0)
  }
}

import Checks
import Testing

/// C306 and C301 on callouts by name and year that lead nowhere.
struct NearMissTests {
  private static let list = """
    References
    Alder B, Birch C. 2013. Wells and fevers: a survey. Village Health 8:12–21.
    Cedar V. 2016. Deep wells in dry years. Village Health 11:100–108.
    Dogwood S, Elm T, Fir G. 2018. Fevers after floods over 12 months. Water Trials 4:1–10.
    Gorse T, Hazel G. 2021. One year of filters in schools. Water Trials 7:55–64.
    """

  private func text(_ sentence: String) -> String {
    "Wells and fevers\n\nWells are old (Alder & Birch, 2013). Depth matters (Cedar, 2016). \(sentence) "
      + "Filters help (Gorse & Hazel, 2021).\n\n\(Self.list)\n"
  }

  @Test func namesTheEntryOfAnotherYear() throws {
    let found = try findings(CalledYear(), in: text("Floods matter more (Dogwood et al., 2015)."))
    #expect(found.count == 1 && found[0].message.contains("Dogwood, 2018"))
  }

  @Test func namesTheUncitedEntryOfThatYear() throws {
    let found = try findings(CalledYear(), in: text("Floods matter more (Juniper et al., 2018)."))
    #expect(found.count == 1 && found[0].message.contains("reference 3"))
  }

  @Test func namesAnEntryByOtherAuthors() throws {
    #expect(
      try findings(CalledYear(), in: text("Floods matter (Dogwood et al., 2018), as wells do (Alder & Juniper, 2013).")).count
        == 1)
  }

  @Test func acceptsWhatIsThereAndWhatIsNoWork() throws {
    #expect(try findings(CalledYear(), in: text("Floods matter more (Dogwood et al., 2018).")).isEmpty)
    for sentence in [
      "Levels were read with a pocket device (Omega, 2017).", "The term was agreed on at a meeting (Vienna, 2014).",
      "Maps were drawn with free software (Juniper, 2020).",
    ] {
      let text = text("Floods matter more (Dogwood et al., 2018). \(sentence)")
      #expect(try findings(CalledYear(), in: text).isEmpty, "\(sentence)")
      #expect(try findings(DanglingCallout(), in: text).isEmpty, "\(sentence)")
    }
  }

  @Test func wordsThatOpenASentenceAndCountriesAreNoAuthors() throws {
    func count(_ words: String) throws -> Int {
      let text =
        "Nurses on the telephone\n\nIntroduction\n\n\(words) [1].\n\nReferences\n1. Swedin AK, Howell B. Calls at night. Nurs Trials. 2018;3:1-9.\n"
      return try findings(CalledYear(), in: text).count
    }
    #expect(try count("Telephone nurses in Sweden take six calls an hour") == 0)
    #expect(try count("However, nurses take six calls an hour") == 0)
  }
}

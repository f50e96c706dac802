import Checks
import Testing

struct TrialNumberVariantTests {
  private func snippets(_ more: String) throws -> [String] {
    let text =
      "In ALDER-301 (NCT99990301), 812 patients were randomised to lenvatinib or placebo [1]. Median RFS was 30.1 months with lenvatinib "
      + "and 29.4 months with placebo in ALDER-301 [1]. BIRCH-204 (NCT99990204) tested nivolumab [2]. CEDAR-12 was smaller [3]. \(more)"
    return try findings(TrialNumberVariant(), in: review(text, references: Entries.all)).map(\.snippet)
  }

  @Test func flagsExchangedDigits() throws {
    #expect(try snippets("The control arm of ALDER-310 did well.") == ["ALDER-310"])
  }

  @Test func aWrongDigitNeedsTheTrialsOwnReference() throws {
    #expect(try snippets("The control arm of ALDER-302 did well [1].") == ["ALDER-302"])
    #expect(try snippets("The control arm of ALDER-302 did well.").isEmpty)
  }

  @Test func aNameThatAReferenceBearsOutIsAnotherTrial() throws {
    #expect(try snippets("The name is ALDER-301 throughout.").isEmpty)
    let text =
      "ALDER-301 was large [1]. ALDER-301 was long [1]. ALDER-310 was small [2]. BIRCH-204 was open [3]."
    let sister =
      "Alder, A. and Erle, B. (2021) Lenvatinib in Old Age (ALDER-310): A Randomised Phase 3 Trial. Journal of Invented Results, 4, 11-20. https://doi.org/10.5555/invented.alder.2021"
    #expect(
      try findings(TrialNumberVariant(), in: review(text, references: [Entries.alder, sister, Entries.birch])).isEmpty)
  }

  @Test func aNameThatItsReferenceHasWithTheDigitsExchanged() throws {
    let entries = [Entries.birch, Entries.cedar, Entries.alder]
    #expect(
      try findings(
        TrialNumberVariant(),
        in: review(
          "The BIRCH-240 trial compared nivolumab with placebo in 300 patients [1]. CEDAR-12 was smaller [2]. ALDER-301 was long [3].",
          references: entries)
      ).map(\.snippet) == ["BIRCH-240"])
  }

  /// A number of the series that stands once, beside the callout of another's work or in a text that keeps to another.
  @Test func aNumberThatTheCitedWorkDoesNotHave() throws {
    let next =
      "Cedar, E. and Tanne, L. (2023) Axitinib in Outpatients: Protocol of CEDAR-14. Journal of Invented Results, 6, 11-20. https://doi.org/10.5555/invented.cedar.2023"
    func found(_ more: String) throws -> [String] {
      let text = "ALDER-301 was large [1]. BIRCH-204 was open [2]. CEDAR-12 was smaller [3]. CEDAR-14 will measure costs [4]. "
      return try findings(TrialNumberVariant(), in: review(text + more, references: Entries.all + [next])).map(\.snippet)
    }
    #expect(try found("CEDAR-38, the successor in outpatients, was registered in 2023 [4].") == ["CEDAR-38"])
    #expect(try found("CEDAR-38, in outpatients, has begun [2].").isEmpty)
    #expect(try found("CEDAR-14, the successor in outpatients, was registered in 2023 [4].").isEmpty)
  }

  @Test func aDigitMoreInATextThatKeepsToOneNumber() throws {
    func found(_ sentence: String) throws -> [String] {
      let text =
        "CEDAR-12 was small [3]. CEDAR-12 was short. CEDAR-12 was open. CEDAR-12 was cheap. ALDER-301 [1] and BIRCH-204 [2]. "
      return try findings(TrialNumberVariant(), in: review(text + sentence, references: Entries.all)).map(\.snippet)
    }
    #expect(try found("The control arm of CEDAR-2 did well.") == ["CEDAR-2"])
    #expect(try found("Its sister trial CEDAR-2 is recruiting.").isEmpty)
  }

  @Test func theNumberOfAProtocolWithDigitsExchanged() throws {
    let body = "The protocol is GL-TX-47. Its substudy is GL-TX-47-PK. All sites kept to GL-TX-74, which had been approved."
    #expect(try findings(TrialNumberVariant(), in: review(body, references: Entries.all)).map(\.snippet) == ["GL-TX-74"])
    let other = "The protocol is GL-TX-47. Its substudy is GL-TX-47-PK. A sister protocol is GL-TX-48."
    #expect(try findings(TrialNumberVariant(), in: review(other, references: Entries.all)).isEmpty)
  }
}

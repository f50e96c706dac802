import Checks
import Extraction
import Testing

/// S501, S503 to S505 by the text of the source.
struct SourceMismatchTests {
  private static let work = """
    Lenvatinib after resection of gland tumours: the LARCHES randomised trial

    Alder A, Erle B

    Inv Results 2019;2:101-110. doi:10.5555/ir.2019.101

    Results
    In all, 864 patients were randomised. Diarrhoea was reported by 10.2% of patients on lenvatinib and by 3.2% on placebo.
    The rate ratio for recurrence was 0.77 (95% CI 0.66 to 0.90). In women the rate ratio for recurrence was 0.69 (95% CI 0.56 to 0.85).
    """
  private static let entry =
    "Alder A, Erle B. Lenvatinib after resection of gland tumours: the LARCHES randomised trial. Inv Results 2019;2:101-110. doi:10.5555/ir.2019.101"

  private func codes(_ sentence: String) throws -> [String] {
    let source = try Extractor.extract(bytes: Array(Self.work.utf8), path: "larches.txt")
    let text = review(sentence, references: [Self.entry])
    let extract = try Extractor.extract(bytes: Array(text.utf8), path: "review.txt")
    return Checker.check(extract: extract, sources: ExtractedSources([source])).findings.map(\.code).filter { $0.hasPrefix("S") }
  }

  @Test func flagsFiguresThatAreNowhere() throws {
    #expect(try codes("Diarrhoea was reported by 12.0% of patients on lenvatinib [1].") == ["S501"])
    #expect(try codes("LARCHES randomised 846 patients in all.") == ["S501"])
  }

  @Test func flagsExchangedArms() throws {
    #expect(try codes("Diarrhoea was reported by 3.2% of patients on lenvatinib and by 10.2% on placebo [1].") == ["S503"])
  }

  @Test func readsOnBehindTheSentenceThatCites() throws {
    let opening = "LARCHES was a trial of lenvatinib after resection [1]. In all, 864 patients took part."
    #expect(try codes("\(opening) Diarrhoea was reported by 10.2% of patients on lenvatinib and by 3.2% on placebo.").isEmpty)
    #expect(try codes("\(opening) Diarrhoea was reported by 12.0% of patients on lenvatinib.") == ["S501"])
    #expect(try codes("\(opening) Diarrhoea was reported by 3.2% of patients on lenvatinib and by 10.2% on placebo.") == ["S503"])
  }

  @Test func readsTheSentencesBeforeTheOneThatCites() throws {
    #expect(
      try codes(
        "Diarrhoea was reported by 12.0% of patients on lenvatinib. The rate ratio for recurrence was 0.77 (95% CI 0.66 to 0.90) [1]."
      ) == ["S501"])
  }

  @Test func leavesSentencesOnOtherStudiesAlone() throws {
    let opening = "LARCHES was a trial of lenvatinib after resection [1]. In all, 864 patients took part."
    for sentence in [
      "In another trial diarrhoea was reported by 12.0% of patients on lenvatinib.",
      "A cohort study had diarrhoea in 12.0% of patients on lenvatinib.",
      "In a pooled analysis diarrhoea was reported by 12.0% of patients on lenvatinib.",
      "In POPLARS diarrhoea was reported by 12.0% of patients on lenvatinib.",
    ] {
      #expect(try codes("\(opening) \(sentence)").isEmpty, "\(sentence)")
    }
    // Nothing fits: the sentences are not of the work that was cited before them.
    #expect(
      try codes(
        "Lenvatinib is a kinase inhibitor [1]. Diarrhoea was reported by 12.0% of patients on lenvatinib and by 5.1% on placebo."
      ).isEmpty)
  }

  @Test func knowsAnEarlierTimeByItsWords() throws {
    let work = """
      Lenvatinib after resection of gland tumours: the LARCHES randomised trial

      Results
      The itch score fell by 4.4 points with lenvatinib and rose by 1.1 points with placebo (adjusted difference -5.5, 95% CI -8.1 to -2.9).
      At week 4 the difference was -2.3 points.
      """
    let source = try Extractor.extract(bytes: Array(work.utf8), path: "larches.txt")
    let text = review("At week 4 the difference in itch was 2.3 points [1].", references: [Self.entry])
    let extract = try Extractor.extract(bytes: Array(text.utf8), path: "review.txt")
    let findings = Checker.check(extract: extract, sources: ExtractedSources([source])).findings
    #expect(findings.map(\.code).filter { $0.hasPrefix("S") }.isEmpty)
  }

  @Test func flagsFiguresOfTwoResults() throws {
    #expect(try codes("The rate ratio for recurrence was 0.77 (95% CI 0.56 to 0.85) [1].").count == 1)
  }

  @Test func acceptsWhatIsThereAndWhatFollowsFromIt() throws {
    for sentence in [
      "Diarrhoea was reported by 10.2% of patients on lenvatinib and by 3.2% on placebo [1].",
      "Diarrhoea was reported by about 10% of patients [1].",
      "LARCHES randomised 864 patients in all.", "Of those treated with lenvatinib 89.8% were without diarrhoea [1].",
      "The rate ratio for recurrence was 0.77 (95% CI 0.66 to 0.90) [1].", "Recurrence was rarer by 23% with lenvatinib [1].",
      "Our own pooled rate ratio for recurrence was 0.73 (95% CI 0.61 to 0.88).",
    ] {
      #expect(try codes(sentence).isEmpty, "\(sentence)")
    }
  }

  /// A source prints what it counted; sums and shares are the sentence's own.
  @Test func whatASentenceWorksOutItselfIsInNoSource() throws {
    let source = """
      Alderib after resection of gland tumours: the TAMARISK randomised trial

      Alder A, Erle B

      Inv Results 2020;3:101-110. doi:10.5555/ir.2020.101

      Results
      Recurrence was seen in 97 of 450 patients on alderib and in 139 of 450 on placebo.
      """
    let entry =
      "Alder A, Erle B. Alderib after resection of gland tumours: the TAMARISK randomised trial. Inv Results 2020;3:101-110. doi:10.5555/ir.2020.101"
    func codes(_ sentence: String) throws -> [String] {
      let read = try Extractor.extract(bytes: Array(source.utf8), path: "tamarisk.txt")
      let extract = try Extractor.extract(bytes: Array(review(sentence, references: [entry]).utf8), path: "review.txt")
      return Checker.check(extract: extract, sources: ExtractedSources([read])).findings.map(\.code).filter { $0.hasPrefix("S") }
    }
    let counts = "In TAMARISK recurrence was seen in 97 of 450 patients on alderib and in 139 of 450 on placebo"
    #expect(try codes("\(counts) [1]. In all, recurrence was seen in 236 of 900 patients (26.2%).").isEmpty)
    #expect(try codes("In TAMARISK recurrence was seen in 97 patients on alderib and in 42 more on placebo [1].").isEmpty)
    #expect(try codes("In TAMARISK recurrence was seen in 79 of 450 patients on alderib [1].") == ["S501"])
  }
}

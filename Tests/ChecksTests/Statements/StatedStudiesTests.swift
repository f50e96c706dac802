import Checks
import Testing

/// W702 in reviews whose abstract speaks of drugs and treatments rather than of trials, and on which way a comparison goes.
struct StatedStudiesTests {
  private func review(_ summary: String) -> String {
    """
    Preventing gout flares: a review

    Abstract

    Several drugs have been tried. \(summary) More trials are under way.

    1 Colchicine

    In TARN-1, 610 adults took colchicine or placebo [1]. Flares were fewer with colchicine (HR 0.61, 95% CI 0.48 to 0.78; P < 0.001). Kidney stones \
    occurred in 14 and 15 patients (RR 0.93, 95% CI 0.46 to 1.90; P = 0.84).

    2 Febuxostat

    MERE-2 gave febuxostat to 480 adults [2]. Flares did not differ significantly from placebo (HR 0.95, 95% CI 0.74 to 1.22; P = 0.69).

    3 Canakinumab

    FELL-3 tested canakinumab in 350 adults [3]. Flares were fewer (HR 0.55, 95% CI 0.40 to 0.76; P < 0.001). Infection was more frequent with \
    canakinumab (RR 1.72, 95% CI 1.15 to 2.57; P = 0.008).

    References

    1. Ash A, Birch B. Colchicine against flares (TARN-1). J Rheum Trials. 2019;3:1-9.
    2. Cole C, Dale D. Febuxostat against flares (MERE-2). J Rheum Trials. 2020;4:1-9.
    3. Elm E, Fox F. Canakinumab against flares (FELL-3). J Rheum Trials. 2021;5:1-9.
    """
  }

  private func count(_ summary: String) throws -> Int {
    try findings(OppositeStatements(), in: review(summary)).count + findings(ConclusionAgainstP(), in: review(summary)).count
  }

  @Test(arguments: [
    "Colchicine did not reduce flares.", "Febuxostat clearly reduced flares.", "Canakinumab did not prevent flares.",
    "With canakinumab infections were fewer.",
  ]) func aDrugStandsForItsTrial(summary: String) throws { #expect(try count(summary) >= 1) }

  @Test(arguments: [
    "Colchicine reduced flares.", "Febuxostat did not reduce flares.", "Canakinumab prevented flares.",
    "With canakinumab infections were more frequent.", "Febuxostat may reduce flares in some patients.",
    "Colchicine did not cause kidney stones.", "Allopurinol did not reduce flares.",
  ]) func whatItsTrialBearsOutIsSilent(summary: String) throws { #expect(try count(summary) == 0) }

  private func report(_ summary: String) -> String {
    """
    Early feeding after bowel surgery: a randomised trial

    Abstract

    We fed 420 adults early or kept them fasting. \(summary)

    Results

    Nausea was more frequent with early feeding than with fasting. Vomiting occurred in 21 and 20 patients.

    Discussion

    Early feeding is feasible.
    """
  }

  @Test func twoComparisonsMayGoOppositeWays() throws {
    let count = { (summary: String) in
      try findings(OppositeStatements(), in: report(summary)).count + findings(ConclusionAgainstP(), in: report(summary)).count
    }
    #expect(try count("Nausea was less frequent with early feeding.") == 1)
    #expect(try count("Nausea was more frequent with early feeding.") == 0)
    #expect(try count("Nausea was less frequent with fasting than with early feeding.") == 0)
  }

  private func structured(_ conclusion: String) -> String {
    """
    <article xml:lang="en"><front><article-meta><title-group><article-title>Compost tea for seedlings: a randomised trial</article-title>\
    </title-group><abstract><sec><title>Objective</title><p>To see whether compost tea helps seedlings to live.</p></sec><sec><title>Results</title>\
    <p>Wilting was seen in 31/200 and 58/200 trays (RR 0.53, 95% CI 0.36 to 0.79; P = 0.002).</p></sec><sec><title>Conclusions</title>\
    <p>\(conclusion)</p></sec></abstract></article-meta></front><body><sec><title>Discussion</title><p>Tea is cheap.</p></sec></body></article>
    """
  }

  /// The first sentence of the last part of an abstract is no opening of it.
  @Test func theConclusionOfAnAbstractInPartsIsRead() throws {
    let codes = { (text: String) in
      try findings(OppositeStatements(), in: structured(text), path: "paper.xml").count
        + findings(ConclusionAgainstP(), in: structured(text), path: "paper.xml").count
    }
    #expect(try codes("Compost tea does not reduce wilting.") >= 1)
    #expect(try codes("Compost tea reduces wilting.") == 0)
  }
}

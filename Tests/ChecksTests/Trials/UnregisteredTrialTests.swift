import Checks
import Literature
import Testing

struct UnregisteredTrialTests {
  private func findings(_ trial: Trial, withResult: Bool = true) -> [Finding] {
    var paper = Manuscript()
    let passage = paper.passage("In ALDER-1 survival was longer (HR 0.70).")
    var trial = trial
    trial.passages = [passage]
    paper.trials = [trial]
    if withResult { paper.card("HR", "0.70", trial: trial.id, in: passage) }
    return paper.findings(UnregisteredTrial())
  }

  @Test func remarksOnANamedTrialWithoutANumber() throws {
    let finding = try #require(findings(Trial(id: "ALDER-1", name: "ALDER-1")).first)
    #expect(finding.severity == .info && finding.snippet == "ALDER-1")
  }

  @Test func acceptsATrialWithANumber() {
    let registered = Trial(
      id: "ALDER-1", name: "ALDER-1", registry: [RegistryIdentifier(scheme: "ClinicalTrials.gov", id: "NCT00000000")])
    #expect(findings(registered).isEmpty)
  }

  @Test func saysOnceThatNoTrialIsRegistered() {
    var paper = Manuscript()
    for name in ["ALDER-1", "BIRCH-2", "CEDAR-3"] {
      let passage = paper.passage("In \(name) survival was longer (HR 0.70).")
      var trial = Trial(id: name, name: name)
      trial.passages = [passage]
      paper.trials.append(trial)
      paper.card("HR", "0.70", trial: name, in: passage)
    }
    #expect(
      paper.findings(UnregisteredTrial()).map(\.message)
        == ["No registration number of ALDER-1 and of 2 other trials is printed in the document."])
  }

  @Test func needsAResult() { #expect(findings(Trial(id: "ALDER-1", name: "ALDER-1"), withResult: false).isEmpty) }

  @Test func takesAuthorAndYearForACohort() {
    #expect(findings(Trial(id: "Birch-K-2024", name: "Birch K, 2024")).isEmpty)
  }

  private func report(_ registration: String, title: String = "Lenvatinib after Resection: A Randomised Trial") -> String {
    """
    \(title)

    Abstract

    We randomly assigned 240 patients to lenvatinib or placebo. \(registration)

    Methods

    Patients were followed for two years.

    Results

    Recurrence was seen in 24 of 120 (20.0%) and 36 of 120 (30.0%) (hazard ratio 0.62, 95% CI 0.37 to 1.04).
    Death was seen in 12 of 120 (10.0%) and 18 of 120 (15.0%) (hazard ratio 0.65, 95% CI 0.31 to 1.35).
    """
  }

  @Test func theReportOfATrialWithoutAName() throws {
    #expect(try ChecksTests.findings(UnregisteredTrial(), in: report("The trial was registered.")).map(\.severity) == [.info])
    #expect(try ChecksTests.findings(UnregisteredTrial(), in: report("The trial was registered (ISRCTN12345678).")).isEmpty)
    let cohort = report("The cohort was registered.", title: "A secondary analysis of a randomised trial")
    #expect(try ChecksTests.findings(UnregisteredTrial(), in: cohort).isEmpty)
  }
}

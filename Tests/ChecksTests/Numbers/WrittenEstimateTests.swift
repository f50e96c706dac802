import Checks
import Literature
import Testing

struct WrittenEstimateTests {
  private func count(_ rule: some Rule, _ text: String) -> Int {
    var paper = Manuscript()
    paper.passage(text)
    return paper.findings(rule).count
  }

  @Test func anEstimateThatNoCardHolds() {
    #expect(count(IntervalNotCentered(), "组间差-4.3分(95%CI: -9.6~-1.7)") == 1)
    #expect(count(IntervalNotCentered(), "组间差-4.3分(95%CI: -6.9~-1.7)") == 0)
    #expect(count(IntervalNotCentered(), "最终分析HR为0.73(95%CI 0.37~0.94)") == 1)
    #expect(count(IntervalNotCentered(), "最终分析HR为0.73(95%CI 0.57~0.94)") == 0)
    #expect(count(IntervalNotCentered(), "They were 82.4% and 65.3%, or 17.1 points (95% CI 3.3 to 30.9).") == 0)
    #expect(count(IntervalNotCentered(), "The bootstrap difference was 4.3 (95% CI 1.2 to 9.9).") == 0)
  }

  @Test func theCommaBeforeTheLevelPartsEstimateAndInterval() {
    #expect(count(EstimateOutsideInterval(), "差值-0.73%, 95% CI -0.86%~-0.80%") == 1)
    #expect(count(EstimateOutsideInterval(), "差值-0.73%, 95% CI -0.86%~-0.60%") == 0)
    #expect(count(EstimateOutsideInterval(), "It was a predictor (OR 2.39, P = .027, 95% CI 1.103 to 5.186).") == 0)
    #expect(count(EstimateOutsideInterval(), "中位PFS为11.2个月(95%CI 9.4~10.1)") == 1)
  }

  @Test func anEstimateWithoutANameIsJudgedOnTheScaleItIsCentredOn() {
    let gain = "Speed rose by 0.12 m/s more than with the leaflet (95% CI 0.03 to 0.21; P = 0.09)."
    #expect(count(PValueIncoherent(), gain) == 1)
    #expect(count(PValueIncoherent(), gain.replacing("0.09)", with: "0.009)")) == 0)
    #expect(count(PValueIncoherent(), "In the girls it was 0.61 (0.44-0.85; P = 0.03).") == 1)
    #expect(count(PValueIncoherent(), "In the girls it was 0.61 (0.44-0.85; P = 0.003).") == 0)
    // Limits with no effect between them.
    #expect(count(PValueIncoherent(), "HERON was neutral: 0.92 (95% CI 0.67 to 1.26; P = 0.02).") == 1)
    #expect(count(PValueIncoherent(), "HERON was neutral: 0.92 (95% CI 0.67 to 1.26; P = 0.60).") == 0)
    #expect(count(EstimateOutsideInterval(), "Costs were 193 euro 95% CI [114 to 273] with the splint.") == 0)
    #expect(count(PValueIncoherent(), "A 41% reduction (95% CI 0 to 81; P = 0.001).") == 0)
    // Of one group; no slip explains it.
    #expect(count(PValueIncoherent(), "The mean age was 45.2 years (44.1 to 46.3; P = 0.03).") == 0)
    #expect(count(PValueIncoherent(), "It fell by 0.3 points (-0.2 to 0.8; P = 0.24).") == 0)
  }

  @Test func aPThatTheIntervalDenies() {
    #expect(count(PValueIncoherent(), "差值-0.34%, 95% CI -0.52%~-0.16%, P=0.21") == 1)
    #expect(count(PValueIncoherent(), "差值-0.34%, 95% CI -0.52%~-0.16%, P<0.001") == 0)
    #expect(count(PValueIncoherent(), "差值-0.34%, 95% CI -0.52%~-0.16%, 非劣效检验P=0.21") == 0)
  }
}

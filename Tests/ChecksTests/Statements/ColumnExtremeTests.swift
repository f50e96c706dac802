import Checks
import Literature
import Testing

/// Sums in words over a table's rows and shares in words that no printed share fits.
struct ColumnExtremeTests {
  private func count(_ text: String) throws -> Int { try findings(BoundAgainstFigures(), in: text).count }

  private let table = """
    Four drugs compared

    Table 1. Response and survival
    | Study | Drug | Response, % | Control, % | HR (95% CI) |
    | --- | --- | --- | --- | --- |
    | ALDER-1 | lenvatinib | 41.2 | 22.0 | 0.97 (0.81-1.16) |
    | BIRCH-2 | nivolumab | 36.5 | 30.1 | 0.62 (0.47-0.82) |
    | CEDAR-3 | donafenib | 58.8 | 27.4 | 0.71 (0.55-0.92) |
    | DOGWOOD-4 | sorafenib | 44.0 | 19.3 | 0.85 (0.70-1.03) |


    """

  @Test(arguments: [
    "The lowest response was seen with donafenib. All were blinded.",
    "The largest gain over control was that in DOGWOOD-4. All were blinded.",
    "Response ranged from 41.2% to 58.8%. All were blinded.",
    "The risk fell by between 15% and 38%. All were blinded.",
    "Gains over control lay between 6.4 and 24.7 points. All were blinded.",
  ])
  func flagsWhatNoColumnBearsOut(_ sentence: String) throws { #expect(try count(table + sentence + "\n") == 1) }

  @Test(arguments: [
    "The lowest response was seen with nivolumab. All were blinded.",
    "The largest gain over control was that in CEDAR-3. All were blinded.",
    "Response ranged from 36.5% to 58.8%. All were blinded.",
    "The risk fell by between 3% and 38%. All were blinded.",
    "Gains over control lay between 6.4 and 31.4 points. All were blinded.",
    "Patients were between 41 and 72 years of age. All were blinded.",
    "Apart from CEDAR-3, the highest response was that in DOGWOOD-4. All were blinded.",
    "The dose of lenvatinib was the highest approved. All were blinded.",
  ])
  func acceptsWhatAColumnBearsOut(_ sentence: String) throws { #expect(try count(table + sentence + "\n") == 0) }

  private let report = """
    A trial of a drug

    Abstract
    Patients were allocated to alderib (n = 112) or placebo (n = 113).

    Results
    Fracture: 31 of 112 with alderib and 54 of 113 with placebo. Sinus rhythm was kept by 71 of 112 and 40 of 113.

    Discussion

    """

  @Test func aShareInWordsIsHeldAgainstCounts() throws {
    #expect(try count(report + "Three quarters of alderib patients had a fracture. Others had none.\n") == 1)
    #expect(try count(report + "Fewer than one in five alderib patients had a fracture. Others had none.\n") == 1)
    #expect(try count(report + "Roughly a quarter of alderib patients had a fracture. Others had none.\n") == 0)
    #expect(try count(report + "Nearly half of the placebo group had a fracture. Others had none.\n") == 0)
    #expect(try count(report + "About a tenth of them stopped the drug. Others had none.\n") == 0)
  }
}

import Checks
import Testing

/// W701: which figures a bound in words is of where it names no outcome, every arm, or every trial.
struct MeantSetsTests {
  private func count(_ text: String) throws -> Int { try findings(BoundAgainstFigures(), in: text).count }

  private func report(_ sentence: String) -> String {
    """
    Warmed fluids during hip surgery: a randomised trial

    Abstract

    We compared warmed with cool fluids in 412 adults.

    Results

    \(sentence)

    Discussion

    Warming is cheap.
    """
  }

  @Test(arguments: [
    "Median time to discharge was 31.4 months with warming and 26.2 months without, both beyond two and a half years.",
    "Shivering was seen in 24.1% and 18.3%, both below 20%.",
    "Of the six centres the lowest rate was 41.0%, and all were above 45%.",
  ]) func figuresOfItsOwnSentenceComeFirst(sentence: String) throws {
    #expect(try count(report(sentence)) == 1)
  }

  @Test(arguments: [
    "Median time to discharge was 31.4 months with warming and 26.2 months without, both beyond two years.",
    "Shivering was seen in 24.1% and 18.3%, both below 25%.",
    "Of the six centres the lowest rate was 41.0%, and all were above 40%.",
    "Shivering was seen in 24.1% and 18.3%, and attendance exceeded 90% in both groups.",
  ]) func whatTheyBearOutIsSilent(sentence: String) throws {
    #expect(try count(report(sentence)) == 0)
  }

  @Test func aListOfPairsIsReadByArm() throws {
    let list = "Shivering was seen in 8.2% and 13.4% at Ayr, 7.1% and 12.0% at Oban, and 9.4% and 12.9% at Wick."
    #expect(try count(report(list + " At no site was the rate above 9% with warming.")) == 1)
    #expect(try count(report(list + " At no site was the rate above 10% with warming.")) == 0)
  }

  @Test func aTimeIsOfTheMediansJustTold() throws {
    let told = "Median survival was 43.2 months with warming and 31.5 months without it."
    #expect(try count(report(told + " In other words, survival exceeded 4 years.")) == 1)
    #expect(try count(report(told + " In other words, survival exceeded 3 years.")) == 0)
    #expect(try count(report(told + " Every patient was followed for at least 6 years.")) == 0)
  }

  private func review(_ sentence: String) -> String {
    """
    Compression stockings after vein surgery: a review of four trials

    Evidence

    | Trial | Ulcer, stocking | Ulcer, bandage | Bleeding, stocking | Bleeding, bandage |
    |---|---|---|---|---|
    | HERON-1 | 9/210 (4.3%) | 12/208 (5.8%) | 19/210 (9.0%) | 24/208 (11.5%) |
    | STORK-2 | 7/190 (3.7%) | 10/188 (5.3%) | 15/190 (7.9%) | 17/188 (9.0%) |
    | EGRET-3 | 6/160 (3.8%) | 9/161 (5.6%) | 12/160 (7.5%) | 15/161 (9.3%) |

    Discussion

    \(sentence)
    """
  }

  @Test func everyArmIsOfTheColumnsOfOneOutcome() throws {
    #expect(try count(review("In no trial arm did the rate of ulcers exceed 5%.")) == 1)
    #expect(try count(review("In no trial arm did the rate of ulcers exceed 6%.")) == 0)
    #expect(try count(review("Bleeding exceeded 8% in every arm.")) == 1)
    #expect(try count(review("Bleeding exceeded 7% in every arm.")) == 0)
  }

  @Test(arguments: [
    ("随访期内病死率为5.6%和6.8%。各项试验中任一组的病死率均不足6%。", 1), ("随访期内病死率为5.6%和6.8%。各项试验中任一组的病死率均不足7%。", 0),
  ]) func itIsInChineseToo(_ pair: (String, Int)) throws {
    #expect(try count("弹力袜预防静脉溃疡的随机试验\n\n结果\n\n\(pair.0)\n\n讨论\n\n弹力袜便宜。") == pair.1)
  }
}

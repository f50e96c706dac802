import Literature
import Testing

@testable import Evidence

/// Tables of regressions, of analyses of variance, and of figures that only their shape or place tells.
struct ModelTableTests {
  private func told(_ cards: [ResultCard]) -> [String] {
    cards.map { card in
      [card.measure, card.value?.printed, card.low?.printed, card.high?.printed, card.endpoint, card.arm, card.p?.printed]
        .map { $0 ?? "-" }.joined(separator: "|")
    }
  }

  @Test func readsCoefficientsWithTheirPValueInABracket() {
    let found = cards(
      ofTable: [
        ["Term", "Sleep", "Appetite"], ["Hours of walking", "0.31 (0.004)", "-0.12 (<0.001)"],
        ["Age", "-0.02 (0.41)", "0.07 (0.030)"],
        ["Constant", "2.14 (<0.001)", "1.08 (0.022)"],
      ], caption: "Linear regression, coefficient (p value)")
    #expect(
      told(found).prefix(3) == [
        "beta|0.31|-|-|Sleep|Hours of walking|0.004", "beta|-0.12|-|-|Appetite|Hours of walking|0.001",
        "beta|-0.02|-|-|Sleep|Age|0.41",
      ])
    #expect(found.count == 6)
  }

  @Test func readsTheLetterOfACoefficientBesideItsError() {
    let found = cards(
      ofTable: [
        ["Parameter", "B", "SE", "Wald chi-square", "P"], ["Dependent variable: itching", "", "", "", ""],
        ["(Intercept)", "12.1", "2.0", "36.6", "<0.001"], ["Ointment", "-3.4", "1.1", "9.6", "0.002"],
      ], caption: "Parameter estimates of generalised estimating equations")
    #expect(told(found).contains("beta|-3.4|-|-|itching|Ointment|0.002"))
    #expect(told(found).contains("chi2|9.6|-|-|itching|Ointment|0.002"))
    #expect(found.first { $0.measure == "beta" }?.details.spread?.printed == "2.0")
  }

  @Test func takesColumnsNamedByLettersForGroups() {
    let found = cards(
      ofTable: [
        ["Outcome", "A", "B", "P"], ["Itching score", "3.1 ± 0.4", "2.2 ± 0.5", "0.01"],
        ["Redness score", "1.1 ± 0.2", "0.9 ± 0.1", "0.3"],
      ],
      caption: "Comparison of two ointments")
    #expect(found.map(\.measure) == ["mean", "mean"])
  }

  @Test func tellsRatiosFromCoefficientsByTheShapeOfTheirIntervals() {
    let found = cards(
      ofTable: [
        ["", "", "Randomised", "Adherent"], ["Any relapse", "Programme", "0.50 (0.25 to 1.00)", "0.40 (0.20 to 0.80)"],
        ["", "Relapses before", "1.30 (1.10 to 1.54)", "1.20 (1.02 to 1.41)"],
        ["Days lost", "Programme", "-1.2 (-2.2 to -0.2)", "-1.5 (-2.6 to -0.4)"],
        ["", "Relapses before", "0.30 (0.10 to 0.50)", "0.20 (0.05 to 0.35)"],
      ], caption: "Odds ratios and coefficients of two models")
    #expect(found.map(\.measure) == ["OR", "OR", "OR", "OR", "beta", "beta", "beta", "beta"])
    #expect(found.map(\.endpoint) == Array(repeating: "Any relapse", count: 4) + Array(repeating: "Days lost", count: 4))
    #expect(found.first?.arm == "Programme" && found.first?.population == "Randomised")
  }

  @Test func givesEachTestOfARowItsOwnPValueAndFactor() {
    let found = cards(
      ofTable: [
        ["", "Time", "Time", "Group × time", "Group × time"], ["Score", "F (df)", "P", "F (df)", "P"],
        ["Fatigue", "20.4 (2, 84)", "<.001", "1.15 (2, 84)", ".32"],
        ["Worry", "8.25 (2, 84)", ".001", "0.41 (2, 84)", ".66"],
      ], caption: "Analyses of variance")
    #expect(found.map(\.measure) == ["F", "F", "F", "F"])
    #expect(found.map { $0.p?.value } == [0.001, 0.32, 0.001, 0.66])
    #expect(found.first?.details.degreesOfFreedom.map(\.value) == [2, 84])
    #expect(found.prefix(2).map(\.population) == ["Time", "Group × time"])
  }

  @Test func readsDegreesOfFreedomFromAHeading() {
    let found = cards(
      ofTable: [
        ["Score", "Tea group (n = 20)", "Water group (n = 21)", "t(39)", "P"],
        ["Fatigue", "4.1 ± 1.1", "5.2 ± 1.3", "2.92", "0.006"],
        ["Worry", "3.0 ± 0.8", "3.1 ± 0.9", "0.38", "0.71"],
      ], caption: "Outcomes")
    #expect(found.filter { $0.measure == "t" }.map { $0.details.degreesOfFreedom.map(\.value) } == [[39], [39]])
    #expect(TestColumns.statistic(named: "F1,452") == "F" && TestColumns.degrees(inHeading: "F1,452").map(\.value) == [1, 452])
    #expect(TestColumns.statistic(named: "Group F") == nil && TestColumns.statistic(named: "Wald χ2") == "chi2")
  }

  @Test func readsNumbersBelowAHeadingOfTimes() {
    let found = cards(
      ofTable: [
        ["", "Study period (hours after surgery)", "Study period (hours after surgery)", "Study period (hours after surgery)"],
        ["Marker", "0 (baseline)", "6", "12"], ["Lactate (mmol/l)", "", "", ""], ["Cold", "1.1 ± 0.2", "1.9 ± 0.4", "1.4 ± 0.3"],
        ["Warm", "1.2 ± 0.3", "2.6 ± 0.5", "2.2 ± 0.4"], ["Glucose (mmol/l)", "", "", ""],
        ["Cold", "5.1 ± 0.6", "6.0 ± 0.7", "5.5 ± 0.6"],
        ["Warm", "5.2 ± 0.5", "6.9 ± 0.9", "6.1 ± 0.8"], ["Cortisol (nmol/l)", "", "", ""],
        ["Cold", "310 ± 40", "420 ± 60", "380 ± 50"],
        ["Warm", "305 ± 42", "510 ± 66", "430 ± 52"],
      ], caption: "Metabolic values")
    #expect(found.first?.armValues.map(\.arm) == ["Cold", "Warm"])
    #expect(found.compactMap(\.details.time).prefix(3) == ["0 (baseline)", "hours 6", "hours 12"])
  }

  @Test func namesTheArmOfARowOfDifferences() {
    let found = cards(
      ofTable: [
        ["Outcome", "Placebo (n = 30)", "Syrup 5 ml (n = 31)", "Syrup 10 ml (n = 29)"], ["Coughs per night", "", "", ""],
        ["Change from baseline", "−1.1 ± 0.9", "−1.5 ± 0.8", "−1.7 ± 0.9"],
        ["Adjusted difference vs. placebo (95% CI)", "–", "−0.40 (−0.58, −0.21)", "−0.61 (−0.82, −0.40)"],
      ], caption: "Efficacy")
    let differences = found.filter { $0.measure == "MD" }
    #expect(differences.map(\.arm) == ["Syrup 5 ml", "Syrup 10 ml"] && differences.map(\.comparator) == ["placebo", "placebo"])
    #expect(
      RowComparison.sides(of: "Difference in means (Drug Minus Placebo)").map { $0.arm + "/" + $0.comparator } == "Drug/Placebo")
  }

  @Test func takesARowOfDifferencesWithItsIntervalBeside() {
    let found = cards(
      ofTable: [
        ["Outcome", "Treatment", "Mean change", "95% CI"], ["Ferritin (ng/ml)", "Placebo", "−0.02", "−0.05, 0.01"],
        ["", "Iron", "0.31", "0.20, 0.42"],
        ["", "Difference", "0.33", "0.21, 0.45"], ["Zinc (ng/ml)", "Placebo", "0.01", "−0.02, 0.04"],
        ["", "Iron", "0.02", "−0.01, 0.05"],
        ["", "Difference", "0.01", "−0.03, 0.05"],
      ], caption: "Blood values")
    #expect(found.filter { $0.measure == "MD" }.map { $0.high?.printed } == ["0.45", "0.05"])
  }

  @Test func readsAHeaderBelowTheMarkedOneThoughItNamesALevel() {
    let found = cards(
      ofTable: [
        ["", "6 months", "6 months", "6 months"], ["Weekly washing", "OR", "95% CI", "P"],
        ["Soap vs no soap", "2.10", "(1.20, 3.68)", "0.009"],
        ["Age (years)", "0.98", "(0.93, 1.03)", "0.44"], ["Female gender", "1.20", "(0.70, 2.06)", "0.51"],
      ], caption: "Adjusted odds of washing")
    #expect(found.map(\.measure) == ["OR", "OR", "OR"] && found.first?.high?.printed == "3.68")
  }

  @Test func keepsTheNameOfAGroupThatIsALetter() {
    let found = cards(
      ofTable: [
        ["Group", "Good", "Poor"], ["Group C", "5 (25.0%)", "15 (75.0%)"], ["Group D", "9 (45.0%)", "11 (55.0%)"],
        ["Group F", "8 (40.0%)", "12 (60.0%)"],
      ],
      caption: "Results at week 6")
    #expect(found.first?.armValues.map(\.arm) == ["Group C", "Group D", "Group F"])
  }

  @Test func takesTheErrorThatAnIntervalWasComputedFromForNoPValue() {
    let found = cards(
      ofTable: [
        ["Comparison", "Mean difference", "95% CI"], ["Syrup vs placebo", "0.405 (0.027)", "0.353, 0.458"],
        ["Tea vs placebo", "0.371 (0.027)", "0.318, 0.424"],
      ], caption: "Peak flow")
    #expect(found.count == 2 && found.allSatisfy { $0.p == nil && $0.measure == "MD" && $0.high != nil })
  }

  @Test func takesNoFigureBelowZeroForARatio() {
    let found = cards(
      ofTable: [
        ["Outcome", "OR", "95% CI", "P"], ["Hours of sleep", "-1.2", "-2.0 to -0.4", "0.01"],
        ["Any nap", "1.5", "1.1 to 2.0", "0.01"],
      ],
      caption: "Models")
    #expect(found.filter { $0.measure == "OR" }.map { $0.value?.printed } == ["1.5"])
  }

  @Test func readsAnIntervalUnderOneHeadingOverTwoColumns() {
    let found = cards(
      ofTable: [
        ["Term", "B", "SE", "P", "95% CI", "95% CI"], ["Age", "-1.4", "0.4", "0.001", "-2.2", "-0.6"],
        ["Ointment", "2.0", "0.5", "0.002", "1.0", "3.0"],
      ], caption: "Linear regression of itching")
    #expect(found.map { "\($0.low?.printed ?? "-") \($0.high?.printed ?? "-")" } == ["-2.2 -0.6", "1.0 3.0"])
  }

  @Test func theEndsOfAnIntervalAreNoArms() {
    let found = cards(
      ofTable: [
        ["Outcome", "Difference between means", "Lower bound of 95% CI", "Upper bound of 95% CI", "P", "Cohen's d"],
        ["Itching", "-14.5", "-5.2", "-23.8", "0.004", "0.89"], ["Sleep", "1.53", "1.03", "2.04", "0.001", "1.57"],
      ], caption: "Effects of the ointment")
    #expect(found.allSatisfy { $0.arm == nil && $0.comparator == nil })
    #expect(found.first { $0.measure == "MD" }.map { "\($0.low?.printed ?? "-") \($0.high?.printed ?? "-")" } == "-23.8 -5.2")
  }

  @Test func timesBesideTheOutcomesAreNoFigures() {
    let found = cards(
      ofTable: [
        ["Outcome", "Time point", "Ointment (n = 40)", "Placebo (n = 41)"],
        ["Itching, mean (SD)", "Baseline", "34.2 (9.3)", "33.1 (10.0)"],
        ["", "6 weeks", "18.9 (10.8)", "19.6 (11.1)"], ["Sleep, mean (SD)", "Baseline", "26.1 (6.0)", "25.5 (6.4)"],
        ["", "6 weeks", "17.2 (8.3)", "18.0 (8.4)"],
      ], caption: "Scores of both groups")
    #expect(
      found.map { "\($0.endpoint ?? "-") \($0.details.time ?? "-")" } == [
        "Itching Baseline", "Itching 6 weeks", "Sleep Baseline", "Sleep 6 weeks",
      ])
  }

  @Test func coefficientsBesideTheirErrorAreNoMeans() {
    let found = cards(
      ofTable: [
        ["Endpoint", "Coefficient ± Std Err", "p-value"], ["Abdominal pain", "-0.627 ± 0.307", "0.046"],
        ["Flatus", "-0.511 ± 0.353", "0.154"],
      ], caption: "Efficacy analysis (ANCOVA)")
    #expect(told(found) == ["beta|-0.627|-|-|Abdominal pain|-|0.046", "beta|-0.511|-|-|Flatus|-|0.154"])
    #expect(found.allSatisfy { $0.details.spreadKind == .se })
  }

  @Test func rowsThatTheStubCallsOutcomesAreNoFactors() {
    let found = cards(
      ofTable: [
        ["Outcome Measure", "beta (95% CI)", "P value"], ["Social wellbeing", ".46 (-0.68 to 1.59)", ".42"],
        ["Emotional wellbeing", "-.02 (-0.72 to 0.68)", ".95"],
      ], caption: "Multivariable analyses adjusted for age and energy")
    #expect(found.map(\.endpoint) == ["Social wellbeing", "Emotional wellbeing"])
  }

  @Test func coefficientsOfCharacteristicsAreNoBaseline() {
    let found = cards(
      ofTable: [
        ["Interaction terms", "Age", "Age", "Age", "Hope", "Hope", "Hope"], ["", "B", "SE", "P", "B", "SE", "P"],
        ["Intercept", "0.83", "0.05", "<.001", "0.82", "0.04", "<.001"],
        ["Moderator", "-0.12", "0.04", ".004", "0.44", "0.03", "<.001"],
      ], caption: "Multilevel results for participant characteristics and change in distress")
    #expect(found.count == 4)
    #expect(found.allSatisfy { $0.measure == "beta" && $0.details.spread != nil })
  }

  @Test func armsWithEstimatesOfTheirOwnAreNotCompared() {
    let found = cards(
      ofTable: [
        ["Term", "Ointment group", "Ointment group", "Control group", "Control group"],
        ["", "IRR (95% CI)", "P", "IRR (95% CI)", "P"],
        ["Trend, per quarter", "0.98 (0.93 to 1.03)", "0.45", "1.01 (0.97 to 1.05)", "0.69"],
        ["Season", "2.17 (1.05 to 4.47)", "0.036", "1.37 (0.74 to 2.55)", "0.31"],
      ], caption: "Incidence rate ratios of itching")
    #expect(found.allSatisfy { $0.comparator == nil })
    #expect(Set(found.compactMap(\.arm)).count == 2)
  }

  @Test func effectSizesCompareTheArmsBesideThem() {
    let found = cards(
      ofTable: [
        ["Outcome", "Yoga group (n = 20)", "Control group (n = 21)", "Time*group", "Effect size (95% CI)"],
        ["Itching", "12.1 (2.0)", "14.0 (2.2)", "F(1,23) = 4.9, P = 0.04", "-0.98 (-0.52 to -1.44)"],
        ["Sleep", "7.1 (1.0)", "6.0 (1.2)", "F(1,23) = 1.4, P = 0.20", "0.61 (0.10 to 1.12)"],
      ], caption: "Mean (SD) scores")
    let effects = found.filter { $0.measure == "SMD" }
    #expect(effects.map(\.arm) == ["Yoga group", "Yoga group"])
    #expect(effects.map(\.comparator) == ["Control group", "Control group"])
  }

  @Test func sharesOfVarianceAreNoDifferences() {
    let found = cards(
      ofTable: [
        ["Outcome", "Ointment (n = 20)", "Placebo (n = 21)", "Effect size (η2)", "p-value"],
        ["Itching, mean (SD)", "12.1 (2.0)", "14.0 (2.2)", "0.09", "0.009"],
        ["Sleep, mean (SD)", "7.1 (1.0)", "6.0 (1.2)", "0.11", "0.005"],
      ], caption: "Scores of both groups")
    #expect(found.allSatisfy { $0.measure != "SMD" && $0.measure != "value" })
  }

  @Test func effectSizesStandAlone() {
    let found = cards(
      ofTable: [["Variable", "Cohen's d", "Power"], ["Web knowledge", "0.88", "1.00"], ["Procedural skill", "1.70", "1.00"]],
      caption: "Effect sizes and statistical power")
    #expect(found.map { "\($0.measure) \($0.value?.printed ?? "-")" } == ["d 0.88", "d 1.70"])
  }

  @Test func effectSizesOfRowsThatAreArmsAreWithinThem() {
    let found = cards(
      ofTable: [
        ["Group", "n; mean (SD): Pretest", "n; mean (SD): Posttest", "Within-group effect size, d (95% CI)"],
        ["Yoga group (n = 206)", "206; 35.65 (11.85)", "206; 26.22 (12.92)", "0.76 (0.56 to 0.96)"],
        ["Control group (n = 181)", "181; 34.46 (11.31)", "181; 33.68 (13.34)", "0.07 (-0.10 to 0.24)"],
      ], caption: "Itching scores of both groups")
    #expect(found.flatMap { $0.armValues.map(\.value.printed) }.prefix(4) == ["35.65", "34.46", "26.22", "33.68"])
    let effects = found.filter { ["SMD", "d"].contains($0.measure) }
    #expect(effects.map { $0.value?.printed ?? "-" } == ["0.76", "0.07"])
    #expect(effects.allSatisfy { $0.arm != nil && $0.comparator == nil })
  }

  @Test func aHeadingThatSaysWhichArmIsTakenFromWhichGoesFirst() {
    let found = cards(
      ofTable: [
        ["Outcome", "Control (n = 300)", "Intervention (n = 403)", "Difference in Means (Intervention Minus Control)"],
        ["Itching", "54.3 (26.7)", "53.2 (25.7)", "-1.2 (-4.8 to 2.4)"],
        ["Sleep", "64.3 (19.4)", "65.0 (18.8)", "1.0 (-1.5 to 3.6)"],
      ], caption: "Mean (SD) scores of both groups")
    let differences = found.filter { $0.measure == "MD" }
    #expect(differences.map(\.arm) == ["Intervention", "Intervention"])
    #expect(differences.map(\.comparator) == ["Control", "Control"])
  }
}

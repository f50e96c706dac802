import Literature
import Testing

@testable import Evidence

/// Classes of sentences that reports print, each in words of our own.

@Test(arguments: [
  "Tables 3 and 4 show the results of 12 scales with real and sham needles, respectively.",
  "The share of missing forms is low at 4.3%.",
  "Scores differed from zero only after training (P = 0.03).", "Two groups were compared in σ = 7.02.",
])
func takesNeitherPlacesNorAdjectivesNorSignsForOutcomes(_ text: String) {
  #expect(cards(text).allSatisfy { !["Tables 3 and 4", "low", "zero", "σ"].contains($0.endpoint) }, "\(text)")
}

@Test func endsAnOutcomeBeforeTheCopulaOfANegativeValue() {
  let found = cards("At month 24, the mean change in symptom score was −5.6 in the tea group and −2.7 in the water group.")
  #expect(found.first?.endpoint == "change in symptom score")
}

@Test func givesEachOfAListOfPValuesToItsFigure() {
  let found = cards(
    "Weight fell by 4.1 kg with tea and 2.0 kg with water and pain was 12 mm with tea and 18 mm with water (P = 0.05 and 0.01, respectively)."
  ).filter { !$0.armValues.isEmpty }
  #expect(found.map { $0.p?.value } == [0.05, 0.01])
}

@Test func aTestInTheBracketAfterItsArmComparesNothing() {
  let found = cards("Ferritin did not change in the 100M-group (P = 0.13) or the placebo group (P = 0.09).")
  #expect(found.map(\.arm) == ["100M", "placebo"])
  #expect(found.allSatisfy { $0.comparator == nil })
}

@Test func takesNoVariablesOfAnInteractionForArms() {
  let found = cards("There was an interaction between schooling and sex (P = 0.013).")
  #expect(found.first?.arm == nil)
}

@Test func readsADifferenceFarFromItsName() {
  let found = cards(
    "The mean difference (95% CI) in the change of lung volume for each person between active tea and plain water (tea minus water) was 0.01 (-0.12 to 0.14) litres (P = 0.9)."
  )
  #expect(found.first?.measure == "MD" && found.first?.value?.value == 0.01 && found.first?.low?.value == -0.12)
}

@Test(arguments: [
  ("头痛评分组间差-4.3分（95%CI：-6.9～-1.7，P=0.002）。", -4.3, "point"), ("血红蛋白差值为2.1 g/L（95% CI 0.4～3.8）。", 2.1, "g/L"),
  ("HbA1c下降1.61%和0.88%，差值-0.73%（95% CI -0.86%～-0.60%，P<0.001）。", -0.73, "%"),
])
func readsAChineseDifferenceWithItsUnit(_ text: String, _ value: Double, _ unit: String) {
  let found = cards(text).first { $0.measure == "MD" }
  #expect(found?.value?.value == value && found?.unit == unit && found?.high != nil)
}

@Test func namesNoDifferenceThatIsOnlySpokenOf() {
  #expect(cards("两组间差异为3.2分，组间差异无统计学意义。").allSatisfy { $0.measure != "MD" || $0.low != nil })
}

@Test func readsLimitsWithUnitsBetween() {
  let found = cards("The mean area was −30.1 cm2 (95% CI −49.9 cm2 to −12.3 cm2) with tea.")
  #expect(found.first?.low?.value == -49.9 && found.first?.high?.value == -12.3)
}

@Test func aDeclaredNumberAfterAShareIsItsCount() {
  let found = cards("Approximately 57% of the participants (n = 17) reported pain.")
  #expect(found.allSatisfy { $0.measure != "n" })
  #expect(found.first { $0.measure == "rate" }?.details.count?.value == 17)
}

@Test(arguments: [
  "Nineteen (40%) of the subjects had drunk tea (1/2 -1 cup).", "Seventy women were assigned to one of three groups.",
  "Scores did not differ (Tables 4 and 7).",
])
func takesNoFractionLabelOrNumberOfGroupsForAResult(_ text: String) {
  #expect(cards(text).allSatisfy { $0.details.total == nil && $0.value?.value != 7 }, "\(text)")
}

@Test func namesWhatWasReducedBeforeABracket() {
  let found = cards(
    "Raising the head caused significant reductions in arterial pressure (from 83.8 mmHg to 71.1 mmHg, P < 0.001).")
  #expect(found.first?.endpoint == "arterial pressure")
}

@Test func takesNoCovariatesForOutcomes() {
  let found = cards("Falls were rarer after adjustment for sex, age group, and baseline frailty (IRR 0.80, 95% CI 0.70 to 0.95).")
  #expect(found.first?.endpoint?.contains("frailty") != true)
}

@Test func cochraneHeterogeneityKeepsItsPValue() {
  let found = cards("Heterogeneity: Tau² = 0.02; Chi² = 1.43, df = 3 (P = 0.70); I² = 0%.")
  let chi = found.first { $0.measure == "chi2" }
  #expect(chi?.p?.value == 0.70 && chi?.details.degreesOfFreedom.map(\.value) == [3])
  #expect(found.first { $0.measure == "I2" }?.p == nil)
}

@Test func cutsTheStudyBeforeAChineseOutcome() {
  #expect(cards("回顾性研究显示住院时间HR 0.71（95% CI 0.60～0.88）。").first?.endpoint?.contains("研究") != true)
}

@Test func whatPatientsHadIsAnOutcomeUnlessItIsATreatment() {
  let found = cards("Nausea occurred in 12 patients and 14 women had headache.")
  #expect(found.map(\.endpoint) == ["Nausea", "headache"])
  #expect(found.allSatisfy { $0.arm == nil })
  #expect(cards("In all, 307 patients had pneumonia.").first?.endpoint == "pneumonia")
}

@Test func conditionsAreArms() {
  let found = cards("Anxiety was higher in the bright condition (4.2 ± 1.1) than in the dark condition (3.1 ± 0.9).")
  #expect(found.first?.armValues.map(\.arm) == ["bright", "dark"])
  #expect(cards("The medical condition of 12 patients improved.").allSatisfy { $0.arm == nil })
}

@Test func aDenominatorMayFollowTheInterval() {
  let found = cards("The infection rate was 15.5 (95% CI 13.8 to 17.3) per 1,000 catheter-days.")
  #expect(found.first?.unit == "per 1,000 catheter-days" && found.first?.value?.value == 15.5)
}

@Test func aDocumentSaysOnceWhatItsSpreadsAre() {
  let method = "Continuous data are presented as mean ± SEM."
  let result = "Weight was 61.2 ± 4.1 kg in the tea group and 63.0 ± 3.9 kg in the water group."
  #expect(cards(method, result).first?.details.spreadKind == .se)
  #expect(cards("Data are shown as mean ± SD.", method, result).first?.details.spreadKind == .unknown)
  #expect(cards(result).first?.details.spreadKind == .unknown)
}

@Test func aPercentageOfHaemoglobinIsAMeanAndAShareOfPeopleARate() {
  #expect(cards("HbA1c分别下降1.61%和0.88%。").first?.measure == "mean")
  #expect(cards("HbA1c<7.0%者为318/436（72.9%）。").allSatisfy { $0.measure != "mean" })
  #expect(cards("HbA1c fell from 8.2% to 7.1% with thyme.").allSatisfy { $0.measure != "rate" })
}

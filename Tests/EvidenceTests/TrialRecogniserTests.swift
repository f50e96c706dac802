import Literature
import Testing
import TextAnalysis

@testable import Evidence

@Test func knowsTrialsByShapeAndContext() {
  #expect(EvidenceSample(sentences: ["The AURORA-21 trial enrolled 400 patients."]).ids == ["AURORA-21"])
  #expect(EvidenceSample(sentences: ["BOREAS 研究显示生存获益。"]).ids == ["BOREAS"])
  #expect(EvidenceSample(sentences: ["In MERIDIAN (NCT01234567) survival was longer."]).ids == ["MERIDIAN"])
  #expect(EvidenceSample(sentences: ["BOREAS、AURORA-21 及 MERIDIAN 等 III 期研究均为阴性。"]).ids == ["BOREAS", "AURORA-21", "MERIDIAN"])
}

@Test func takesNoPlainAbbreviationForATrial() {
  for text in [
    "HCC 研究进展", "The RCT study design", "IL-10 study", "PD-1 研究", "CA-125 trial", "ECOG study", "OS 试验", "CD8 studies",
    "an MRI study",
    "TACE 研究", "COVID-19 trial", "OUR STUDY FOUND", "HBV 研究", "the US trial", "RCTs and trials",
  ] { #expect(EvidenceSample(sentences: [text]).ids == [], "\(text)") }
}

@Test func readsStudyColumnsAndWrappedNames() {
  let sample = EvidenceSample(
    sentences: ["AURORA-21 研究为阴性。"],
    rows: [
      ["Study", "Treatment", "N", "HR"], ["AURORA- 21 (NCT01234567)", "sorafenib vs placebo", "412", "0.9"],
      ["Li QR, 2021", "lenvatinib vs placebo", "88", "0.7"],
    ], references: [("Li", "Q.", 2021, "Adjuvant Lenvatinib in Resected Disease: A Cohort Study")])
  #expect(sample.ids == ["AURORA-21", "Li-QR-2021"])
  let trials = sample.findings.trials
  #expect(trials[0].registry.map(\.id) == ["NCT01234567"])
  #expect(trials[0].drugs == ["drug:sorafenib"])
  #expect(trials.map(\.sampleSize) == [412, 88])
  #expect(trials[1].references == [0])
}

@Test func foldsSpellingsAndKeepsTrialsOfOneFamilyApart() {
  let sample = EvidenceSample(
    sentences: ["AURORA-21 研究与 AURORA-22 研究。", "Aurora fell."],
    references: [
      ("Wu", "A.", 2020, "Drug in Disease (Aurora 21): A Phase 3 Trial"), ("Wu", "B.", 2021, "Drug (AURORA 22): A Phase 2 Trial"),
    ])
  #expect(sample.ids == ["AURORA-21", "AURORA-22"])
  #expect(sample.findings.trials[1].references == [1])
  #expect(sample.findings.trials[1].aliases == ["AURORA 22"])
}

@Test func tiesCalloutsInOrderToSeveralTrials() {
  let sample = EvidenceSample(
    sentences: ["AURORA-21 研究和 BOREAS 研究均为阳性[1] [2]。", "亚组数据另见报道[2]。"],
    references: [("Wu", "A.", 2020, "Drug A in Disease"), ("Xu", "B.", 2021, "Drug B in Disease")])
  let findings = sample.findings
  #expect(findings.trials.map(\.references) == [[0], [1]])
  #expect(findings.mentions.contains { $0.passage == 1 && $0.trial == 1 })
}

@Test func namesStudiesInProseByAuthorAndYear() {
  let references = [(family: "Smith", given: "J.", year: 2022, title: "Drug C in Disease")]
  #expect(EvidenceSample(sentences: ["Smith 等[1]发现缓解率为 30%。"], references: references).ids == ["Smith-J-2022"])
  #expect(
    EvidenceSample(sentences: ["Smith et al. [1] reported a response rate of 30%."], references: references).ids == [
      "Smith-J-2022"
    ])
  #expect(EvidenceSample(sentences: ["Criteria of Smith et al. [1] were used."], references: references).ids == [])
}

@Test func cutsTheNameOfAnUnnamedStudyBeforeTheChineseThatFollows() {
  let sample = EvidenceSample(sentences: ["Smith 等对患者分析后发现缓解率为 30%[1]。"], references: [("Smith", "J.", 2022, "Drug C")])
  #expect(sample.findings.trials.map(\.name) == ["Smith 等"])
  #expect(sample.findings.mentions.map(\.range) == [0..<9])
}

@Test func takesThePhaseOfATableStudyFromItsRow() {
  let sample = EvidenceSample(
    sentences: ["缺乏 III 期研究[1]。"], rows: [["Study", "Design"], ["Li Q, 2021", "cohort"]],
    references: [("Li", "Q.", 2021, "Drug A: A Cohort Study")])
  #expect(sample.findings.trials.map(\.phase) == [nil])
}

@Test func readsPhaseSampleSizeAndSetting() {
  let trial = EvidenceSample(sentences: ["II/III 期 BOREAS 研究(n = 240)比较了二线治疗。"]).findings.trials.first
  #expect(trial?.phase == "2/3")
  #expect(trial?.sampleSize == 240)
  #expect(trial?.setting == "second-line")
}

@Test func aReportIsItsOwnTrial() {
  let sample = EvidenceSample(
    sentences: ["Trial registration: NCT01234567."], title: "A randomised trial of drug D in asthma", format: .jats,
    section: "abstract")
  #expect(sample.ids == ["NCT01234567"])
  #expect(sample.findings.own == 0)
  #expect(
    EvidenceSample(sentences: ["x"], title: "Drug D in asthma: a systematic review of randomised trials").findings.own == nil)
}

@Test func staysWithinBoundsOnOddText() {
  for text in ["", "-", "(", "AURORA-", "AURORA- ", "KEYNOTE-", "Wang K,", "Wang 等", "期", "phase", "(AB", "NCT", "研究"] {
    let sample = EvidenceSample(sentences: text.isEmpty ? [] : [text], rows: [["Study"], [text], ["A", text]])
    #expect(sample.findings.trials.count <= 1)
    #expect(sample.claims().count <= 1)
  }
}

@Test func takesNoAbbreviationOfATitleForATrial() {
  for title in [
    "Neutrophil gelatinase-linked ratio (NGLR): a randomised trial",
    "Tilting of the head end (TOHE) in adults: a randomised trial",
    "Extracts of curcuma, olive and tea (CUROTE) inhibited swelling: a randomised trial",
  ] { #expect(!EvidenceSample(sentences: [], title: title, format: .jats).ids.contains { $0 == $0.uppercased() }, "\(title)") }
  #expect(
    EvidenceSample(sentences: [], title: "FARming to Help Older PatiEnts walk (FARHOPE): protocol for a randomised trial").ids
      == ["FARHOPE"])
}

@Test func takesNoRowOfMeasurementsForATrial() {
  let rows = [["", "Drug", "Placebo"], ["PVRX (dyn)", "12", "13"], ["MUFX", "4", "5"]]
  #expect(EvidenceSample(sentences: [], rows: rows).ids.isEmpty)
  #expect(EvidenceSample(sentences: [], rows: [["Study group", "n"], ["FARHOPE", "12"]]).ids.isEmpty)
  #expect(EvidenceSample(sentences: [], rows: [["Study", "n"], ["FARHOPE", "12"]]).ids == ["FARHOPE"])
}

@Test func needsMoreForANameThatIsDefinedAsSomethingElse() {
  let definition = "The far hope expectation index (FHEI) was used."
  #expect(EvidenceSample(sentences: [definition, "In one FHEI study it rose."]).ids.isEmpty)
  #expect(EvidenceSample(sentences: [definition, "In the FHEI study it rose.", "The FHEI trial ended."]).ids == ["FHEI"])
}

@Test func takesNoNumberOfACompoundForATrial() {
  #expect(EvidenceSample(sentences: ["Healthy men took ZZX962040 (NCT01234567)."]).ids.isEmpty)
}

@Test func readsDesignMaskingAndDiseaseOfItsOwnTrial() throws {
  let sample = EvidenceSample(
    sentences: [
      "In this multicentre trial patients were randomly assigned to drug D or placebo in a double-blind manner (NCT01234567)."
    ],
    title: "A placebo-controlled trial of drug D in asthma", format: .jats, section: "abstract")
  let trial = try #require(sample.findings.trials.first)
  #expect(trial.isOwn)
  #expect(trial.design == ["randomized", "placebo-controlled", "multicenter"])
  #expect(trial.masking == "double-blind")
  #expect(trial.diseases == ["disease:asthma"])
  #expect(trial.places[.masking] == 1 && trial.places[.diseases] == 0)
}

@Test func takesNoNegatedDesign() {
  #expect(TrialDesign.designs(in: Array("A non-randomised, single-arm study".utf8)) == ["single-arm"])
  #expect(TrialDesign.designs(in: Array("一项多中心随机对照试验".utf8)) == ["randomized", "multicenter"])
  #expect(TrialDesign.masking(in: Array("an open-label, assessor-blinded trial".utf8)) == "single-blind")
  #expect(TrialDesign.masking(in: Array("patients and drugs".utf8)) == nil)
}

@Test func readsHowManyAReportAllocated() {
  func size(_ sentence: String) -> Int? { SampleSize.allocated(in: LexedText(sentence)) }
  #expect(size("In all, 153 eligibly tested adults were randomly assigned to drug D or placebo.") == 153)
  #expect(size("共纳入 294 例患者并随机分组。") == 294)
  #expect(size("A sample of 120 patients was needed to be randomized.") == nil)
  #expect(size("They were randomized to groups of 30 patients each.") == nil)
  #expect(size("Pain fell by 12% in patients randomized early.") == nil)
}

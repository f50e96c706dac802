import Checks
import Literature
import Testing

struct NonInferiorityMarginTests {
  private func findings(
    _ margin: String, _ claim: String, _ measure: String, _ low: String, _ high: String
  ) -> [Finding] {
    var paper = Manuscript()
    paper.passage(margin)
    let passage = paper.passage(claim)
    paper.card(measure, "1.10", low, high, in: passage)
    return paper.findings(NonInferiorityMargin())
  }

  @Test func anIntervalBeyondTheMargin() throws {
    let finding = try #require(
      findings("The non-inferiority margin was 1.25.", "Beans were non-inferior (HR 1.10).", "HR", "0.92", "1.32").first)
    #expect(finding.message == "Non-inferiority is claimed, but the limit 1.32 is above the margin 1.25.")
    #expect(finding.related.map(\.snippet) == ["margin was 1.25"])
    #expect(findings("The noninferiority margin was set at -10%.", "Beans were noninferior.", "RD", "-12.1", "3.0").count == 1)
    #expect(findings("非劣效界值为 1.25。", "两组非劣效成立 (HR 1.10)。", "HR", "0.92", "1.32").count == 1)
  }

  /// A conclusion has no figures: those of the abstract tell, if they agree.
  @Test func aConclusionAgainstTheIntervalsOfTheAbstract() throws {
    func count(_ conclusion: String, interval: String = "-4.9 to 6.1") throws -> Int {
      try ChecksTests.findings(
        NonInferiorityMargin(),
        in: """
          Beans for one week or two

          Abstract

          Failure was seen in 16.4% after one week and in 15.8% after two (difference 0.6 percentage points, 95% CI \(interval)). The \
          non-inferiority margin was 10 percentage points. \(conclusion)

          Introduction

          Beans are eaten everywhere.
          """
      ).count
    }
    #expect(try count("One week met the 10-point criterion for non-inferiority.") == 0)
    #expect(try count("One week did not meet the 10-point criterion for non-inferiority.") == 1)
    #expect(try count("One week was not inferior to two.") == 0)
    #expect(try count("One week was inferior to two.") == 1)
    #expect(try count("One week was inferior to two.", interval: "2.9 to 13.8") == 0)
  }

  @Test func aPValueIsNoMargin() {
    #expect(
      findings("非劣效界值为 -10 个百分点。", "下限大于非劣效界值, 非劣效成立; 优效性未获证实 (P=0.33)。", "RD", "-5.9", "17.5").isEmpty)
  }

  @Test func aMarginThatIsOnlySupposedIsNotTheTrialsOwn() {
    #expect(
      findings(
        "非劣效界值为 1.25。", "上限低于 1.25, 非劣效成立; 若采用更严格的界值 1.15, 则不能判定。", "HR", "0.77", "1.20"
      ).isEmpty)
    #expect(
      findings(
        "The non-inferiority margin was 1.25.", "Beans were non-inferior, but not with a stricter margin of 1.15.", "HR", "0.80",
        "1.20"
      ).isEmpty)
  }

  @Test func limitsOfSeveralIntervalsAreNoOneLimit() {
    #expect(
      findings("非劣效界值为 1.50。", "HR 1.10; 除老年人外, 各亚组 95%CI 上限均小于 1。", "HR", "0.77", "1.20").isEmpty)
  }

  @Test func anIntervalWithinTheMarginIsRight() {
    #expect(findings("The non-inferiority margin was 1.25.", "Beans were non-inferior.", "HR", "0.92", "1.25").isEmpty)
    #expect(findings("The noninferiority margin was 10%.", "Beans were noninferior.", "RD", "-12.1", "3.0").isEmpty)
  }

  @Test func theOutcomeTellsOnWhichSideHarmIs() {
    #expect(
      findings("The non-inferiority margin was 5 points.", "Mortality with beans was non-inferior.", "RD", "-2.1", "8.0").count
        == 1)
    #expect(
      findings("The non-inferiority margin was 5 points.", "Cure with beans was non-inferior.", "RD", "-2.1", "8.0").isEmpty)
    #expect(findings("非劣效界值为 0.2%。", "糖化血红蛋白达到非劣效标准。", "MD", "-0.12", "0.32").count == 1)
  }

  @Test func readsAnIntervalThatNoRecogniserTook() {
    var paper = Manuscript()
    paper.passage("The difference in deaths was 0.9 (95% CI -2.7 to 4.5), within the non-inferiority margin of 3.6.")
    #expect(paper.findings(NonInferiorityMargin()).map(\.snippet) == ["-2.7 to 4.5"])
  }

  @Test func whatIsNotClaimedIsLeftAlone() {
    #expect(findings("The non-inferiority margin was 1.25.", "Beans were not non-inferior.", "HR", "0.92", "1.32").isEmpty)
    #expect(findings("The non-inferiority margin was 1.25.", "Survival was longer.", "HR", "0.92", "1.32").isEmpty)
    #expect(findings("No margin is named.", "Beans were non-inferior.", "HR", "0.92", "1.32").isEmpty)
  }

  @Test func limitsInPercentInTheClaimItself() {
    func count(_ margin: String) -> Int {
      var paper = Manuscript()
      paper.passage("非劣效界值为\(margin), 两种给药的缓解率差值为-2.1%(95% CI -9.4%~5.2%), 新剂型非劣效于旧剂型。")
      return paper.findings(NonInferiorityMargin()).count
    }
    #expect(count("-8.0%") == 1 && count("-10.0%") == 0)
  }

  /// Sentences of one paragraph; the interval is in the one that holds "CI".
  private func paragraph(_ sentences: [String], _ measure: String, _ low: String, _ high: String) -> [Finding] {
    var paper = Manuscript()
    for sentence in sentences {
      let passage = paper.passage(sentence)
      if sentence.contains("CI") { paper.card(measure, "1.10", low, high, in: passage) }
    }
    var extract = paper.extract
    for index in extract.passages.indices { extract.passages[index].block = 0 }
    return NonInferiorityMargin().findings(in: CheckContext(extract: extract))
  }

  @Test func theIntervalMayStandInTheSentenceBefore() {
    let claims = [
      "As the margin was 1.25, beans were judged non-inferior.", "预设的非劣效界值为1.25, 故达到非劣效。",
    ]
    for claim in claims {
      #expect(paragraph(["The HR was 1.12 (95% CI 0.84 to 1.49).", claim], "HR", "0.84", "1.49").count == 1)
      #expect(paragraph(["The HR was 1.02 (95% CI 0.84 to 1.19).", claim], "HR", "0.84", "1.19").isEmpty)
    }
  }

  @Test func marginsInOtherWords() {
    let claim = "Beans were non-inferior (HR 0.93, 95% CI 0.76 to 1.13)."
    #expect(
      paragraph(
        ["We set out to exclude a hazard ratio of 1.10 or more, and beans would be called non-inferior then.", claim], "HR",
        "0.76", "1.13"
      )
      .count == 1)
    #expect(
      paragraph(
        ["We set out to exclude a hazard ratio of 1.20 or more, and beans would be called non-inferior then.", claim], "HR",
        "0.76", "1.13"
      )
      .isEmpty)
    let of = "Deaths with beans were non-inferior (95% CI -1.5 to 6.5)."
    #expect(
      paragraph(["It had to exclude an excess of 5 points, the margin of non-inferiority.", of], "RD", "-1.5", "6.5").count == 1)
  }

  @Test func aDenialThatTheIntervalDoesNotBearOut() {
    func severities(_ claim: String, _ high: String) -> [Finding.Severity] {
      findings("The non-inferiority margin was 1.25.", claim, "HR", "0.92", high).map(\.severity)
    }
    #expect(severities("Non-inferiority was not shown (HR 1.10).", "1.19") == [.warning])
    #expect(severities("Non-inferiority was not shown (HR 1.10).", "1.32").isEmpty)
    #expect(severities("未达到非劣效 (HR 1.10)。", "1.19") == [.warning])
  }

  @Test func eachClaimHasTheMarginOfItsParagraph() {
    #expect(
      paragraph(
        ["The margin for non-inferiority was 1.50.", "Beans were non-inferior (HR 1.10, 95% CI 0.92 to 1.32)."], "HR", "0.92",
        "1.32"
      ).isEmpty)
  }

  @Test func aLimitThatTheWordsPutOnTheWrongSide() {
    func count(_ text: String) -> Int {
      var paper = Manuscript()
      paper.passage(text)
      return paper.findings(NonInferiorityMargin()).count
    }
    #expect(count("非劣效界值为RR 0.93。本研究95%CI下限为0.92，高于界值。") == 1)
    #expect(count("非劣效界值为RR 0.93。本研究95%CI下限为0.96，高于界值。") == 0)
    #expect(count("The upper limit of 1.31 was below the non-inferiority margin of 1.25.") == 1)
    #expect(count("The upper limit of 1.21 was below the non-inferiority margin of 1.25.") == 0)
  }

  @Test func aVerdictInTheSentenceBehindTheInterval() {
    func count(_ verdict: String) -> Int {
      var paper = Manuscript()
      paper.passage("以疼痛差值1.5分为界值，差值为0.8分（95%CI -0.4～2.0），\(verdict)。")
      return paper.findings(NonInferiorityMargin()).count
    }
    #expect(count("判定太极拳不劣于瑜伽") == 1)
    #expect(count("未能证实不劣于瑜伽") == 0)
  }
}

struct LimitBesideMarginTests {
  private func count(_ sentences: String...) -> Int {
    var paper = Manuscript()
    for sentence in sentences { paper.passage(sentence) }
    return paper.findings(NonInferiorityMargin()).count
  }

  @Test func aLimitOfTheIntervalBesideTheMargin() {
    #expect(count("溶栓率差值 -3.6 个百分点(95%CI -10.4~3.2), 上限高于界值 10 个百分点, 未达到非劣效") == 1)
    #expect(count("溶栓率差值 -3.6 个百分点(95%CI -10.4~3.2), 上限低于界值 10 个百分点, 达到非劣效") == 0)
    #expect(count("差值 -13.2 个百分点(95%CI -24.2~-2.3), 下限越过了-15 个百分点的界值, 因此非劣效性成立") == 1)
    #expect(count("差值 -13.2 个百分点(95%CI -24.2~-2.3), 下限越过了-15 个百分点的界值, 因此非劣效性未获证实") == 0)
  }

  @Test func aLimitBesideAFigureThatIsNotCalledAMargin() {
    #expect(count("率差2.1个百分点（95%CI -2.6～6.8），下限低于-4个百分点，非劣效成立") == 1)
    #expect(count("率差2.1个百分点（95%CI -2.6～6.8），下限高于-4个百分点，非劣效成立") == 0)
    #expect(count("The difference was 2.1 points (95% CI -2.6 to 6.8), with a lower limit below -4 points.") == 1)
    #expect(count("The difference was 2.1 points (95% CI -2.6 to 6.8), with a lower limit above -4 points.") == 0)
  }

  @Test func theIntervalOfTheSentenceBefore() throws {
    for (words, findings) in [("above", 1), ("below", 0)] {
      let claim = words == "above" ? "does not hold" : "holds"
      let text =
        "Pain differed by -0.3 points (95% CI -0.7 to 0.1). The upper limit lies \(words) the margin of 1.0 point, and non-inferiority \(claim)."
      let found = try ChecksTests.findings(NonInferiorityMargin(), in: review(text))
      #expect(found.isEmpty == (findings == 0))
    }
  }

  @Test func marginsThatADefinitionNames() {
    let claim = "Cure differed by 1.5 percentage points (95% CI -2.0 to 5.1), so that the new drug was non-inferior"
    for (margin, findings) in [("-1", 1), ("-5", 0)] {
      let definition =
        "Non-inferiority was to be concluded if the lower limit of the 95% confidence interval of the difference lay above \(margin) percentage points"
      #expect(count(definition, claim) == findings)
    }
  }

  @Test func aClaimAndADenialOfTwoAnalyses() {
    #expect(count("差值 0.2 分(95%CI -0.3~0.8), 界值为 1.0 分, 达到非劣效；符合方案集上限 1.1 分, 未达到非劣效") == 0)
    #expect(
      count("As the margin was -4 points, tenecteplase (1.9 points, 95% CI -3.6 to 7.3) could not be shown to be non-inferior")
        == 1)
  }

  @Test func aNumberRightBeforeTheMarginIsItsOwn() {
    func count(_ text: String) -> Int {
      var paper = Manuscript()
      paper.passage(text)
      return paper.findings(NonInferiorityMargin()).count
    }
    #expect(count("两组差值为0.6 mmHg（95%CI：0.1～1.6 mmHg），上限未超过预设的1.5 mmHg界值，达到非劣效标准。") == 1)
    #expect(count("两组差值为0.6 mmHg（95%CI：0.1～1.1 mmHg），上限未超过预设的1.5 mmHg界值，达到非劣效标准。") == 0)
    #expect(count("升高8.6 g/L（95%CI 6.8~10.4），差值1.4 g/L（95%CI -1.1~3.9），下限低于非劣效界值-7.5 g/L。") == 1)
    #expect(count("升高8.6 g/L（95%CI 6.8~10.4），差值1.4 g/L（95%CI -1.1~3.9），下限高于非劣效界值-7.5 g/L。") == 0)
  }

  @Test func ofSeveralMarginsTheOneOfTheOutcome() {
    func count(_ margin: String) -> Int {
      var paper = Manuscript()
      paper.passage("The non-inferiority margin for the grip score was 4.0 points.")
      paper.passage("For stiffness a non-inferiority margin of \(margin) points was set.")
      paper.passage("For stiffness non-inferiority was shown (difference -0.1, 95% CI -1.9 to 1.7).")
      return paper.findings(NonInferiorityMargin()).count
    }
    #expect(count("1.5") == 1)
    #expect(count("2.5") == 0)
  }

  @Test func aMarginIsTheSameThroughout() {
    func count(abstract: String, methods: String, results: String = "8") -> Int {
      var paper = Manuscript()
      paper.passage("The non-inferiority margin was \(abstract) percentage points.", section: "abstract")
      paper.passage("With a margin of \(methods) percentage points and a power of 80%, 200 patients per group were needed.")
      paper.passage("The upper limit lay below the non-inferiority margin of \(results) percentage points.")
      return paper.findings(NonInferiorityMargin()).count
    }
    #expect(count(abstract: "8", methods: "4") == 1)
    #expect(count(abstract: "8", methods: "8") == 0)
    #expect(count(abstract: "10", methods: "8") == 1)
  }

  @Test func aDenialOfAllNeedsAnIntervalBeyondTheMargin() {
    func count(_ third: String) -> Int {
      var paper = Manuscript()
      paper.passage(
        "Noninferiority was to be concluded if the lower limit of the 95% confidence interval of the ratio exceeded 0.67.")
      let text =
        "The ratios were 0.94 (95% CI, 0.80 to 1.10), 0.91 (95% CI, 0.77 to 1.08) and 0.97 (95% CI, \(third) to 1.11); the noninferiority "
        + "criterion was not met for all three."
      let passage = paper.passage(text)
      for (value, low, high) in [("0.94", "0.80", "1.10"), ("0.91", "0.77", "1.08"), ("0.97", third, "1.11")] {
        paper.card("RR", value, low, high, in: passage, at: "\(low) to \(high)")
      }
      return paper.findings(NonInferiorityMargin()).count
    }
    #expect(count("0.85") > 0)
    #expect(count("0.61") == 0)
  }

  @Test func aCitedTrialHasAMarginOfItsOwn() throws {
    func count(_ limit: String) throws -> Int {
      let text = """
        Ten days of vonoprazan: a non-inferiority trial

        Introduction

        A shorter course elsewhere was non-inferior to triple therapy (difference −4.6%, 95% CI \(limit)% to 1.8%, margin −12%) [1].

        Methods

        The non-inferiority margin was −10%.

        References
        1. Aoki K. Seven days of vonoprazan. Gut Trials. 2020;3:1-9.
        """
      return try findings(NonInferiorityMargin(), in: text).count
    }
    #expect(try count("−11.0") == 0)
    #expect(try count("−13.0") == 1)
  }
}

import Testing

@testable import TextAnalysis

private func found(_ text: String) -> [String] {
  AbbreviationScanner.definitions(in: LexedText(text)).map { match in
    [match.short, match.longEnglish ?? "-", match.longChinese ?? "-"].joined(separator: "|")
  }
}

@Test func alignsEnglishLongFormsWithTheirShortForms() {
  #expect(found("We measured treatment failure rates (TFR) in all.") == ["TFR|treatment failure rates|-"])
  #expect(found("after magnetic resonance imaging (MRI)") == ["MRI|magnetic resonance imaging|-"])
  #expect(found("a wider confidence interval [CI], 2 to 3") == ["CI|confidence interval|-"])
}

@Test func takesTheLongFormInBracketsToo() {
  #expect(found("The GCS (Glasgow coma scale) was 9.") == ["GCS|Glasgow coma scale|-"])
}

@Test func readsBilingualDefinitions() {
  #expect(found("延缓慢性肾脏病(chronic kidney disease, CKD)的进展") == ["CKD|chronic kidney disease|慢性肾脏病"])
}

@Test func cutsChineseLongFormsFromTheirClause() {
  #expect(found("本研究采用简易精神状态检查量表(MMSE)评估") == ["MMSE|-|简易精神状态检查量表"])
  #expect(found("治疗组的无进展生存期(PFS)更长") == ["PFS|-|无进展生存期"])
  #expect(found("术后 3 年总生存(OS)率") == ["OS|-|总生存"])
  #expect(found("检测循环游离 DNA (cfDNA)") == ["cfDNA|-|循环游离 DNA"])
}

@Test func keepsMedianOnlyWhereTheShortFormHasIt() {
  #expect(found("其中位生存期较短, 中位无进展生存期(PFS)为 5 个月") == ["PFS|-|无进展生存期"])
  #expect(found("中位无进展生存期(mPFS)") == ["mPFS|-|中位无进展生存期"])
}

@Test func readsListsOfShortForms() {
  #expect(
    found("注: PFS: 无进展生存期; ORR: 客观缓解率。") == ["PFS|-|无进展生存期", "ORR|-|客观缓解率"])
  #expect(
    found("BMI, body mass index; HDL, high-density lipoprotein.") == [
      "BMI|body mass index|-", "HDL|high-density lipoprotein|-",
    ])
}

@Test func readsNicknamesOfRegimensInQuotationMarks() {
  #expect(found("接受甲药联合乙药(“A + B”方案)治疗") == ["A + B|-|甲药联合乙药"])
}

@Test func emitsNoGlosses() {
  for gloss in [
    "炎症型(inflamed)", "nivolumab(纳武利尤单抗)", "AURORA-21 研究(甲药联合乙药)", "早期(<2 年)", "某药(n = 40)",
    "the AURORA trial (drug A plus drug B)", "研究名称 (NCT 编号)", "was lower (P < 0.05)", "分期(III)",
  ] {
    #expect(found(gloss) == [], "\(gloss)")
  }
}

@Test func staysQuickOnBracketsWithoutEnd() {
  let text = String(repeating: "(AB ", count: 50_000) + String(repeating: "word (AB)", count: 5_000)
  #expect(found(text).count <= 5_000)
}

@Test func readsSingleLettersThatBeginTheWordBeforeThem() {
  func pairs(_ text: String) -> [String] {
    AbbreviationScanner.definitions(in: LexedText(text)).map { "\($0.short)=\($0.longEnglish ?? "")" }
  }
  #expect(pairs("Levels of testosterone (T) and progesterone (P) rose.") == ["T=testosterone", "P=progesterone"])
  #expect(pairs("The first panel (A) and vitamin (D) are shown.") == [])
  #expect(pairs("complexes of 1,2-bis(diphenylphosphino)ethane (dppe) were made") == ["dppe=1,2-bis(diphenylphosphino)ethane"])
}

@Test func readsNumeralsAndGreekLetters() {
  func pairs(_ text: String) -> [String] {
    AbbreviationScanner.definitions(in: LexedText(text)).map { "\($0.short)=\($0.longEnglish ?? "")" }
  }
  #expect(pairs("We used two-dimensional (2D) gels.") == ["2D=two-dimensional"])
  #expect(pairs("tumour necrosis factor alpha (TNF alpha) rose") == ["TNF alpha=tumour necrosis factor alpha"])
  #expect(pairs("the affinity (k(a)) and dissociation rate (k(d)) were low") == [])
}

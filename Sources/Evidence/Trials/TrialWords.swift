import Lexicon
import Literature
import TextAnalysis

/// The words around names of trials.
enum TrialWords {
  /// `trial`, `study`, their plurals, and Chinese that begins with 研究, 试验 or a word before them.
  static func isTrialWord(_ lexed: LexedText, _ index: Int) -> Bool {
    guard lexed.tokens.indices.contains(index) else { return false }
    if lexed.tokens[index].kind == .han { return beginsWithTrialWord(lexed, index, within: 12) }
    return isEnglishTrialWord(lexed, index)
  }

  static func isEnglishTrialWord(_ lexed: LexedText, _ index: Int) -> Bool {
    lexed.isWord(index, "trial") || lexed.isWord(index, "trials") || lexed.isWord(index, "study")
      || lexed.isWord(index, "studies")
  }

  /// Whether 研究 or 试验 begins within the first bytes of a run of Chinese: 研究, 两项研究, 等研究.
  private static func beginsWithTrialWord(_ lexed: LexedText, _ index: Int, within reach: Int) -> Bool {
    let range = lexed.tokens[index].range
    let text = lexed.string(range.lowerBound..<min(range.upperBound, range.lowerBound + reach))
    guard text.contains("研究") || text.contains("试验") else { return false }
    return !text.hasPrefix("的") && !text.contains("研究者") || text.hasPrefix("研究") || text.hasPrefix("试验")
  }

  /// Whether a name that ends before `end` is called a trial: at once, after a phase, or at the end of a list.
  static func callsTrial(_ lexed: LexedText, from end: Int) -> Bool {
    if isTrialWord(lexed, end) { return !isCapitals(lexed, end) }
    if lexed.isWord(end, "investigators") { return true }
    for index in end..<min(end + 5, lexed.count) {
      let token = lexed.tokens[index]
      switch token.kind {
      case .han:
        if beginsWithTrialWord(lexed, index, within: 12) { return true }
        guard token.range.count <= 6 else { return false }
      case .number: guard token.range.count <= 2 else { return false }
      case .word:
        if isEnglishTrialWord(lexed, index) { return index > end }
        guard isPhasePart(lexed, index) else { return false }
      case .symbol: guard token.isSymbol("/") || token.isSymbol("\"") || token.isSymbol("-") else { return false }
      case .superscript: return false
      }
    }
    return false
  }

  private static func isPhasePart(_ lexed: LexedText, _ index: Int) -> Bool {
    if lexed.isWord(index, "phase") || lexed.isWord(index, "randomized") || lexed.isWord(index, "randomised") { return true }
    if lexed.isWord(index, "clinical") || lexed.isWord(index, "controlled") { return true }
    return lexed.utf8[lexed.tokens[index].range].allSatisfy { $0 == 0x49 || $0 == 0x56 }
  }

  static func isCapitals(_ lexed: LexedText, _ index: Int) -> Bool {
    guard lexed.tokens.indices.contains(index), lexed.tokens[index].kind == .word else { return false }
    let range = lexed.tokens[index].range
    return range.count >= 4 && lexed.utf8[range].allSatisfy { $0 &- 0x41 < 26 }
  }

  /// Whether what follows makes the number before it a count: 例, patients, %.
  static func followsAsCount(_ lexed: LexedText, _ index: Int) -> Bool {
    guard lexed.tokens.indices.contains(index) else { return false }
    for unit: StaticString in ["例", "名", "位", "人", "年", "个", "月", "岁", "项", "期", "天"] where lexed.hanHasPrefix(index, unit) {
      return true
    }
    return lexed.isWord(index, "patients") || lexed.isWord(index, "participants") || lexed.isWord(index, "months")
      || lexed.isWord(index, "years") || lexed.isSymbol(index, "%")
  }

  /// Bodies, guidelines, databases, methods and quantities in capitals that stand before "study" and name none.
  static let plainAbbreviations = Set(
    """
    CALGB NSABP GOG NCCTG ACOSOG ACRIN NCIC NCRI ECOG EORTC RTOG NRG SWOG JCOG ASCO ESMO AASLD EASL APASL NCCN CSCO CNLC BCLC FDA EMA NMPA WHO NIH NCI NHS NCT CONSORT PRISMA STROBE PROSPERO \
    GRADE MEDLINE EMBASE CENTRAL COCHRANE PUBMED CNKI CINAHL SPSS SAS STATA ANOVA ANCOVA MOOSE QUADAS AMSTAR TREND STARD SPIRIT TIDIER USA UNITED DNA \
    RNA MRNA CTDNA CFDNA CTC PCR RTPCR QPCR ELISA MRI FMRI PET SPECT TNM RECIST MRECIST CTCAE MEDDRA SEER GLOBOCAN HAART GCP ICH IRB DSMB DMC CRF DOI \
    ISSN ISBN PMID BACKGROUND METHODS METHOD RESULTS CONCLUSION CONCLUSIONS OBJECTIVE OBJECTIVES DESIGN SETTING PATIENTS PARTICIPANTS INTERVENTION \
    INTERVENTIONS ABSTRACT TRIAL STUDY REGISTRATION FUNDING THIS THE OUR AND PILOT COHORT CLINICAL PRESENT CURRENT PHASE RANDOMIZED RANDOMISED \
    MVI PVTT VETC BMI AUC ROC NLR PLR ALBI MELD HBSAG HBEAG NSAID ADHD GWAS SNP SNPS HLA MHC TIL TILS TME NK TH17 FACS IHC HPLC LCMS GCMS \
    VEGF VEGFR EGFR PDGFR FGFR HER2 BRCA BRCA1 BRCA2 KRAS BRAF TP53 MTOR AKT PI3K MAPK STAT3 PDL1 PD1 CTLA4 LAG3 TIM3 TIGIT CD4 CD8 CD3 CD19 CD20 \
    AFP DCP GPC3 CTNNB1 MDSC TREG TAM CAF COVID COVID19 SARSCOV2 HIV1 HIV2 H1N1 IL6 IL10 IL2 TNF TGF IFN CA125 CA199 CA153 CEA PSA AIDS TUNEL RCTS \
    ANZCTR ACTRN IRCT UMIN UMINCTR ISRCTN DRKS CHICTR CTRI JRCT JAPICCTI EUDRACT CTIS NTR KCT CRIS PACTR TCTR SLCTR RPCEC LBCTR ICTRP CLINICALTRIALS \
    STRICTA STROCSS CERT CRCT RCT CCT HRQOL EPIC NHANES UKB IPD ITT MITT FAS PPS AES SAES EXCEL WINDOWS LINUX REDCAP SEM ICC MCID VAS NRS
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

  /// Letters before a number that make a molecule, a gene, a virus or a scale, never a trial.
  static let molecularPrefixes = Set(
    """
    PD CD IL CA CK TNF IFN TGF HLA HIV HPV HSV EBV CMV SARS COVID HER VEGF VEGFR EGFR FGF FGFR PDGF GLP DPP SGLT COX CYP MMP TLR CXCL CCL CXCR CCR \
    ICD DSM SF EQ QLQ PHQ GAD BDI HAM HADS KRAS NRAS BRCA TP MIR MIRNA CTLA LAG TIM AMPK ERK JNK STAT SMAD BCL BAX RAD SIRT FOXP GATA NF ET VO PM CO \
    HBV HCV HCC NSCLC TKI ALK ROS MET RET ATG LC APO IGF IGFBP PCSK KI MUC CEA AFP PIVKA GPC HSP SHH WNT UGT ABC SLC OATP MRP GI ASA ECOG NYHA CHADS VIT \
    HBA RS GSE GDS LY BMS MK AZD TAS CPT GSK LAS ABT AMG HH SPSS ISO CHILD OMEGA FEV EORTC
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}

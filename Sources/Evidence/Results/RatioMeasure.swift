/// The measures of effect that a text names before their value.
enum RatioMeasure {
  /// Names in lower case, longest first, with the measure as records write it.
  static let phrases: [(name: String, measure: String)] = [
    ("weighted mean difference", "WMD"), ("standardized mean difference", "SMD"), ("standardised mean difference", "SMD"),
    ("incidence rate ratio", "IRR"), ("subdistribution hazard ratio", "HR"), ("risk difference", "RD"),
    ("absolute risk difference", "RD"), ("absolute risk reduction", "RD"), ("absolute risk increase", "RD"),
    ("relative risk reduction", "RRR"), ("relative reduction", "RRR"), ("relative risk increase", "RRR"),
    ("rate difference", "RD"), ("hazard ratio", "HR"),
    ("hazard ratios", "HR"), ("hazards ratio", "HR"), ("odds ratio", "OR"), ("odds ratios", "OR"), ("risk ratio", "RR"),
    ("risk ratios", "RR"), ("relative risk", "RR"), ("relative risks", "RR"), ("rate ratio", "IRR"), ("prevalence ratio", "PR"),
    ("mean difference", "MD"), ("mean differences", "MD"), ("treatment difference", "MD"), ("treatment benefit", "MD"),
    ("treatment effect", "MD"), ("between group difference", "MD"),
    ("difference in means", "MD"), ("adjusted difference", "MD"), ("least squares mean difference", "MD"), ("effect size", "SMD"),
    ("m diff", "MD"), ("mean diff", "MD"), ("difference", "MD"), ("cohen s d", "d"), ("cohens d", "d"), ("hedges g", "g"),
    ("hedges s g", "g"), ("hedge s g", "g"),
    ("number needed to treat", "NNT"), ("numbers needed to treat", "NNT"), ("number needed to harm", "NNH"),
    ("area under the curve", "AUC"), ("area under the receiver operating characteristic curve", "AUC"), ("c index", "C-index"),
    ("c statistic", "C-index"), ("concordance index", "C-index"), ("positive predictive value", "PPV"),
    ("negative predictive value", "NPV"), ("sensitivity", "sensitivity"), ("specificity", "specificity"), ("kappa", "kappa"),
    ("intraclass correlation coefficient", "ICC"), ("regression coefficient", "beta"), ("beta", "beta"), ("β", "beta"),
    ("κ", "kappa"),
  ]

  /// The same by the codes of their words.
  static let coded = phrases.map { (phrase: WordCode.phrase($0.name), measure: $0.measure) }

  /// Short forms in the case in which they are printed.
  static let shortForms: [String: String] = [
    "HR": "HR", "aHR": "HR", "sHR": "HR", "SHR": "HR", "HRs": "HR", "AHR": "HR", "OR": "OR", "aOR": "OR", "AOR": "OR",
    "ORs": "OR",
    "RR": "RR", "aRR": "RR", "RRs": "RR", "IRR": "IRR", "aIRR": "IRR", "RD": "RD", "ARD": "RD", "MD": "MD", "WMD": "WMD",
    "SMD": "SMD", "hr": "HR", "NNT": "NNT", "NNH": "NNH", "AUC": "AUC", "AUROC": "AUC", "PPV": "PPV", "NPV": "NPV", "ICC": "ICC",
    "SIR": "SIR",
    "RRR": "RRR", "ARR": "RD", "csHR": "HR", "cHR": "HR", "cOR": "OR", "COR": "OR", "POR": "OR", "PR": "PR", "aPR": "PR",
  ]

  /// Single letters, which are a measure only before a sign of equality.
  static let letters: [String: String] = ["d": "d", "g": "g", "b": "beta", "B": "beta"]

  private static let chinese: [(name: String, measure: String)] = [
    ("相对危险度降低", "RRR"), ("相对危险度减少", "RRR"), ("相对危险降低", "RRR"), ("相对风险降低", "RRR"), ("相对风险减少", "RRR"),
    ("标准化均数差", "SMD"), ("标准均数差", "SMD"), ("加权均数差", "WMD"), ("发病率比", "IRR"), ("发生率比", "IRR"), ("风险比率", "HR"),
    ("风险比", "HR"), ("危险比", "HR"), ("比值比", "OR"), ("优势比", "OR"), ("相对危险度", "RR"), ("相对风险", "RR"), ("危险度比", "RR"),
    ("率比", "RR"), ("风险差", "RD"), ("绝对差值", "RD"), ("绝对差异", "RD"), ("率差", "RD"), ("均数差", "MD"), ("均差", "MD"), ("平均差", "MD"),
    ("组间差值", "MD"),
    ("组间差异为", "MD"), ("均值差", "MD"), ("组间差", "MD"), ("差值", "MD"),
    ("需治疗人数", "NNT"), ("曲线下面积", "AUC"), ("灵敏度", "sensitivity"), ("敏感度", "sensitivity"), ("敏感性", "sensitivity"),
    ("特异度", "specificity"), ("特异性", "specificity"), ("绝对危险度降低", "RD"), ("绝对风险降低", "RD"), ("绝对危险降低", "RD"), ("绝对危险度差", "RD"),
    ("阳性预测值", "PPV"), ("阴性预测值", "NPV"), ("回归系数", "beta"), ("合并效应量", "SMD"),
  ]

  private static let chineseNames = NeedleTable(chinese.map { Array($0.name.utf8) })

  /// The measures that a run of Chinese names, in printed order; of names that overlap the one that stands first in the list.
  ///
  /// 发生率比较 compares rates and names no ratio, 组间差异 names no figure.
  static func measures(inHan run: ArraySlice<UInt8>) -> [String] {
    var found: [(name: Int, range: Range<Int>)] = []
    run.withUnsafeBufferPointer { bytes in
      chineseNames.forEachMatch(in: bytes, where: { _ in true }) { name, range in
        let rest = bytes[range.upperBound...]
        if !["较", "异", "别", "距"].contains(where: { rest.starts(with: $0.utf8) }) { found.append((name, range)) }
        return true
      }
    }
    let sure = found.filter { one in
      !found.contains { $0.range.overlaps(one.range) && ($0.name, $0.range.lowerBound) < (one.name, one.range.lowerBound) }
    }
    return sure.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { chinese[$0.name].measure }
  }

  /// Measures whose value is a bare positive number.
  static let ratios: Set<String> = ["HR", "OR", "RR", "IRR", "PR", "SIR", "RoM"]

  /// Measures whose name is a common word too: their value stands at most four words on.
  static let nearby: Set<String> = [
    "sensitivity", "specificity", "kappa", "beta", "AUC", "C-index", "PPV", "NPV", "ICC", "d", "g", "NNT", "NNH", "RRR",
  ]
}

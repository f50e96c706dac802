import Checks
import Extraction
import Literature

/// The findings of one rule in a document that is read as a file is: through reader and recognisers.
func findings(_ rule: some Rule, in text: String, path: String = "paper.txt") throws -> [Finding] {
  Checker.check(extract: try Extractor.extract(bytes: Array(text.utf8), path: path), rules: [rule]).findings
}

/// An invented review: a title, sections, and a reference list.
func review(_ body: String, references: [String] = [], chinese: Bool = false) -> String {
  let list = references.enumerated().map { "[\($0.offset + 1)] \($0.element)" }.joined(separator: "\n")
  let heading = chinese ? "参考文献" : "References"
  let title = chinese ? "腺体肿瘤术后治疗的虚构综述" : "Treatment after Resection of Gland Tumours: An Invented Review"
  return "\(title)\n\n1. \(chinese ? "正文" : "Text")\n\n\(body)\n\n\(heading)\n\n\(list)\n"
}

/// Invented entries for the trials that the tests name.
enum Entries {
  static let alder =
    "Alder, A. and Erle, B. (2019) Adjuvant Lenvatinib after Resection of Gland Tumours (ALDER-301): A Randomised Phase 3 Trial. Journal of Invented Results, 2, 101-110. https://doi.org/10.5555/invented.alder.2019"
  static let birch =
    "Birch, C. and Buche, D. (2020) Adjuvant Nivolumab in Resected Gland Tumours (BIRCH-204): A Randomised Phase 3 Trial. Journal of Invented Results, 3, 111-120. https://doi.org/10.5555/invented.birch.2020"
  static let cedar =
    "Cedar, E. and Tanne, L. (2021) Axitinib plus Avelumab in Gland Tumours (CEDAR-12): A Randomised Phase 2 Trial. Journal of Invented Results, 4, 121-130. https://doi.org/10.5555/invented.cedar.2021"
  static let all = [alder, birch, cedar]
}

import Testing

@testable import Evidence

struct PriorTreatmentTests {
  @Test(arguments: [
    ("Pembrolizumab in patients previously treated with sorafenib", ["drug:pembrolizumab"]),
    ("Lenvatinib in sorafenib-refractory carcinoma", ["drug:lenvatinib"]),
    ("Nivolumab after progression on or after sorafenib", ["drug:nivolumab"]), ("瑞戈非尼用于索拉非尼治疗失败的患者", ["drug:regorafenib"]),
  ])
  func leavesOutWhatPatientsHadBefore(_ text: String, _ drugs: [String]) {
    #expect(TrialDetails.drugs(in: Array(text.utf8)) == drugs)
  }

  @Test(arguments: [
    ("Lenvatinib versus sorafenib in first-line treatment", ["drug:lenvatinib", "drug:sorafenib"]),
    ("Patients were treated with sorafenib or placebo", ["drug:sorafenib"]),
    ("瑞戈非尼与索拉非尼治疗晚期肝癌", ["drug:regorafenib", "drug:sorafenib"]),
  ])
  func keepsWhatTheTrialGave(_ text: String, _ drugs: [String]) { #expect(TrialDetails.drugs(in: Array(text.utf8)) == drugs) }
}

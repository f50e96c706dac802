import Literature
import Testing
import TextAnalysis

@testable import Evidence

private func ids(_ text: String) -> [String] {
  RegistryIdentifierScanner.matches(in: LexedText(text)).map { "\($0.identifier.scheme) \($0.identifier.id)" }
}

@Test func readsNumbersOfManyRegistries() {
  let expected = [
    "NCT01234567": "ClinicalTrials.gov NCT01234567", "ISRCTN12345678": "ISRCTN ISRCTN12345678",
    "ChiCTR2100012345": "ChiCTR ChiCTR2100012345", "ChiCTR-IPR-15001234": "ChiCTR ChiCTR-IPR-15001234",
    "2011-001234-56": "EudraCT 2011-001234-56", "2023-501234-56-00": "CTIS 2023-501234-56-00",
    "UMIN000012345": "UMIN UMIN000012345", "jRCTs041180123": "jRCT jRCTs041180123", "jRCT2031200123": "jRCT jRCT2031200123",
    "JapicCTI-152345": "JapicCTI JapicCTI-152345", "ACTRN12615000123456": "ACTRN ACTRN12615000123456",
    "DRKS00012345": "DRKS DRKS00012345", "CTRI/2019/05/012345": "CTRI CTRI/2019/05/012345", "NTR1234": "NTR NTR1234",
    "IRCT20190101012345N1": "IRCT IRCT20190101012345N1", "KCT0001234": "KCT KCT0001234",
    "PACTR201905123456789": "PACTR PACTR201905123456789",
    "TCTR20190101001": "TCTR TCTR20190101001", "SLCTR/2019/012": "SLCTR SLCTR/2019/012", "RBR-6bwqgr": "ReBec RBR-6bwqgr",
    "RPCEC00000123": "RPCEC RPCEC00000123", "PER-010-19": "REPEC PER-010-19", "LBCTR2019070214": "LBCTR LBCTR2019070214",
    "ITMCTR2023000123": "ITMCTR ITMCTR2023000123",
  ]
  for (text, id) in expected { #expect(ids("(\(text)).") == [id], "\(text)") }
}

@Test func toleratesSpacesAndHyphensAsMisprinted() {
  #expect(ids("NCT 01234567 and NCT-01234568") == ["ClinicalTrials.gov NCT01234567", "ClinicalTrials.gov NCT01234568"])
  #expect(ids("ISRCTN: 12345678") == ["ISRCTN ISRCTN12345678"])
  #expect(ids("2011\u{2013}001234\u{2013}56") == ["EudraCT 2011-001234-56"])
}

@Test func refusesWrongDigitsAndYears() {
  #expect(ids("NCT0123456 NCT012345678 ISRCTN123 1811-001234-56 CTRI/1019/05/012345 nct").isEmpty)
  #expect(ids("10.1000/xNCT01234567").isEmpty)
}

@Test func keepsThePlace() {
  let matches = RegistryIdentifierScanner.matches(in: LexedText("试验(NCT01234567)"))
  #expect(matches.map(\.range) == [7..<18])
}

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
    "ITMCTR2023000123": "ITMCTR ITMCTR2023000123", "ChiMCTR1900001234": "ITMCTR ChiMCTR1900001234",
    "EUCTR2011-001234-56-GB": "EudraCT 2011-001234-56", "2023-501234-56": "CTIS 2023-501234-56-00",
    "NL-OMON12345": "NL-OMON NL-OMON12345", "IRCT138804272201N12": "IRCT IRCT138804272201N12",
    "JMA-IIA00123": "JMACCT JMA-IIA00123", "CTRI/2010/091/001234": "CTRI CTRI/2010/091/001234",
    "HKUCTR-1234": "HKUCTR HKUCTR-1234", "PHRR190101-001234": "PHRR PHRR190101-001234", "SNCTP000001234": "SNCTP SNCTP000001234",
    "U1111-1234-5678": "UTN U1111-1234-5678", "UMIN-CTR 000012345": "UMIN UMIN000012345",
    "jRCTc050190123": "jRCT jRCTc050190123", "JapicCTI 152345": "JapicCTI JapicCTI-152345",
  ]
  for (text, id) in expected { #expect(ids("(\(text)).") == [id], "\(text)") }
}

@Test func toleratesSpacesAndHyphensAsMisprinted() {
  #expect(ids("NCT 01234567 and NCT-01234568") == ["ClinicalTrials.gov NCT01234567", "ClinicalTrials.gov NCT01234568"])
  #expect(ids("ISRCTN: 12345678") == ["ISRCTN ISRCTN12345678"])
  #expect(ids("2011\u{2013}001234\u{2013}56") == ["EudraCT 2011-001234-56"])
}

@Test func readsNumbersInPrintedDisguise() {
  let expected = [
    "ＮＣＴ０１２３４５６７": "NCT01234567", "nct01234567": "NCT01234567", "No.NCT01234567": "NCT01234567",
    "NCT\u{2011}01234567": "NCT01234567",
    "ISRCTN register number 12345678": "ISRCTN12345678", "isrctn 12345678": "ISRCTN12345678", "NCT No. 01234567": "NCT01234567",
    "ACTRN 1261 5000 123456": "ACTRN12615000123456", "ANZCTR): 12615000123456": "ACTRN12615000123456",
    "ANZCTRN12615000123456": "ACTRN12615000123456", "ACTRN012606000123456": "ACTRN12606000123456",
    "RBR–6BWQGR": "RBR-6bwqgr", "ChiCTR–TRC–13003562": "ChiCTR-TRC-13003562", "CHICTR2100012345": "ChiCTR2100012345",
    "CTRI-2019-05-012345": "CTRI/2019/05/012345", "CTRI／2019／05／012345": "CTRI/2019/05/012345",
    "JPRN-UMIN000012345": "UMIN000012345", "EU CTR 2011 - 001234 - 56": "2011-001234-56", "DRKS-ID 00012345": "DRKS00012345",
    "irct20190101012345n1": "IRCT20190101012345N1", "IRCT20190101012345N101": "IRCT20190101012345N101",
    "NCT\u{200B}01234567": "NCT01234567",
  ]
  for (text, id) in expected {
    #expect(RegistryIdentifierScanner.matches(in: LexedText("编号 \(text)。")).map(\.identifier.id) == [id], "\(text)")
  }
}

@Test func takesShortNumbersOnlyWhereARegisterIsSpokenOf() {
  #expect(ids("Dutch Trial Register NL7892") == ["NTR NL7892"])
  #expect(ids("We flew with NL7892 to the congress").isEmpty)
  #expect(ids("as per-010-19 and in the year 2011 001234 56").isEmpty)
}

@Test func refusesDatesThatCannotBe() {
  for text in [
    "TCTR20191301001", "PACTR201913123456789", "CTRI/2019/13/012345", "LBCTR2019170214", "ACTRN99915000123456",
    "ChiCTR9900012345",
    "IRCT17000101012345N1", "PHRR191301-001234",
  ] { #expect(ids(text).isEmpty, "\(text)") }
}

@Test func refusesWrongDigitsAndYears() {
  #expect(ids("NCT0123456 NCT012345678 ISRCTN123 1811-001234-56 CTRI/1019/05/012345 nct").isEmpty)
  #expect(ids("10.1000/xNCT01234567").isEmpty)
}

@Test func keepsThePlace() {
  let matches = RegistryIdentifierScanner.matches(in: LexedText("试验(NCT01234567)"))
  #expect(matches.map(\.range) == [7..<18])
}

import Testing

@testable import Literature

@Test func detailsComeBackFromStorageWithTheirPrintedDigits() throws {
  var details = ResultDetails()
  details.degreesOfFreedom = ["1", "27"].compactMap { PrintedNumber($0) }
  details.spread = PrintedNumber("1.20")
  details.spreadKind = .sd
  details.pKind = .interaction
  details.adjusted = false
  details.endpointSpan = SourceSpan([3..<9, 12..<14])
  let text = try #require(details.stored?.compact)
  #expect(ResultDetails(stored: try JSONValue(parsing: text)) == details)
}

@Test func armDetailsComeBackFromStorage() throws {
  var details = ArmDetails()
  details.total = PrintedNumber("1,204")
  details.low = PrintedNumber("0.5", relation: .less)
  details.armSpan = SourceSpan(0..<4)
  let text = try #require(details.stored?.compact)
  #expect(ArmDetails(stored: try JSONValue(parsing: text)) == details)
}

@Test func emptyDetailsAreNotStored() {
  #expect(ResultDetails().stored == nil && ArmDetails().stored == nil)
  #expect(ResultDetails(stored: .null).isEmpty)
}

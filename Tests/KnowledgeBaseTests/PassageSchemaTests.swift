import Testing

@testable import KnowledgeBase

@Test func namesFieldsAndColumnsAsTheirCases() {
  #expect(PassageField.allCases.map(\.name) == PassageField.allCases.map { "\($0)" })
  #expect(PassageColumn.allCases.map(\.name) == PassageColumn.allCases.map { "\($0)" })
}

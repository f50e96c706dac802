import PlantedErrors
import Testing

struct MarkedManuscriptTests {
  private static let source =
    "HR ⟦N101,N102|0.74|0.94⟧ (0.60 to 0.92); ⟦=A201|0.66 at the interim analysis⟧, P ⟦N103|= 0.006|= 0.06⟧."

  @Test func rendersTheRightForm() throws {
    let manuscript = try MarkedManuscript(Self.source)
    #expect(manuscript.clean == "HR 0.74 (0.60 to 0.92); 0.66 at the interim analysis, P = 0.006.")
  }

  @Test func rendersOneErrorAtATime() throws {
    let manuscript = try MarkedManuscript(Self.source)
    #expect(manuscript.text(planting: [0]) == "HR 0.94 (0.60 to 0.92); 0.66 at the interim analysis, P = 0.006.")
    #expect(manuscript.text(planting: [1]) == "HR 0.74 (0.60 to 0.92); 0.66 at the interim analysis, P = 0.06.")
  }

  @Test func keepsCodesAndLookAlikes() throws {
    let manuscript = try MarkedManuscript(Self.source)
    #expect(manuscript.places.map(\.codes) == [["N101", "N102"], ["N103"]])
    #expect(manuscript.lookAlikes.map(\.code) == ["A201"])
    #expect(manuscript.lookAlikes.map(\.text) == ["0.66 at the interim analysis"])
  }

  @Test func anErrorMayBeThatSomethingIsMissing() throws {
    #expect(try MarkedManuscript("A⟦R401| doi|⟧.").text(planting: [0]) == "A.")
  }

  @Test(arguments: ["⟦N101|0.74", "⟦N101|0.74⟧", "⟦|a|b⟧", "⟦N101|a|b|c⟧"])
  func refusesMarksOfAnotherForm(source: String) {
    #expect(throws: MarkedManuscript.MarkError.self) { try MarkedManuscript(source) }
  }
}

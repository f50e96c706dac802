import Answers
import Literature
import Testing

@testable import ConcordCLI

struct FigureRowTests {
  private func evidence(_ card: ResultCard, in place: String) -> EvidenceCard {
    let passage = EvidencePassage(
      document: "d", alias: "d", id: place, kind: .sentence, section: "1", language: .english, text: place, span: card.span,
      references: [])
    return EvidenceCard(card: card, passage: passage, references: [])
  }

  private func ratio(_ value: String, low: String? = nil, high: String? = nil, p: String? = nil) throws -> ResultCard {
    var card = ResultCard(measure: "HR", location: .text, passage: 0, span: SourceSpan(0..<4))
    card.endpoint = "OS"
    card.value = try number(value)
    card.low = try low.map(number)
    card.high = try high.map(number)
    card.p = try p.map(number)
    return card
  }

  private func medians(_ values: [(String, String)]) throws -> ResultCard {
    var card = ResultCard(measure: "median", location: .text, passage: 0, span: SourceSpan(0..<4))
    card.endpoint = "OS"
    card.armValues = try values.map { ResultCard.ArmValue(arm: $0.0, value: try number($0.1)) }
    return card
  }

  private func number(_ text: String) throws -> PrintedNumber { try #require(PrintedNumber(text)) }

  private func rows(_ cards: [ResultCard]) -> [FigureRow] {
    let named = cards.enumerated().map { evidence($0.element, in: "p\($0.offset)") }
    return FigureRow.rows(of: named) { Int($0.id.dropFirst()) ?? -1 }
  }

  @Test func aFigureThatOnePlacePrintsMoreFullyIsOneRow() throws {
    let found = rows([try ratio("0.90"), try ratio("0.90", low: "0.75", high: "1.09", p: "0.25")])
    #expect(found.count == 1)
    #expect(found.first?.places == [0, 1])
    #expect(found.first?.cells[2] == "0.90 (0.75–1.09)")
    #expect(found.first?.cells[3] == "0.25")
  }

  @Test func armsInEitherOrderAreOneRow() throws {
    #expect(rows([try medians([("a", "7.9"), ("b", "10.7")]), try medians([("b", "10.7"), ("a", "7.9")])]).count == 1)
    #expect(rows([try medians([("a", "7.9"), ("b", "10.7")]), try medians([("a", "10.7"), ("b", "7.9")])]).count == 2)
  }

  @Test func figuresThatDifferStayApart() throws {
    #expect(rows([try ratio("0.53", p: "0.002"), try ratio("0.534", p: "0.002")]).count == 2)
    #expect(rows([try ratio("1.06", p: "0.72"), try ratio("1.06", p: "0.719")]).count == 2)
  }
}

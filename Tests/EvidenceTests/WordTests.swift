import Testing

@testable import Evidence

struct WordTests {
  @Test(arguments: ["n", "of", "median", "patients", "improvement", "hyperlipidaemia", "nonsignificantly", "electroencephalogram"])
  func isTheSameFromTextAndFromItsCode(word: String) {
    let text = ResultText("\(word) \(word.uppercased())")
    #expect(text.word(0) == Word(word))
    #expect(text.word(1) == Word(word))
    #expect(text.word(0) != Word(word + "s"))
  }

  @Test func isTheSameAsALiteral() {
    let text = ResultText("The Overall response; ΜG")
    #expect(text.word(0) == "the")
    #expect(["primary", "overall"].contains(text.word(1)))
    #expect(text.word(2) == "response")
    #expect(text.word(3).isEmpty)
    #expect(text.word(4) == "μg")
    #expect(text.word(5).isEmpty)
  }

  @Test func keepsWordsApartThatDifferInOneBytes() {
    let words = (0..<26).flatMap { first in (0..<26).map { second in [97 + first, 97 + second] } }
    let codes = words.map { bytes in WordCode.of(String(decoding: bytes.map(UInt8.init), as: UTF8.self) + "-like-words") }
    #expect(Set(codes).count == 676)
  }

  @Test func listHoldsItsWordsOnly() {
    let list: Words = ["with", "in", "for"]
    #expect(list.contains("in"))
    #expect(!list.contains("on"))
    #expect(!list.contains(Word("")))
  }

  @Test(arguments: [
    "n = 30", "Mean (SD), mg/dL", "Café au lait – 12²", "x̄ ± s", "对照组 (n=20)", "Ratio\r\nof two", "ÉTÉ 2019",
  ])
  func letterRunsAreThoseOfCharacters(text: String) {
    let words = text.lowercased().split { !$0.isLetter }
    #expect(text.letterWords == words.map { Word(String($0)) })
    #expect(text.letterRuns.map(\.length) == words.map(\.count))
    #expect(text.letterAndNumberWords == text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { Word(String($0)) })
  }
}

import Testing

@testable import Evidence

struct WordTests {
  @Test(arguments: [
    "n", "of", "median", "patients", "improvement", "hyperlipidaemia", "nonsignificantly", "electroencephalogram",
  ])
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

  @Test func keepsAllShortWordsApart() {
    let letters = (0..<26).map { String(decoding: [UInt8(97 + $0)], as: UTF8.self) }
    let pairs = letters.flatMap { first in letters.map { first + $0 } }
    let triples = pairs.flatMap { pair in letters.map { pair + $0 } }
    let long = pairs.flatMap { pair in ["\(pair)-like-words", "like\(pair)", "randomi\(pair)ation"] }
    let words = letters + pairs + triples + long
    #expect(Set(words.map { WordCode.of($0) }).count == words.count)
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

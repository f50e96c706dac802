import TextAnalysis
import Testing

@Suite struct TextSignatureTests {
  private static let long = LexedText("Of 40 ducks that were kept on two ponds 12 lost weight, 体重明显下降者较多, and 28 did not")

  private func key(_ word: String) -> UInt16 { TokenKey.word(word.utf8) }

  private func probe(_ characters: String) -> UInt16 {
    let numbers = characters.unicodeScalars.map { scalar in
      let bytes = Array(String(scalar).utf8)
      return TokenKey.character(bytes[1], bytes[2])
    }
    return UInt16(numbers.count == 1 ? TextSignature.probe(numbers[0]) : TextSignature.probe(numbers[0], numbers[1]))
  }

  @Test func `every word of a text may stand in it`() {
    for index in Self.long.tokens.indices where Self.long.tokens[index].kind == .word {
      #expect(Self.long.signature.mayHold(anyWordOf: [Self.long.keys[index]]))
    }
    #expect(Self.long.signature.mayHold(anyWordOf: [key("goose"), key("DUCKS")]))
  }

  @Test func `a word that no token has the key of does not`() {
    #expect(!Self.long.signature.mayHold(anyWordOf: [key("goose"), key("swan")]))
    #expect(!Self.long.signature.mayHold(anyWordOf: []))
  }

  @Test func `neighbours of a Chinese run may stand in it, characters apart do not`() {
    let signature = Self.long.signature
    for pair in ["体重", "重明", "明显", "下降", "降者", "较多", "体", "多"] { #expect(signature.mayHold(anyOf: [probe(pair)])) }
    #expect(!signature.mayHold(anyOf: [probe("体显"), probe("鸭")]))
  }

  @Test func `a text without Chinese holds none`() {
    let text = LexedText("one two three four five six seven eight nine ten eleven twelve thirteen")
    #expect(!text.signature.mayHold(anyOf: [probe("体重")]))
    #expect(text.signature.mayHold(anyWordOf: [key("twelve")]))
  }

  @Test func `in a short text anything may stand`() {
    let text = LexedText("two ducks")
    #expect(text.signature.mayHold(anyWordOf: [key("goose")]))
    #expect(text.signature.mayHold(anyOf: [probe("体重")]))
  }

  @Test func `a part of a text has a signature of its own`() throws {
    let bytes = Self.long.utf8
    let start = try #require(Self.long.tokens.first { $0.kind == .word && Self.long.string($0.range) == "that" }).start
    let part = Self.long.part(start..<bytes.count, bytes: Array(bytes[start...]))
    #expect(!part.signature.mayHold(anyWordOf: [key("of")]))
    #expect(part.signature.mayHold(anyWordOf: [key("ponds")]))
  }
}

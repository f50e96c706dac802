import Testing
import TextAnalysis

@testable import Checks

struct PhraseSetTests {
  private static let words = PhraseSet(["no more than", "fell short of", "naïve", "p"], ["不超过", "未见", "p值"])

  private func found(_ text: String, _ set: PhraseSet = words) -> [String] {
    let lexed = LexedText(text)
    return set.all(in: lexed).map { lexed.string($0) }
  }

  @Test func `words are found in any case and with hyphens for spaces`() {
    #expect(found("It FELL-short of the aim, no More than once.") == ["FELL-short of", "no More than"])
    #expect(found("Nothing of the kind; falls short") == [])
  }

  @Test func `letters outside ASCII are compared in lower case`() {
    #expect(found("Patients were NAÏVE to it") == ["NAÏVE"])
  }

  @Test func `Chinese is found anywhere in a run, the longest first, and not across characters`() {
    #expect(found("均未见差异且不超过十例未见") == ["未见", "不超过", "未见"])
    #expect(found("超过未及见") == [])
    #expect(found("其p值为") == ["p"])
  }

  @Test func `only the tokens asked for are looked at`() {
    let text = LexedText("p was no more than p")
    #expect(Self.words.first(in: text, 1..<text.count).map { text.string($0) } == "no more than")
    #expect(Self.words.occurs(in: text, 1..<2) == false)
  }

  @Test func `a part of a text has the keys of its tokens`() {
    let text = LexedText("Of all 未见 p")
    let part = text.part(3..<text.utf8.count, bytes: Array(text.utf8[3...]))
    #expect(Self.words.all(in: part).map { part.string($0) } == ["未见", "p"])
    #expect(part.keys == Array(text.keys[1...]))
  }

  @Test(arguments: [
    ("鸭群中毒鸭增多", ["鸭", "毒鸭", "多"]), ("鸭绒与鸭", ["鸭绒", "鸭"]), ("毒鸭绒", ["毒鸭绒"]), ("湖水", []),
  ])
  func `of Chinese phrases that begin at a place the longest wins`(_ text: String, _ expected: [String]) {
    #expect(found(text, PhraseSet(["no duck"], ["鸭", "毒鸭", "毒鸭绒", "鸭绒", "多", "毒"])) == expected)
  }

  @Test func `the keys of a set are told ascending`() {
    let keys = PhraseSet(["duck", "goose"], ["鸭"]).keys.keys
    #expect(keys == keys.sorted() && keys.contains(Int(TokenKey.word("duck".utf8))) && keys.contains(Int(TokenKey.han)))
    #expect(!keys.contains(Int(TokenKey.word("swan".utf8))))
  }
}

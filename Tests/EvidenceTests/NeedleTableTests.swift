import Testing

@testable import Evidence

struct NeedleTableTests {
  /// All places of all pieces, found one by one.
  private func plain(_ needles: [[UInt8]], _ text: [UInt8]) -> [String] {
    text.indices.flatMap { start in
      needles.indices.filter { text[start...].starts(with: needles[$0]) }.map { "\($0) \(start)..<\(start + needles[$0].count)" }
    }
  }

  private func matches(_ table: NeedleTable, _ text: [UInt8]) -> [String] {
    var found: [String] = []
    text.withUnsafeBufferPointer { bytes in
      table.forEachMatch(in: bytes, where: { _ in true }) { needle, range in
        found.append("\(needle) \(range)")
        return true
      }
    }
    return found
  }

  /// Every set of up to two pieces over two letters in every text of up to six letters.
  @Test func findsWhatAPlainSearchFinds() {
    let words: [[UInt8]] = (1...3).flatMap { length in
      (0..<(1 << length)).map { bits in (0..<length).map { bits >> $0 & 1 == 0 ? 0x61 : 0x62 } }
    }
    let texts: [[UInt8]] = (0...6).flatMap { length in
      (0..<(1 << length)).map { bits in (0..<length).map { bits >> $0 & 1 == 0 ? 0x61 : 0x62 } }
    }
    for first in words {
      for second in words {
        let table = NeedleTable([first, second])
        for text in texts { #expect(matches(table, text) == plain([first, second], text)) }
      }
    }
  }

  @Test func foldsCapitalsWhereAsked() {
    let text = Array("The CONTROL Group".utf8)
    #expect(matches(NeedleTable([Array("control".utf8)], foldingCapitals: true), text) == ["0 4..<11"])
    #expect(matches(NeedleTable([Array("control".utf8)]), text).isEmpty)
  }

  @Test func stopsWhenTold() {
    let table = NeedleTable([Array("a".utf8)])
    var count = 0
    Array("aaaa".utf8).withUnsafeBufferPointer { bytes in
      table.forEachMatch(in: bytes, where: { $0 > 0 }) { _, _ in
        count += 1
        return count < 2
      }
    }
    #expect(count == 2)
  }

  @Test(arguments: [
    ("more than before", true), ("moreover", false), ("(more)", true), ("比以前更多", true), ("the trial", true),
    ("then trials", false),
  ])
  func phrasesOfLettersStandAsWords(text: String, stands: Bool) {
    let phrases: Phrases = ["more", "更多", "the trial"]
    #expect(text.hasAny(phrases) == stands)
    #expect(text.hasAny(["more", "更多", "the trial"]) == stands)
  }
}

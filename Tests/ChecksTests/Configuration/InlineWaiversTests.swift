import Checks
import Literature
import Testing

struct InlineWaiversTests {
  private func read(_ text: String) -> InlineWaivers { InlineWaivers(Array(text.utf8), path: "a.txt") }

  private func lines(_ text: String) throws -> ClosedRange<Int> {
    let waiver = try #require(read(text).waivers.first)
    guard case .lines(let lines) = waiver.scope else { return 0...0 }
    return lines
  }

  @Test func aCommentCoversItsLine() throws {
    #expect(try lines("one\nHR 0.9 <!-- concord: allow N103: by protocol -->\nthree") == 2...2)
  }

  @Test func aloneItCoversTheParagraphThatFollows() throws {
    #expect(try lines("<!-- concord: allow N103: why -->\n\nfirst\nsecond\n\nother") == 3...4)
    #expect(try lines("<a>\n<!-- concord: allow N103: why -->\n<p>first</p>\n<p>second</p>\n</a>") == 3...3)
  }

  @Test func readsWordsDayAndReason() throws {
    let waiver = try #require(
      read("x <!-- concord: allow N103, dangling-callout \"P = 0.26\" until 2027-03-31: see 2.4: sides -->").waivers.first)
    #expect(waiver.rules == ["N103", "dangling-callout"] && waiver.text == "P = 0.26")
    #expect(waiver.until?.description == "2027-03-31" && waiver.reason == "see 2.4: sides")
  }

  @Test func blanksTheCommentAndMovesNothing() {
    let text = "a <!-- concord: allow N1:\n why --> b\n"
    let read = read(text)
    #expect(
      String(decoding: read.bytes, as: UTF8.self) == "a " + String(repeating: " ", count: 23) + "\n"
        + String(repeating: " ", count: 8) + " b\n")
    #expect(read.bytes.count == text.utf8.count)
  }

  @Test(arguments: [
    ("<!-- concord: allow N103 -->", "needs a reason"), ("<!-- concord: allow : x -->", "at least one rule"),
    ("<!-- concord: allow N999: x -->", "no rule “N999”"), ("<!-- concord: ignore N103: x -->", "reads: concord: allow"),
    ("<!-- concord: allow N103 until tomorrow: x -->", "no day"),
  ])
  func saysWhatItDoesNotUnderstand(text: String, message: String) {
    let read = read(text)
    #expect(read.waivers.isEmpty && read.problems.first?.message.contains(message) == true)
  }

  @Test func otherCommentsAndBrokenOnesAreLeftAlone() {
    for text in ["<!-- a comment -->", "<!-- concord: allow N103: no end", "<", "<!--", "a <!- concord: -->"] {
      #expect(read(text).waivers.isEmpty && read(text).bytes == Array(text.utf8))
    }
  }

  @Test func readsWaiversInUTF16() {
    let text = "第一行 P = 0.26 <!-- concord: allow N103: 方案规定单侧 -->\n"
    let little: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    for bytes in [little, big] {
      let found = InlineWaivers(bytes, path: "paper.txt")
      #expect(found.waivers.count == 1 && found.problems.isEmpty)
      #expect(String(decoding: found.bytes, as: UTF8.self).hasPrefix("第一行 P = 0.26  "))
    }
    let plain: [UInt8] = [0xFF, 0xFE] + "P".utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(InlineWaivers(plain, path: "paper.txt").bytes == plain)
  }
}

import Checks
import Testing

/// Lists that by their grammar leave nothing out.
struct ClosedListTests {
  private func count(_ text: String, chinese: Bool = false) throws -> Int {
    try findings(ArmsAgainstTotal(), in: review(text, chinese: chinese)).count
  }

  @Test func theOthersCloseAList() throws {
    func text(_ last: String) -> String {
      "There were 78 fractures. Falls accounted for 29 of them, tools for 21, play for \(last) and other or unknown causes for 11."
    }
    #expect(try count(text("17")) == 0)
    #expect(try count(text("27")) == 1)
    #expect(try count("夹板组骨折11例，其中桡骨5例、尺骨4例、其他2例。", chinese: true) == 0)
    #expect(try count("夹板组骨折11例，其中桡骨5例、尺骨4例、其他3例。", chinese: true) == 1)
    #expect(try count("夹板组骨折11例，其中桡骨5例、尺骨4例、其他3例，各项有重叠。", chinese: true) == 0)
  }

  @Test func onePrepositionPartsAWhole() throws {
    #expect(try count("There were 119 relapses, 62 under tape and 57 under splints.") == 0)
    #expect(try count("There were 119 relapses, 62 under tape and 67 under splints.") == 1)
    // Other things are told of the two.
    #expect(try count("There were 119 relapses, 62 under tape and 23 under splints.") == 0)
  }

  @Test func aThingAndItsOppositeAreAll() throws {
    #expect(try count("Of 1,742 people, 612 (35.1%) were smokers and 1,130 non-smokers.") == 0)
    #expect(try count("Of 1,742 people, 612 (35.1%) were smokers and 1,103 non-smokers.") == 1)
    // A third part.
    #expect(try count("Of 70 people, 41 (59%) were men, 25 (36%) women, and 4 (6%) had not said.") == 0)
    #expect(try count("Of 1,742 people, 612 (35.1%) were smokers and 1,103 drinkers.") == 0)
    let groups = "随机分为夹板组246例，贴布组222例，共468例。"
    #expect(try count(groups + "男256例，女212例。", chinese: true) == 0)
    #expect(try count(groups + "男256例，女222例。", chinese: true) == 1)
  }

  @Test func whatIsAddedUpAtOnce() throws {
    #expect(try count("大骨折（腕以上）27例，小骨折44例，合计71例。", chinese: true) == 0)
    #expect(try count("大骨折（腕以上）27例，小骨折54例，合计71例。", chinese: true) == 1)
  }

  @Test func whoWasNotIncludedFellOut() throws {
    func text(_ part: String) -> String {
      "Of 1,186 people, 274 were not included: 61 had an old fracture, \(part) were managed without a cast, 12 left town and 113 had no film."
    }
    #expect(try count(text("88")) == 0)
    #expect(try count(text("98")) == 1)
  }

  @Test func whoCameFellOutAndWasLeft() throws {
    #expect(try count("Thirty-nine were read in full and 25 excluded, which left 14.") == 0)
    #expect(try count("Thirty-nine were read in full and 35 excluded, which left 14.") == 1)
    #expect(try count("发放2 150份，收回有效1 984份，无效或未收回166份。", chinese: true) == 0)
    #expect(try count("发放2 150份，收回有效1 984份，无效或未收回116份。", chinese: true) == 1)
  }

  /// 174 and 166 are shares of two groups, and 340 is 304 with two digits exchanged by chance.
  @Test func countsBehindTheirSharesArePartsOfNothing() throws {
    #expect(try count("安全性人群中（夹板组309例，对照组304例），不良事件分别为56.3%（174例）和54.6%（166例）。", chinese: true) == 0)
  }
}

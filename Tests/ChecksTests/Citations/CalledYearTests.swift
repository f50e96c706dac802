import Checks
import Literature
import Testing

struct CalledYearTests {
  private func messages(_ body: String, chinese: Bool = false) throws -> [String] {
    try findings(CalledYear(), in: review(body, references: Entries.all, chinese: chinese)).map(\.message)
  }

  @Test func flagsAnAuthorNamedWithAnotherYear() throws {
    #expect(
      try messages("Alder et al. (2016) found no difference [1].") == ["The text says 2016, reference 1 (Alder) is of 2019."])
    #expect(try messages("Alder 等(2016)未发现差异[1]。", chinese: true).count == 1)
  }

  @Test func acceptsTheRightYearAndOtherNumbers() throws {
    #expect(try messages("Alder et al. (2019) found no difference [1].").isEmpty)
    #expect(try messages("In 2016, Alder and colleagues began a trial of 2000 patients [1].").isEmpty)
    #expect(try messages("Cedar (2021) and Alder (2019) agree [3].").isEmpty)
  }

  @Test func readsTheYearBehindColleaguesAndOthers() throws {
    #expect(try messages("The trial by Alder and colleagues from 2017 found the same [1].").count == 1)
    #expect(try messages("Alder 等 2017 年的荟萃分析显示相同结果[1]。").count == 1)
  }
}

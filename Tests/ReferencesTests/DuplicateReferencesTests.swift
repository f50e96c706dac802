import Literature
import References
import Testing

@Suite struct DuplicateReferencesTests {
  private func list(_ raws: [String]) -> [Reference] {
    raws.enumerated().map { index, raw in
      let bytes = Array(raw.utf8)
      return ReferenceParser.reference(from: ReferenceEntry(label: nil, flow: FlowText(0..<bytes.count, of: bytes)), index: index)
    }
  }

  @Test func findsOneWorkInTwoStyles() {
    let pairs = DuplicateReferences.pairs(
      in: list([
        "Ao B, Ce D. Effects of nothing on everything: a randomised trial. J Invent. 2019;12(3):45-9.",
        "Zed Y. Something else entirely in other patients. J Invent. 2019;12(3):50-9.",
        "Ao, B., & Ce, D. (2019). Effects of Nothing on Everything: A Randomised Trial. Journal of Inventions, 12(3), 45–49. https://doi.org/10.5555/a",
      ]))
    #expect(pairs.map(\.first) == [0])
    #expect(pairs.map(\.second) == [2])
  }

  @Test func keepsPartsAbstractsAndOtherDOIsApart() {
    let pairs = DuplicateReferences.pairs(
      in: list([
        "Ao B. Effects of nothing on everything: part 1. J Invent. 2019;12:45-9.",
        "Ao B. Effects of nothing on everything: part 2. J Invent. 2019;12:50-9.",
        "Ce D. Effects of something on everything. J Invent. 2019;12:60-9. doi:10.5555/a",
        "Ce D. Effects of something on everything. J Invent. 2019;12:60-9. doi:10.5555/b",
        "Ef G. Effects of it all on everything in view. J Invent. 2020;13:60-9.",
        "Ef G. Effects of it all on everything in view [abstract]. J Invent. 2020;13(Suppl):S60.",
      ]))
    #expect(pairs.isEmpty)
  }
}

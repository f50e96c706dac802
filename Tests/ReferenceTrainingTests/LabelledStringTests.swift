import Literature
import References
import Testing

@testable import ReferenceTraining

@Suite struct LabelledStringTests {
  private func labels(_ string: TrainingString) -> [String] {
    guard let example = TrainingExample(string) else { return [] }
    return zip(example.words, example.labels).map { word, label in
      "\(String(decoding: string.utf8[Int(word.start)..<Int(word.end)], as: UTF8.self)) \(label)"
    }
  }

  @Test func readsAnyStyle() {
    let xml = """
      <dataset><sequence><author>Smith &amp; Doe,</author><title>On
        it.</title><volume>2019;3(4):</volume><pages>5.</pages></sequence></dataset>
      """
    let strings = AnyStyleReader.strings(in: Array(xml.utf8))
    #expect(strings.map(\.string) == ["Smith & Doe, On it. 2019;3(4): 5."])
    #expect(
      labels(strings[0]) == [
        "Smith author", "& author", "Doe, author", "On title", "it. title", "2019; date", "3 volume", "(4): volume", "5. pages",
      ])
  }

  @Test func readsTEIAndGivesWordsBetweenFieldsToTheOneTheySpeakOf() {
    let xml = """
      <listBibl><bibl><author>A. Doe</author>. <title level="a">On it</title>. In <editor>B. Roe</editor>, editors, <title
      level="m">The Host</title>, pp. <biblScope type="pp">1-2</biblScope>, <date>1990</date>.</bibl></listBibl>
      """
    let strings = TEIReader.strings(in: Array(xml.utf8))
    #expect(strings.count == 1)
    #expect(
      labels(strings[0]) == [
        "A. author", "Doe. author", "On title", "it. title", "In editor", "B. editor", "Roe, editor", "editors, editor",
        "The container", "Host, container", "pp. pages", "1-2, pages", "1990. date",
      ])
  }

  @Test func alignsARenderedStringWithItsWork() {
    var item = BibliographicItem()
    item.authors = [Name(family: "Smith", given: "A")]
    item.title = "On Nothing"
    item.containerTitle = "J Nil"
    item.issued = PartialDate(year: 2019)
    item.volume = "3"
    item.page = "5-6"
    var aligner = FieldAligner("SMITH A. On nothing[J]. J Nil, 2019, 3: 5-6.")
    #expect(
      aligner.aligned(with: item).map(labels) == [
        "SMITH author", "A. author", "On title", "nothing title", "[J]. genre", "J journal", "Nil, journal", "2019, date",
        "3: volume",
        "5-6. pages",
      ])
  }

  @Test func readsEntriesThatBibTeXWrote() {
    let text = """
      \\begin{thebibliography}{2}
      \\bibitem[Smith(2019)Smith, {and} Doe]{key:1}
      Smith A, De~Roe B.
      \\newblock {On} it\\allowbreak[J].
      \\newblock J \\& It, 2019: 1--2.

      \\end{thebibliography}
      """
    let entries = BibItemReader.entries(in: Array(text.utf8))
    #expect(entries.map(\.key) == ["key:1"])
    #expect(entries.map(\.text) == ["Smith A, De Roe B. On it[J]. J & It, 2019: 1-2."])
  }

  @Test func rendersTheSameStringsFromTheSameSeed() {
    var item = BibliographicItem()
    item.authors = [Name(family: "Smith", given: "Anna B"), Name(literal: "The Group of Nothing")]
    item.title = "On nothing in particular"
    item.containerTitle = "J Nil"
    item.issued = PartialDate(year: 2019)
    var first = StyleRenderer(seed: 1)
    var second = StyleRenderer(seed: 1)
    for _ in 0..<40 {
      let strings = [first.render(item), second.render(item)]
      #expect(strings[0]?.string == strings[1]?.string)
      #expect(strings[0].flatMap { TrainingExample($0) }?.labels.contains(.journal) == true)
    }
  }

  @Test func composesChineseReferences() {
    var renderer = ChineseRenderer(seed: 1)
    for _ in 0..<40 {
      let labelled = renderer.next()
      let example = TrainingExample(labelled)
      #expect(example?.labels.contains(.title) == true && example?.labels.contains(.author) == true, "\(labelled.string)")
    }
  }
}

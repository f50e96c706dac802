import References
import Testing

@testable import ReferenceTraining

@Suite struct TrainingTests {
  private func string(_ pieces: [(FieldLabel, String)]) -> TrainingString {
    var string = TrainingString()
    for (label, text) in pieces {
      if !string.utf8.isEmpty { string.append(" ", nil) }
      string.append(text, label)
    }
    return string
  }

  private var strings: [TrainingString] {
    ["Smith, A.", "Doe, B.", "Roe, C.", "Poe, D."].flatMap { author in
      ["On nothing.", "Of all and some.", "A study of it."].map { title in
        string([
          (.author, author), (.date, "(2019)."), (.title, title), (.journal, "Journal of It,"), (.volume, "12,"),
          (.pages, "3-4."),
        ])
      }
    }
  }

  @Test func learnsAStyleFromAFewStrings() {
    var options = ChainTraining.Options()
    options.passes = 20
    options.budget = 200_000
    let model = TaggerTraining(words: [:], options: options).run(on: strings.compactMap { TrainingExample($0) })
    #expect(model.count <= 200_000)
    let unseen = string([
      (.author, "Coe, E."), (.date, "(2001)."), (.title, "A study of all."), (.journal, "Journal of It,"), (.volume, "7,"),
      (.pages, "8-9."),
    ])
    let result = try? TaggerScore.run(on: [unseen], bytes: model)
    #expect(result?.wrongWords == 0)
  }

  @Test func givesTheSameBytesEachTime() {
    var options = ChainTraining.Options()
    options.passes = 2
    options.budget = 100_000
    let examples = strings.compactMap { TrainingExample($0) }
    let words: [UInt32: UInt8] = [1: 2, 3: 4]
    #expect(
      TaggerTraining(words: words, options: options).run(on: examples)
        == TaggerTraining(words: words, options: options).run(on: examples))
  }

  @Test func refusesWeightsOfAnotherLayout() {
    #expect(throws: BadWeights.self) { try TaggerScore.run(on: [], bytes: [1, 2, 3]) }
  }

  @Test func drawsTheSplitWithMD5() {
    // RFC 1321, appendix A.5.
    #expect(MD5.firstWord(of: []) == 0xD41D_8CD9)
    #expect(MD5.firstWord(of: Array("message digest".utf8)) == 0xF96B_697D)
    #expect(StringKey.folded("Smith, A. (2019): Über ﬁne²") == "smitha2019überfine2")
  }

  @Test func keepsScoredStringsAndTheirWorksOut() {
    var sets = TrainingSets()
    sets.exclude([strings[0].string])
    sets.add(strings)
    let keys = Set(sets.examples.map { StringKey.folded($0.string.string) })
    #expect(!keys.contains(StringKey.folded(strings[0].string)))
    #expect(keys.allSatisfy { !StringKey.isHeldOut($0) })
  }

  @Test func countsFieldsAsMultisets() {
    var score = FieldScore()
    score.add(
      gold: ["date": ["2019", "2020"], "title": ["On – It."]], found: ["date": ["(2019)."], "title": ["on - it"], "note": ["x"]])
    #expect(score.total.right == 2 && score.total.extra == 1 && score.total.missed == 1 && score.perfect == 0)
  }
}

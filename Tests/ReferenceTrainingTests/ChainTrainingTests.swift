import References
import Testing

@testable import ReferenceTraining

@Suite struct ChainTrainingTests {
  /// Words of one template each: odd words are label 1, even ones 0, and the key 0 says nothing.
  private func example(_ words: [UInt64]) -> ChainExample {
    ChainExample(
      keys: words.flatMap { [$0 == 0 ? 0 : $0 << 33 | $0, 0] }, transitions: words.map { _ in .none },
      labels: words.map { UInt8($0 % 2) }, weight: 1)
  }

  private var layout: FeatureLayout { FeatureLayout(width: 2, letterTemplates: []) }

  @Test func learnsAnyLayoutOfFeatures() {
    var options = ChainTraining.Options()
    options.passes = 30
    options.dropout = 0
    options.budget = 200_000
    let bytes = ChainTraining(words: [:], layout: layout, options: options)
      .run(on: [example([1, 2, 3, 4]), example([2, 1, 4, 3]), example([3, 4, 1, 2])])
    bytes.withUnsafeBytes { block in
      guard let base = block.baseAddress else { return }
      let model = TaggerModel(base, byteCount: block.count)
      for word in UInt64(1)...4 {
        var keys = [word << 33 | word]
        let scores = keys.withUnsafeMutableBufferPointer { model.scores($0) }
        #expect((scores[1] > scores[0]) == (word % 2 == 1))
      }
    }
  }

  @Test func aTemplateWithoutAWordTakesNoRoom() {
    var reports: [String] = []
    _ = ChainTraining(words: [:], layout: layout) { reports.append($0) }.run(on: [example([1, 2]), example([2, 1])])
    #expect(reports.first == "2 strings, 4 words, 2 features")
  }
}

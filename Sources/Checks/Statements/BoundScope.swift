import Literature
import TextAnalysis

/// To which results a sentence confines its sum: those of a table that it names, or of the trials just told of.
struct BoundScope: Sendable {
  /// Indices into `Extract.results`; nil where the sentence speaks of all.
  let cards: Set<Int>?

  private static let foregoing = PhraseSet(
    ["these two trials", "both of these", "the above trials", "the foregoing trials"], ["上述两", "上述三", "以上两", "这两项"])

  /// - Parameter measure: of the results that are bounded; a table without any such confines nothing.
  init(_ passage: Int, measure: String, in context: CheckContext) {
    let text = context.lexed[passage]
    let ofMeasure = context.results.indices.filter { context.results[$0].measure == measure }
    let tabled = Set(ofMeasure.filter { context.results[$0].location == .table })
    if Self.namesTable(text), !tabled.isEmpty {
      cards = tabled
    } else if Self.foregoing.occurs(in: text) {
      let section = context.extract.passages[passage].section
      cards = Set(
        ofMeasure.filter { index in
          let place = context.results[index].passage
          return place < passage && context.extract.passages[place].section == section
        })
    } else {
      cards = nil
    }
  }

  /// "Table 1", 表1.
  private static func namesTable(_ text: LexedText) -> Bool {
    text.tokens.indices.contains { index in
      text.isNumber(index + 1) && (text.isWord(index, "table") || text.hanHasSuffix(index, "表"))
    }
  }
}

import Extraction
import Foundation
import InvertedIndex
import Literature
import TextAnalysis

/// How fast a segment is built from passages that are ready: words as printed, stems and Chinese pairs with their positions, the numbers, and
/// the texts to be stored. What names and references add in the knowledge base is a tenth of that.
struct SegmentSpeed: Measure {
  let name = "index/segment"
  let needs = ["jats-trials/xml"]

  private static let passes = 7
  private static let schema = IndexSchema(
    fields: IndexTerm.Kind.allCases.map { .init("\($0)") }, columns: ["number"], storesText: true)

  func run(on data: DataFolder) throws -> MeasureReport {
    var (passages, texts): ([IndexedPassage], [[UInt8]]) = ([], [])
    for file in try data.files(in: "jats-trials/xml", suffix: [".nxml", ".xml"]) {
      for passage in try data.extract(file).passages {
        passages.append(Self.indexed(passage.flow.utf8, id: UInt64(passages.count)))
        texts.append(Array(passage.flow.utf8))
      }
    }
    let megabytes = Double(texts.reduce(0) { $0 + $1.count }) / 1e6
    var report = MeasureReport(
      name: name, rule: "passages are ready, in memory; one thread; the best of \(Self.passes) passes, in processor seconds")
    for storesText in [false, true] {
      let (seconds, bytes) = try Self.best(passages, storesText ? texts : nil)
      report.notes.append(
        "\(storesText ? "with" : "without") stored text: \(Self.printed(megabytes / seconds)) MB/s of \(Self.printed(megabytes)) MB, "
          + "\(Self.printed(Double(bytes) / 1e6 / megabytes)) of the text")
    }
    return report
  }

  private static func indexed(_ utf8: [UInt8], id: UInt64) -> IndexedPassage {
    var passage = IndexedPassage(externalID: id)
    let lexed = LexedText(utf8)
    let terms = IndexTerms(of: lexed)
    for term in terms.terms { passage.add(terms.bytes(of: term), field: term.kind.rawValue, position: term.position) }
    for index in lexed.tokens.indices {
      if let number = lexed.number(index) { passage.add(number.value, column: 0) }
    }
    return passage
  }

  private static func best(_ passages: [IndexedPassage], _ texts: [[UInt8]]?) throws -> (seconds: Double, bytes: Int) {
    var (best, bytes) = (Double.infinity, 0)
    for _ in 0..<passes {
      let began = clock()
      let builder = SegmentBuilder(
        schema: IndexSchema(fields: schema.fields, columns: schema.columns, storesText: texts != nil))
      for (place, passage) in passages.enumerated() { builder.add(passage, text: texts?[place] ?? []) }
      bytes = try builder.finish().count
      best = min(best, Double(clock() - began) / Double(CLOCKS_PER_SEC))
    }
    return (best, bytes)
  }

  private static func printed(_ value: Double) -> String { String(format: "%.2f", value) }
}

import Evidence
import Foundation

/// Values bound to outcomes and arms in sentences of many grammars that we wrote and marked: those of `Benchmarks/bindings`.
///
/// The sentences say the same things in as many ways as their writers could think of; the figures tell how far the readers depend on the
/// wordings of the documents that they were made with.
struct MarkedSentences: Measure {
  enum Language: String { case english, chinese }
  let language: Language
  var name: String { "evidence/sentences-\(language.rawValue)" }
  let needs: [String] = []
  private var path: String { "Benchmarks/bindings/\(language.rawValue).txt" }

  init(_ language: Language) { self.language = language }

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name,
      rule:
        "a relation counts when a number of the value equals ours, and our spans of value and of outcome or arm overlap the marked ones; times are not counted"
    )
    var score = RelationScore()
    for line in String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self).split(separator: "\n") {
      let sentence = MarkedSentence(line)
      try score.add(sentence.text, sentence.relations, withTimes: false, &report)
    }
    report.rows = score.rows
    return report
  }
}

/// A sentence with marks: `[O1:words]` is an outcome, `[A1:words]` an arm, `[T1:words]` a time, `[V O1 A1:12 %]` a value of them, `[E O1:0.72]` an
/// estimate of a comparison; nothing is nested.
struct MarkedSentence {
  private(set) var text = ""
  private(set) var marks: [BindingExample.Mark] = []
  /// Of values to outcomes and arms.
  private(set) var relations: [RelationScore.Relation] = []

  /// What is malformed stays text; a mark that is named nowhere is left out.
  init(_ line: some StringProtocol) {
    var named: [Substring: Range<Int>] = [:]
    var values: [(place: Range<Int>, words: Substring, names: [Substring])] = []
    var rest = String(line)[...]
    while let open = rest.firstIndex(of: "[") {
      text += rest[..<open]
      let inside = rest[rest.index(after: open)...]
      guard let end = inside.firstIndex(of: "]"), let colon = inside[..<end].firstIndex(of: ":"),
        let kind = BindingExamples.kind(inside)
      else {
        text += "["
        rest = inside
        continue
      }
      let start = text.utf8.count
      let words = inside[inside.index(after: colon)..<end]
      text += words
      let names = inside[..<colon].split(separator: " ")
      marks.append(
        .init(
          kind: kind, bytes: start..<text.utf8.count, names: kind.isFigure ? Array(names.dropFirst()) : Array(names.prefix(1))))
      if kind == .value {
        values.append((start..<text.utf8.count, words, names.dropFirst().filter { !$0.hasPrefix("T") }))
      } else if !kind.isFigure, let name = names.first {
        named[name] = start..<text.utf8.count
      }
      rest = inside[inside.index(after: end)...]
    }
    text += rest
    relations = values.flatMap { value in
      value.names.compactMap { name in
        named[name].map {
          RelationScore.Relation(
            isArm: name.hasPrefix("A"), head: $0, value: value.place, numbers: PrintedNumbers.all(in: String(value.words)),
            text: "\(value.words) | \(name)")
        }
      }
    }
  }
}

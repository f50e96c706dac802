import ReferenceTraining

/// The tagger on labelled strings that training left out.
struct TaggedStrings: Measure {
  let name: String
  let needs: [String]
  /// The whole file is scored: nothing of it is trained on.
  var isWhole = false

  static let anystyle = TaggedStrings(
    name: "references/anystyle", needs: ["references/anystyle-core.xml", "references/anystyle-good.xml"])
  static let grobid = TaggedStrings(name: "references/grobid", needs: ["references/grobid-citations.xml"])
  static let grobidChinese = TaggedStrings(
    name: "references/grobid-zh", needs: ["references/grobid-kisti_valid_zh.tei.xml"], isWhole: true)

  func run(on data: DataFolder) throws -> MeasureReport {
    var seen: Set<String> = []
    var strings: [TrainingString] = []
    for path in needs {
      let bytes = try data.bytes(path)
      let read = AnyStyleReader.recognises(bytes) ? AnyStyleReader.strings(in: bytes) : TEIReader.strings(in: bytes)
      for string in read where seen.insert(StringKey.folded(string.string)).inserted {
        if isWhole || StringKey.isHeldOut(string.string) { strings.append(string) }
      }
    }
    let result = TaggerScore.run(on: strings)
    var report = MeasureReport(
      name: name,
      rule: "values equal after folding case, white space, dashes, outer marks; the fifth of the strings that training left out")
    report.rows.append(Self.row("fields, F1 \(Self.tenths(result.fields.total.f1))", result.fields.total))
    for (field, count) in result.fields.counts.sorted(by: { $0.key < $1.key }) {
      report.rows.append(Self.row("  \(field)", count))
    }
    report.rows.append(.init(what: "words with the right label", matched: result.words - result.wrongWords, gold: result.words))
    report.rows.append(
      .init(
        what: "strings without a wrong word", matched: result.fields.strings - result.wrongStrings, gold: result.fields.strings))
    return report
  }

  static func row(_ what: String, _ count: FieldScore.Count) -> MeasureReport.Row {
    .init(what: what, matched: count.right, gold: count.right + count.missed, right: count.right, ours: count.right + count.extra)
  }

  static func tenths(_ share: Double) -> String { "\((share * 1000).rounded() / 10)" }
}

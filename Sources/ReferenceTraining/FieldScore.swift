import References

/// Counts fields that were found, field by field, as the values of two multisets.
///
/// Values are equal after folding case, white space, dashes, compatibility forms, and marks at both ends.
package struct FieldScore {
  package struct Count {
    package var right = 0
    package var extra = 0
    package var missed = 0
    package var f1: Double { right == 0 ? 0 : 2 * Double(right) / Double(2 * right + extra + missed) }
  }
  package private(set) var counts: [String: Count] = [:]
  package private(set) var strings = 0
  package private(set) var perfect = 0

  /// The fields of AnyStyle's sets that are compared.
  package static let names: Set<String> = [
    "author", "title", "date", "container-title", "journal", "volume", "pages", "publisher", "location", "doi", "url", "editor",
    "note",
  ]

  package init() {}

  package mutating func add(gold: [String: [String]], found: [String: [String]], only names: Set<String> = Self.names) {
    strings += 1
    var isPerfect = true
    for name in names {
      var rest: [String: Int] = [:]
      for value in gold[name] ?? [] { rest[Self.folded(value), default: 0] += 1 }
      rest[""] = nil
      var count = Count()
      for value in (found[name] ?? []).map(Self.folded) where !value.isEmpty {
        if let left = rest[value], left > 0 {
          rest[value] = left - 1
          count.right += 1
        } else {
          count.extra += 1
        }
      }
      count.missed = rest.values.reduce(0, +)
      if count.extra + count.missed > 0 { isPerfect = false }
      counts[name, default: Count()].right += count.right
      counts[name, default: Count()].extra += count.extra
      counts[name, default: Count()].missed += count.missed
    }
    if isPerfect { perfect += 1 }
  }

  package var total: Count {
    counts.values.reduce(into: Count()) {
      $0.right += $1.right
      $0.extra += $1.extra
      $0.missed += $1.missed
    }
  }

  package static func folded(_ text: String) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      for opened in StringKey.opened(scalar) {
        switch opened.value {
        case 0x2010...0x2015, 0x2212, 0x2043, 0xFE58, 0xFE63, 0xFF0D, 0xAD: scalars.append("-")
        case _ where opened.properties.isWhitespace: if scalars.last != " " { scalars.append(" ") }
        default: scalars += opened.properties.lowercaseMapping.unicodeScalars
        }
      }
    }
    let isEdge = { (scalar: Unicode.Scalar) in !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil) }
    guard let first = scalars.firstIndex(where: { !isEdge($0) }), let last = scalars.lastIndex(where: { !isEdge($0) }) else {
      return ""
    }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
}

/// What the tagger makes of held-out strings.
package enum TaggerScore {
  package struct Result {
    package var fields = FieldScore()
    /// Printed words, and those with a wrong label.
    package var words = 0
    package var wrongWords = 0
    package var wrongStrings = 0
  }

  /// Scores against labelled strings; gold values are the stretches of one label, as the tagger's own are.
  package static func run(on strings: [TrainingString], model: TaggerModel = .shipped) -> Result {
    var result = Result()
    var tagger = ReferenceTagger(model: model)
    for string in strings {
      guard let example = TrainingExample(string) else { continue }
      let found = SegmentView.fields(of: string.utf8, with: &tagger)
      let wrong = zip(tagger.labels, example.labels).filter { $0 != $1 }.count
      result.words += example.labels.count
      result.wrongWords += wrong
      result.wrongStrings += wrong > 0 ? 1 : 0
      result.fields.add(gold: grouped(SegmentView.fields(of: string.utf8, example.words, example.labels)), found: grouped(found))
    }
    return result
  }

  /// With weights that are not the program's own.
  package static func run(on strings: [TrainingString], bytes: [UInt8]) throws -> Result {
    try bytes.withUnsafeBytes { block in
      guard let base = block.baseAddress, TaggerModel.isValid(block) else { throw BadWeights() }
      return run(on: strings, model: TaggerModel(base, byteCount: block.count))
    }
  }

  private static func grouped(_ fields: [SegmentView.Field]) -> [String: [String]] {
    Dictionary(grouping: fields, by: \.name).mapValues { $0.map(\.text) }
  }
}

/// A file that is not a tagger model of this version.
package struct BadWeights: Error, CustomStringConvertible {
  package var description: String { "the weights are not of this version's layout; train them again with “concord refs train”" }
}

extension TaggerScore.Result {
  /// A table of the fields with the totals below.
  package var text: String {
    var lines = ["field             right  extra missed     F1"]
    let rows = fields.counts.sorted { $0.key < $1.key } + [("all", fields.total)]
    for (name, count) in rows {
      let numbers = [count.right, count.extra, count.missed].map { Self.padded(String($0), 7) }.joined()
      lines.append(name.padding(to: 16) + numbers + Self.padded(Self.percent(count.f1), 7))
    }
    lines.append("strings \(fields.strings), all fields right in \(fields.perfect)")
    lines.append("words \(words), wrong label \(Self.percent(Double(wrongWords) / Double(max(1, words)))) %")
    lines.append("strings with a wrong word \(Self.percent(Double(wrongStrings) / Double(max(1, fields.strings)))) %")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
  private static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

extension TaggerScore {
  /// Tags strings and forgets the result: what a measure of speed runs.
  package static func tag(_ strings: [String]) {
    var tagger = ReferenceTagger()
    for string in strings {
      var string = string
      string.withUTF8 { tagger.tag($0) }
    }
  }
}

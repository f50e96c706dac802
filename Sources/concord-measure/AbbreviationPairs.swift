import Literature
import TextAnalysis

/// Definitions of short forms in abstracts, against MED1250.
struct AbbreviationPairs: Measure {
  let name = "abbreviations"
  let needs = ["abbreviations/med1250-first-half.txt"]

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name,
      rule: "short and long form equal letter by letter, case and spaces aside; each pair of a record once; English long forms")
    let text = String(decoding: try data.bytes("abbreviations/med1250-first-half.txt"), as: UTF8.self)
    var (matched, gold, right, ours) = (0, 0, 0, 0)
    for record in Self.records(text) {
      let found = Set(Self.sentences(record.text).flatMap(Self.pairs))
      let wanted = Set(record.pairs)
      matched += wanted.intersection(found).count
      gold += wanted.count
      right += found.intersection(wanted).count
      ours += found.count
      report.misses += wanted.subtracting(found).sorted().map { "\(record.id) missed: \($0)" }
      report.misses += found.subtracting(wanted).sorted().map { "\(record.id) extra: \($0)" }
    }
    report.rows = [.init(what: "pairs", matched: matched, gold: gold, right: right, ours: ours)]
    return report
  }

  private static func records(_ text: String) -> [(id: String, text: String, pairs: [String])] {
    var records: [(id: String, text: String, pairs: [String])] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !line.isEmpty, line.allSatisfy(\.isNumber) {
        records.append((String(line), "", []))
      } else if line.hasPrefix("  "), let bar = line.firstIndex(of: "|"), !records.isEmpty {
        records[records.count - 1].pairs.append(folded(line[..<bar], line[line.index(after: bar)...]))
      } else if !records.isEmpty, !line.isEmpty {
        records[records.count - 1].text += line + "\n"
      }
    }
    return records
  }

  private static func sentences(_ text: String) -> [String] {
    text.split(separator: "\n").flatMap { line -> [String] in
      let lexed = LexedText(String(line))
      return SentenceSplitter.sentences(in: lexed).map { lexed.string($0) }
    }
  }

  private static func pairs(_ sentence: String) -> [String] {
    AbbreviationScanner.definitions(in: LexedText(sentence)).compactMap { match in
      match.longEnglish.map { folded(Substring(match.short), Substring($0)) }
    }
  }

  private static func folded(_ short: Substring, _ long: Substring) -> String {
    short.lowercased().filter { !$0.isWhitespace } + "|" + long.lowercased().split { $0.isWhitespace }.joined(separator: " ")
  }
}

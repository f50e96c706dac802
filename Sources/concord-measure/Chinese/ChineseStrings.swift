import Extraction
import Foundation
import KnowledgeBase
import Literature

/// Finding Chinese strings: of every pair of characters, and of longer strings of the titles, exactly the passages that hold them.
///
/// Asked are the bare index, with the terms and places that passages are indexed by, and `search` with the string in quotation marks.
struct ChineseStrings: Measure {
  let name = "search/chinese"
  let needs = ["zh-abstracts/dev.tsv"]

  private static let longest = 8

  func run(on data: DataFolder) throws -> MeasureReport {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("concord-chinese-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(data.chineseTitles().map { $0 + "。\n\n" }.joined().utf8).write(to: folder.appendingPathComponent("titles.txt"))
    let base = try KnowledgeBase.open(at: folder.appendingPathComponent("index").path, mode: .create)
    _ = try base.ingest([IngestSource.path(folder.path)], reader: .extractor)
    let passages = try base.documents().flatMap { try base.passages(of: $0) }
    let texts = passages.map { (id: $0.id, text: $0.text) }
    let bare = try BareIndex(texts.map { Array($0.text.utf8) })
    var report = MeasureReport(
      name: name,
      rule:
        "gold are the passages whose text holds the string, found by looking at every text; right are those of ours that are gold"
    )
    for length in 2...Self.longest {
      let strings = Self.strings(texts.map(\.text), length: length)
      let gold = { (string: String) in Set(texts.filter { $0.text.contains(string) }.map(\.id)) }
      try report.add("bare index, \(length) characters", strings, gold: gold) { string in
        Set(try bare.passages(holding: string).map { texts[$0].id })
      }
      try report.add("search, \(length) characters", strings, gold: gold) { string in
        var options = SearchOptions()
        options.limit = texts.count
        return Set(try base.search("\"\(string)\"", options: options).hits.map(\.passage.id))
      }
    }
    report.notes = ["\(texts.count) passages"]
    try base.close()
    return report
  }

  /// Runs of so many characters: every pair, and of longer ones two of each text, at its beginning and its end.
  private static func strings(_ texts: [String], length: Int) -> [String] {
    var strings: Set<String> = []
    for text in texts {
      let runs = text.split { character in !character.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) } }
      for run in runs.map({ Array($0) }) where run.count >= length {
        let last = run.count - length
        for start in length == 2 ? Array(0...last) : [0, last] { strings.insert(String(run[start..<start + length])) }
      }
    }
    return strings.sorted()
  }
}

extension MeasureReport {
  /// A row for strings of which each should find just what holds it.
  mutating func add<Place: Hashable>(
    _ what: String, _ strings: [String], gold: (String) -> Set<Place>, ask: (String) throws -> Set<Place>
  ) rethrows {
    var row = Row(what: "\(what), \(strings.count) strings", matched: 0, gold: 0, right: 0, ours: 0)
    for string in strings {
      let (held, found) = (gold(string), try ask(string))
      let shared = held.intersection(found).count
      row.matched += shared
      row.gold += held.count
      row.right = (row.right ?? 0) + shared
      row.ours = (row.ours ?? 0) + found.count
      if shared < held.count || shared < found.count {
        misses.append("\(what): \(string): \(shared) of \(held.count), \(found.count) found")
      }
    }
    rows.append(row)
  }
}

import Foundation
import Literature

/// As `ChineseStrings`, on a text a hundred times as large, which is made up: how much room an index of Chinese takes, and how long it asks.
struct MadeChineseStrings: Measure {
  let name = "search/chinese-made"
  let needs = ["zh-abstracts/dev.tsv"]

  private static let passages = 100_000
  private static let longest = 8
  /// Of each length.
  private static let strings = 500

  func run(on data: DataFolder) throws -> MeasureReport {
    let texts = MadeChineseText(like: try data.chineseTitles(), count: Self.passages).texts
    let began = clock()
    let index = try BareIndex(texts.map { Array($0.utf8) })
    let seconds = Double(clock() - began) / Double(CLOCKS_PER_SEC)
    var report = MeasureReport(
      name: name,
      rule:
        "\(texts.count) made-up texts; gold are those that hold the string, found by looking at every place; the bare index is asked"
    )
    let megabytes = Double(texts.reduce(0) { $0 + $1.utf8.count }) / 1e6
    report.notes = [
      "\(texts.count) passages, \(Self.printed(megabytes)) MB; index \(Self.printed(Double(index.byteCount) / 1e6 / megabytes)) of it; "
        + "terms made and indexed at \(Self.printed(megabytes / seconds)) MB/s of processor time"
    ]
    var random = SplitMix(state: 8)
    for length in 2...Self.longest {
      let strings = Self.strings(texts, length, &random)
      let looked = LookedThrough(texts, for: strings)
      try report.add("\(length) characters", strings, gold: { Set(looked.numbers(holding: $0)) }) {
        Set(try index.passages(holding: $0))
      }
      report.notes.append("\(length) characters: " + (try Self.times(strings, index)))
    }
    return report
  }

  /// Distinct strings that stand somewhere in the texts, the frequent ones more likely.
  private static func strings(_ texts: [String], _ length: Int, _ random: inout SplitMix) -> [String] {
    var strings: Set<String> = []
    for _ in 0..<100 * Self.strings where strings.count < Self.strings {
      let text = Array(texts[random.below(texts.count)])
      guard text.count >= length else { continue }
      let start = random.below(text.count - length + 1)
      strings.insert(String(text[start..<start + length]))
    }
    return strings.sorted()
  }

  private static func times(_ strings: [String], _ index: BareIndex) throws -> String {
    var times: [Double] = []
    for _ in 0..<3 {
      times = []
      for string in strings {
        let start = ContinuousClock.now
        let hits = try index.best(holding: string, limit: 10)
        times.append((ContinuousClock.now - start) / .microseconds(1))
        withExtendedLifetime(hits) {}
      }
    }
    times.sort()
    guard let longest = times.last else { return "nothing asked" }
    return
      "ten best in \(printed(times[times.count / 2])) µs (median), \(printed(times[times.count * 99 / 100])) (p99), \(printed(longest)) (most)"
  }

  private static func printed(_ value: Double) -> String { String(format: "%.2f", value) }
}

/// Which of the texts hold which strings, found by looking at every place of every text.
private struct LookedThrough {
  private var numbers: [ArraySlice<UInt8>: [Int]] = [:]

  /// `strings` are of one length in characters of three bytes, as all Chinese characters of the texts are. O(characters).
  init(_ texts: [String], for strings: [String]) {
    for string in strings { numbers[Array(string.utf8)[...]] = [] }
    let length = strings.first?.utf8.count ?? 1
    for (number, text) in texts.enumerated() {
      let bytes = Array(text.utf8)
      for start in stride(from: 0, through: bytes.count - length, by: 3) {
        let place = bytes[start..<start + length]
        if let known = numbers[place], known.last != number { numbers[place, default: []].append(number) }
      }
    }
  }

  /// Ascending.
  func numbers(holding string: String) -> [Int] { numbers[Array(string.utf8)[...]] ?? [] }
}

import Extraction
import Literature

/// Ratios with their interval over all articles: how many cards hold one, and those drawn for reading by hand, against the readings.
struct RatioStrings: Measure {
  let name = "evidence/ratios"
  let needs = ["jats-trials/xml"]
  private static let ratios: Set<String> = ["HR", "OR", "RR", "IRR", "PR", "SIR"]
  /// Drawn with a fixed seed, so that the same articles give the same 200.
  private static let drawn = 200

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name, rule: "cards of a ratio with both ends of an interval; 200 drawn by a fixed generator are listed with --verbose"
    )
    var lines: [String] = []
    var articles = 0
    let files = try data.files(in: "jats-trials/xml", suffix: [".nxml", ".xml"])
    for file in files {
      let extract = try data.extract(file)
      let found = extract.results.filter {
        Self.ratios.contains($0.measure) && $0.low != nil && $0.high != nil && $0.location != .table
      }
      if !found.isEmpty { articles += 1 }
      lines += found.map { card in
        let figures = [card.value, card.low, card.high].compactMap { $0?.printed }.joined(separator: " ")
        return
          "\(file.split(separator: "/").last ?? "") \(card.span.start) \(card.measure) \(figures) p=\(card.p?.display ?? "-")"
      }
    }
    report.rows = [
      .init(what: "articles with such a card", matched: articles, gold: files.count),
      .init(what: "cards", matched: lines.count, gold: lines.count),
    ]
    report.misses = Self.draw(lines)
    return report
  }

  private static func draw(_ lines: [String]) -> [String] {
    var generator = SplitMix(state: 2026)
    var rest = lines
    var result: [String] = []
    while result.count < drawn, !rest.isEmpty { result.append(rest.remove(at: Int(generator.next() % UInt64(rest.count)))) }
    return result
  }
}

/// A generator with a fixed sequence (Steele, Lea and Flood, 2014).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

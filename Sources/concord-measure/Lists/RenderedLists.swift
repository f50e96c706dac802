import Extraction
import Literature

/// Reference lists and callouts read back from articles that were printed as plain text.
struct RenderedLists: Measure {
  let scheme: PageSetting.Scheme
  let folder = "jats-trials/xml"
  var name: String { "lists/\(scheme.rawValue)" }
  var needs: [String] { [folder] }

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name,
      rule:
        "each article printed at 90 columns with running heads, page numbers and hyphenation; an entry is found if its letters and digits are those printed; a callout is linked if ours that overlap it mean just the entries of the callouts that they overlap; precision: ours that overlap no printed callout are wrong"
    )
    var totals = Comparison()
    for (index, file) in try data.files(in: folder, suffix: [".nxml", ".xml"]).enumerated() {
      let extract = try data.extract(file)
      guard !extract.references.isEmpty else { continue }
      let setting = scheme == .numeric ? PageSetting.numeric(index) : PageSetting.authorYear(index)
      let printed = RenderedArticle(extract, setting: setting)
      let read = try Extractor.extract(bytes: printed.text, path: file + ".txt")
      let comparison = Comparison(printed, read)
      report.misses += comparison.misses.map { "\(file) \(setting.summary): \($0)" }
      totals.add(comparison)
    }
    report.rows = [
      .init(
        what: "references", matched: totals.entriesFound, gold: totals.entries, right: totals.entriesFound,
        ours: totals.ownEntries),
      .init(
        what: "callouts linked", matched: totals.linked, gold: totals.callouts, right: totals.ownRight, ours: totals.ownCallouts),
      .init(
        what: "callouts left out: works without author or year", matched: totals.uncallable,
        gold: totals.uncallable + totals.callouts),
    ]
    return report
  }
}

/// One article read back, against what was printed.
struct Comparison {
  var entries = 0
  var entriesFound = 0
  var ownEntries = 0
  var callouts = 0
  var linked = 0
  var ownCallouts = 0
  var ownRight = 0
  var uncallable = 0
  var misses: [String] = []

  init() {}

  init(_ printed: RenderedArticle, _ read: Extract) {
    entries = printed.entries.count
    ownEntries = read.references.count
    uncallable = printed.uncallable
    let places = match(printed.entries.map(Self.letters), read.references.map { Self.letters($0.raw) })
    entriesFound = places.count
    let found = Set(places.values)
    for (index, entry) in printed.entries.enumerated() where !found.contains(index) {
      misses.append("entry lost: \(entry.prefix(90))")
    }
    for (index, reference) in read.references.enumerated() where places[index] == nil {
      misses.append("entry extra: \(reference.raw.prefix(120))")
    }
    compareCallouts(printed, read, places)
  }

  /// From our entries to the printed ones; each is used once.
  private func match(_ printed: [String], _ ours: [String]) -> [Int: Int] {
    var open = Dictionary(grouping: printed.indices, by: { printed[$0] })
    var places: [Int: Int] = [:]
    for (index, key) in ours.enumerated() {
      guard let place = open[key]?.first else { continue }
      open[key]?.removeFirst()
      places[index] = place
    }
    return places
  }

  private mutating func compareCallouts(_ printed: RenderedArticle, _ read: Extract, _ places: [Int: Int]) {
    callouts = printed.callouts.count
    ownCallouts = read.citations.count
    let ours = read.citations.sorted { $0.span.start < $1.span.start }
    var used: Set<Int> = []
    let meant = ours.map { citation in
      printed.callouts.reduce(into: Set<Int>()) { if citation.span.overlaps(SourceSpan($1.range)) { $0.formUnion($1.targets) } }
    }
    for callout in printed.callouts {
      let span = SourceSpan(callout.range)
      let overlapping = ours.indices.filter { ours[$0].span.overlaps(span) }
      used.formUnion(overlapping)
      let targets = Set(overlapping.flatMap { ours[$0].references.map { places[$0] ?? -1 } })
      // Neighbours that print as one ("[3] [4]") may be read as one.
      let allowed = overlapping.reduce(into: callout.targets) { $0.formUnion(meant[$1]) }
      if callout.targets.isSubset(of: targets), targets.isSubset(of: allowed) {
        linked += 1
      } else {
        let marker = String(decoding: printed.text[callout.range], as: UTF8.self)
        misses.append(
          "callout \(marker) \(callout.targets.sorted()): ours \(overlapping.map { ours[$0].marker }) \(targets.sorted())")
      }
    }
    ownRight = used.count
    for index in ours.indices where !used.contains(index) {
      misses.append("callout extra: \(ours[index].marker) \(ours[index].labels)")
    }
  }

  mutating func add(_ other: Comparison) {
    entries += other.entries
    entriesFound += other.entriesFound
    ownEntries += other.ownEntries
    callouts += other.callouts
    linked += other.linked
    ownCallouts += other.ownCallouts
    ownRight += other.ownRight
    uncallable += other.uncallable
  }

  private static func letters(_ text: String) -> String {
    String(text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
  }
}

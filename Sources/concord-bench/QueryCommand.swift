import ArgumentParser
import Foundation
import InvertedIndex
import Literature

/// Asks an index the queries of a file.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Ask every query of a file; print its answer and the median time, then each class's percentiles.")

  @Argument(help: "JSON with \"queries\" by class.", completion: .file())
  var queries: String

  @Option(help: "The folder of the index.")
  var index: String

  @Option(name: .customLong("repeat"), help: "Timed passes over the queries.")
  var passes = 7

  @Option(help: "Passes before the clock starts.")
  var warm = 2

  @Option(help: "How many passages are wanted.")
  var limit = 10

  @Option(help: "Only these classes, with commas between.")
  var classes = ""

  @Flag(help: "Print the classes' percentiles alone.")
  var summary = false

  func run() throws {
    let directory = DiskDirectory(index)
    let segments = try directory.names().filter { $0.hasSuffix(".seg") }.map { SegmentReference(name: String($0.dropLast(4))) }
    let snapshot = try IndexSnapshot(segments, schema: BenchSchema.schema, in: directory)
    let file = try QueryFile(path: queries, classes: classes.split(separator: ",").map(String.init))
    for kind in QueryFile.Kind.allCases {
      let items = file.items.filter { $0.kind == kind }
      guard !items.isEmpty else { continue }
      var timing = ClassTiming(items, limit: limit, warm: warm, passes: passes)
      try timing.run(on: snapshot)
      if !summary { for line in try timing.answers(of: snapshot) { print(line.compact) } }
      print(timing.summary(kind).compact)
    }
  }
}

/// The times of the queries of one class.
struct ClassTiming {
  private let items: [QueryFile.Item]
  private let limit: Int
  private let warm: Int
  private let passes: Int
  /// Microseconds, for each query in each pass.
  private var times: [[Double]]

  init(_ items: [QueryFile.Item], limit: Int, warm: Int, passes: Int) {
    self.items = items
    self.limit = limit
    self.warm = warm
    self.passes = max(1, passes)
    times = Array(repeating: [], count: items.count)
  }

  /// What is timed is building the query and asking it: the best passages with scores, or the count.
  mutating func run(on snapshot: IndexSnapshot) throws {
    let clock = ContinuousClock()
    for pass in 0..<warm + passes {
      for (number, item) in items.enumerated() {
        let start = clock.now
        let answer = try Self.ask(item, snapshot, limit)
        let time = (clock.now - start) / .microseconds(1)
        withExtendedLifetime(answer) { if pass >= warm { times[number].append(time) } }
      }
    }
  }

  private static func ask(_ item: QueryFile.Item, _ snapshot: IndexSnapshot, _ limit: Int) throws -> (
    hits: [SearchHit], count: Int
  ) {
    if item.kind == .countAnd { return ([], try snapshot.count(item.query)) }
    return (try snapshot.top(item.query, limit: limit), 0)
  }

  /// A line for each query, with the exact number of all that match.
  func answers(of snapshot: IndexSnapshot) throws -> [JSONValue] {
    var lines: [JSONValue] = []
    for (number, item) in items.enumerated() {
      var line = JSONObject()
      line.append("class", item.kind.rawValue)
      line.append("query", .strings(item.words))
      line.append("hits", .array(try Self.ask(item, snapshot, limit).hits.map(Self.json)))
      line.append("total", try snapshot.count(item.query))
      line.append("microseconds", Self.percentile(times[number], 0.5))
      lines.append(.object(line))
    }
    return lines
  }

  private static func json(_ hit: SearchHit) -> JSONValue {
    var object = JSONObject()
    object.append("passage", Int(hit.externalID))
    object.append("score", hit.score)
    return .object(object)
  }

  func summary(_ kind: QueryFile.Kind) -> JSONValue {
    let medians = times.map { Self.percentile($0, 0.5) }
    var line = JSONObject()
    line.append("phase", "query")
    line.append("class", kind.rawValue)
    line.append("queries", items.count)
    line.append("p50", Self.percentile(medians, 0.5))
    line.append("p99", Self.percentile(medians, 0.99))
    line.append("mean", medians.reduce(0, +) / Double(medians.count))
    return .object(line)
  }

  /// The value below which a share of the values lies, by the nearest rank from above.
  static func percentile(_ values: [Double], _ share: Double) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? .nan : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
  }
}

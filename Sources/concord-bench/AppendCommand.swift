import ArgumentParser
import Foundation
import InvertedIndex
import Literature

/// Times what a durable addition of one article costs in the index: its segment built, written and synced, and the index opened with it.
struct AppendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "append",
    abstract: "Add articles of so many sentences one by one, each durably; print the percentiles in milliseconds.")

  @Argument(help: "JSON Lines with \"text\" and \"num\".", completion: .file())
  var sentences: String

  @Option(help: "The folder of the index; what it holds is replaced.")
  var index: String

  @Option(help: "Sentences of an article.")
  var length = 150

  @Option(help: "Articles.")
  var count = 200

  @Flag(help: "Store the texts, compressed.")
  var store = false

  func validate() throws {
    if length < 1 || count < 1 { throw ValidationError("--length and --count must be at least 1.") }
  }

  func run() throws {
    let file = try SentenceFile(path: sentences, limit: length * count)
    try FileManager.default.createDirectory(atPath: index, withIntermediateDirectories: true)
    let directory = DiskDirectory(index)
    try directory.sweep(keeping: [])
    let clock = ContinuousClock()
    var times: (write: [Double], open: [Double]) = ([], [])
    for start in stride(from: 0, to: file.count, by: length) {
      let began = clock.now
      var article = SentenceIndexing(directory, name: "a\(start)", memory: 512 << 20, storesText: store)
      try article.add(file, start..<min(start + length, file.count))
      try article.finish()
      let written = clock.now
      let snapshot = try IndexSnapshot(article.segments, schema: BenchSchema.schema(storesText: store), in: directory)
      times.write.append((written - began) / .milliseconds(1))
      times.open.append((clock.now - written) / .milliseconds(1))
      withExtendedLifetime(snapshot) {}
    }
    var line = JSONObject()
    line.append("phase", "append")
    line.append("articles", times.write.count)
    for (name, values) in [("write", times.write), ("open", times.open)] {
      line.append("\(name)P50", ClassTiming.percentile(values, 0.5))
      line.append("\(name)P99", ClassTiming.percentile(values, 0.99))
    }
    print(JSONValue.object(line).compact)
  }
}

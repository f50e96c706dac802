import ArgumentParser
import Foundation
import InvertedIndex
import Literature

/// Builds an index of a file of sentences and says how long it took.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Index a file of sentences; the texts are loaded before the clock starts.")

  @Argument(help: "JSON Lines with \"text\" and \"num\".", completion: .file())
  var sentences: String

  @Option(help: "The folder of the index; what it holds is replaced.")
  var index: String

  @Option(help: "Megabytes that indexing may take beside the texts.")
  var memory = 512

  @Option(help: "Threads; each makes segments of its own.")
  var threads = 1

  @Option(help: "Read only so many sentences.")
  var limit: Int?

  func run() throws {
    let file = try SentenceFile(path: sentences, limit: limit)
    try FileManager.default.createDirectory(atPath: index, withIntermediateDirectories: true)
    let directory = DiskDirectory(index)
    try directory.sweep(keeping: [])
    let clock = ContinuousClock()
    let (start, used) = (clock.now, Self.processorSeconds)
    try build(file, directory)
    try report(file, directory, seconds: (clock.now - start) / .seconds(1), processorSeconds: Self.processorSeconds - used)
  }

  private func build(_ file: SentenceFile, _ directory: DiskDirectory) throws {
    var build = SentenceIndexing(directory, name: "s0", memory: memory << 20)
    try build.add(file, 0..<file.count)
    try build.finish()
  }

  /// Processor time of all threads so far.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func report(_ file: SentenceFile, _ directory: DiskDirectory, seconds: Double, processorSeconds: Double) throws {
    var bytes = 0
    for name in try directory.names() { bytes += try directory.open(name).bytes.count }
    let megabytes = Double(file.bytes.count) / 1e6
    var line = JSONObject()
    line.append("phase", "index")
    line.append("passages", file.count)
    line.append("megabytes", megabytes)
    line.append("threads", threads)
    line.append("seconds", seconds)
    line.append("megabytesPerSecond", megabytes / seconds)
    line.append("processorSeconds", processorSeconds)
    line.append("bytes", bytes)
    line.append("ratio", Double(bytes) / Double(file.bytes.count))
    print(JSONValue.object(line).compact)
  }
}

/// Indexes some sentences into segments.
struct SentenceIndexing {
  private let directory: DiskDirectory
  private let name: String
  private let memory: Int
  private var builder = SegmentBuilder(schema: BenchSchema.schema)
  private var words = Words()
  private(set) var segments: [SegmentReference] = []

  init(_ directory: DiskDirectory, name: String, memory: Int) {
    self.directory = directory
    self.name = name
    self.memory = memory
  }

  mutating func add(_ file: SentenceFile, _ range: Range<Int>) throws {
    try file.bytes.withUnsafeBytes { bytes in
      for index in range {
        words.forEach(in: UnsafeRawBufferPointer(rebasing: bytes[file.range(index)])) { word, position in
          builder.add(word, field: BenchSchema.text, position: position)
        }
        builder.add(file.numbers[index], column: BenchSchema.number)
        builder.endPassage(externalID: UInt64(index + 1))
        if 2 * builder.memoryUse > memory { try flush() }
      }
    }
  }

  private mutating func flush() throws {
    segments.append(try builder.write(to: directory, name: "\(name)-\(segments.count)"))
    builder = SegmentBuilder(schema: BenchSchema.schema)
  }

  mutating func finish() throws {
    if builder.count > 0 { try flush() }
  }
}

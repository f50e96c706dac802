import ArgumentParser
import Dispatch
import Foundation
import InvertedIndex
import Literature
import Synchronization

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

  @Flag(help: "Store the texts, compressed.")
  var store = false

  @Option(help: "Read only so many sentences.")
  var limit: Int?

  func run() throws {
    let file = try SentenceFile(path: sentences, limit: limit)
    try FileManager.default.createDirectory(atPath: index, withIntermediateDirectories: true)
    let directory = DiskDirectory(index)
    try directory.sweep(keeping: [])
    let clock = ContinuousClock()
    let (start, used) = (clock.now, Self.processorSeconds(CLOCK_PROCESS_CPUTIME_ID))
    let longest = try build(file, directory)
    var times = Times()
    times.clock = (clock.now - start) / .seconds(1)
    times.processor = Self.processorSeconds(CLOCK_PROCESS_CPUTIME_ID) - used
    times.longestThread = longest
    try report(file, directory, times)
  }

  private struct Times {
    var clock = 0.0
    /// Of all threads together.
    var processor = 0.0
    /// Processor time of the thread that took longest: what the clock would show were there a free core for each.
    var longestThread = 0.0
  }

  /// One thread makes one segment, however many it took on the way; several threads each leave their own. Returns the processor time of the
  /// one that took longest.
  private func build(_ file: SentenceFile, _ directory: DiskDirectory) throws -> Double {
    let (threads, memory, store) = (max(1, threads), (memory << 20) / max(1, threads), store)
    let failure = Mutex<IndexError?>(nil)
    let longest = Mutex(0.0)
    DispatchQueue.concurrentPerform(iterations: threads) { number in
      let range = file.count * number / threads..<file.count * (number + 1) / threads
      let began = Self.processorSeconds(CLOCK_THREAD_CPUTIME_ID)
      defer { longest.withLock { $0 = max($0, Self.processorSeconds(CLOCK_THREAD_CPUTIME_ID) - began) } }
      do throws(IndexError) {
        var indexing = SentenceIndexing(directory, name: "s\(number)", memory: memory, storesText: store)
        try indexing.add(file, range)
        try indexing.finish()
      } catch { failure.withLock { $0 = error } }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    return longest.withLock { $0 }
  }

  /// Processor time so far, of the process or of this thread.
  private static func processorSeconds(_ whose: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(whose, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func report(_ file: SentenceFile, _ directory: DiskDirectory, _ times: Times) throws {
    var bytes = 0
    for name in try directory.names() { bytes += try directory.open(name).bytes.count }
    let megabytes = Double(file.bytes.count) / 1e6
    var line = JSONObject()
    line.append("phase", "index")
    line.append("passages", file.count)
    line.append("megabytes", megabytes)
    line.append("threads", threads)
    line.append("seconds", times.clock)
    line.append("megabytesPerSecond", megabytes / times.clock)
    line.append("processorSeconds", times.processor)
    line.append("longestThreadSeconds", times.longestThread)
    line.append("bytes", bytes)
    line.append("ratio", Double(bytes) / Double(file.bytes.count))
    print(JSONValue.object(line).compact)
  }
}

/// Indexes some sentences into one segment.
struct SentenceIndexing {
  private let directory: DiskDirectory
  private let name: String
  private let memory: Int
  private let schema: IndexSchema
  private var builder: SegmentBuilder
  private var words = Words()
  private(set) var segments: [SegmentReference] = []

  init(_ directory: DiskDirectory, name: String, memory: Int, storesText: Bool) {
    self.directory = directory
    self.name = name
    self.memory = memory
    schema = BenchSchema.schema(storesText: storesText)
    builder = SegmentBuilder(schema: schema)
  }

  mutating func add(_ file: SentenceFile, _ range: Range<Int>) throws(IndexError) {
    for index in range {
      file.bytes.withUnsafeBytes { bytes in
        let text = UnsafeRawBufferPointer(rebasing: bytes[file.range(index)])
        let builder = builder
        words.forEach(in: text) { word, position in builder.add(word, field: BenchSchema.text, position: position, isPadded: true)
        }
        builder.add(file.numbers[index], column: BenchSchema.number)
        builder.endPassage(externalID: UInt64(index + 1), text: text)
      }
      if 3 * builder.memoryUse > memory { try flush() }
    }
  }

  private mutating func flush() throws(IndexError) {
    segments.append(try builder.write(to: directory, name: "\(name)-\(segments.count)"))
    builder = SegmentBuilder(schema: schema)
  }

  mutating func finish() throws(IndexError) {
    if builder.count > 0 { try flush() }
    guard segments.count > 1 else { return }
    let snapshot = try IndexSnapshot(segments, schema: schema, in: directory)
    _ = try snapshot.merge(segments.map(\.name), into: "\(name)-merged", in: directory)
    for segment in segments { try directory.remove(segment.segmentFile) }
  }
}

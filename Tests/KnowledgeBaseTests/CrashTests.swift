import Foundation
import Testing

/// Kills an ingest at each of its calls that change a file, and lets each of them fail: the program `crash-trial` of this package does it
/// and looks at what is left, catalogue and index together.
@Test func everyFaultLeavesTheStateBeforeOrAfter() throws {
  let folder = NSTemporaryDirectory() + "crash-" + UUID().uuidString
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let trial = Process()
  trial.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(
    "crash-trial")
  trial.arguments = [folder]
  let output = Pipe()
  trial.standardOutput = output
  try trial.run()
  let lines = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).split(separator: "\n")
  trial.waitUntilExit()
  #expect(trial.terminationStatus == 0, "\(lines)")
  #expect(lines.count == 5)
  for line in lines {
    let words = line.split(separator: " ")
    let calls = try #require(words.count > 2 ? Int(words[2]) : nil, "\(line)")
    // One segment is written, synced, renamed and its folder synced; the rest is SQLite's. Some kinds of fault try every third call.
    #expect(calls >= 15, "\(line)")
  }
}

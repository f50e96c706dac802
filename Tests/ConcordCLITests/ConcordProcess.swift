import Foundation
import Synchronization
import Testing

/// The built `concord` as a process of its own, for what only a process shows: exit codes, standard streams, limits, other users.
struct ConcordProcess {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The repository that the tests were built from.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The executable beside the test bundle: SwiftPM puts all products of a build into one folder.
  static let executable: String = {
    let runner = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return runner.deletingLastPathComponent().appendingPathComponent("concord").path
  }()

  /// Runs a line of shell in which `concord` is the built one; `index` is the knowledge base.
  static func shell(_ line: String, index: String, in folder: String = root) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var environment = ProcessInfo.processInfo.environment
    let path = environment["PATH"] ?? "/usr/bin:/bin"
    environment["PATH"] = URL(fileURLWithPath: executable).deletingLastPathComponent().path + ":" + path
    environment["CONCORD_INDEX"] = index
    process.environment = environment
    let scratch = try Scratch()
    let output = try scratch.file("output", "")
    let errors = try scratch.file("errors", "")
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }
}

/// A folder of one test, readable by everyone; it goes when the tests end.
struct Scratch {
  let path: String

  private static let made = Mutex<[String]>([])
  private static let removal: Int32 = atexit {
    for path in Scratch.made.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
  }

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("concord-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    path = folder.path
    _ = Self.removal
    Self.made.withLock { $0.append(folder.path) }
  }

  func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = "\(path)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  func file(_ name: String, _ text: String) throws -> String { try file(name, text.utf8) }

  func folder(_ name: String) throws -> String {
    let folder = "\(path)/\(name)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }
}

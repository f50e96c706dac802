import CFaults
import Foundation
import KnowledgeBase
import Lexicon

/// An ingest that replaces one document and adds another, with one fault at one of its calls.
///
/// Each ingest and each look at what it left runs in a copy of this process, which therefore must have no threads.
struct CrashTrial {
  struct Broken: Error, CustomStringConvertible {
    var description: String
  }

  private let folder: String
  private var papers: String { folder + "/papers" }
  private var base: String { folder + "/base" }
  private var run: String { folder + "/run" }

  /// Exit codes of a copy.
  private enum Outcome: Int32 {
    case done = 0
    case doneDespiteFault = 10
    case refused = 11
    case killed = 137
  }

  init(folder: String) {
    self.folder = folder
    // Built once here, so that no copy builds it again.
    _ = Lexicon.builtIn.matches(in: Array("sorafenib".utf8))
  }

  /// Puts a fault at the first call, the second (or those `every` so many calls), and so on, until the ingest ends before it comes to it. Throws where a fault left anything
  /// but the state before or the state after.
  func run(_ kind: fault_kind, every: Int) throws -> String {
    try prepare()
    var counts = [Outcome: Int]()
    var after = 0
    for nth in stride(from: 1, to: Int.max, by: every) {
      try copyBase()
      let outcome = try ingest(nth, kind)
      if outcome == .done { break }
      counts[outcome, default: 0] += 1
      if try look(mustBeAfter: outcome == .doneDespiteFault, "fault \(kind.rawValue) at call \(nth), \(outcome)") { after += 1 }
    }
    let total = counts.values.reduce(0, +)
    return "kind \(kind.rawValue): \(total) calls, \(counts[.killed] ?? 0) killed, \(counts[.refused] ?? 0) refused, "
      + "\(counts[.doneDespiteFault] ?? 0) done, \(after) after"
  }

  private func prepare() throws {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: papers, withIntermediateDirectories: true)
    try write("first.txt", "A review of early treatment\n\nPatients in the northern trial lived longer.\n")
    guard inCopy({ try Self.ingest(papers, base) }) == 0 else { throw Broken(description: "the first ingest failed") }
    try write("first.txt", "A review of early treatment\n\nPatients in the northern trial fared alike.\n")
    try write("second.txt", "A second review\n\nNothing else was reported there.\n")
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: papers + "/" + name))
  }

  private func copyBase() throws {
    if FileManager.default.fileExists(atPath: run) { try FileManager.default.removeItem(atPath: run) }
    try FileManager.default.copyItem(atPath: base, toPath: run)
  }

  private static func ingest(_ papers: String, _ index: String) throws {
    let base = try KnowledgeBase.open(at: index, mode: .create)
    try base.ingest([.path(papers)])
    try base.close()
  }

  private func ingest(_ nth: Int, _ kind: fault_kind) throws -> Outcome {
    let code = inCopy {
      faults_arm(nth, kind)
      do { try Self.ingest(papers, run) } catch {
        let reached = faults_seen() >= nth
        faults_arm(0, FAULT_NONE)
        guard reached else { throw error }
        exit(Outcome.refused.rawValue)
      }
      exit(faults_seen() >= nth ? Outcome.doneDespiteFault.rawValue : Outcome.done.rawValue)
    }
    guard let outcome = Outcome(rawValue: code) else { throw Broken(description: "call \(nth): the ingest ended with \(code)") }
    return outcome
  }

  /// Opens what is left, reads it, and ingests again; whether it is the state after the ingest.
  private func look(mustBeAfter: Bool, _ what: String) throws -> Bool {
    let code = inCopy {
      let isAfter = try Self.check(run)
      try Self.ingest(papers, run)
      guard try Self.check(run) else { throw Broken(description: "the next ingest did not go on") }
      exit(isAfter ? 0 : 1)
    }
    guard code == 0 || (code == 1 && !mustBeAfter) else { throw Broken(description: "\(what): left \(code)") }
    return code == 0
  }

  /// Whether the folder holds the state after the ingest; throws where it holds neither that nor the state before.
  private static func check(_ index: String) throws -> Bool {
    let base = try KnowledgeBase.open(at: index, mode: .readOnly)
    let found = try (
      documents: base.documents().count, old: base.search("longer").total, new: base.search("alike").total,
      second: base.search("reported").total
    )
    let problems = try base.verify().problems
    try base.close()
    guard problems.isEmpty else { throw Broken(description: "\(problems)") }
    if found == (1, 1, 0, 0) { return false }
    guard found == (2, 0, 1, 1) else { throw Broken(description: "neither before nor after: \(found)") }
    return true
  }

  /// Runs something in a copy of this process; its exit code, 2 where it threw.
  private func inCopy(_ body: () throws -> Void) -> Int32 {
    let process = faults_fork()
    guard process == 0 else { return faults_wait(process) }
    do { try body() } catch {
      print("\(error)")
      exit(2)
    }
    exit(0)
  }
}

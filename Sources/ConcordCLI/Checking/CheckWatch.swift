#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Checks files again whenever one of them changes, until the user interrupts.
///
/// Asks the system for sizes and times of the files three times a second. The interrupt is taken between two looks and never within a
/// check, so that no output is cut off.
struct CheckWatch {
  let session: CheckSession

  /// What the system says of a file; a file that is gone for a moment, as while an editor saves it, has none.
  private struct Stamp: Hashable {
    var seconds: Int
    var nanoseconds: Int
    var size: Int
    var inode: UInt64
  }

  /// Returns the outcome of the last check.
  func run() throws -> CheckSession.Outcome {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var outcome = try check()
    var stamps = watched.map(Self.stamp)
    while !waitForSignal(signals) {
      let now = watched.map(Self.stamp)
      guard now != stamps, now.prefix(session.files.count).allSatisfy({ $0 != nil }) else { continue }
      stamps = now
      outcome = try check()
    }
    return outcome
  }

  private func check() throws -> CheckSession.Outcome {
    if Console.isTerminal { Console.write("\u{1B}[H\u{1B}[2J\u{1B}[3J") }
    do { return try session.run() } catch let failure as Failure {
      // A configuration that is being edited: said, and looked at again when it changes.
      Console.error(failure.description)
      return CheckSession.Outcome(hasFailedInput: true)
    }
  }

  /// The files, then what settles how they are checked.
  private var watched: [String] {
    let finder = ConfigurationFinder(fixed: session.options.config, isOff: session.options.noConfig)
    let settings = session.files.compactMap(finder.path) + [session.options.baseline].compactMap { $0 }
    return session.files + settings
  }

  /// Waits a third of a second; whether an interrupt came.
  private func waitForSignal(_ signals: sigset_t) -> Bool {
    var signals = signals
    var pause = timespec(tv_sec: 0, tv_nsec: 330_000_000)
    return sigtimedwait(&signals, nil, &pause) > 0
  }

  private static func stamp(_ path: String) -> Stamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Stamp(
      seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec, size: Int(status.st_size), inode: UInt64(status.st_ino)
    )
  }
}

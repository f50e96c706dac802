import Synchronization

/// The words of whole passages that may name an outcome, each read when a rule first asks for it.
final class OutcomeWordsOfPassages: Sendable {
  private let known = Mutex<[Int: Set<String>]>([:])

  /// - Parameter read: must give the same whenever it is called for a passage.
  func words(of passage: Int, _ read: () -> Set<String>) -> Set<String> {
    if let words = known.withLock({ $0[passage] }) { return words }
    let words = read()
    known.withLock { $0[passage] = words }
    return words
  }
}

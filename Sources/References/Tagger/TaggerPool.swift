import Synchronization

/// Taggers whose buffers are warm, for readers that come one string at a time from any thread.
enum TaggerPool {
  private static let idle = Mutex<[ReferenceTagger]>([])

  /// Lends a tagger for the time of a call.
  static func withTagger<Result>(_ body: (inout ReferenceTagger) -> Result) -> Result {
    var tagger = idle.withLock { $0.popLast() } ?? ReferenceTagger()
    let result = body(&tagger)
    // One that a huge string has swollen is let go.
    if tagger.words.count <= 4_096 { idle.withLock { if $0.count < 16 { $0.append(tagger) } } }
    return result
  }
}

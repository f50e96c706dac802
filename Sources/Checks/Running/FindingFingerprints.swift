import Literature
import TextAnalysis

/// Tells findings apart by what they are about and not by where they stand, for baselines, for SARIF and for comparing versions.
///
/// The fingerprint is the start of a hash over the rule's code, the marked words, and the passage around them without white
/// space and callouts: moving, rewrapping and renumbering leave it as it is, a change of the sentence does not. A finding that repeats
/// an earlier one word for word is counted. The language of messages has no part in it.
struct FindingFingerprints {
  private let context: CheckContext
  /// Passages with the first byte of each of their pieces, ascending.
  private let starts: [(byte: Int, passage: Int)]
  private let callouts: [Int: [Range<Int>]]

  init(_ context: CheckContext) {
    self.context = context
    let passages = context.extract.passages
    starts = passages.indices.flatMap { index in passages[index].span.ranges.map { ($0.lowerBound, index) } }
      .sorted { ($0.byte, $0.passage) < ($1.byte, $1.passage) }
    var callouts: [Int: [Range<Int>]] = [:]
    for citation in context.extract.citations { callouts[citation.passage, default: []] += citation.span.ranges }
    self.callouts = callouts
  }

  /// Findings in document order.
  func set(in findings: inout [Finding]) {
    var seen: [String: Int] = [:]
    for index in findings.indices {
      let identity = identity(of: findings[index])
      let count = seen[identity, default: 0]
      seen[identity] = count + 1
      let text = count == 0 ? identity : "\(identity)\n\(count)"
      findings[index].fingerprint = String(ContentHash(of: Array(text.utf8)).hex.prefix(16))
    }
  }

  private func identity(of finding: Finding) -> String {
    let marked = Self.folded(Array(finding.snippet.utf8))
    guard let passage = passage(at: finding.span.start) else { return "\(finding.code)\n\(marked)" }
    return "\(finding.code)\n\(marked)\n\(words(of: passage))"
  }

  private func passage(at offset: Int) -> Int? {
    let after = starts.partitionPoint { $0.byte > offset }
    return after > 0 ? starts[after - 1].passage : nil
  }

  /// The passage's text without white space and callouts.
  private func words(of passage: Int) -> String {
    let flow = context.extract.passages[passage].flow
    let left = callouts[passage] ?? []
    var kept: [UInt8] = []
    for piece in flow.pieces {
      for offset in piece.source where !left.contains(where: { $0.contains(offset) }) {
        kept.append(flow.utf8[piece.flowStart + offset - piece.source.lowerBound])
      }
    }
    return Self.folded(kept)
  }

  private static func folded(_ bytes: [UInt8]) -> String { String(decoding: bytes.filter { $0 > 0x20 }, as: UTF8.self) }
}

import Literature
import TextAnalysis

/// What the words of cited sentences and of their sources say of the sentences' figures.
struct SourceReading: Sendable {
  struct Place: Hashable, Sendable {
    var passage: Int
    /// Bytes of the passage's flow.
    var range: Range<Int>
  }

  /// In document order.
  var mismatches: [SourceMismatch] = []
  /// Figures that stand in the source where the words say.
  private(set) var borneOut: [Place] = []

  /// Keeps figures that fit.
  mutating func fits(_ figures: [StatedFigure], _ passage: Int, _ text: LexedText) {
    borneOut.append(Place(passage: passage, range: Self.bytes(figures, text)))
  }

  /// Keeps figures that do not fit.
  mutating func mismatch(
    _ verdict: SourceBinding.Verdict, _ passage: Int, _ text: LexedText, _ reference: Int, _ source: CitedSource
  ) {
    let range = Self.bytes(verdict.figures, text)
    let meant = source.sentences[verdict.meant.sentence]
    if verdict.kind == .otherArm, let last = mismatches.last, last.verdict == .otherArm, last.passage == passage,
      last.meant?.span == meant.span, last.range.upperBound < range.lowerBound
    {
      // Both figures of one exchange.
      mismatches[mismatches.count - 1].range = last.range.lowerBound..<range.upperBound
      return
    }
    mismatches.append(
      SourceMismatch(
        verdict: verdict.kind, passage: passage, range: range, reference: reference,
        found: verdict.found.map { source.sentences[$0.sentence] } ?? meant, meant: verdict.found == nil ? nil : meant))
  }

  /// Takes over what was read of sentences that cite nothing. They are of the work only if its figures are theirs: one fits for one that does not, and two
  /// for each further one, those of the sentence that cites it counted as one.
  mutating func merge(_ carried: SourceReading, of run: CarriedSources.Run) {
    let atHead = borneOut.count { $0.passage == run.head }
    guard carried.borneOut.count + min(1, atHead) >= 2 * carried.mismatches.count - 1 else { return }
    borneOut += carried.borneOut
    mismatches = (mismatches + carried.mismatches).sorted {
      ($0.passage, $0.range.lowerBound) < ($1.passage, $1.range.lowerBound)
    }
  }

  private static func bytes(_ figures: [StatedFigure], _ text: LexedText) -> Range<Int> {
    let tokens = figures.map(\.token)
    guard let low = tokens.min(), let high = tokens.max() else { return 0..<0 }
    return text.tokens[low].start..<text.tokens[high].end
  }
}

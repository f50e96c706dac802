import Lexicon
import Literature
import TextAnalysis

/// Which arm is named first around the pairs of figures of one passage. Its clauses are cut once, and what a clause names is looked up once,
/// whatever number of pairs it holds.
struct ClauseArms {
  private let text: LexedText
  private let isRow: Bool
  private lazy var clauses = isRow ? [text.tokens.indices] : Clauses.all(in: text)
  /// By the bytes that were searched.
  private var drugs: [Range<Int>: ConceptMatch?] = [:]
  private var controls: [Range<Int>: Range<Int>?] = [:]

  /// A row of a table is one clause.
  init(text: LexedText, isRow: Bool) { (self.text, self.isRow) = (text, isRow) }

  private static let controlWords = PhraseSet(
    ["placebo", "control", "controls", "usual care", "observation", "surveillance", "sham"], ["对照", "安慰剂", "观察组", "常规"])

  /// A drug's concept, or `control`; nil where none is named in the clause of the first figure.
  mutating func arm(_ first: PlacedFigure, _ second: PlacedFigure) -> String? {
    let place = clauses.partitionPoint { text.tokens[$0.upperBound - 1].end > first.range.lowerBound }
    guard place < clauses.count else { return nil }
    let clause = clauses[place]
    let start = text.tokens[clause.lowerBound].start
    let drug = drug(in: start..<max(second.range.upperBound, text.tokens[clause.upperBound - 1].end))
    let between = text.firstToken(at: first.range.upperBound)..<text.firstToken(at: second.range.lowerBound)
    if Self.controlWords.occurs(in: text, between) { return "control" }
    let control = control(in: clause)
    guard let drug else { return control == nil ? nil : "control" }
    if let control, control.lowerBound < start + drug.range.lowerBound { return "control" }
    return drug.concept.id
  }

  private mutating func drug(in bytes: Range<Int>) -> ConceptMatch? {
    if let known = drugs[bytes] { return known }
    let found = Lexicon.builtIn.matches(in: Array(text.utf8[bytes])).first { $0.concept.kind == .drug }
    drugs[bytes] = .some(found)
    return found
  }

  private mutating func control(in clause: Range<Int>) -> Range<Int>? {
    if let known = controls[clause] { return known }
    let found = Self.controlWords.first(in: text, clause)
    controls[clause] = .some(found)
    return found
  }
}

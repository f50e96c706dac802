import Lexicon
import Literature
import TextAnalysis

/// A sentence, row or caption of a cited work, as far as a manuscript's sentence is held against it.
public struct SourceSentence: Sendable {
  /// Verbatim.
  public var quote: String
  public var section: String
  /// In the source's file.
  public var span: SourceSpan
  public var line: Int
  public var column: Int
  /// Numbers as printed, in order.
  var numbers: [PrintedNumber]
  /// What it speaks of: ids of concepts and stems of other words.
  var words: Set<String>
  /// Numbers bound to the arm that is named nearest to them.
  var ofArms: [ArmNumber]

  init(_ passage: Passage, of article: Article) {
    let text = LexedText(passage.flow.utf8)
    let position = article.text.position(at: passage.span.start)
    quote = article.text.string(passage.span)
    section = passage.section
    span = passage.span
    (line, column) = (position.line, position.column)
    numbers = text.tokens.indices.compactMap { text.number($0) }
    words = OutcomeWords.all(in: text).filter { !$0.hasPrefix("drug:") }
    ofArms = ArmNumber.all(in: text, text.tokens.indices)
  }

  /// Whether it prints a figure that rounds to another, or that the other rounds to.
  func prints(_ number: PrintedNumber) -> Bool { numbers.contains { SourceCardMatch.agree(number, $0) } }
}

/// A number with the arm that stands nearest to it: "0.94 on tezepelumab", 替格瑞洛组 38 例.
struct ArmNumber: Hashable, Sendable {
  var number: PrintedNumber
  /// Id of the drug, or "control".
  var arm: String

  private static let farthest = 4
  private static let controls = PhraseSet(["placebo", "control", "controls", "usual care", "sham"], ["安慰剂", "对照组", "对照"])

  static func bound(in quote: String) -> [ArmNumber] {
    let text = LexedText(quote)
    return all(in: text, text.tokens.indices)
  }

  /// In order; a number with two arms as near is left out. O(tokens + names).
  static func all(in text: LexedText, _ tokens: Range<Int>) -> [ArmNumber] {
    guard let first = tokens.first, let last = tokens.last else { return [] }
    let bytes = text.tokens[first].start..<text.tokens[last].end
    let drugs = Lexicon.builtIn.matches(in: text.utf8).filter { $0.concept.kind == .drug && bytes.contains($0.range.lowerBound) }
      .map { (arm: $0.concept.id, range: $0.range) }
    let names = drugs + controls.all(in: text, tokens).map { (arm: "control", range: $0) }
    guard Set(names.map(\.arm)).count >= 2 else { return [] }
    return tokens.compactMap { index in
      guard let number = text.number(index), !CitedNumber.isContext(index, text) else { return nil }
      let near = names.map { name in (arm: name.arm, distance: distance(text, index, name.range)) }.sorted {
        $0.distance < $1.distance
      }
      guard let nearest = near.first, nearest.distance <= farthest,
        near.dropFirst().allSatisfy({ $0.arm == nearest.arm || $0.distance > nearest.distance })
      else { return nil }
      return ArmNumber(number: number, arm: nearest.arm)
    }
  }

  /// Tokens between a number and a name; a name in front with a comma between is farther than one behind.
  private static func distance(_ text: LexedText, _ index: Int, _ range: Range<Int>) -> Int {
    let (first, end) = (text.firstToken(at: range.lowerBound), text.firstToken(at: range.upperBound))
    let between = index < first ? index + 1..<first : min(end, index)..<index
    let breaks = between.count { text.isSymbol($0, ",") || text.isSymbol($0, ";") || text.isWord($0, "and") }
    return between.count + 4 * breaks
  }
}

import Lexicon
import Literature
import TextAnalysis

/// The names by which a document calls its groups: what stands before 组, and the words of the arms of its results.
struct GroupLabels {
  /// Stems of English arm names.
  let stems: Set<String>
  private let chinese: PhraseSet

  private static let stemmer = EnglishStemmer()
  private static let starts: Set<Character> = [
    "与", "和", "及", "较", "比", "于", "在", "为", "而", "则", "以", "由", "从", "的", "使", "是", "但", "其", "入", "到", "至", "给",
  ]
  private static let mostSigns = 6
  private static let fewestPlaces = 2

  /// Those of a document, read once for all rules.
  static func shared(in context: CheckContext) -> GroupLabels { context.once(Self.self) { GroupLabels(context) } }

  /// O(bytes).
  init(_ context: CheckContext) {
    let arms = context.results.flatMap { [$0.arm].compactMap { $0 } + $0.armValues.compactMap(\.arm) }
    stems = Set(
      Set(arms).flatMap { arm in
        LexedText(arm).tokens.indices.map { LexedText(arm).lowercased($0) }.filter { $0.utf8.count >= 3 }.map(Self.stemmer.stem)
      })
    var places: [String: Int] = [:]
    for text in context.lexed {
      for index in text.tokens.indices where text.tokens[index].kind == .han && text.hanContains(index, "组") {
        for label in Self.labels(text.string(index)) { places[label, default: 0] += 1 }
      }
    }
    chinese = PhraseSet([], places.filter { $0.value >= Self.fewestPlaces }.map(\.key).sorted())
  }

  /// The stretches before 组 from the run's beginning or a particle on, with the shorter ones that may be meant.
  private static func labels(_ run: String) -> [String] {
    var labels: [String] = []
    var name: [Character] = []
    for sign in run {
      if sign == "组" {
        for length in 2...mostSigns where name.count >= length { labels.append(String(name.suffix(length)) + "组") }
        name = []
      } else if starts.contains(sign) {
        name = []
      } else {
        name.append(sign)
      }
    }
    return labels
  }

  /// Bytes of every label. O(tokens).
  func places(in text: LexedText, _ tokens: Range<Int>) -> [Range<Int>] { chinese.all(in: text, tokens) }

  private static let controls = PhraseSet(
    ["placebo", "control", "controls", "usual care", "sham", "observation", "comparator"], ["对照", "安慰剂", "假刺激", "常规"])

  /// Whether some tokens have a label or speak of the controls, be what they name no drug. O(tokens).
  func namesGroup(in text: LexedText, _ tokens: Range<Int>) -> Bool {
    !places(in: text, tokens).isEmpty || Self.controls.occurs(in: text, tokens)
  }

  func names(in text: LexedText) -> Set<String> { names(in: text, text.tokens.indices) }

  /// The groups that some tokens name: labels, drugs, words of arms, `control`. O(bytes).
  func names(in text: LexedText, _ tokens: Range<Int>) -> Set<String> {
    guard let first = tokens.first, let last = tokens.last else { return [] }
    let bytes = text.tokens[first].start..<text.tokens[last].end
    let drugs = Lexicon.builtIn.matches(in: Array(text.utf8[bytes])).filter { $0.concept.kind == .drug }.map(\.concept.id)
    let words = tokens.filter { text.tokens[$0].kind == .word }.map { Self.stemmer.stem(text.lowercased($0)) }.filter(
      stems.contains)
    let control = Self.controls.occurs(in: text, tokens) ? ["control"] : []
    return Set(places(in: text, tokens).map { text.string($0) } + drugs + words + control)
  }
}

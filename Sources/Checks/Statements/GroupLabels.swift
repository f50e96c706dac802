import Lexicon
import Literature
import TextAnalysis

/// The names by which a document calls its groups: what stands before 组, and the words of the arms of its results.
struct GroupLabels {
  /// Stems of English arm names.
  var stems: Set<String> { words.stems }
  private let words: StemSet
  private let chinese: PhraseSet
  /// Labels of letters: E组, TACE组.
  private let lettered: Set<String>

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
    words = StemSet(
      Set(
        Set(arms).map { LexedText($0) }.flatMap { arm in
          arm.tokens.indices.map { arm.lowercased($0) }.filter { $0.utf8.count >= 3 }.map(Self.stemmer.stem)
        }))
    var places: [String: Int] = [:]
    var letters: [String: Int] = [:]
    for text in context.lexed {
      for index in text.tokens.indices where text.tokens[index].kind == .han {
        if let place = Self.lettered(text, index) { letters[text.string(place), default: 0] += 1 }
        guard text.hanContains(index, "组") || text.hanContains(index, "臂") else { continue }
        for label in Self.labels(text.string(index)) { places[label, default: 0] += 1 }
      }
    }
    lettered = Set(letters.filter { $0.value >= Self.fewestPlaces }.keys)
    chinese = PhraseSet([], places.filter { $0.value >= Self.fewestPlaces }.map(\.key).sorted())
  }

  /// The stretches before 组 from the run's beginning or a particle on, with the shorter ones that may be meant.
  private static func labels(_ run: String) -> [String] {
    var labels: [String] = []
    var name: [Character] = []
    for sign in run {
      if sign == "组" || sign == "臂" {
        for length in 2...mostSigns where name.count >= length { labels.append(String(name.suffix(length)) + String(sign)) }
        name = []
      } else if starts.contains(sign) {
        name = []
      } else {
        name.append(sign)
      }
    }
    return labels
  }

  private static let inWords: [StaticString] = ["组间", "组内", "组成", "组织", "组合", "组分"]

  /// The word right before 组 or 臂 with that character.
  private static func lettered(_ text: LexedText, _ index: Int) -> Range<Int>? {
    guard index > 0, text.tokens[index - 1].kind == .word, text.hanHasPrefix(index, "组") || text.hanHasPrefix(index, "臂"),
      !inWords.contains(where: { text.hanHasPrefix(index, $0) })
    else { return nil }
    // L-TACE组 is not TACE组.
    let isCompound =
      text.isSymbol(index - 2, "-") && !text.hasGap(before: index - 1) && !text.hasGap(before: index - 2) && index > 2
      && text.tokens[index - 3].kind == .word
    return text.tokens[isCompound ? index - 3 : index - 1].start..<text.tokens[index].start + 3
  }

  /// Bytes of every label, ascending. O(tokens).
  func places(in text: LexedText, _ tokens: Range<Int>) -> [Range<Int>] {
    let found = chinese.all(in: text, tokens)
    guard !lettered.isEmpty else { return found }
    let letters = tokens.compactMap { Self.lettered(text, $0) }.filter { lettered.contains(text.string($0)) }
    return letters.isEmpty ? found : (found + letters).sorted { $0.lowerBound < $1.lowerBound }
  }

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
    let words = tokens.compactMap { self.words.stem(text, $0) }
    let control = Self.controls.occurs(in: text, tokens) ? ["control"] : []
    return Set(places(in: text, tokens).map { text.string($0) } + drugs + words + control)
  }
}

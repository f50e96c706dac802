import Literature
import TextAnalysis

/// The groups that a document's ratios are taken against, where it says so beside them: "HR for nivolumab vs docetaxel", "odds ratio, surgery
/// relative to drains".
///
/// A word that stands on both sides ("chemotherapy", "group") tells nothing.
struct RatioReference: Sendable {
  /// By the word in small letters: how often it names what is compared with, less how often what is compared.
  private var lead: [String: Int] = [:]

  private static let ratios = PhraseSet(
    [
      "hr", "hrs", "hazard ratio", "hazard ratios", "or", "odds ratio", "odds ratios", "rr", "risk ratio", "risk ratios",
      "relative risk", "relative risks", "rate ratio", "rate ratios",
    ], ["风险比", "比值比", "优势比", "危险比", "相对危险度", "率比"])
  private static let joints = PhraseSet([
    "v", "vs", "versus", "relative to", "compared with", "compared to", "against", "as compared with", "in comparison with",
  ])
  private static let idle: Set<String> = [
    "the", "a", "an", "group", "groups", "arm", "arms", "in", "with", "on", "of", "and", "patients", "participants", "therapy",
    "treatment", "those", "to", "for", "plus", "ci", "was", "were", "is", "are", "using", "as", "than", "组",
  ]
  /// How many words name a group.
  private static let longest = 4
  /// How far behind the name of the ratio the two groups end.
  private static let reach = 10

  static func shared(in context: CheckContext) -> RatioReference { context.once(Self.self) { RatioReference(context) } }

  /// O(tokens).
  private init(_ context: CheckContext) {
    for index in context.extract.passages.indices where context.extract.passages[index].kind != .reference {
      read(context.lexed[index])
    }
    for cell in context.extract.article.tables.flatMap(\.headCells) { read(LexedText(cell.flow.utf8)) }
  }

  /// "for A vs B" behind a ratio's name, before its figure.
  private mutating func read(_ text: LexedText) {
    for ratio in Self.ratios.all(in: text) {
      let start = text.firstToken(at: ratio.upperBound)
      let limit = min(text.count, start + Self.reach)
      let end = (start..<limit).first { text.isNumber($0) } ?? limit
      guard let joint = Self.joints.first(in: text, start..<end) else { continue }
      let (before, after) = (text.firstToken(at: joint.lowerBound), text.firstToken(at: joint.upperBound))
      let compared = (max(start, before - Self.longest)..<before).filter { isName(text, $0) }
      let reference = (after..<min(text.count, after + Self.longest)).prefix { isName(text, $0) || text.isSymbol($0, "-") }
      guard !compared.isEmpty else { continue }
      for token in compared { count(text.lowercased(token), -1) }
      for token in reference where isName(text, token) { count(text.lowercased(token), 1) }
    }
  }

  private func isName(_ text: LexedText, _ token: Int) -> Bool {
    text.tokens[token].kind == .word || text.tokens[token].kind == .han
  }

  private mutating func count(_ word: String, _ amount: Int) {
    if !Self.idle.contains(word) { lead[word, default: 0] += amount }
  }

  /// The first word of a stretch that names what ratios are taken against; nil where another of it names what is compared.
  func place(in text: LexedText, _ tokens: Range<Int>) -> Int? {
    guard !lead.isEmpty else { return nil }
    let leads = tokens.map { isName(text, $0) ? lead[text.lowercased($0)] ?? 0 : 0 }
    guard let first = leads.firstIndex(where: { $0 > 0 }), !leads.contains(where: { $0 < 0 }) else { return nil }
    return tokens.lowerBound + first
  }

  /// Whether a name is that of what ratios are taken against.
  func isNamed(by text: LexedText) -> Bool { place(in: text, text.tokens.indices) != nil }
}

import Literature
import TextAnalysis

/// By what other words a document calls its outcomes: the short and the long form that it defines, and what its primary outcome is.
struct OutcomeNames: Sendable {
  /// What the document says that its primary outcome is, as `VerdictStatement.topic`.
  let ofPrimary: Set<String>
  private let forms: [(short: Set<String>, long: Set<String>)]
  /// Indices into `forms` by one word of the short and one of the long form: what has not that word has not all of them.
  private let formsByWord: [String: [Int]]
  /// Short forms that are no names of trials.
  private let shorts: Set<String>

  private static let primary = PhraseSet(
    ["primary outcome was", "primary endpoint was", "primary end point was", "primary outcome is", "primary endpoint is"],
    ["主要终点为", "主要终点是", "主要结局为", "主要结局是", "主要研究终点为", "主要结局指标为"])

  static func shared(in context: CheckContext) -> OutcomeNames { context.once(Self.self) { OutcomeNames(context) } }

  /// O(tokens).
  private init(_ context: CheckContext) {
    let labels = GroupLabels.shared(in: context)
    let topic = { (words: String) -> Set<String> in
      let text = LexedText(words)
      return VerdictStatement.topic(text, text.tokens.indices, without: [], labels).filter { !$0.hasPrefix("drug:") }
    }
    let forms = context.extract.abbreviations.flatMap { definition -> [(short: Set<String>, long: Set<String>)] in
      [definition.longEnglish, definition.longChinese].compactMap { $0 }.map { (topic(definition.short), topic($0)) }
    }.filter { !$0.0.isEmpty && !$0.1.isEmpty }
    self.forms = forms
    formsByWord = forms.indices.reduce(into: [:]) { known, index in
      for word in Set([forms[index].short.min(), forms[index].long.min()].compactMap { $0 }) {
        known[word, default: []].append(index)
      }
    }
    let trials = Set(context.extract.trials.flatMap { [$0.name, $0.id] + $0.aliases })
    shorts = Set(context.extract.abbreviations.map(\.short)).subtracting(trials)
    ofPrimary = context.extract.passages.indices.reduce(into: []) { found, passage in
      let text = context.lexed[passage]
      guard context.extract.passages[passage].kind == .sentence, let words = Self.primary.first(in: text) else { return }
      let start = text.firstToken(at: words.upperBound)
      let end = (start..<max(start, text.count)).first { text.isSymbol($0, ";") || text.isSymbol($0, "(") } ?? text.count
      found.formUnion(topic(text.string(words.upperBound..<(end > start ? text.tokens[end - 1].end : words.upperBound))))
    }
  }

  /// O(words of the topic).
  func widened(_ topic: Set<String>) -> Set<String> {
    guard !formsByWord.isEmpty else { return topic }
    var words = topic
    for index in topic.lazy.compactMap({ formsByWord[$0] }).joined() {
      let form = forms[index]
      if form.short.isSubset(of: topic) {
        words.formUnion(form.long)
      } else if form.long.isSubset(of: topic) {
        words.formUnion(form.short)
      }
    }
    return words
  }

  func widened(_ statement: VerdictStatement) -> VerdictStatement {
    var statement = statement
    statement.topic = widened(statement.topic)
    statement.studies = studies(statement.studies)
    return statement
  }

  /// Names of studies without the short forms of outcomes.
  func studies(_ names: Set<String>) -> Set<String> { names.subtracting(shorts) }
}

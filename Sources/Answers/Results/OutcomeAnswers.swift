import Evidence
import Literature

/// What documents say to one question on an outcome: for each the effect, the numbers of both sides, and the evidence as it stands.
public struct OutcomeAnswers: Sendable {
  public struct Item: Sendable {
    public struct Quote: Sendable {
      public var passage: String
      public var section: String
      public var line: Int
      public var text: String
      public var span: SourceSpan
    }
    public var document: String
    public var title: String?
    public var effect: ComparisonAnswer.Effect
    public var confidence: Double
    public var score: Double
    public var quotes: [Quote]
    public var figures: ComparisonFigures
  }
  public let question: ComparisonQuestion
  /// Best evidence first.
  public private(set) var items: [Item] = []

  public init(_ question: ComparisonQuestion) { self.question = question }

  /// Asks one more document; one that does not speak of the outcome adds nothing.
  public mutating func ask(_ extract: Extract) {
    let document = ComparisonDocument(extract)
    guard let answer = document.answer(to: question), let best = answer.evidence.first else { return }
    let quotes = answer.evidence.map { evidence in
      let passage = extract.passages[evidence.passage]
      return Item.Quote(
        passage: passage.id, section: passage.section, line: extract.article.text.position(at: passage.span.start).line,
        text: passage.text, span: passage.span)
    }
    items.append(
      Item(
        document: extract.stem, title: extract.article.front.titles.first?.text, effect: answer.effect,
        confidence: answer.confidence,
        score: best.score, quotes: quotes, figures: document.figures(for: question)))
    items.sort { ($1.score, $0.document) < ($0.score, $1.document) }
  }
}

extension OutcomeAnswers {
  public var json: JSONValue {
    var object = JSONObject()
    object.append("outcome", question.outcome)
    object.append("intervention", question.intervention)
    object.append("comparator", question.comparator)
    object.append("answers", JSONValue.array(items.map(\.json)))
    return .object(object)
  }
}

extension OutcomeAnswers.Item {
  var json: JSONValue {
    var object = JSONObject()
    object.append("document", document)
    object.append("title", title)
    object.append("effect", effect.rawValue)
    object.append("confidence", JSONValue.double((confidence * 1000).rounded() / 1000))
    object.append("figures", figures.json)
    object.append(
      "quotes",
      JSONValue.array(
        quotes.map { quote in
          var object = JSONObject()
          object.append("passage", quote.passage)
          object.append("section", quote.section)
          object.append("line", quote.line)
          object.append("text", quote.text)
          object.append("span", quote.span.json)
          return .object(object)
        }))
    return .object(object)
  }
}

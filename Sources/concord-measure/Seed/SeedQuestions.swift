import Answers
import Literature

/// Questions on the review: facts and sources of the answerable ones, refusal of the others.
struct SeedQuestions: Measure {
  let name = "review/questions"
  let needs = ["seed/gold/questions.json"]

  func run(on data: DataFolder) throws -> MeasureReport {
    let gold = try data.json("seed/gold/questions.json")
    let extract = try Seed.document(of: gold, in: data)
    let answerer = Answerer(base: ExtractEvidence([extract]))
    var report = MeasureReport(
      name: name,
      rule:
        "answered: every number of every fact stands in a card or a quote of the answer, every key phrase in a quote (white space aside, which wrapped cells have inside words), and every DOI asked for among its references; refused: no answer"
    )
    var (answered, refused) = (0, 0)
    let items = gold.items
    for item in items {
      let answer = try answerer.answer(item["question"]?.stringValue ?? "")
      let id = item["id"]?.stringValue ?? ""
      if item["answerable"]?.boolValue == true {
        let problems = Self.problems(item, answer)
        if problems.isEmpty { answered += 1 } else { report.misses.append("\(id): \(problems.joined(separator: "; "))") }
      } else if !answer.isAnswered {
        refused += 1
      } else {
        report.misses.append("\(id): answered, should be refused: \(answer.parts.first?.quotes.first?.text.prefix(80) ?? "")")
      }
    }
    let answerable = items.filter { $0["answerable"]?.boolValue == true }.count
    report.rows = [
      .init(what: "answered", matched: answered, gold: answerable),
      .init(what: "refused", matched: refused, gold: items.count - answerable),
    ]
    return report
  }

  private static func problems(_ item: JSONValue, _ answer: Answer) -> [String] {
    guard answer.isAnswered else { return ["refused: \(answer.nearest.map(\.reason).joined(separator: " "))"] }
    var problems: [String] = []
    let text = answer.parts.flatMap { part in part.quotes.map(\.text) + (part.trial?.registry.map(\.id) ?? []) }.joined(
      separator: "\n"
    ).filter { !$0.isWhitespace }
    for fact in item["facts"]?.arrayValue ?? [] {
      let value = fact["value"]?.stringValue ?? ""
      let words = value.split { !($0.isNumber || $0 == "." || $0.isLetter && !$0.isASCII) }.map(String.init)
      let numbers =
        words.filter { $0.first?.isNumber ?? false } + (words.allSatisfy { !($0.first?.isNumber ?? false) } ? words : [])
      let missing = numbers.filter { !text.contains($0) }
      if !missing.isEmpty { problems.append("fact \(value): missing \(missing)") }
    }
    for phrase in item["key_phrases"]?.arrayValue?.compactMap(\.stringValue) ?? []
    where !text.contains(phrase.filter { !$0.isWhitespace }) {
      problems.append("phrase \(phrase)")
    }
    let dois = Set(answer.parts.flatMap(\.references).compactMap(\.doi))
    for doi in item["dois"]?.arrayValue?.compactMap(\.stringValue) ?? [] where !dois.contains(doi) {
      problems.append("DOI \(doi)")
    }
    return problems
  }
}

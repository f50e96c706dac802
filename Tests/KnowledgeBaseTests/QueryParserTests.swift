import Testing

@testable import KnowledgeBase

struct QueryParserTests {
  static let trees: [(String, QueryNode)] = [
    ("sorafenib", .words("sorafenib")),
    ("early stage", .words("early stage")),
    ("\"overall survival\"", .phrase("overall survival")),
    ("“总生存”", .phrase("总生存")),
    ("a AND b", .and([.words("a"), .words("b")], isImplicit: false)),
    ("a OR b c", .or([.words("a"), .words("b c")])),
    ("a -b", .and([.words("a"), .not(.words("b"))], isImplicit: true)),
    ("a NOT (b OR c)", .and([.words("a"), .not(.or([.words("b"), .words("c")]))], isImplicit: true)),
    ("adjuv*", .prefix("adjuv")),
    ("trial:STORM", .field(.trial, "STORM")),
    ("trial:\"IMbrave 050\"", .field(.trial, "IMbrave 050")),
    ("doi:10.1016/s1470-2045(15)00198-9", .field(.doi, "10.1016/s1470-2045(15)00198-9")),
    ("(doi:10.1/x)", .field(.doi, "10.1/x")),
    ("ref:review#9", .field(.ref, "review#9")),
    ("hr<1", .number(NumericCondition(column: .hr, comparison: .less, value: 1))),
    ("p≤0.05", .number(NumericCondition(column: .p, comparison: .lessOrEqual, value: 0.05))),
    ("%>50", .number(NumericCondition(column: .percent, comparison: .greater, value: 50))),
    ("n>=1,000", .number(NumericCondition(column: .n, comparison: .greaterOrEqual, value: 1000))),
    ("无复发生存期　索拉非尼", .words("无复发生存期 索拉非尼")),
    (
      "（endpoint：RFS hr＜1）",
      .and([.field(.endpoint, "RFS"), .number(NumericCondition(column: .hr, comparison: .less, value: 1))], isImplicit: true)
    ),
    ("CARES-009", .words("CARES-009")),
    ("a +b", .and([.words("a"), .required(.words("b"))], isImplicit: true)),
    ("a early NEAR/3 stage", .and([.words("a"), .near("early", "stage", 3)], isImplicit: true)),
    ("\"early stage\" NEAR cancer", .near("early stage", "cancer", 5)),
    ("sorafenb~1", .fuzzy("sorafenb", 1)), ("sorafenb~", .fuzzy("sorafenb", 1)),
    ("a b^2", .and([.words("a"), .boosted(.words("b"), 2)], isImplicit: true)),
    ("\"a b\"^0.5", .boosted(.phrase("a b"), 0.5)),
    (
      "year:2015..2025",
      .number(NumericCondition(column: .year, comparison: .between, value: 2015, upper: 2025))
    ),
    ("year:2020", .number(NumericCondition(column: .year, comparison: .equal, value: 2020))),
    ("median>24mo", .number(NumericCondition(column: .months, comparison: .greater, value: 24, measure: "median"))),
    ("p<5%", .number(NumericCondition(column: .p, comparison: .less, value: 0.05))),
    ("months>=2y", .number(NumericCondition(column: .months, comparison: .greaterOrEqual, value: 24))),
    ("months<5个月", .number(NumericCondition(column: .months, comparison: .less, value: 5))),
    ("author:Finn", .field(.author, "Finn")), ("journal:\"The Lancet\"", .field(.journal, "The Lancet")),
    ("ratio: 3", .words("ratio 3")),
  ]

  @Test(arguments: trees.indices) func readsTheLanguage(_ index: Int) throws {
    let (query, tree) = Self.trees[index]
    #expect(try QueryParser.parse(query) == tree, "\(query)")
  }

  static let mistakes: [(String, Int)] = [
    ("", 1), ("   ", 1), ("a AND", 6), ("AND a", 1), ("a OR", 5), ("(a", 1), ("a)", 2), ("\"a", 1), ("tril:STORM", 1),
    ("trial:", 1),
    ("hr<", 4), ("hr<x", 4), ("os<1", 1), ("a hr<>1", 5), ("NOT", 4), ("()", 2),
    ("NEAR/3 a", 1), ("a NEAR/3", 9), ("a NEAR/99 b", 8), ("word~3", 6), ("a^x", 3), ("year:2025..2015", 6), ("hr<3mo", 4),
  ]

  @Test(arguments: mistakes.indices) func namesThePlaceOfAMistake(_ index: Int) {
    let (query, position) = Self.mistakes[index]
    do throws(QuerySyntaxError) {
      let tree = try QueryParser.parse(query)
      Issue.record("“\(query)” was read as \(tree)")
    } catch {
      #expect(error.position == position, "“\(query)”: \(error)")
    }
  }

  @Test func putsACaretUnderThePlaceInBothScripts() {
    let error = QuerySyntaxError(position: 5, message: "x")
    #expect(error.snippet(of: "肝癌 AND") == "  肝癌 AND\n        ^")
  }

  @Test func refusesBottomlessBrackets() {
    #expect(throws: QuerySyntaxError.self) { try QueryParser.parse(String(repeating: "(", count: 100_000)) }
    #expect(throws: QuerySyntaxError.self) { try QueryParser.parse(String(repeating: "NOT ", count: 100_000) + "a") }
  }
}

import Literature
import TextAnalysis

extension Article {
  /// The lines of a table's caption. O(blocks).
  func caption(ofTable index: Int) -> String {
    blocks.filter { $0.table == index && $0.kind == .caption }.map(\.flow.string).joined(separator: " ")
  }
}

extension CheckContext {
  /// The tables that show what the groups were like at the start, so that their P say nothing of a result.
  var tablesOfStart: Set<Int> {
    once(StartWords.self) {
      let article = extract.article
      return Set(
        article.tables.indices.filter { index in
          let caption = LexedText(article.caption(ofTable: index))
          return StartWords.names.occurs(in: caption) && !StartWords.courses.occurs(in: caption)
        })
    }
  }
}

private enum StartWords {
  static let names = PhraseSet(
    ["baseline", "characteristics", "demographic", "demographics", "demography", "at entry", "on admission", "at enrolment"],
    ["基线", "一般资料", "临床特征", "基本资料", "入院时", "入组时"])
  static let courses = PhraseSet(
    ["change", "changes", "outcome", "outcomes", "after", "end", "follow up", "final", "week", "weeks", "month", "months"],
    ["变化", "治疗后", "结局", "随访"])
}

import Literature
import TextAnalysis

/// Whether a document pools the studies of others: its title says so.
private enum PooledDocument {
  static let words = PhraseSet(
    ["meta analysis", "meta analyses", "pooled analysis", "systematic review"], ["荟萃分析", "Meta分析", "meta分析", "系统评价", "合并分析"])
}

extension CheckContext {
  /// Results without a study are its own then, and a phase, a size or a figure beside the name of one study is that one's.
  var isPooled: Bool {
    struct Answer { var isPooled: Bool }
    return once(Answer.self) {
      Answer(
        isPooled: PooledDocument.words.occurs(in: LexedText(extract.article.front.titles.map(\.text).joined(separator: " ; "))))
    }.isPooled
  }
}

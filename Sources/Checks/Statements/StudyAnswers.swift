/// For which rows of a table of studies something is so; nil where a row leaves it open.
struct StudyAnswers {
  /// The column that tells; nil where several do.
  var column: Int?
  var rows: [Bool?]
}

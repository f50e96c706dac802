import Literature
import Statistics

/// Figures of one unit that a sentence may speak of at once: a column of a table, a row of it, the figures of a sentence.
struct FigureSet: Sendable {
  struct Element: Sendable {
    /// In percent, in months, or as printed.
    var box: RoundingInterval
    var text: String
    /// The words of its row, or the head of its column where the set is a row.
    var label: String
    /// What those words name, as `VerdictStatement.topic`.
    var topic: Set<String> = []
    /// Numbers with a unit of time in those words.
    var times: Set<String> = []
    /// Of a ratio its kind, where its cell or its column names one: `HR`.
    var ratio: String?
    var span: SourceSpan
  }
  enum Place: Hashable, Sendable {
    case column(table: Int, column: Int, part: Int)
    case row(table: Int, row: Int)
    case sentence(passage: Int)

    var table: Int? {
      switch self {
      case .column(let table, _, _), .row(let table, _): table
      case .sentence: nil
      }
    }
  }
  enum Role: Hashable, Sendable { case tested, control }

  var unit: SetBound.Unit
  var elements: [Element]
  /// As `VerdictStatement.topic`.
  var topic: Set<String>
  /// Names of groups, as of `GroupLabels`.
  var groups: Set<String>
  /// Numbers with a unit of time behind them.
  var times: Set<String> = []
  var role: Role?
  /// Whether its words are of follow-up, or of the time under treatment.
  var isOfFollowUp = false
  var place: Place
}

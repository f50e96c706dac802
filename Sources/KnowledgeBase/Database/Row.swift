/// A row that was read: its values by place or by the name of the column.
struct Row {
  /// The columns' names, shared by all rows of one statement.
  final class Names {
    let names: [String]
    init(_ names: [String]) { self.names = names }
  }

  private let names: Names
  private let values: [SQLValue]

  init(_ names: Names, _ values: [SQLValue]) {
    self.names = names
    self.values = values
  }

  /// `place` is one of the statement's columns.
  subscript<Value: SQLConvertible>(place: Int) -> Value { Value(sqlValue: values[place]) ?? .missing }
  subscript<Value: SQLConvertible>(place: Int) -> Value? { Value(sqlValue: values[place]) }

  /// `name` is one of the statement's columns. O(columns).
  subscript<Value: SQLConvertible>(name: String) -> Value { Value(sqlValue: values[place(of: name)]) ?? .missing }
  subscript<Value: SQLConvertible>(name: String) -> Value? { Value(sqlValue: values[place(of: name)]) }

  private func place(of name: String) -> Int {
    guard let place = names.names.firstIndex(of: name) else { preconditionFailure("the statement has no column \(name)") }
    return place
  }
}

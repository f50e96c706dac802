import Literature

/// Which rows stand under which: rows that only name a group head those after them, and indented rows belong to the one that they are set
/// in from, whether it has figures or not.
struct RowOutline {
  private struct Heading {
    var indent: Int
    var label: String
  }

  /// Rows without figures that head those that follow, outermost first.
  private var groups: [Heading] = []
  /// Rows with figures under which others may be set in.
  private var parents: [Heading] = []
  /// How far the first row under the innermost group is set in; nil before it.
  private var childIndent: Int?

  /// What stands above the next row, outermost first.
  var labels: [String] { (groups + parents).map(\.label) }

  /// A row that names a group; an empty name ends the groups above it.
  mutating func open(_ label: String, indent: Int) {
    defer { (childIndent, parents) = (nil, []) }
    guard !label.isEmpty else {
      groups = []
      return
    }
    // A group after rows with figures is a new one, but for those that it is set in from.
    if childIndent != nil { groups.removeAll { $0.indent >= indent } }
    groups.append(Heading(indent: indent, label: label))
  }

  /// A row with figures, before its labels are asked for: what it is not set in from is no longer above it.
  mutating func place(indent: Int) {
    if let group = groups.last, let childIndent, childIndent > group.indent, indent <= group.indent {
      groups.removeAll { $0.indent >= indent }
    }
    if childIndent == nil { childIndent = indent }
    while let parent = parents.last, parent.indent >= indent { parents.removeLast() }
  }

  /// The label of a row with figures, whose further rows may be set in from it.
  mutating func push(_ label: String, indent: Int) { parents.append(Heading(indent: indent, label: label)) }

  /// How many spaces a cell begins with; those that are wide count double.
  static func indent(of cell: Table.Cell?) -> Int {
    guard let cell else { return 0 }
    var count = 0
    for scalar in cell.flow.string.unicodeScalars {
      guard scalar.properties.isWhitespace else { break }
      count += [0x2001, 0x2003, 0x3000].contains(scalar.value) ? 2 : 1
    }
    return count
  }
}

import Literature
import TextAnalysis

/// Tells which columns of a table stand for arms: their headers name a treatment, a group, or a number of patients.
enum ArmColumns {
  static func arms(of table: ResultTable, known: TrialArms?) -> [(column: Int, name: String)] {
    table.headers.indices.dropFirst().compactMap { column in
      guard table.roles[column] == .other || isCount(table.headers[column]) || hasArm(table, column) else {
        return nil
      }
      return name(table, column, known).map { (column, $0) }
    }
  }

  private static func hasArm(_ table: ResultTable, _ column: Int) -> Bool {
    guard ColumnRole.measure(table.headers[column]) == nil, table.roles[column] != .pValue else {
      return false
    }
    return table.headerReadings[column].phrases.contains { !$0.isWeak }
  }

  private static func isCount(_ header: String) -> Bool {
    let text = ResultText(header)
    return text.indices.contains {
      ["n", "N"].contains(text.kind($0) == .word ? text.string($0) : "") && text.isSymbol($0 + 1, "=")
    }
  }

  private static func name(_ table: ResultTable, _ column: Int, _ known: TrialArms?) -> String? {
    let phrases = table.headerReadings[column].phrases
    if let named = phrases.first(where: { !$0.isWeak && $0.role == nil })
      ?? phrases.first(where: { $0.role == nil && isCount(table.headers[column]) })
    {
      var group = named
      group.isGroup = true
      return known?.named(group) ?? named.name
    }
    if let role = phrases.first { return known?.named(role) ?? role.name }
    guard isCount(table.headers[column]) || isGroup(table.headers[column]) else { return nil }
    let printed = table.headers[column].parts(atAny: "(（[").first.map(String.init)?.trimmedSpaces ?? ""
    let name = withoutStatistic(printed)
    return name.isEmpty || isTotal(name) ? nil : name
  }

  /// "CPT, mean", "Tea, n": without the statistic of the figures below.
  private static func withoutStatistic(_ printed: String) -> String {
    guard let comma = printed.lastIndex(of: ",") else { return printed }
    let last = String(printed[printed.index(after: comma)...]).trimmedSpaces.lowercased()
    let statistics = ["mean", "median", "n", "no.", "no", "%", "n%", "mean ± sd", "mean±sd", "number"]
    return statistics.contains(last) ? String(printed[..<comma]).trimmedSpaces : printed
  }

  private static func isGroup(_ header: String) -> Bool {
    let name = header.lowercased()
    return name.hasAny(["group", "arm"]) || name.trimmedSpaces.hasSuffix("组")
  }

  private static func isTotal(_ name: String) -> Bool {
    ["total", "all", "overall", "合计", "总计", "全部"].contains(name.lowercased())
  }
}

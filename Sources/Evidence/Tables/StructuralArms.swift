import Literature

/// Arms that no word betrays: two to six columns, or blocks of columns with the same labels below, that stand beside a P value or a
/// difference, or are each parted by the same times and statistics.
enum StructuralArms {
  /// The names as labels print them; empty where the columns are no arms. O(columns).
  ///
  /// `caption` may say that the table compares groups or conditions.
  static func names(in frame: TableFrame, caption: String) -> Set<String> {
    let columns = frame.firstHeader.dropFirst(frame.stubCount).filter { !$0.isEmpty }
    let compared =
      columns.contains { column in column.contains { $0.statistic == .p || isEstimate($0) } }
      || comparisons.stand(in: caption.lowercased())
    let data = columns.filter { column in
      !column.contains { $0.statistic == .p || $0.statistic == .test || isEstimate($0) || ArmNames.isTotal($0.rest) }
        && !column.allSatisfy { $0.rest.isEmpty && ($0.statistic == .count || $0.statistic == .total) }
    }
    let depth = data.map(\.count).max() ?? 0
    let names = names(of: data, compared)
    // A column of one label beside blocks of two levels is no arm: "Diet: A, B | SED".
    return names.isEmpty ? self.names(of: data.filter { $0.count == depth }, compared) : names
  }

  private static let comparisons: Phrases = [
    "conditions", "groups", "arms", "versus", "vs", "compared", "comparison", "regimens", "modalities", "treatments",
    "interventions",
    "diets", "by treatment", "by group", "by arm", "两组", "三组", "各组", "四组",
  ]

  private static func names(of data: [[LabelReading]], _ compared: Bool) -> Set<String> {
    guard data.count >= 2 else { return [] }
    for level in 0..<(data.map(\.count).max() ?? 0) {
      guard data.allSatisfy({ $0.count > level }) else { return [] }
      let labels = data.map { $0[level] }
      let names = labels.map(\.rest).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      guard (2...6).contains(names.count), names.allSatisfy({ mayName($0) && !isOutcome($0) }),
        labels.allSatisfy({ $0.time == nil })
      else {
        continue
      }
      let blocks = names.map { name in data.filter { $0[level].rest == name }.map { $0.dropFirst(level + 1).map(\.printed) } }
      guard let first = blocks.first, blocks.allSatisfy({ $0 == first }) else { continue }
      let isParted = first.count >= 2
      if compared || isParted { return Set(names) }
    }
    return []
  }

  /// Names of rows that are arms by their place alone: two to four rows that one P value spans or a row of P values follows, or outer names
  /// over the same times. O(rows).
  static func rowNames(in frame: TableFrame) -> Set<String> {
    let rows = frame.rows.filter { TestRow(row: $0, frame: frame) == nil }
    if let outer = namesOverTimes(rows) { return outer }
    let names = rows.compactMap { row in row.labels.count == 1 ? row.labels[0].rest : nil }
    guard (2...4).contains(rows.count), names.count == rows.count, Set(names).count == names.count,
      names.allSatisfy({ mayName($0) && !isOutcome($0) }), rows.allSatisfy({ $0.labels[0].time == nil }),
      rows.count < frame.rows.count || isSpannedByP(rows, frame)
    else { return [] }
    return Set(names)
  }

  /// A P value whose cell reaches over all rows.
  private static func isSpannedByP(_ rows: [TableFrame.Row], _ frame: TableFrame) -> Bool {
    guard let first = rows.first else { return false }
    return first.cells.indices.contains { column in
      frame.headers[first.header][column].contains { $0.statistic == .p } && (first.cells[column]?.rowSpan ?? 1) >= rows.count
    }
  }

  /// "A: before, after; B: before, after" where the columns are outcomes.
  private static func namesOverTimes(_ rows: [TableFrame.Row]) -> Set<String>? {
    guard rows.count >= 4, rows.allSatisfy({ $0.labels.count == 2 && $0.labels[1].time != nil && $0.labels[1].rest.isEmpty })
    else {
      return nil
    }
    let names = rows.map { $0.labels[0].rest }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let blocks = names.map { name in rows.filter { $0.labels[0].rest == name }.map { $0.labels[1].printed } }
    guard (2...6).contains(names.count), names.allSatisfy({ mayName($0) && !isOutcome($0) }),
      let first = blocks.first, first.count >= 2, blocks.allSatisfy({ $0 == first })
    else { return nil }
    return Set(names)
  }

  /// Whether a name is of something measured: it has a unit, or the lexicon knows it.
  private static func isOutcome(_ name: String) -> Bool {
    HeaderUnit.printed(in: name) != nil || FactTable.lexiconName(name) != nil
  }

  private static func isEstimate(_ label: LabelReading) -> Bool {
    if case .estimate = label.statistic { return true }
    return label.isChange && label.rest.lowercased().hasAny(["difference", "differences"])
  }

  private static let weak: Set<String> = [
    "yes", "no", "male", "female", "men", "women", "n", "value", "change", "baseline", "variable", "score", "result", "results",
    "unit",
    "range", "mean", "median", "events", "unadjusted", "adjusted", "crude", "pre", "post", "systolic", "diastolic",
  ]

  private static func mayName(_ name: String) -> Bool {
    name.contains(where: \.isLetter) && name.utf8.count <= 60 && !weak.contains(name.lowercased())
  }
}

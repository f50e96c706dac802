import Literature

/// Arms that no word betrays: two to six columns, or blocks of columns with the same labels below, that stand beside a P value or a
/// difference, or are each parted by the same times and statistics.
enum StructuralArms {
  /// The names as labels print them; empty where the columns are no arms. O(columns).
  ///
  /// `caption` may say that the table compares groups or conditions.
  static func names(in frame: TableFrame, arms: ArmNames, caption: String) -> Set<String> {
    let columns = frame.firstHeader.dropFirst(frame.stubCount).filter { !$0.isEmpty }
    let compared =
      columns.contains { column in column.contains { ArmNames.isTotal($0.rest) || $0.statistic != .p && arms.isArm($0) } }
      || columns.contains { column in column.contains { $0.statistic == .p || isEstimate($0) } }
      || comparisons.stand(in: caption.lowercased()) || rowsAreOutcomes(frame)
    let data = columns.filter { column in
      !column.contains { $0.statistic == .p || $0.statistic == .test || isEstimate($0) || ArmNames.isTotal($0.rest) }
        && !column.allSatisfy { $0.rest.isEmpty && ($0.statistic == .count || $0.statistic == .total) }
    }
    // "All patients | Patients with the marker": the whole beside a part of it.
    if data.count == 1, columns.count == 2, let part = data[0].last,
      let whole = columns.lazy.compactMap(\.last).first(where: isWhole),
      part.statistic == whole.statistic, part.statistic != nil, mayBePart(part.rest)
    {
      return [whole.rest, part.rest]
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

  private static func isWhole(_ label: LabelReading) -> Bool { ArmNames.isTotal(label.rest) }

  private static func mayBePart(_ name: String) -> Bool { name.hasLetter && !isOutcome(name) }

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

  /// Inner names of columns that are arms because each block of them holds its own P value: "All: A, B, P | Under 65: A, B, P"; empty where
  /// there is no such block. O(columns).
  static func testedNames(in frame: TableFrame) -> Set<String> {
    var blocks: [(outer: String, names: [String], isTested: Bool)] = []
    for column in frame.firstHeader.dropFirst(frame.stubCount) {
      // "Start: A: median (IQR)": a statistic below the name is no part of it.
      guard column.count >= 2, let last = column.dropFirst().last(where: { !$0.rest.isEmpty }) ?? column.last else { continue }
      if blocks.last?.outer != column[0].printed { blocks.append((column[0].printed, [], false)) }
      if column.contains(where: { $0.statistic == .p }) {
        blocks[blocks.count - 1].isTested = true
      } else if last.statistic != .test, !isEstimate(last), blocks[blocks.count - 1].names.last != last.rest {
        blocks[blocks.count - 1].names.append(last.rest)
      }
    }
    guard blocks.count >= 2, let names = blocks.first?.names, (2...6).contains(names.count), Set(names).count == names.count,
      blocks.allSatisfy({ $0.isTested && $0.names == names }), names.allSatisfy({ mayName($0) && !isOutcome($0) }),
      names.allSatisfy({ LabelReading($0).time == nil })
    else { return [] }
    return Set(names)
  }

  /// Names in the column of the stub whose heading says that it holds the groups, or of a factor of rows one of whose levels is known for an
  /// arm; empty where there is neither. O(rows).
  static func stubNames(in frame: TableFrame, factors: RowFactors, arms: ArmNames) -> Set<String> {
    let column = (0..<frame.stubCount).first { column in
      frame.firstHeader[column].last.map { isHeading($0.printed) } ?? false
    }
    let labels = frame.rows.flatMap { row in
      zip(row.labels, row.columns).filter { $0.1 != nil && $0.1 == column && !isDifference($0.0) }.map(\.0)
    }
    let names = Set(labels.map(\.rest))
    if (2...8).contains(names.count), labels.allSatisfy({ $0.time == nil && mayName($0.rest) }),
      !names.contains(where: { HeaderUnit.known(in: $0) != nil || FactTable.lexiconName($0) != nil })
    {
      return names
    }
    guard !factors.areTimes, (2...6).contains(factors.levels.count) else { return [] }
    let levels = factors.levels.map { LabelReading($0) }
    guard levels.contains(where: { arms.isArm($0) }) || crossTimes(frame, factors, levels) else { return [] }
    return levels.contains { isWeak($0.rest) && !arms.isArm($0) } ? [] : Set(levels.map(\.rest))
  }

  /// Whether the same two to four names stand below three outcomes or more and beside columns that are all times: then they can be nothing but groups.
  private static func crossTimes(_ frame: TableFrame, _ factors: RowFactors, _ levels: [LabelReading]) -> Bool {
    let columns = frame.firstHeader.dropFirst(frame.stubCount).filter {
      !$0.isEmpty && !$0.contains { $0.statistic == .p || $0.statistic == .test }
    }
    let outer = Set(frame.rows.compactMap { $0.labels.dropLast().last?.printed })
    return factors.areInner && (2...4).contains(levels.count) && outer.count >= 3 && columns.count >= 2
      && columns.allSatisfy { $0.contains { $0.time != nil } }
      && levels.allSatisfy { mayName($0.rest) && !isOutcome($0.rest) && $0.time == nil }
  }

  /// "Δ" below the names of two groups.
  private static func isDifference(_ label: LabelReading) -> Bool {
    ["δ", "difference", "差值"].contains(label.rest.lowercased()) || isEstimate(label)
  }

  /// Whether the heading of a column says that it holds the groups: "Group", "Study arm (n)".
  static func isHeading(_ heading: String) -> Bool {
    let name = heading.parts(atAny: "(（").first.map { String($0).trimmedSpaces } ?? ""
    return name.utf8.count <= 20 && headings.contains(name.lowercased())
  }

  private static let headings = [
    "group", "groups", "treatment", "treatments", "treatment group", "treatment groups", "arm", "arms", "study group",
    "study groups", "study arm", "treatment arm", "intervention", "interventions", "condition", "conditions", "regimen",
    "regimens",
    "diet", "diets", "allocation", "组别", "分组", "处理", "处理组",
  ]

  /// Whether the rows are different things measured: two units among them or more, each told by its label.
  private static func rowsAreOutcomes(_ frame: TableFrame) -> Bool {
    let units = frame.rows.compactMap { row in row.labels.last.flatMap { $0.knownUnit } ?? row.unit }
    return Set(units).count >= 2 && units.count * 2 >= frame.rows.count
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
      || name.letterWords.last.map(measured.contains) ?? false
  }

  /// What a name of something measured ends in, and a name of a group does not.
  private static let measured: Words = [
    "rate", "rates", "score", "scores", "levels", "index", "incidence", "prevalence", "duration", "number", "frequency", "ratio",
    "concentration", "concentrations", "count", "counts", "cost", "costs", "percentage",
  ]

  private static func isEstimate(_ label: LabelReading) -> Bool {
    if case .estimate = label.statistic { return true }
    return label.isChange && label.rest.lowercased().hasAny(["difference", "differences"])
  }

  private static let weak: Set<String> = [
    "yes", "no", "male", "female", "men", "women", "n", "value", "change", "baseline", "variable", "score", "result", "results",
    "unit",
    "range", "mean", "median", "events", "unadjusted", "adjusted", "crude", "pre", "post", "systolic", "diastolic",
  ]

  /// Whether a name says nothing of what was measured and names no treatment: "No", "Male", "Unadjusted".
  static func isWeak(_ name: String) -> Bool { weak.contains(name.lowercased()) || ArmNames.isTotal(name) }

  /// "Crude model | Adjusted model": two ways to compute the same.
  private static let models: Words = [
    "model", "models", "crude", "adjusted", "unadjusted", "univariate", "univariable", "multivariate", "multivariable",
  ]

  private static func mayName(_ name: String) -> Bool {
    name.hasLetter && name.utf8.count <= 60 && !weak.contains(name.lowercased())
      && !name.letterWords.contains(where: models.contains) && !ArmNames.isBound(name)
  }
}

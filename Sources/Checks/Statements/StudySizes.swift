import Literature
import Statistics
import TextAnalysis

/// How many people the studies of a table enrolled.
enum StudySizes {
  private static let heads = PhraseSet(
    ["patients", "participants", "randomised", "randomized", "sample size", "enrolled", "n", "no of patients", "total"],
    ["例数", "样本量", "人数", "入组", "总例数"])
  private static let ofArms = PhraseSet(
    ["control", "placebo", "active", "intervention", "events", "experimental", "treatment", "age", "median"],
    ["对照组", "试验组", "事件", "干预组", "年龄"])

  /// One answer for each column of whole studies. O(cells).
  static func all(_ table: StudyTable) -> [[Double?]] {
    let whole = table.heads.filter { column, head in
      column > 0 && heads.occurs(in: head) && (!ofArms.occurs(in: head) || sumsArms(column, table))
    }.map(\.key).sorted().compactMap { column in
      let sizes = table.rows.map { row in row.cells[column].flatMap(size) }
      return sizes.count(where: { $0 != nil }) * 2 > sizes.count ? sizes : nil
    }
    return whole.isEmpty ? [arms(table).map { $0.map { $0.reduce(0, +) } }] : whole
  }

  /// The sizes of each study's two arms, by the totals of its events, "46/148" and "61/151", for one outcome or several.
  static func arms(_ table: StudyTable) -> [[Double]?] {
    table.rows.map { row in
      let totals = row.cells.sorted { $0.key < $1.key }.compactMap { total($0.value) }
      let arms = Array(totals.prefix(2))
      let isRepeated = totals.count > 2 && totals.count % 2 == 0 && totals.indices.allSatisfy { totals[$0] == arms[$0 % 2] }
      return totals.count == 2 || isRepeated ? arms : nil
    }
  }

  private static func total(_ cell: LexedText) -> Double? {
    guard let events = cell.number(0), cell.isSymbol(1, "/"), let total = cell.number(2), events.decimals == 0,
      total.decimals == 0,
      events.value <= total.value, total.value >= fewestInArm
    else { return nil }
    return total.value
  }

  private static let fewestInArm = 5.0

  /// "270 (136 + 134)".
  private static func sumsArms(_ column: Int, _ table: StudyTable) -> Bool {
    table.rows.contains { row in
      row.cells[column].map { $0.utf8.contains(UInt8(ascii: "(")) && $0.utf8.contains(UInt8(ascii: "+")) } ?? false
    }
  }

  /// The number that a cell begins with.
  private static func size(_ cell: LexedText) -> Double? {
    guard let number = cell.number(0), number.decimals == 0, !cell.isSymbol(1, "%"), !cell.isSymbol(1, "/") else { return nil }
    return number.value
  }
}

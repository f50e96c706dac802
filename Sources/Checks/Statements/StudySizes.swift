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
    ["组", "事件", "年龄"])

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

  private static let ofPeople = PhraseSet(["n", "no", "patients", "participants", "randomised", "randomized"], ["例", "人数"])

  /// The two columns of how many each arm had: 阿替普酶组（例） | 替奈普酶组（例）.
  private static func armColumns(_ table: StudyTable) -> [Int]? {
    let found = table.heads.filter { column, head in
      column > 0 && ofPeople.occurs(in: head) && !head.utf8.contains(UInt8(ascii: "/"))
        && (head.mentions(["arm", "group"], ["组"]) || ofArms.occurs(in: head))
        && table.rows.allSatisfy { row in row.cells[column].flatMap(size) != nil }
    }.map(\.key).sorted()
    return found.count == 2 ? found : nil
  }

  /// The sizes of each study's two arms, by the totals of its events, "46/148" and "61/151", for one outcome or several.
  static func arms(_ table: StudyTable) -> [[Double]?] {
    if let columns = armColumns(table) {
      return table.rows.map { row in columns.compactMap { column in row.cells[column].flatMap(size) } }
    }
    return table.rows.map { row in
      let counted = row.cells.filter { cell in !(table.heads[cell.key].map(namesTwoArms) ?? false) }
      let totals = counted.sorted { $0.key < $1.key }.compactMap { total($0.value) }
      let arms = Array(totals.prefix(2))
      let isRepeated = totals.count > 2 && totals.count % 2 == 0 && totals.indices.allSatisfy { totals[$0] == arms[$0 % 2] }
      return totals.count == 2 || isRepeated ? arms : nil
    }
  }

  private static let totals = PhraseSet(["total", "n", "number", "events"], ["总", "例数", "事件"])

  /// "Deaths (drug/placebo)": what stands behind the mark is the other arm's.
  private static func namesTwoArms(_ head: LexedText) -> Bool {
    head.utf8.contains(UInt8(ascii: "/")) && !totals.occurs(in: head)
  }

  private static func total(_ cell: LexedText) -> Double? {
    guard let events = cell.number(0), cell.isSymbol(1, "/"), let total = cell.number(2), events.decimals == 0,
      total.decimals == 0,
      events.value <= total.value, total.value >= fewestInArm
    else { return nil }
    return total.value
  }

  private static let fewestInArm = 5.0

  /// "270 (136 + 134)", "1020 (512/508)".
  private static func sumsArms(_ column: Int, _ table: StudyTable) -> Bool {
    table.rows.contains { row in
      row.cells[column].map { cell in
        cell.utf8.contains(UInt8(ascii: "("))
          && (cell.utf8.contains(UInt8(ascii: "+")) || cell.utf8.contains(UInt8(ascii: "/")))
      } ?? false
    }
  }

  /// The number that a cell begins with.
  private static func size(_ cell: LexedText) -> Double? {
    guard let number = cell.number(0), number.decimals == 0, !cell.isSymbol(1, "%"), !cell.isSymbol(1, "/") else { return nil }
    return number.value
  }
}

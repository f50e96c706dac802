import Literature

/// Lists of words in one column: a JSON array, so that any SQLite tool can take it apart.
enum ListCoding {
  static func text(_ values: [String]) -> String { JSONValue.strings(values).compact }
  static func text(_ values: [Int]) -> String { JSONValue.ints(values).compact }
  static func strings(_ text: String) -> [String] {
    ((try? JSONValue(parsing: text))?.arrayValue ?? []).compactMap(\.stringValue)
  }
  static func ints(_ text: String) -> [Int] { ((try? JSONValue(parsing: text))?.arrayValue ?? []).compactMap(\.intValue) }

  static func text(_ values: [RegistryIdentifier]) -> String {
    JSONValue.array(values.map(\.json)).compact
  }
  static func registry(_ text: String) -> [RegistryIdentifier] {
    ((try? JSONValue(parsing: text))?.arrayValue ?? []).compactMap {
      guard let scheme = $0["scheme"]?.stringValue, let id = $0["id"]?.stringValue else { return nil }
      return RegistryIdentifier(scheme: scheme, id: id)
    }
  }
}

extension PrintedNumber {
  /// The four columns of a number: its value, its characters, its decimals, its relation.
  static func columns(_ name: String, _ number: PrintedNumber?) -> Columns {
    [
      (name, number?.value), ("\(name)_printed", number?.printed), ("\(name)_decimals", number?.decimals),
      ("\(name)_relation", number?.relation.rawValue),
    ]
  }

  init?(row: Row, _ name: String) {
    guard let value = row[name] as Double?, let printed = row["\(name)_printed"] as String? else { return nil }
    let relation = (row["\(name)_relation"] as String?).flatMap(Relation.init(rawValue:)) ?? .equal
    self.init(printed: printed, value: value, decimals: row["\(name)_decimals"] as Int? ?? 0, relation: relation)
  }
}

extension BibliographicItem {
  /// The item of a stored text; an empty item where it is not JSON, which `verify` reports.
  init(stored text: String) {
    let value = try? JSONValue(parsing: text)
    self = value.flatMap(BibliographicItem.init(cslJSON:)) ?? BibliographicItem()
  }
}

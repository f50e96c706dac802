/// A value of a column as SQLite keeps it.
enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])
}

/// What is stored in a column and read back.
protocol SQLConvertible {
  var sqlValue: SQLValue { get }
  /// Nil for NULL, and for a value of a kind that says nothing of this type.
  init?(sqlValue: SQLValue)
  /// What stands for a value that should be there and is not: only a damaged or foreign file has one.
  static var missing: Self { get }
}

extension Int64: SQLConvertible {
  static var missing: Int64 { 0 }
  var sqlValue: SQLValue { .integer(self) }
  init?(sqlValue: SQLValue) {
    switch sqlValue {
    case .integer(let value): self = value
    case .real(let value): self.init(exactly: value)
    case .text(let text): self.init(text)
    case .null, .blob: return nil
    }
  }
}

extension Int: SQLConvertible {
  static var missing: Int { 0 }
  var sqlValue: SQLValue { .integer(Int64(self)) }
  init?(sqlValue: SQLValue) {
    guard let value = Int64(sqlValue: sqlValue) else { return nil }
    self.init(exactly: value)
  }
}

extension Bool: SQLConvertible {
  static var missing: Bool { false }
  var sqlValue: SQLValue { .integer(self ? 1 : 0) }
  init?(sqlValue: SQLValue) {
    guard let value = Int64(sqlValue: sqlValue) else { return nil }
    self = value != 0
  }
}

extension Double: SQLConvertible {
  static var missing: Double { 0 }
  var sqlValue: SQLValue { .real(self) }
  init?(sqlValue: SQLValue) {
    switch sqlValue {
    case .integer(let value): self.init(value)
    case .real(let value): self = value
    case .text(let text): self.init(text)
    case .null, .blob: return nil
    }
  }
}

extension String: SQLConvertible {
  static var missing: String { "" }
  var sqlValue: SQLValue { .text(self) }
  init?(sqlValue: SQLValue) {
    switch sqlValue {
    case .text(let text): self = text
    case .blob(let bytes): self.init(decoding: bytes, as: UTF8.self)
    case .integer(let value): self.init(value)
    case .real(let value): self.init(value)
    case .null: return nil
    }
  }
}

extension [UInt8]: SQLConvertible {
  static var missing: [UInt8] { [] }
  var sqlValue: SQLValue { .blob(self) }
  init?(sqlValue: SQLValue) {
    switch sqlValue {
    case .blob(let bytes): self = bytes
    case .text(let text): self = Array(text.utf8)
    case .null, .integer, .real: return nil
    }
  }
}

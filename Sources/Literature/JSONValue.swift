/// A JSON value whose objects keep the order of their keys.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number by its characters, so that nothing is lost between reading and writing.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  public static func int(_ value: Int) -> JSONValue { .number(String(value)) }
  /// The shortest decimal that reads back as the same double; integral values without a point.
  public static func double(_ value: Double) -> JSONValue {
    guard value.isFinite else { return .null }
    if value == value.rounded(), abs(value) < 1e15 { return .number(String(Int(value))) }
    return .number("\(value)")
  }
  public static func strings(_ values: some Sequence<String>) -> JSONValue { .array(values.map { .string($0) }) }
  public static func ints(_ values: some Sequence<Int>) -> JSONValue { .array(values.map { .int($0) }) }

  public subscript(key: String) -> JSONValue? {
    guard case .object(let object) = self else { return nil }
    return object[key]
  }
  public var stringValue: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }
  public var doubleValue: Double? {
    guard case .number(let digits) = self else { return nil }
    return Double(digits)
  }
  public var intValue: Int? {
    guard case .number(let digits) = self else { return nil }
    return Int(digits) ?? Double(digits).flatMap { Int(exactly: $0) }
  }
  public var boolValue: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }
  public var arrayValue: [JSONValue]? {
    guard case .array(let values) = self else { return nil }
    return values
  }
  public var objectValue: JSONObject? {
    guard case .object(let object) = self else { return nil }
    return object
  }
}

/// An object in the order its keys were set; absent rather than null.
public struct JSONObject: Hashable, Sendable {
  public struct Member: Hashable, Sendable {
    public var key: String
    public var value: JSONValue
  }
  public private(set) var members: [Member] = []
  public init() {}

  /// An object that so many members are appended to.
  public init(capacity: Int) { members.reserveCapacity(capacity) }

  /// The value under a key. O(n). Setting a new key appends; setting nil leaves the key out.
  public subscript(key: String) -> JSONValue? {
    get { members.first { $0.key == key }?.value }
    set {
      let index = members.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Appends without looking for an earlier member of that key. O(1).
  /// Leaves the key out where the value is nil; so do the overloads.
  public mutating func append(_ key: String, _ value: JSONValue?) {
    if let value { members.append(Member(key: key, value: value)) }
  }
  public mutating func append(_ key: String, _ value: String?) { append(key, value.map(JSONValue.string)) }
  public mutating func append(_ key: String, _ value: Int?) { append(key, value.map(JSONValue.int)) }
  public mutating func append(_ key: String, _ value: Double?) { append(key, value.map(JSONValue.double)) }
  /// Leaves the key out where the array is empty.
  public mutating func append(nonEmpty key: String, _ values: [JSONValue]) {
    if !values.isEmpty { append(key, JSONValue.array(values)) }
  }
}

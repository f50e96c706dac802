/// Reads the tags and text of an XML training file, one after the other.
///
/// Just what such files need: elements, attributes, the five entities and numeric ones, comments skipped. No DTD, nothing fetched. O(n).
package struct MarkupEvents: Sequence, IteratorProtocol {
  package enum Event: Equatable {
    /// A start tag with its attributes as printed; an empty element gives a start and an end.
    case open(String, attributes: String)
    case close(String)
    case text(String)
  }
  private let bytes: [UInt8]
  private var position = 0
  private var pendingClose: String?

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package mutating func next() -> Event? {
    if let name = pendingClose {
      pendingClose = nil
      return .close(name)
    }
    while position < bytes.count {
      guard bytes[position] == 0x3C else { return .text(text()) }
      if let event = tag() { return event }
    }
    return nil
  }

  private mutating func text() -> String {
    let end = bytes[position...].firstIndex(of: 0x3C) ?? bytes.count
    defer { position = end }
    return Self.decoded(bytes[position..<end])
  }

  private mutating func tag() -> Event? {
    if bytes[position...].starts(with: "<!--".utf8) {
      skip(past: "-->")
      return nil
    }
    guard let end = bytes[position...].firstIndex(of: 0x3E) else {
      position = bytes.count
      return nil
    }
    let inner = bytes[position + 1..<end]
    position = end + 1
    guard let first = inner.first, first != 0x21, first != 0x3F else { return nil }
    if first == 0x2F { return .close(String(decoding: inner.dropFirst(), as: UTF8.self)) }
    let isEmpty = inner.last == 0x2F
    let body = isEmpty ? inner.dropLast() : inner
    let nameEnd = body.firstIndex { $0 <= 0x20 } ?? body.endIndex
    let name = String(decoding: body[..<nameEnd], as: UTF8.self)
    if isEmpty { pendingClose = name }
    return .open(name, attributes: String(decoding: body[nameEnd...], as: UTF8.self))
  }

  private mutating func skip(past end: String) {
    let mark = Array(end.utf8)
    while position < bytes.count, !bytes[position...].starts(with: mark) { position += 1 }
    position = Swift.min(bytes.count, position + mark.count)
  }

  private static let names: [(name: String, scalar: Unicode.Scalar)] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"),
  ]

  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.contains(0x26) else { return text }
    var result = ""
    var rest = Substring(text)
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      rest = rest[rest.index(after: mark)...]
      guard let end = rest.prefix(10).firstIndex(of: ";"), let scalar = scalar(named: rest[..<end]) else {
        result += "&"
        continue
      }
      result.unicodeScalars.append(scalar)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func scalar(named name: Substring) -> Unicode.Scalar? {
    if name.hasPrefix("#x") { return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init) }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
    return names.first { $0.name == name }?.scalar
  }
}

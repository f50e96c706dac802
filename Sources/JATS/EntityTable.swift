import CLibXML2

/// What the entities of one file stand for, without ever loading a DTD.
///
/// Three sources, in this order: declarations in the file itself, as long as they are plain text of bounded length; the names of HTML
/// and of the ISO sets that NLM files use; else nothing, and the reference stays in the text as it stands.
struct EntityTable {
  enum Expansion {
    case text([UInt8])
    /// Not known: stays as `&name;`.
    case unknown
    /// Known, but its text holds mark-up: stays as `&name;`.
    case markup
    case external
    case tooLong
  }

  /// The longest text of one entity, in bytes.
  static let longestText = 16_384
  /// Entities within entities.
  static let deepest = 8

  private enum Declaration {
    case text([UInt8])
    case external
  }
  private var declared: [String: Declaration] = [:]
  private var expanded: [String: Expansion] = [:]

  /// Keeps the first declaration of a name, as XML says.
  mutating func declare(_ name: String, text: [UInt8]) {
    if declared[name] == nil { declared[name] = .text(text) }
  }

  mutating func declareExternal(_ name: String) {
    if declared[name] == nil { declared[name] = .external }
  }

  mutating func expansion(of name: String) -> Expansion {
    if let known = expanded[name] { return known }
    let result = expand(name, depth: 0)
    // Unknown names are as many as a hostile file likes.
    if expanded.count < 4096 { expanded[name] = result }
    return result
  }

  private func expand(_ name: String, depth: Int) -> Expansion {
    switch declared[name] {
    case .external?: return .external
    case .text(let text)?: return expand(text, depth: depth)
    case nil: return NamedEntities.text(of: name).map { .text(Array($0.utf8)) } ?? .unknown
    }
  }

  /// "65" and "x41": the character.
  private static func character(_ code: Substring) -> Expansion {
    let number = code.hasPrefix("x") ? UInt32(code.dropFirst(), radix: 16) : UInt32(code)
    guard let scalar = number.flatMap(Unicode.Scalar.init) else { return .markup }
    return .text(Array(String(Character(scalar)).utf8))
  }

  private func expand(_ text: [UInt8], depth: Int) -> Expansion {
    guard text.count <= Self.longestText, depth < Self.deepest else { return .tooLong }
    guard !text.contains(0x3C) else { return .markup }
    var out: [UInt8] = []
    var index = 0
    while index < text.count {
      guard text[index] == 0x26 else {
        out.append(text[index])
        index += 1
        continue
      }
      // An ampersand that is no reference would be one only together with what follows the entity.
      guard let end = text[index...].prefix(200).firstIndex(of: 0x3B), end > index + 1 else { return .markup }
      let name = String(decoding: text[(index + 1)..<end], as: UTF8.self)
      switch name.hasPrefix("#") ? Self.character(name.dropFirst()) : expand(name, depth: depth + 1) {
      case .text(let inner): out.append(contentsOf: inner)
      case .unknown: out.append(contentsOf: text[index...end])
      case let other: return other
      }
      guard out.count <= Self.longestText else { return .tooLong }
      index = end + 1
    }
    return .text(out)
  }
}

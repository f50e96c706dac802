import Literature

/// Names as BibTeX writes them: `First von Last`, `von Last, First`, `von Last, Jr, First`, joined by `and`; and as biblatex may:
/// `family=Last, given=First, prefix=von`.
enum BibTeXNames {
  /// The names of a field; `others` at the end says that the list is cut.
  static func parse(_ field: String) -> (names: [Name], truncated: Bool) {
    var names: [Name] = []
    var truncated = false
    for part in list(field) {
      if part == "others" || part == "{others}" {
        truncated = true
      } else if let person = name(part) {
        names.append(person)
      }
    }
    return (names, truncated)
  }

  /// The same for a field without braces and TeX, most often `Last, First and Last, First`: in one pass.
  static func parsePlain(_ field: String) -> (names: [Name], truncated: Bool) {
    let bytes = Array(field.utf8)
    var names: [Name] = []
    var start = 0
    var comma: Int?
    var commas = 0
    func add(upTo end: Int) -> Bool {
      let isSimple =
        commas == 1 && comma.map { isOneCapital(bytes[start..<$0]) && $0 + 2 < end && bytes[$0 + 1] == 0x20 } ?? false
      if isSimple, let comma, !bytes[comma..<end].contains(UInt8(ascii: "=")) {
        names.append(
          Name(
            family: String(decoding: bytes[start..<comma], as: UTF8.self),
            given: String(decoding: bytes[(comma + 2)..<end], as: UTF8.self)))
        return true
      }
      let (others, truncated) = parse(String(decoding: bytes[start..<end], as: UTF8.self))
      names += others
      return !truncated
    }
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: ",") {
        comma = comma ?? index
        commas += 1
      } else if bytes[index] == 0x20, index > start, bytes[index...].starts(with: " and ".utf8) {
        if !add(upTo: index) { return (names, true) }
        start = index + 5
        index = start
        comma = nil
        commas = 0
        continue
      }
      index += 1
    }
    let isWhole = start >= bytes.count || add(upTo: bytes.count)
    return (names, !isWhole)
  }

  /// One word that begins with a capital.
  private static func isOneCapital(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, (0x41...0x5A).contains(first) else { return false }
    return !word.contains(0x20)
  }

  /// The parts that `and` separates outside braces. O(n).
  private static func list(_ field: String) -> [String] {
    var parts: [String] = []
    var words: [String] = []
    for word in Self.words(of: field) {
      if word.utf8.count == 3, word.lowercased() == "and" {
        parts.append(words.joined(separator: " "))
        words = []
      } else {
        words.append(word)
      }
    }
    return (parts + [words.joined(separator: " ")]).filter { !$0.isEmpty }
  }

  private static func name(_ text: String) -> Name? {
    if isOneGroup(text) {
      let literal = TeXText.plain(text)
      return literal.isEmpty ? nil : Name(literal: literal)
    }
    let parts = commaParts(text)
    if parts.count > 1, let labelled = labelled(parts) { return labelled }
    switch parts.count {
    case 1: return firstLast(words(of: text))
    case 2: return lastFirst(words(of: parts[0]), given: parts[1], suffix: nil)
    default: return lastFirst(words(of: parts[0]), given: parts[2...].joined(separator: ", "), suffix: parts[1])
    }
  }

  /// biblatex's extended format.
  private static func labelled(_ parts: [String]) -> Name? {
    var name = Name()
    for part in parts {
      guard let sign = part.firstIndex(of: "="), sign != part.startIndex else { return nil }
      let label = TeXText.collapsed(part[..<sign].lowercased())
      let value = plainOrNil(String(part[part.index(after: sign)...]))
      switch label {
      case "family": name.family = value
      case "given": name.given = value
      case "prefix": name.particle = value
      case "suffix": name.suffix = value
      case "given-i", "family-i", "prefix-i", "suffix-i", "useprefix", "id", "nametemplates": break
      default: return nil
      }
    }
    return name
  }

  /// `von Last` with the other parts. The particle reaches to the last word in lower case that is not the last word.
  private static func lastFirst(_ words: [String], given: String, suffix: String?) -> Name? {
    let end = words.dropLast().lastIndex { startsLowercase($0) }.map { $0 + 1 } ?? 0
    let family = plainOrNil(words[end...].joined(separator: " "))
    let particle = plainOrNil(words[..<end].joined(separator: " "))
    let name = Name(family: family, given: plainOrNil(given), particle: particle, suffix: suffix.flatMap(plainOrNil))
    return name == Name() ? nil : name
  }

  private static func firstLast(_ words: [String]) -> Name? {
    guard words.count > 1 else { return words.first.flatMap(plainOrNil).map { Name(family: $0) } }
    let start = words.dropLast().firstIndex { startsLowercase($0) } ?? words.count - 1
    return lastFirst(Array(words[start...]), given: words[..<start].joined(separator: " "), suffix: nil)
  }

  private static func plainOrNil(_ text: String) -> String? {
    let plain = TeXText.plain(text)
    return plain.isEmpty ? nil : plain
  }

  /// Whether the first letter outside braces is small; `{\'e}` counts as its letter, another group as a capital.
  private static func startsLowercase(_ word: String) -> Bool {
    guard let first = word.first else { return false }
    if first == "{" || first == "\\" {
      guard word.hasPrefix("{\\") || first == "\\" else { return false }
      return TeXText.plain(word).first?.isLowercase ?? false
    }
    return first.isLowercase
  }

  private static func isOneGroup(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "{"), text.utf8.last == UInt8(ascii: "}"), !text.hasPrefix("{\\") || text.contains(" ")
    else {
      return false
    }
    var depth = 0
    var left = text.utf8.count
    for byte in text.utf8 {
      left -= 1
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return left == 0 }
    }
    return false
  }

  /// The words outside braces; a tie separates as a blank does.
  private static func words(of text: String) -> [String] {
    split(text) { $0 <= 0x20 || $0 == UInt8(ascii: "~") }.filter { !$0.isEmpty }
  }

  private static func commaParts(_ text: String) -> [String] {
    split(text) { $0 == UInt8(ascii: ",") }.map { TeXText.collapsed($0) }
  }

  private static func split(_ text: String, at isSeparator: (UInt8) -> Bool) -> [String] {
    let bytes = Array(text.utf8)
    var parts: [String] = []
    var start = 0
    var depth = 0
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      guard depth <= 0, isSeparator(byte), index == 0 || bytes[index - 1] != UInt8(ascii: "\\") else { continue }
      parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
      start = index + 1
    }
    return parts + [String(decoding: bytes[start...], as: UTF8.self)]
  }

  // MARK: Writing

  /// The name with its initials apart: "DC" and "D.C." as "D. C.".
  static func withParted(_ name: Name) -> Name {
    guard let given = name.given else { return name }
    let letters = given.filter { $0 != "." }
    guard (2...4).contains(letters.count), letters.allSatisfy({ $0.isASCII && $0.isUppercase }),
      given.count == letters.count || given.count >= 2 * letters.count - 1
    else { return name }
    var parted = name
    parted.given = letters.map { "\($0)." }.joined(separator: " ")
    return parted
  }

  /// The field that reads as these names.
  static func text(_ names: [Name], truncated: Bool) -> String {
    (names.map(text) + (truncated ? ["others"] : [])).joined(separator: " and ")
  }

  private static func text(_ name: Name) -> String {
    if let literal = name.literal { return "{\(TeXText.escaped(literal))}" }
    let family = grouped(name.family ?? "", splitsWords: name.particle != nil)
    let particle = [name.droppingParticle, name.particle].compactMap { $0 }.joined(separator: " ")
    if name.given == nil, name.suffix == nil, particle.isEmpty {
      return grouped(name.family ?? "", splitsWords: true, isAlone: true)
    }
    let surname = [TeXText.escaped(particle), family].filter { !$0.isEmpty }.joined(separator: " ")
    guard !surname.isEmpty else { return "{\(TeXText.escaped(name.given ?? ""))}" }
    let rest = [name.suffix.map { grouped($0, splitsWords: false) }, grouped(name.given ?? "", splitsWords: false)]
    return ([surname] + rest.compactMap { $0 }).joined(separator: ", ")
  }

  /// Nothing that could be taken apart: most parts of names are so.
  private static func isOneWord(_ part: String) -> Bool {
    part.utf8.count > 3 && !part.utf8.contains { $0 == 0x20 || $0 == UInt8(ascii: ",") }
  }

  /// A part of a name in braces where it would be taken apart otherwise.
  private static func grouped(_ part: String, splitsWords: Bool, isAlone: Bool = false) -> String {
    if isOneWord(part) { return TeXText.escaped(part) }
    let words = part.split(separator: " ")
    let isSplit =
      part.contains(",") || words.contains { $0.lowercased() == "and" }
      || (words.count > 1 && (splitsWords && isAlone || words.dropLast().contains { $0.first?.isLowercase ?? false }))
    return isSplit ? "{\(TeXText.escaped(part))}" : TeXText.escaped(part)
  }
}

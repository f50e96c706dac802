import Literature

/// Names as BibTeX writes them: `First von Last`, `von Last, First`, `von Last, Jr, First`, joined by `and`.
enum BibTeXNames {
  /// The names of a field; `others` at the end says that the list is cut.
  static func parse(_ field: String) -> (names: [Name], truncated: Bool) {
    var names: [Name] = []
    var truncated = false
    for part in split(TeXText.collapsed(field), at: { $0 == "and" }) {
      if part == "others" {
        truncated = true
      } else if !part.isEmpty {
        names.append(name(part))
      }
    }
    return (names, truncated)
  }

  private static func name(_ text: String) -> Name {
    if text.hasPrefix("{"), text.hasSuffix("}"), isOneGroup(text) { return Name(literal: TeXText.plain(text)) }
    let parts = commaParts(text)
    switch parts.count {
    case 1: return firstLast(text)
    case 2: return lastFirst(parts[0], given: parts[1], suffix: nil)
    default: return lastFirst(parts[0], given: parts[2], suffix: parts[1])
    }
  }

  private static func lastFirst(_ last: String, given: String, suffix: String?) -> Name {
    let words = split(last) { _ in false }
    let particle = words.prefix { startsLowercase($0) }
    let family = words.count > particle.count ? words.dropFirst(particle.count) : words[...]
    return Name(
      family: TeXText.plain(family.joined(separator: " ")), given: plainOrNil(given),
      particle: words.count > particle.count ? plainOrNil(particle.joined(separator: " ")) : nil,
      suffix: suffix.flatMap(plainOrNil))
  }

  private static func firstLast(_ text: String) -> Name {
    let words = split(text) { _ in false }
    guard words.count > 1 else { return Name(literal: TeXText.plain(text)) }
    let familyStart = words.dropLast().firstIndex { startsLowercase($0) } ?? words.count - 1
    let last = words[familyStart...].joined(separator: " ")
    return lastFirst(last, given: words[..<familyStart].joined(separator: " "), suffix: nil)
  }

  private static func plainOrNil(_ text: String) -> String? {
    let plain = TeXText.plain(text)
    return plain.isEmpty ? nil : plain
  }

  private static func startsLowercase(_ word: String) -> Bool { word.first.map { $0.isLowercase } ?? false }

  private static func isOneGroup(_ text: String) -> Bool {
    var depth = 0
    for (offset, character) in text.enumerated() {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if depth == 0 { return offset == text.count - 1 }
    }
    return false
  }

  /// Words outside braces; with `isSeparator` the words between separators are joined again.
  private static func split(_ text: String, at isSeparator: (String) -> Bool) -> [String] {
    var words: [String] = []
    var word = ""
    var depth = 0
    for character in text {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if depth <= 0, character == " " || character == "~" {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    guard words.contains(where: isSeparator) else { return isSeparator("and") ? [words.joined(separator: " ")] : words }
    return words.split(whereSeparator: isSeparator).map { $0.joined(separator: " ") }
  }

  private static func commaParts(_ text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if depth <= 0, character == "," { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts.map { TeXText.collapsed($0) }
  }
}

import Literature

/// The line of the authors under a title.
enum AuthorLine {
  /// The authors; nil if anything in the line is no name.
  static func names(_ flow: FlowText) -> [Name]? {
    guard flow.count <= 3000 else { return nil }
    var names: [Name] = []
    for part in parts(flow.string) where !isDegree(part) {
      guard let name = name(part) else { return nil }
      names.append(name)
    }
    return names.isEmpty ? nil : inNaturalOrder(names)
  }

  /// Names that all end with initials are printed as reference lists print them: "Alder AB, Birch C".
  private static func inNaturalOrder(_ names: [Name]) -> [Name] {
    let latin = names.filter { $0.given != nil }
    guard !latin.isEmpty, latin.allSatisfy(endsWithInitials) else { return names }
    return names.map { name in
      guard let given = name.given else { return name }
      return Name(family: given, given: name.family, particle: name.particle)
    }
  }

  private static func endsWithInitials(_ name: Name) -> Bool {
    guard let family = name.family, let given = name.given, given.unicodeScalars.contains(where: { $0.properties.isLowercase })
    else { return false }
    let letters = family.unicodeScalars.filter { $0.properties.isAlphabetic }
    return (1...3).contains(letters.count) && letters.allSatisfy { $0.properties.isUppercase }
  }

  private static let institutions = [
    "universit", "hospital", "department", "institut", "college", "school", "center", "centre", "faculty", "laborator", "clinic",
    "academy", "大学", "医院", "学院", "研究所", "科室", "实验室", "中心", "外科", "内科",
  ]

  static func isAffiliation(_ flow: FlowText) -> Bool {
    let folded = ByteText(flow.utf8).folded(0..<flow.count)
    return institutions.contains { folded.contains($0) }
  }

  /// Splits at commas, semicolons, "and" and 和; marks of affiliation are dropped.
  private static func parts(_ line: String) -> [String] {
    var parts: [String] = [""]
    for scalar in line.unicodeScalars {
      if [0x2C, 0xFF0C, 0x3B, 0xFF1B, 0x3001, 0x26].contains(scalar.value) {
        parts.append("")
      } else if isMark(scalar.value) {
        parts[parts.count - 1].unicodeScalars.append(" ")
      } else {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      }
    }
    return parts.flatMap(splitAtConjunction).filter { !$0.isEmpty }
  }

  private static func isMark(_ value: UInt32) -> Bool {
    value.isDigit || value.isSpace
      || [0x2A, 0x23, 0x5E, 0x2020, 0x2021, 0xA7, 0xB6, 0xFF0A, 0x2217, 0xB9, 0xB2, 0xB3, 0x5F].contains(value)
      || (0x2070...0x209C).contains(value) || (0x2460...0x2473).contains(value)
  }

  private static func splitAtConjunction(_ part: String) -> [String] {
    var names: [[Substring]] = [[]]
    for word in part.split(separator: " ") {
      if word == "and" || word == "和" {
        names.append([])
      } else if word.utf8.count > 1 || word.first?.isUppercase == true || word.unicodeScalars.first?.value.isHan == true {
        names[names.count - 1].append(word)
      }
    }
    return names.map { $0.joined(separator: " ") }
  }

  private static let degrees: Set<String> = [
    "MD", "PhD", "MSc", "MBBS", "BSc", "MPH", "FRCP", "Prof", "Dr", "MS", "DPhil", "M.D.", "Ph.D.",
  ]

  private static func isDegree(_ part: String) -> Bool {
    part.split(separator: " ").allSatisfy { degrees.contains(String($0)) }
  }

  private static func name(_ part: String) -> Name? {
    let scalars = part.unicodeScalars.filter { !$0.value.isSpace }
    if scalars.allSatisfy({ $0.value.isHan || $0.value == 0xB7 }) {
      return (2...4).contains(scalars.count) || part.unicodeScalars.contains { $0.value == 0xB7 }
        ? Name(literal: String(String.UnicodeScalarView(scalars))) : nil
    }
    let words = part.split(separator: " ").filter { !degrees.contains(String($0)) }
    guard let last = words.last, (2...5).contains(words.count), part.utf8.count <= 60 else { return nil }
    guard words.allSatisfy(isNameWord), words.contains(where: { $0.utf8.count > 2 }) else { return nil }
    let folded = part.lowercased()
    guard !institutions.contains(where: { folded.contains($0) }) else { return nil }
    return latin(words, family: last)
  }

  private static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "da", "di", "del", "la", "le", "du", "el", "al", "ten", "ter", "bin", "dos",
  ]

  private static func isNameWord(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first?.value else { return false }
    guard word.unicodeScalars.allSatisfy({ $0.value.isLatinLetter || [0x2E, 0x2D, 0x27, 0x2019, 0x2010].contains($0.value) })
    else {
      return false
    }
    return first.isUppercase || (0x100...0x24F).contains(first) || particles.contains(String(word))
  }

  private static func latin(_ words: [Substring], family: Substring) -> Name {
    var given = words.dropLast()
    var particle: [Substring] = []
    while let word = given.last, particles.contains(String(word)) {
      particle.insert(word, at: 0)
      given = given.dropLast()
    }
    return Name(
      family: String(family), given: given.isEmpty ? nil : given.joined(separator: " "),
      particle: particle.isEmpty ? nil : particle.joined(separator: " "))
  }
}

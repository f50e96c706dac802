import Literature

/// Names in tagged formats: `Family, Given, Suffix`; `Family,` and names of bodies are whole.
enum TagNames {
  static func name(_ text: String) -> Name? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { TeXText.collapsed(String($0)) }
    guard let first = parts.first, parts.contains(where: { !$0.isEmpty }) else { return nil }
    if parts.count == 1 { return withoutComma(first) }
    let rest = parts.dropFirst().filter { !$0.isEmpty }
    // A comma at the end says that nothing is to be taken apart.
    guard let given = rest.first else { return Name(literal: first) }
    if isBody(text) || rest.count > 2 { return Name(literal: text) }
    let words = first.split(separator: " ").map(String.init)
    let particle = words.dropLast().prefix { $0.first?.isLowercase ?? false }.joined(separator: " ")
    let family = particle.isEmpty ? first : String(first.dropFirst(particle.count + 1))
    return Name(
      family: family, given: given, particle: particle.isEmpty ? nil : particle, suffix: rest.count > 1 ? rest.last : nil)
  }

  /// `Jane B. Doe` is a person, `World Health Organization` and `示例协作组` are bodies; a single word is a family name.
  private static func withoutComma(_ text: String) -> Name {
    let words = text.split(separator: " ").map(String.init)
    if words.count == 1 { return text.allSatisfy(\.isASCII) ? Name(family: text) : Name(literal: text) }
    guard (2...4).contains(words.count), !isBody(text), let last = words.last, last.first?.isLetter ?? false,
      last.contains(where: \.isLowercase), !text.contains(where: \.isNumber)
    else { return Name(literal: text) }
    return Name(family: last, given: words.dropLast().joined(separator: " "))
  }

  /// `Doe JB`: family, then initials, as PubMed's short form has it.
  static func initialsName(_ text: String) -> Name {
    guard let space = text.lastIndex(of: " ") else { return Name(family: text) }
    return Name(family: String(text[..<space]), given: String(text[text.index(after: space)...]))
  }

  /// The short form of PubMed.
  static func initials(_ name: Name) -> String {
    if let literal = name.literal { return literal }
    return [name.surname, name.initials(mark: "", separator: ""), name.suffix].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// The name with commas; a trailing one where it would be taken apart otherwise.
  static func text(_ name: Name) -> String {
    if let literal = name.literal {
      let asRead = TagNames.name(literal)
      return asRead == Name(literal: literal) ? literal : literal + ","
    }
    return [name.surname, name.given, name.suffix].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static let bodies: Set<String> = [
    "group", "committee", "organization", "organisation", "institute", "university", "association", "society", "collaboration",
    "network", "consortium", "investigators", "collaborators", "team", "department", "ministry", "agency", "center", "centre",
    "council", "commission", "foundation", "office", "bureau", "board", "college", "academy", "alliance", "federation", "federal",
    "national", "international", "laboratory", "company", "corporation", "inc", "inc.", "ltd", "ltd.", "gmbh", "press", "union",
    "authority", "service", "services", "trust", "project", "program", "programme", "initiative", "registry", "hospital", "bank",
    "panel", "force", "study", "trial", "unit", "division", "of", "for", "and", "the", "&",
  ]

  private static func isBody(_ text: String) -> Bool {
    text.split { $0 == " " || $0 == "," }.contains { bodies.contains($0.lowercased()) }
  }
}

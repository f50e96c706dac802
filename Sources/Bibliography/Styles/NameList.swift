import Literature

/// How a style prints one person.
struct NameFormat {
  enum Order { case familyFirst, givenFirst, firstFamilyFirst }
  enum Given {
    case full
    /// `mark` after each initial, `separator` between them, `hyphen` where the name has one.
    case initials(mark: String, separator: String, hyphen: String)
  }

  var order: Order
  var given: Given
  /// Between family and given names where the family stands first.
  var comma: String
  var capitals = false
  /// Before "Jr": ", " or " ".
  var suffixComma = ", "

  func text(_ name: Name, isFirst: Bool) -> String {
    if let literal = name.literal { return literal }
    if let family = name.family, Language(of: family.utf8) == .chinese, name.particle == nil {
      return family + (name.given ?? "")
    }
    let family = capitals ? name.surname.uppercased() : name.surname
    let familyLeads = order == .familyFirst || (order == .firstFamilyFirst && isFirst)
    let parts = familyLeads ? [family, givenText(name)] : [givenText(name), family]
    let person = parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: familyLeads ? comma : " ")
    return name.suffix.map { person + suffixComma + $0 } ?? person
  }

  private func givenText(_ name: Name) -> String? {
    switch given {
    case .full: name.given
    case .initials(let mark, let separator, let hyphen): name.initials(mark: mark, separator: separator, hyphen: hyphen)
    }
  }
}

/// How a style prints a list of persons.
struct NameList {
  var format: NameFormat
  /// Lists longer than this are cut.
  var maximum: Int
  /// Names shown of a list that is cut.
  var shown: Int
  var separator = ", "
  /// Before the last of two, and before the last of more.
  var pair: String
  var last: String
  /// After the names shown of a list that is cut, with its comma.
  var others: String

  /// The list as one field; nil where there are no names. `truncated`: the source itself says that there are more.
  func text(_ names: [Name], as field: EntryField, truncated: Bool = false) -> EntryText? {
    EntryText(field, plain(names, truncated: truncated))
  }

  func plain(_ names: [Name], truncated: Bool) -> String? {
    guard !names.isEmpty else { return nil }
    let cut = names.count > maximum
    let printed = (cut ? names.prefix(shown) : names[...]).enumerated().map { format.text($1, isFirst: $0 == 0) }
    if cut || truncated { return printed.joined(separator: separator) + others }
    guard let end = printed.last, printed.count > 1 else { return printed.first }
    return printed.dropLast().joined(separator: separator) + (printed.count == 2 ? pair : last) + end
  }
}

extension Name {
  /// `J. A.`, `J.A.`, `JA` from given names; Chinese given names are not shortened.
  func initials(mark: String, separator: String, hyphen: String = "") -> String? {
    guard let given, !given.isEmpty else { return nil }
    if Language(of: given.utf8) == .chinese { return given }
    let words = given.split { $0 == " " || $0 == "." || $0 == "\u{A0}" }
    return words.map { Self.initials(ofWord: $0, mark: mark, separator: separator, hyphen: hyphen) }.joined(separator: separator)
  }

  private static func initials(ofWord word: Substring, mark: String, separator: String, hyphen: String) -> String {
    let halves = word.split { $0 == "-" || $0 == "‐" || $0 == "‑" }
    let texts = halves.map { half -> String in
      // `JA` is two initials, `Jane` one; a particle such as "de" stays as it is.
      let isInitials = half.count > 1 && half.count <= 3 && half.allSatisfy(\.isUppercase)
      let letters = isInitials ? half.map(String.init) : half.first.map { [$0.uppercased()] } ?? []
      return letters.map { $0 + mark }.joined(separator: separator)
    }
    return texts.joined(separator: hyphen)
  }

  var surname: String { [droppingParticle, particle, family].compactMap { $0 }.joined(separator: " ") }
}

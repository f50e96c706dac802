import Literature

/// The references of a document by first author and year.
struct AuthorYearIndex {
  private var entries: [String: [Int]] = [:]
  private var names: Set<String> = []
  /// How each entry begins as printed, and the entries by the years printed in them: for entries whose fields were read differently.
  private var openings: [String] = []
  private var entriesByYear: [Int: [Int]] = [:]
  private let references: [Reference]

  init(_ references: [Reference]) {
    self.references = references
    openings = references.map { LetterFolding.folded($0.raw, limit: Self.opening) }
    for (index, reference) in references.enumerated() {
      let printed = Self.years(in: reference)
      for year in printed { entriesByYear[year, default: []].append(index) }
      let years = reference.item.year.map { [$0] } ?? (printed.isEmpty ? [Self.undated] : Array(printed))
      let first = reference.item.authors.first ?? reference.item.editors.first
      for name in Set((first.map(Self.keys) ?? []) + Self.shortForms(in: reference.raw)) {
        for year in years { entries["\(name)|\(year)", default: []].append(index) }
        names.insert(name)
      }
    }
  }

  /// A family name is called with or without its particle; a Chinese name in full; a body by its name or its initials.
  private static func keys(of name: Name) -> [String] {
    var keys: [String] = []
    if let family = name.family {
      keys.append(LetterFolding.folded(family))
      if let particle = name.particle { keys.append(LetterFolding.folded(particle + family)) }
      if let given = name.given { keys.append(LetterFolding.folded(family + given)) }
    }
    if let literal = name.literal {
      keys.append(LetterFolding.folded(literal))
      let initials = literal.split(separator: " ").compactMap { $0.first }.filter(\.isUppercase)
      if initials.count >= 2 { keys.append(String(initials).lowercased()) }
    }
    return keys.filter { !$0.isEmpty }
  }

  private static let opening = 120

  /// The year of works "n.d." and "in press".
  private static let undated = 0

  /// Capitals in brackets near the beginning, by which a body is called: "Ministry of Health (MoH)".
  private static func shortForms(in raw: String) -> [String] {
    guard raw.utf8.contains(where: { $0 == 0x28 || $0 == 0x5B }) else { return [] }
    guard mayHoldShortForm(raw.utf8.prefix(640)) else { return [] }
    let parts = raw.prefix(160).split(omittingEmptySubsequences: false) { $0 == "(" || $0 == "[" }.dropFirst()
    return parts.compactMap { part in
      guard let end = part.firstIndex(where: { $0 == ")" || $0 == "]" }), (2...10).contains(part[..<end].count),
        part[..<end].count(where: \.isUppercase) >= 2, !part[..<end].contains(where: { $0 == "." || $0 == " " })
      else { return nil }
      return LetterFolding.folded(part[..<end])
    }
  }

  /// Whether a bracket holds two bytes that may be capitals, and neither a space nor a full stop: most hold a year.
  private static func mayHoldShortForm(_ bytes: Substring.UTF8View) -> Bool {
    var capitals: Int?
    for byte in bytes {
      switch byte {
      case 0x28, 0x5B: capitals = 0
      case 0x29, 0x5D:
        if capitals ?? 0 >= 2 { return true }
        capitals = nil
      case 0x20, 0x2E: capitals = nil
      case 0x41...0x5A, 0x80...: capitals = capitals.map { $0 + 1 }
      default: continue
      }
    }
    return false
  }

  /// The years printed in an entry's first half kilobyte, and the one it was read with.
  private static func years(in reference: Reference) -> Set<Int> {
    var years = Set([reference.item.year].compactMap { $0 })
    var (digits, value) = (0, 0)
    for byte in reference.raw.utf8.prefix(500) {
      if (0x30...0x39).contains(byte) {
        (digits, value) = (digits + 1, min(value * 10 + Int(byte & 0xF), 100_000))
      } else {
        if digits == 4, (1600...2099).contains(value) { years.insert(value) }
        (digits, value) = (0, 0)
      }
    }
    if digits == 4, (1600...2099).contains(value) { years.insert(value) }
    return years
  }

  /// Whether any reference begins with an author of that name.
  func knows(_ name: String) -> Bool { names.contains(LetterFolding.folded(name)) }

  /// The entries of a year that begin with a name of some length, as bodies and titles do.
  private func opening(with name: String, year: Int) -> [Int] {
    let folded = LetterFolding.folded(name, limit: Self.opening)
    guard !folded.isEmpty else { return [] }
    // A short name is also the beginning of longer ones: it must end where it ends.
    guard folded.utf8.count >= 4 else {
      return (entriesByYear[year] ?? []).filter { index in
        let raw = references[index].raw
        return raw.hasPrefix(name) && raw.dropFirst(name.count).first.map { !$0.isLetter } ?? false
      }
    }
    return (entriesByYear[year] ?? []).filter { Self.begins(openings[$0], with: folded) }
  }

  private static func begins(_ opening: String, with name: String) -> Bool {
    if opening.hasPrefix(name) { return true }
    // "The Audit Commission" and "Audit Commission" are one.
    return opening.hasPrefix("the") && opening.dropFirst(3).hasPrefix(name)
      || name.hasPrefix("the") && opening.hasPrefix(name.dropFirst(3))
  }

  /// Whether a reference begins with an author of that name.
  func isBy(_ name: String, reference: Int) -> Bool {
    guard let first = references[reference].item.authors.first else { return false }
    return Self.keys(of: first).contains(LetterFolding.folded(name))
  }

  func label(of index: Int) -> String { references[index].label }

  /// What a callout says of the work it means.
  struct Call: Hashable {
    /// As printed: "Smith", "张三".
    var name: String
    var second: String?
    var isEtAl: Bool
    /// 0 for works without one.
    var year: Int
    var suffix: String?

    var label: String { "\(name) \(year == 0 ? "n.d." : String(year))\(suffix ?? "")" }
  }

  /// The reference that a callout means; among several the one whose suffix, second author and number of authors fit best.
  func reference(for call: Call) -> Int? {
    let named = entries["\(LetterFolding.folded(call.name))|\(call.year)"] ?? withoutParticles(call)
    let candidates = named.isEmpty ? opening(with: call.name, year: call.year) : named
    let fitting = candidates.filter { call.suffix == nil || references[$0].item.yearSuffix == call.suffix }
    if fitting.isEmpty {
      // "2019b" of a list that prints no letters: the second of that name and year.
      guard let suffix = call.suffix?.utf8.first, candidates.allSatisfy({ references[$0].item.yearSuffix == nil }), suffix >= 0x61
      else { return nil }
      let place = Int(suffix - 0x61)
      return place < candidates.count ? candidates[place] : candidates.count == 1 ? candidates[0] : nil
    }
    return fitting.max { fit(call, $0) < fit(call, $1) }
  }

  /// Whether the reference of a call has the second author that the call names.
  func fits(_ call: Call) -> Bool {
    guard let second = call.second, let index = reference(for: call) else { return false }
    return isSecond(second, of: references[index].item)
  }

  private func isSecond(_ name: String, of item: BibliographicItem) -> Bool {
    item.authors.count >= 2 && Self.keys(of: item.authors[1]).contains(LetterFolding.folded(name))
  }

  /// "van 't Riet" of an entry that was read as "Riet".
  private func withoutParticles(_ call: Call) -> [Int] {
    let family = call.name.split(separator: " ").drop { $0.first?.isUppercase != true }
    guard family.count < call.name.split(separator: " ").count, !family.isEmpty else { return [] }
    return entries["\(LetterFolding.folded(family.joined(separator: " ")))|\(call.year)"] ?? []
  }

  private func fit(_ call: Call, _ index: Int) -> Int {
    let item = references[index].item
    var fit = 0
    if let second = call.second {
      fit += isSecond(second, of: item) ? 2 : 0
    } else if !call.isEtAl, item.authors.count == 1, !item.authorsTruncated {
      fit += 1
    }
    let isMany = item.authors.count > 2 || item.authorsTruncated
    if call.isEtAl == isMany { fit += 1 }
    return fit
  }
}

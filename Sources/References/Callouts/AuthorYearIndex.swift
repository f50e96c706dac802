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
    openings = references.map { WorkFingerprint.folded($0.raw, limit: Self.opening) }
    for (index, reference) in references.enumerated() {
      for year in Self.years(in: reference) { entriesByYear[year, default: []].append(index) }
      guard let year = reference.item.year, let first = reference.item.authors.first ?? reference.item.editors.first else {
        continue
      }
      for name in Set(Self.keys(of: first)) {
        entries["\(name)|\(year)", default: []].append(index)
        names.insert(name)
      }
    }
  }

  /// A family name is called with or without its particle; a Chinese name in full; a body by its name or its initials.
  private static func keys(of name: Name) -> [String] {
    var keys: [String] = []
    if let family = name.family {
      keys.append(WorkFingerprint.folded(family))
      if let particle = name.particle { keys.append(WorkFingerprint.folded(particle + family)) }
      if let given = name.given { keys.append(WorkFingerprint.folded(family + given)) }
    }
    if let literal = name.literal {
      keys.append(WorkFingerprint.folded(literal))
      let initials = literal.split(separator: " ").compactMap { $0.first }.filter(\.isUppercase)
      if initials.count >= 2 { keys.append(String(initials).lowercased()) }
    }
    return keys.filter { !$0.isEmpty }
  }

  private static let opening = 120

  /// The years printed in an entry's first half kilobyte, and the one it was read with.
  private static func years(in reference: Reference) -> Set<Int> {
    var years = Set([reference.item.year].compactMap { $0 })
    var (digits, value) = (0, 0)
    for byte in Array(reference.raw.utf8.prefix(500)) + [0x20] {
      if (0x30...0x39).contains(byte) {
        (digits, value) = (digits + 1, min(value * 10 + Int(byte & 0xF), 100_000))
      } else {
        if digits == 4, (1600...2099).contains(value) { years.insert(value) }
        (digits, value) = (0, 0)
      }
    }
    return years
  }

  /// Whether any reference begins with an author of that name.
  func knows(_ name: String) -> Bool { names.contains(WorkFingerprint.folded(name)) }

  /// The entries of a year that begin with a name of some length, as bodies and titles do.
  private func opening(with name: String, year: Int) -> [Int] {
    let folded = WorkFingerprint.folded(name, limit: Self.opening)
    guard folded.utf8.count >= 4 else { return [] }
    return (entriesByYear[year] ?? []).filter { Self.begins(openings[$0], with: folded) }
  }

  private static func begins(_ opening: String, with name: String) -> Bool {
    if opening.hasPrefix(name) { return true }
    // "The Audit Commission" and "Audit Commission" are one.
    return opening.hasPrefix("the") && opening.dropFirst(3).hasPrefix(name)
      || name.hasPrefix("the") && opening.hasPrefix(name.dropFirst(3))
  }

  func label(of index: Int) -> String { references[index].label }

  /// What a callout says of the work it means.
  struct Call: Hashable {
    /// As printed: "Smith", "张三".
    var name: String
    var second: String?
    var isEtAl: Bool
    var year: Int
    var suffix: String?

    var label: String { "\(name) \(year)\(suffix ?? "")" }
  }

  /// The reference that a callout means; among several the one whose suffix, second author and number of authors fit best.
  func reference(for call: Call) -> Int? {
    let named = entries["\(WorkFingerprint.folded(call.name))|\(call.year)"] ?? []
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

  private func fit(_ call: Call, _ index: Int) -> Int {
    let item = references[index].item
    var fit = 0
    if let second = call.second, item.authors.count >= 2, let family = item.authors[1].family,
      WorkFingerprint.folded(family) == WorkFingerprint.folded(second)
    {
      fit += 2
    }
    let isMany = item.authors.count > 2 || item.authorsTruncated
    if call.isEtAl == isMany { fit += 1 }
    return fit
  }
}

import Literature

/// Two entries that print one person's given name in two ways: initials exchanged (Alder KJ, Alder JK), the second of two initials changed
/// (Alder KJ, Alder KS) where one of them stands in several entries and another author in both, or one character of a Chinese name changed (松柏青, 松柏清) where another
/// author stands in both, and one of the two names stands elsewhere as well: two who are named alike work together.
struct GivenNameVariants: Hashable, Sendable {
  /// Indices into `Extract.references`.
  var earlier: Int
  var later: Int
  /// The names as the entries print them.
  var left: String
  var right: String

  private struct Person: Hashable {
    var reference: Int
    var family: String
    var given: String
    var full: String { isHan ? family + given : "\(family) \(given)" }
    var isHan: Bool { family.isHan }
  }

  private static let fewestLetters = 4

  /// Each pair of names once, in order of the entries. O(authors), and for those of one family name all pairs.
  static func all(in context: CheckContext) -> [GivenNameVariants] {
    let people = context.extract.references.enumerated().flatMap { index, reference in
      reference.item.authors.compactMap { author in
        author.family.flatMap { family in author.given.map { Person(reference: index, family: family, given: $0) } }
      }
    }
    let byReference = Dictionary(grouping: people, by: \.reference).mapValues { Set($0.map(\.full)) }
    let own = context.extract.article.front.authors.compactMap { author in author.family.map { $0 + (author.given ?? "") } }
    let counts = (people.map(\.full) + own).reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    var reported: Set<Set<String>> = []
    return Dictionary(grouping: people, by: \.family).values.flatMap { people -> [GivenNameVariants] in
      guard (2...mostOfName).contains(people.count) else { return [] }
      return people.indices.flatMap { later in
        people[..<later].compactMap { earlier -> GivenNameVariants? in
          let later = people[later]
          guard earlier.reference != later.reference, earlier.given != later.given,
            isExchanged(earlier, later) || isSecondChanged(earlier, later, byReference, counts)
              || isChanged(earlier, later, byReference, counts),
            byReference[earlier.reference]?.contains(later.full) == false,
            byReference[later.reference]?.contains(earlier.full) == false,
            reported.insert([earlier.full, later.full]).inserted
          else { return nil }
          return GivenNameVariants(earlier: earlier.reference, later: later.reference, left: earlier.full, right: later.full)
        }
      }
    }.sorted { ($0.earlier, $0.later) < ($1.earlier, $1.later) }
  }

  /// Names that more entries have are of many people.
  private static let mostOfName = 12

  private static func isExchanged(_ left: Person, _ right: Person) -> Bool {
    let (one, two) = (left.given.filter(\.isLetter), right.given.filter(\.isLetter))
    return one.count == 2 && one.allSatisfy(\.isUppercase) && one.first != one.last && String(one.reversed()) == two
      && left.family.utf8.count > fewestLetters && !left.isHan
  }

  /// Both initials of two, the first the same: of one name in several entries and the other in one, another author in both.
  private static func isSecondChanged(
    _ left: Person, _ right: Person, _ byReference: [Int: Set<String>], _ counts: [String: Int]
  ) -> Bool {
    let initials = [left.given, right.given].map { Array($0.filter(\.isLetter)) }
    guard initials.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isUppercase) }), initials[0][0] == initials[1][0],
      initials[0][1] != initials[1][1],
      left.family.utf8.count > fewestLetters, !left.isHan, let one = counts[left.full], let other = counts[right.full]
    else { return false }
    return min(one, other) == 1 && max(one, other) >= 2 && haveCompany(left, right, byReference)
  }

  private static func haveCompany(_ left: Person, _ right: Person, _ byReference: [Int: Set<String>]) -> Bool {
    byReference[left.reference].map { own in byReference[right.reference].map { !own.isDisjoint(with: $0) } ?? false } ?? false
  }

  private static func isChanged(
    _ left: Person, _ right: Person, _ byReference: [Int: Set<String>], _ counts: [String: Int]
  ) -> Bool {
    guard left.isHan, left.given.count == 2, right.given.count == 2,
      zip(left.given, right.given).count(where: { $0 != $1 }) == 1, let one = counts[left.full], let other = counts[right.full],
      min(one, other) == 1, max(one, other) >= 2
    else { return false }
    return haveCompany(left, right, byReference)
  }
}

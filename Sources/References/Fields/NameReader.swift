import Literature
import TextAnalysis

/// Reads one name in any of its written forms.
struct NameReader {
  struct Found {
    var name: Name
    var form: NameForm
    /// First token behind the name and its initials' points.
    var end: Int
  }

  let tokens: ReferenceTokens

  /// Particles that belong before a family name.
  private static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "do", "dos", "das", "du", "la", "le", "el", "al", "bin", "ibn",
    "ben",
    "ter", "ten", "te", "zu", "zur", "af", "av", "st", "'t", "of", "y", "e", "des", "vander", "dela", "ud", "ul",
  ]
  private static let suffixes: [StaticString] = ["jr", "sr", "ii", "iii", "iv", "junior"]

  func name(at index: Int, previous: NameForm?) -> Found? {
    if tokens.isHan(index) { return hanName(at: index) }
    if let direct = directName(at: index) { return direct }
    if let inverted = invertedName(at: index, previous: previous) { return inverted }
    let isLast = tokens.word(index - 1, in: ["and", "et", "und"]) || tokens.isSymbol(index - 1, "&")
    if previous == .spelled || (previous == .inverted && isLast) { return spelledName(at: index) }
    return nil
  }

  // MARK: Parts

  /// Family names are words joined by hyphens and apostrophes: "Ruiz de Galarreta", "O'Farrell", "El-Khoueiry". One such word from `index` on.
  private func compound(at index: Int) -> Int? {
    guard tokens.isWord(index) else { return nil }
    var end = index + 1
    while end + 1 < tokens.count, !tokens.hasGap(before: end), !tokens.hasGap(before: end + 1), tokens.isWord(end + 1),
      tokens.isSymbol(end, "-") || tokens.isSymbol(end, "'")
    {
      end += 2
    }
    return end
  }

  private func isParticle(_ index: Int) -> Bool {
    tokens.isWord(index) && !tokens.isCapitalised(index) && Self.particles.contains(tokens.string(index))
  }

  /// One capital letter, or two of a pair that counts as one ("Yu", "Ch"), with its point.
  private func isPointedInitial(_ index: Int) -> Bool {
    tokens.isCapitalised(index) && tokens.isSymbol(index + 1, ".") && !tokens.hasGap(before: index + 1)
      && (letters(index) == 1 || (letters(index) == 2 && !tokens.isAllCapitals(index)))
  }

  private func letters(_ index: Int) -> Int {
    tokens.utf8[tokens.tokens[index].range].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }

  /// "A.B.", "A. B.", "J.-P.", "M.A": the end of a run of initials, the last of which may lack its point.
  private func pointedInitials(at index: Int) -> Int? {
    var end = index
    while true {
      if isPointedInitial(end) {
        end += 2
      } else if end > index, tokens.isCapitalised(end), letters(end) == 1, isNameEnd(end + 1) {
        end += 1
      } else {
        break
      }
      if tokens.isSymbol(end, "-"), isPointedInitial(end + 1) { end += 1 }
    }
    return end > index ? end : nil
  }

  /// "AB", "J-P", "P Z": initials without points, which a separator must follow.
  private func bareInitials(at index: Int) -> Int? {
    guard tokens.isAllCapitals(index), letters(index) <= 4 else { return nil }
    var end = index + 1
    while tokens.isAllCapitals(end), letters(end) == 1 { end += 1 }
    // "Veen P H v d": GB/T 7714 abbreviates particles behind the initials.
    while tokens.word(end, in: ["v", "d"]), !tokens.isCapitalised(end) { end += 1 }
    if tokens.isSymbol(end, "-"), tokens.isCapitalised(end + 1), letters(end + 1) <= 2 { end += 2 }
    return isNameEnd(end) || isSuffix(end) ? end : nil
  }

  /// The initials behind a family name without comma. The point of a single last one ends the list: "Doe C. Title".
  private func initials(at index: Int) -> Int? {
    guard let pointed = pointedInitials(at: index) else { return bareInitials(at: index) }
    if pointed > index + 2 || isNameEnd(pointed) || isSuffix(pointed) { return pointed }
    return bareInitials(at: index) ?? pointed
  }

  private func isNameEnd(_ index: Int) -> Bool {
    guard index < tokens.count else { return true }
    if tokens.kind(index) == .symbol {
      // , ; . : ( & … [
      return [0x2C, 0x3B, 0x2E, 0x3A, 0x28, 0x26, 0x2026, 0x5B, 0x3001].contains(tokens.tokens[index].symbol)
    }
    return tokens.word(index, in: ["and", "et", "y", "und", "with"]) || tokens.isHan(index) || tokens.year(index) != nil
  }

  private func isSuffix(_ index: Int) -> Bool {
    if tokens.word(index, in: Self.suffixes) { return isNameEnd(index + 1) }
    // 2nd, 3rd
    return tokens.isNumber(index) && tokens.word(index + 1, in: ["nd", "rd", "th"]) && !tokens.hasGap(before: index + 1)
  }

  private func suffix(at index: Int) -> (String, Int)? {
    var start = index
    if tokens.isSymbol(start, ",") { start += 1 }
    guard isSuffix(start) else { return nil }
    let end = tokens.isNumber(start) ? start + 2 : start + 1
    let text = tokens.string(start..<end)
    return (text, tokens.isSymbol(end, ".") ? end + 1 : end)
  }

  // MARK: Forms

  /// "Smith AB", "Smith, A. B.", "van der Berg, A.", "FAN X", "Smith, Anna".
  private func invertedName(at index: Int, previous: NameForm?) -> Found? {
    var end = index
    var words = 0
    while words < 6 {
      if words > 0, let initials = initials(at: end) {
        guard tokens.isCapitalised(index) || isParticle(index) else { return nil }
        return found(family: index..<end, given: end..<initials, form: .vancouver)
      }
      guard tokens.isCapitalised(end) || isParticle(end) || (words == 0 && tokens.isSymbol(end + 1, "'")),
        let next = compound(at: end)
      else { break }
      if let split = gluedName(at: end, first: index) { return split }
      end = next
      words += 1
      if tokens.word(end - 1, "st"), tokens.isSymbol(end, ".") { end += 1 }
    }
    guard words > 0, tokens.isSymbol(end, ",") else { return nil }
    return given(behind: end, family: index..<end, previous: previous)
  }

  /// What stands behind "Smith,": initials, or given names in full.
  private func given(behind comma: Int, family: Range<Int>, previous: NameForm?) -> Found? {
    let start = comma + 1
    if let initials = pointedInitials(at: start) {
      return found(family: family, given: start..<givenEnd(initials), form: .inverted)
    }
    if previous != .vancouver, let initials = bareInitials(at: start), letters(start) <= 3 {
      return found(family: family, given: start..<initials, form: .inverted)
    }
    guard previous == nil || previous == .inverted, family.count <= 3, let end = givenNames(at: start) else { return nil }
    return found(family: family, given: start..<end, form: .inverted)
  }

  /// "A. B. van der" has the particle behind the initials.
  private func givenEnd(_ index: Int) -> Int {
    var end = index
    while isParticle(end), !tokens.word(end, "y") { end += 1 }
    return end == index || isNameEnd(end) ? end : index
  }

  /// "Anna", "Anna B.", "Jean-Pierre" before the end of the name.
  private func givenNames(at index: Int) -> Int? {
    guard tokens.isCapitalised(index), letters(index) >= 2, let first = compound(at: index), !isOrganisationWord(index) else {
      return nil
    }
    var end = first
    if let initials = pointedInitials(at: end) {
      end = initials
    } else if tokens.isCapitalised(end), let second = compound(at: end), isNameEnd(second) {
      end = second
    }
    guard isNameEnd(end) || tokens.isSymbol(end - 1, "."), !tokens.isSymbol(end, ":") else { return nil }
    return end
  }

  /// "A. B. Smith", "J.-P. van der Berg".
  private func directName(at index: Int) -> Found? {
    guard let initials = pointedInitials(at: index) else { return nil }
    var end = initials
    var words = 0
    while words < 4, isParticle(end) || tokens.isCapitalised(end), let next = compound(at: end) {
      if isPointedInitial(end), words > 0 { break }
      end = next
      words += 1
    }
    guard words > 0, isNameEnd(end) || isSuffix(end) else { return nil }
    return found(family: initials..<end, given: index..<initials, form: .direct)
  }

  /// "Anna Smith", "Anna B. Smith": only where the list is known to hold such names.
  func spelledName(at index: Int) -> Found? {
    guard tokens.isCapitalised(index), letters(index) >= 2, !isOrganisationWord(index), let first = compound(at: index) else {
      return nil
    }
    let given = pointedInitials(at: first) ?? first
    var end = given
    var words = 0
    while words < 3, isParticle(end) || tokens.isCapitalised(end), !isOrganisationWord(end), let next = compound(at: end) {
      end = next
      words += 1
    }
    // "WHO Expert Consultation" has no given name.
    let isAcronym = tokens.isAllCapitals(index) && letters(index) > 2 && !tokens.isAllCapitals(end - 1)
    guard words > 0, !isAcronym, isNameEnd(end), !tokens.isSymbol(end, ":"),
      !tokens.isSymbol(end, "(") || tokens.year(end + 1) != nil
    else { return nil }
    return found(family: given..<end, given: index..<given, form: .spelled)
  }

  /// Flattened mark-up glues the initials to the family name: "BellM." is Bell, M; so is "BellM,".
  private func gluedName(at index: Int, first: Int) -> Found? {
    let bytes = tokens.utf8[tokens.tokens[index].range]
    let initials = bytes.reversed().prefix { (0x41...0x5A).contains($0) }.count
    guard bytes.count >= 3, (1...2).contains(initials), let small = bytes.dropLast(initials).last, (0x61...0x7A).contains(small),
      tokens.isSymbol(index + 1, ".")
        || bytes.count - initials >= 3 && (tokens.isSymbol(index + 1, ",") || tokens.isSymbol(index + 1, ";"))
    else { return nil }
    let cut = tokens.tokens[index].end - initials
    let isPointed = tokens.isSymbol(index + 1, ".") && initials == 1
    var end = isPointed ? index + 2 : index + 1
    if isPointed, let more = pointedInitials(at: end) { end = more }
    let family = String(decoding: tokens.utf8[tokens.tokens[first].start..<cut], as: UTF8.self)
    let given = String(decoding: tokens.utf8[cut..<tokens.tokens[end - 1].end], as: UTF8.self)
    return Found(name: Name(family: family, given: given), form: .inverted, end: end)
  }

  private func found(family: Range<Int>, given: Range<Int>, form: NameForm) -> Found {
    var start = family.lowerBound
    while start + 1 < family.upperBound, isParticle(start) { start += 1 }
    var name = Name(family: tokens.string(start..<family.upperBound), given: tokens.string(given))
    if start > family.lowerBound { name.particle = tokens.string(family.lowerBound..<start) }
    var end = form == .direct || form == .spelled ? family.upperBound : given.upperBound
    if let (suffix, next) = suffix(at: end) {
      name.suffix = suffix
      end = next
    }
    return Found(name: name, form: form, end: end)
  }

  /// A Chinese name of two to four characters, else a body.
  private func hanName(at index: Int) -> Found? {
    var end = index + 1
    // Names of foreigners carry a middle dot: 马丁·路德
    while tokens.isSymbol(end, "·"), tokens.isHan(end + 1) { end += 2 }
    let text = tokens.string(index..<end)
    guard tokens.length(index) >= 3 else { return nil }
    if text == "等" || text == "等人" { return nil }
    if end == index + 1, tokens.length(index) <= 12, !HanBody.isBody(text) {
      return Found(name: HanBody.person(text), form: .han, end: end)
    }
    while end < tokens.count, !isNameEnd(end) || tokens.isSymbol(end, "("), end < index + 16 {
      if tokens.isSymbol(end, "(") {
        guard let close = tokens.closing(of: end), tokens.year(end + 1) == nil else { break }
        end = close
      }
      end += 1
    }
    return Found(name: Name(literal: tokens.string(index..<end)), form: .literal, end: end)
  }

  func isOrganisationWord(_ index: Int) -> Bool {
    guard tokens.isWord(index), tokens.length(index) >= 4 else { return tokens.word(index, in: ["of", "for", "the"]) }
    return OrganisationWords.contains(tokens.string(index))
  }
}

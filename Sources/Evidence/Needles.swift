/// Pieces of text looked up in one pass over the bytes; ASCII capitals count as small letters, and pieces may stand within words.
struct Needles: Sendable {
  private let table: NeedleTable

  /// In lower case.
  init(_ needles: [String]) { table = NeedleTable(needles.map { Array($0.utf8) }, foldingCapitals: true) }

  /// Whether any of them stands in a text. O(bytes).
  func stand(in text: some Collection<UInt8>) -> Bool {
    text.withContiguousStorageIfAvailable { stand(in: $0) } ?? Array(text).withUnsafeBufferPointer { stand(in: $0) }
  }

  private func stand(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var stands = false
    table.forEachMatch(in: bytes, where: { _ in true }) { _, _ in
      stands = true
      return false
    }
    return stands
  }
}

/// A closed list for `String.hasAny`: words of Latin letters without a space stand as words, all else anywhere.
struct Phrases: Sendable, ExpressibleByArrayLiteral {
  private let table: NeedleTable
  private let isWord: [Bool]

  init(arrayLiteral phrases: String...) { self.init(phrases) }

  /// Phrases in lower case where ASCII capitals of the text are to count as small letters.
  init(_ phrases: [String], foldingCapitals: Bool = false) {
    table = NeedleTable(phrases.map { Array($0.utf8) }, foldingCapitals: foldingCapitals)
    isWord = phrases.map { phrase in phrase.utf8.first.map { $0 < 0x80 } == true && !phrase.utf8.contains(0x20) }
  }

  func stand(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { stand(in: $0) }
  }

  func stand(in bytes: ArraySlice<UInt8>) -> Bool { bytes.withUnsafeBufferPointer { stand(in: $0) } }

  private func stand(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var stands = false
    table.forEachMatch(in: bytes, where: { _ in true }) { phrase, range in
      stands =
        !isWord[phrase]
        || (range.lowerBound == 0 || !isLetterOrDigit(bytes[range.lowerBound - 1]))
          && (range.upperBound == bytes.count || !isLetterOrDigit(bytes[range.upperBound]))
      return !stands
    }
    return stands
  }
}

extension String {
  func hasAny(_ phrases: Phrases) -> Bool { phrases.stand(in: self) }
}

/// What the name of a section tells of what stands in it.
struct SectionRoles: Sendable {
  private static let methods = Needles(["method", "statistic", "design", "introduction", "background", "方法", "统计", "引言", "前言"])
  private static let plans = Needles(["method", "statistic", "design", "randomi", "sample size", "方法", "统计"])
  private static let backgrounds = Needles(["introduction", "background", "引言", "前言", "背景"])
  private static let results = Needles(["result", "finding", "conclusion", "outcome", "efficacy", "结果", "结论"])

  /// Tells how the study was made, or what was known before.
  let isMethods: Bool
  /// Tells how the study was made.
  let isPlan: Bool
  /// Tells what was known before.
  let isBackground: Bool
  /// Tells what was found.
  let isResults: Bool

  private static let named = Needles(["result", "finding", "结果"])
  private static let elsewhere = Needles([
    "method", "statistic", "introduction", "background", "discussion", "material", "procedure", "measures", "measurement",
    "assessment", "instrument", "protocol", "data collection", "eligibility", "sample size", "方法", "统计", "引言", "前言", "背景", "讨论",
    "资料",
  ])

  /// Whether what stands under titles, the outermost first, tells what was found. "Results and discussion" does, "Methods / Outcomes" does not.
  static func mayTellFindings(_ titles: [String]) -> Bool {
    for title in titles {
      if named.stand(in: title.utf8) { return true }
      if elsewhere.stand(in: title.utf8) { return false }
      if results.stand(in: title.utf8) { return true }
    }
    return true
  }

  /// `isAbstract` for a part of an abstract, whose heading may say more.
  init(_ section: String, isAbstract: Bool = false) {
    isMethods = Self.methods.stand(in: section.utf8)
    isPlan = Self.plans.stand(in: section.utf8)
    isBackground = Self.backgrounds.stand(in: section.utf8)
    let isOpenAbstract = (isAbstract || section == "abstract") && !isPlan && !isBackground
    isResults = isOpenAbstract || Self.results.stand(in: section.utf8)
  }
}

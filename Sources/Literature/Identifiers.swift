/// An identifier that was found in a text, and where.
public struct FoundIdentifier<ID: Hashable & Sendable>: Hashable, Sendable {
  public var id: ID
  /// Bytes of the searched text: the identifier as printed, without resolver or label.
  public var range: Range<Int>
  public init(_ id: ID, range: Range<Int>) {
    self.id = id
    self.range = range
  }
}

/// A PubMed identifier: one to nine digits.
public struct PMID: Hashable, Sendable, CustomStringConvertible {
  /// Digits without leading zeros.
  public let value: String
  public var description: String { value }

  /// Reads "26361969", "PMID: 26361969" or a PubMed address. Nil for anything else.
  public init?(_ text: some StringProtocol) {
    var cursor = ByteCursor(Array(text.utf8))
    cursor.skipAny([
      "https://", "http://", "www.", "pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/", "pubmed", "pmid", ":", " ",
    ])
    let digits = cursor.digits()
    cursor.skipAny(["/", ".", " ", ";", "]", ")"])
    guard cursor.isAtEnd, let value = Self.normal(digits) else { return nil }
    self.value = value
  }

  /// The first number behind the label PMID, or in a PubMed address. O(n).
  public static func first(in bytes: [UInt8]) -> FoundIdentifier<PMID>? {
    for (offset, byte) in bytes.enumerated() where byte | 0x20 == 0x70 {
      var cursor = ByteCursor(bytes, at: offset)
      guard cursor.skip("pmid") || cursor.skip("pubmed.ncbi.nlm.nih.gov/") || cursor.skip("pubmed/") || cursor.skip("pubmed")
      else { continue }
      cursor.skipAny([":", " ", "id", "[", "\u{FF1A}"])
      let digits = cursor.digits()
      if let value = normal(digits), let id = PMID(value) {
        return FoundIdentifier(id, range: digits.startIndex..<digits.endIndex)
      }
    }
    return nil
  }

  private static func normal(_ digits: ArraySlice<UInt8>) -> String? {
    let digits = digits.drop { $0 == 0x30 }
    return (1...9).contains(digits.count) ? String(decoding: digits, as: UTF8.self) : nil
  }
}

/// A PubMed Central identifier: "PMC1234567".
public struct PMCID: Hashable, Sendable, CustomStringConvertible {
  /// With its prefix.
  public let value: String
  public var description: String { value }

  /// Reads "PMC1234567", "pmcid: PMC1234567", and the bare digits. Nil for anything else.
  public init?(_ text: some StringProtocol) {
    var cursor = ByteCursor(Array(text.utf8))
    cursor.skipAny(["pmcid", "pmc", ":", " "])
    let digits = cursor.digits()
    guard cursor.isAtEnd, (1...9).contains(digits.count) else { return nil }
    value = "PMC" + String(decoding: digits, as: UTF8.self)
  }

  /// The first "PMC" with digits behind it. O(n).
  public static func first(in bytes: [UInt8]) -> FoundIdentifier<PMCID>? {
    for (offset, byte) in bytes.enumerated() where byte | 0x20 == 0x70 {
      var cursor = ByteCursor(bytes, at: offset)
      guard cursor.skip("pmc") else { continue }
      let digits = cursor.digits()
      guard digits.count >= 5, let id = PMCID(String(decoding: digits, as: UTF8.self)) else { continue }
      return FoundIdentifier(id, range: offset..<digits.endIndex)
    }
    return nil
  }
}

/// An arXiv identifier: "2301.01234" or "hep-th/9901001", without its version.
public struct ArXivID: Hashable, Sendable, CustomStringConvertible {
  public let value: String
  public var description: String { value }

  /// Reads the identifier with or without "arXiv:" or an arXiv address. Nil for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    var cursor = ByteCursor(bytes)
    cursor.skipAny(["https://", "http://", "www.", "arxiv.org/abs/", "arxiv.org/pdf/", "arxiv", ":", " "])
    guard let range = Self.scan(&cursor), cursor.isAtEnd else { return nil }
    value = String(decoding: bytes[range], as: UTF8.self)
  }

  /// The first identifier behind the word arXiv. O(n).
  public static func first(in bytes: [UInt8]) -> FoundIdentifier<ArXivID>? {
    for (offset, byte) in bytes.enumerated() where byte | 0x20 == 0x61 {
      var cursor = ByteCursor(bytes, at: offset)
      guard cursor.skip("arxiv") else { continue }
      cursor.skipAny([".org/abs/", ".org/pdf/", "preprint", "arxiv", ":", " ", "."])
      guard let range = scan(&cursor), let id = ArXivID(String(decoding: bytes[range], as: UTF8.self)) else { continue }
      return FoundIdentifier(id, range: range)
    }
    return nil
  }

  /// `YYMM.NNNN(N)` or `archive(.XX)/YYMMNNN`; a version `v2` is passed over.
  private static func scan(_ cursor: inout ByteCursor) -> Range<Int>? {
    let start = cursor.position
    if cursor.digits().count == 4 {
      guard cursor.skip("."), (4...5).contains(cursor.digits().count) else { return nil }
    } else {
      while let byte = cursor.peek, isArchiveByte(byte) { cursor.advance() }
      guard cursor.position > start, cursor.skip("/"), cursor.digits().count == 7 else { return nil }
    }
    let end = cursor.position
    if cursor.skip("v") { _ = cursor.digits() }
    return start..<end
  }

  private static func isArchiveByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D || byte == 0x2E
  }
}

/// An International Standard Book Number whose check digit holds.
public struct ISBN: Hashable, Sendable, CustomStringConvertible {
  /// Ten or thirteen characters, hyphens removed, as printed.
  public let value: String
  public var description: String { value }

  /// Reads ten or thirteen digits with hyphens or spaces, with or without the label. Nil where the check digit is wrong.
  public init?(_ text: some StringProtocol) {
    let digits = CheckDigits.collect(text.utf8, dropping: ["isbn", "-13", "-10"])
    guard CheckDigits.isISBN10(digits) || CheckDigits.isISBN13(digits) else { return nil }
    value = String(decoding: digits, as: UTF8.self)
  }

  /// The first valid number behind the label ISBN. O(n).
  public static func first(in bytes: [UInt8]) -> FoundIdentifier<ISBN>? {
    CheckDigits.first(label: "isbn", in: bytes).flatMap { found in
      ISBN(String(decoding: bytes[found], as: UTF8.self)).map { FoundIdentifier($0, range: found) }
    }
  }
}

/// An International Standard Serial Number whose check digit holds: "1234-5679".
public struct ISSN: Hashable, Sendable, CustomStringConvertible {
  /// With its hyphen.
  public let value: String
  public var description: String { value }

  /// Reads eight characters with or without hyphen and label. Nil where the check digit is wrong.
  public init?(_ text: some StringProtocol) {
    let digits = CheckDigits.collect(text.utf8, dropping: ["eissn", "pissn", "issn"])
    guard CheckDigits.isISSN(digits) else { return nil }
    value = String(decoding: digits.prefix(4), as: UTF8.self) + "-" + String(decoding: digits.suffix(4), as: UTF8.self)
  }

  /// The first valid number behind the label ISSN. O(n).
  public static func first(in bytes: [UInt8]) -> FoundIdentifier<ISSN>? {
    CheckDigits.first(label: "issn", in: bytes).flatMap { found in
      ISSN(String(decoding: bytes[found], as: UTF8.self)).map { FoundIdentifier($0, range: found) }
    }
  }
}

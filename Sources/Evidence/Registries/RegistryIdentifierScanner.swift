import Literature
import TextAnalysis

/// A registry number in a text.
public struct RegistryMatch: Hashable, Sendable {
  public var identifier: RegistryIdentifier
  /// Bytes of the text.
  public var range: Range<Int>

  public init(identifier: RegistryIdentifier, range: Range<Int>) {
    self.identifier = identifier
    self.range = range
  }
}

/// Finds the numbers of ClinicalTrials.gov, of the WHO's primary registries and of the European registers (`RegistryScheme` lists them).
///
/// The number of digits and, where the number holds one, the date must be right. Numbers are found as they are often misprinted: with
/// spaces, hyphens or words between register and number (`NCT 00692770`, `ISRCTN register number 12345678`), in groups of digits, in small
/// letters, in full-width characters; the identifier is given in the register's own form. None of the registers publishes a rule for
/// check digits.
public enum RegistryIdentifierScanner {
  /// Ascending by place, not overlapping. O(n).
  public static func matches(in lexed: LexedText) -> [RegistryMatch] {
    var result: [RegistryMatch] = []
    var end = 0
    var speaksOfRegister: Bool?
    for token in lexed.tokens where token.start >= end && (token.kind == .word || token.kind == .number) {
      guard RegistryScheme.mayBegin(at: token.start, in: lexed.utf8),
        let first = RegistryScheme.sign(in: lexed.utf8, at: token.start)
      else { continue }
      let candidates = RegistryScheme.byFirst[Int(first.byte | 0x20)]
      guard !candidates.isEmpty, beginsNumber(at: token, in: lexed.utf8) else { continue }
      for candidate in candidates {
        guard let match = candidate.match(at: token.start, in: lexed.utf8) else { continue }
        if candidate.scheme.needsRegister {
          let speaks = speaksOfRegister ?? Self.registerWords.stand(in: lexed.utf8)
          speaksOfRegister = speaks
          guard speaks else { continue }
        }
        result.append(match)
        end = match.range.upperBound
        break
      }
    }
    return result
  }

  private static let registerWords = Needles(["regist", "注册", "登记"])

  /// Nothing that the number could be the end of stands before it; `No.NCT…` is a number, `0.2011-…` is none.
  private static func beginsNumber(at token: Token, in utf8: [UInt8]) -> Bool {
    let start = token.start
    guard start > 0 else { return true }
    let byte = utf8[start - 1]
    if byte == 0x2E { return token.kind == .word && start > 1 && (utf8[start - 2] | 0x20) &- 0x61 < 26 }
    return !isLetterOrDigit(byte) && byte != 0x2D
  }
}

@inline(__always) func isLetterOrDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }

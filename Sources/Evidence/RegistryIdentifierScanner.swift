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

/// Finds the numbers of ClinicalTrials.gov, of the WHO's primary registries and of the European registers.
///
/// The number of digits and, where the number holds one, the year must be right; spaces and hyphens may stand as they are often
/// misprinted (`NCT 00692770`, `ISRCTN-12345678`), and the identifier is given without them.
public enum RegistryIdentifierScanner {
  /// Ascending by place, not overlapping. O(n).
  public static func matches(in lexed: LexedText) -> [RegistryMatch] {
    var result: [RegistryMatch] = []
    var end = 0
    for token in lexed.tokens where token.start >= end && (token.kind == .word || token.kind == .number) {
      guard beginsNumber(at: token.start, in: lexed.utf8), let match = match(at: token, in: lexed.utf8) else { continue }
      result.append(match)
      end = match.range.upperBound
    }
    return result
  }

  private static func beginsNumber(at start: Int, in utf8: [UInt8]) -> Bool {
    guard start > 0 else { return true }
    let byte = utf8[start - 1]
    return !isLetterOrDigit(byte) && byte != 0x2D && byte != 0x2E
  }

  private static func match(at token: Token, in utf8: [UInt8]) -> RegistryMatch? {
    for scheme in token.kind == .number ? RegistryScheme.unprefixed : RegistryScheme.prefixed {
      guard scheme.mayBegin(with: utf8[token.start]), let match = scheme.match(at: token.start, in: utf8) else { continue }
      return match
    }
    return nil
  }
}

/// How a registry writes its numbers.
struct RegistryScheme: Sendable {
  let name: String
  /// As normalised; the text's case does not matter unless `isExact`.
  let prefix: String
  /// `9` a digit, `Y` four digits of a year, `A` a letter, `x` a letter or digit, `_` an optional separator that is left out, `=` one
  /// that becomes a hyphen; anything else stands for itself.
  let shapes: [String]
  var isExact = false

  func mayBegin(with byte: UInt8) -> Bool {
    guard let first = prefix.utf8.first else { return byte &- 0x30 < 10 }
    return first | 0x20 == byte | 0x20
  }

  func match(at start: Int, in utf8: [UInt8]) -> RegistryMatch? {
    guard let afterPrefix = endOfPrefix(at: start, in: utf8) else { return nil }
    for shape in shapes {
      var reader = ShapeReader(utf8: utf8, position: afterPrefix)
      guard reader.read(shape), !reader.wordGoesOn else { continue }
      let id = prefix + String(decoding: reader.output, as: UTF8.self)
      return RegistryMatch(identifier: RegistryIdentifier(scheme: name, id: id), range: start..<reader.position)
    }
    return nil
  }

  private func endOfPrefix(at start: Int, in utf8: [UInt8]) -> Int? {
    var position = start
    for byte in prefix.utf8 {
      guard position < utf8.count else { return nil }
      let isSame = utf8[position] == byte || !isExact && utf8[position] | 0x20 == byte | 0x20
      guard isSame else { return nil }
      position += 1
    }
    return position
  }

  static let unprefixed = [
    RegistryScheme(name: "CTIS", prefix: "", shapes: ["Y-599999-99-99"]),
    RegistryScheme(name: "EudraCT", prefix: "", shapes: ["Y-999999-99"]),
  ]

  static let prefixed = [
    RegistryScheme(name: "ClinicalTrials.gov", prefix: "NCT", shapes: ["_99999999"]),
    RegistryScheme(name: "ISRCTN", prefix: "ISRCTN", shapes: ["_99999999"]),
    RegistryScheme(
      name: "ChiCTR", prefix: "ChiCTR",
      shapes: ["_9999999999", "=AAA=99999999", "=AAAA=99999999", "=AAAAA=99999999"]),
    RegistryScheme(name: "CTIS", prefix: "EUCT", shapes: ["_Y-599999-99-99"]),
    RegistryScheme(name: "EudraCT", prefix: "EUCTR", shapes: ["_Y-999999-99-AA", "_Y-999999-99"]),
    RegistryScheme(name: "UMIN", prefix: "UMIN", shapes: ["_999999999", "_C999999999"]),
    RegistryScheme(name: "jRCT", prefix: "jRCT", shapes: ["_s_999999999", "_c_999999999", "_9999999999"]),
    RegistryScheme(name: "JapicCTI", prefix: "JapicCTI", shapes: ["=999999", "=99999"]),
    RegistryScheme(name: "JMACCT", prefix: "JMA", shapes: ["=IIA99999"]),
    RegistryScheme(name: "ACTRN", prefix: "ACTRN", shapes: ["_99999999999999"]),
    RegistryScheme(name: "DRKS", prefix: "DRKS", shapes: ["_99999999"]),
    RegistryScheme(name: "CTRI", prefix: "CTRI", shapes: ["/Y/99/999999", "/Y/999/999999", "/Y/99/99999", "/Y/999/9999"]),
    RegistryScheme(name: "NTR", prefix: "NTR", shapes: ["_9999", "_999", "_99999"], isExact: true),
    RegistryScheme(name: "NL-OMON", prefix: "NL-OMON", shapes: ["_99999", "_999999"]),
    RegistryScheme(
      name: "IRCT", prefix: "IRCT",
      shapes: [
        "_99999999999999N9", "_99999999999999N99", "_9999999999999N9", "_9999999999999N99", "_999999999999N9", "_999999999999N99",
      ]
    ),
    RegistryScheme(name: "KCT", prefix: "KCT", shapes: ["_9999999"], isExact: true),
    RegistryScheme(name: "PACTR", prefix: "PACTR", shapes: ["_Y99999999999", "_Y999999999999"]),
    RegistryScheme(name: "TCTR", prefix: "TCTR", shapes: ["_Y9999999"]),
    RegistryScheme(name: "SLCTR", prefix: "SLCTR", shapes: ["/Y/999"]),
    RegistryScheme(name: "ReBec", prefix: "RBR", shapes: ["=xxxxxx", "=xxxxxxx", "=xxxxxxxx"], isExact: true),
    RegistryScheme(name: "RPCEC", prefix: "RPCEC", shapes: ["_99999999"]),
    RegistryScheme(name: "REPEC", prefix: "PER", shapes: ["-999-99"], isExact: true),
    RegistryScheme(name: "LBCTR", prefix: "LBCTR", shapes: ["_Y999999"]),
    RegistryScheme(name: "ITMCTR", prefix: "ITMCTR", shapes: ["_Y999999", "_9999999999"]),
    RegistryScheme(name: "UTN", prefix: "U1111", shapes: ["-9999-9999"], isExact: true),
  ]
}

/// Reads one shape from a text.
private struct ShapeReader {
  let utf8: [UInt8]
  var position: Int
  var output: [UInt8] = []

  init(utf8: [UInt8], position: Int) {
    self.utf8 = utf8
    self.position = position
  }

  /// Whether a letter or digit follows what was read.
  var wordGoesOn: Bool { position < utf8.count && isLetterOrDigit(utf8[position]) }

  mutating func read(_ shape: String) -> Bool {
    for sign in shape.utf8 {
      switch sign {
      case UInt8(ascii: "9"): guard take(where: { $0 &- 0x30 < 10 }) else { return false }
      case UInt8(ascii: "Y"): guard takeYear() else { return false }
      case UInt8(ascii: "A"): guard take(where: { ($0 | 0x20) &- 0x61 < 26 }) else { return false }
      case UInt8(ascii: "x"): guard take(where: isLetterOrDigit) else { return false }
      case UInt8(ascii: "_"): skipSeparators()
      case UInt8(ascii: "="):
        skipSeparators()
        output.append(0x2D)
      case UInt8(ascii: "-"):
        guard takeDash() else { return false }
      default: guard take(where: { $0 == sign }) else { return false }
      }
    }
    return true
  }

  private mutating func take(where isWanted: (UInt8) -> Bool) -> Bool {
    guard position < utf8.count, isWanted(utf8[position]) else { return false }
    output.append(utf8[position])
    position += 1
    return true
  }

  private mutating func takeYear() -> Bool {
    var year = 0
    for _ in 0..<4 {
      guard take(where: { $0 &- 0x30 < 10 }), let digit = output.last else { return false }
      year = year * 10 + Int(digit - 0x30)
    }
    return (1990...2049).contains(year)
  }

  private mutating func takeDash() -> Bool {
    let start = position
    skipSeparators()
    guard position > start else { return false }
    output.append(0x2D)
    return true
  }

  /// At most three spaces, hyphens, dashes, colons or number signs.
  private mutating func skipSeparators() {
    for _ in 0..<3 {
      guard position < utf8.count else { return }
      let byte = utf8[position]
      if byte == 0x20 || byte == 0x2D || byte == 0x3A || byte == 0x23 || byte == 0x09 {
        position += 1
      } else if byte == 0xE2, position + 2 < utf8.count, utf8[position + 1] == 0x80, (0x90...0x95).contains(utf8[position + 2]) {
        position += 3
      } else {
        return
      }
    }
  }
}

@inline(__always) func isLetterOrDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }

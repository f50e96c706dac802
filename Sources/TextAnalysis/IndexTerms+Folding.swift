/// One form for letters that print differently and are searched alike.
///
/// Lower case; accents dropped; ligatures and full-width forms opened; Greek kept, without accents and with one sigma.
enum FoldedScalars {
  /// The end of the scalar that begins at `offset`, at most `limit`.
  static func end(ofScalarAt offset: Int, _ utf8: [UInt8], _ limit: Int) -> Int {
    guard offset < limit else { return limit }
    let first = utf8[offset]
    let length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    return min(offset + length, limit)
  }

  /// Appends the folded form of a word.
  static func append(_ word: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var index = word.startIndex
    while index < word.endIndex {
      let byte = word[index]
      if byte < 0x80 {
        output.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        index += 1
      } else {
        appendScalar(word, at: &index, to: &output)
      }
    }
  }

  private static func appendScalar(_ word: ArraySlice<UInt8>, at index: inout Int, to output: inout [UInt8]) {
    var decoder = UTF8()
    var rest = word[index...].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else {
      output.append(word[index])
      index += 1
      return
    }
    index += UTF8.width(scalar)
    appendFolded(scalar, to: &output)
  }

  private static func appendFolded(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    switch scalar.value {
    case 0x300...0x36F: return
    case 0xFF01...0xFF5E:
      append([UInt8(scalar.value - 0xFEE0)][...], to: &output)
    case 0xC0...0x17F:
      latin[Int(scalar.value) - 0xC0].withUTF8Buffer { output += $0 }
    default:
      let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
      UTF8.encode(withoutAccent(lower)).map { output += $0 }
    }
  }

  private static func withoutAccent(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{B5}": "μ"
    case "ά": "α"
    case "έ": "ε"
    case "ή": "η"
    case "ί", "ϊ", "ΐ": "ι"
    case "ό": "ο"
    case "ύ", "ϋ", "ΰ": "υ"
    case "ώ": "ω"
    case "ς": "σ"
    case "ϕ": "φ"
    case "ϵ": "ε"
    case "ϑ": "θ"
    default: scalar
    }
  }

  /// U+00C0 to U+017F.
  private static let latin: [StaticString] = [
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "o", "×", "o", "u", "u", "u", "u", "y", "th", "ss",
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "o", "÷", "o", "u", "u", "u", "u", "y", "th", "y",
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",
    "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l",
    "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
  ]

  // MARK: Parts

  private enum PartClass { case letters, digits, greek }

  /// The stretches of a word that are all letters, all digits, or all Greek. One for most words.
  static func parts(of range: Range<Int>, _ utf8: [UInt8]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var last: PartClass?
    var offset = range.lowerBound
    while offset < range.upperBound {
      let end = end(ofScalarAt: offset, utf8, range.upperBound)
      let kind = partClass(utf8, offset, last)
      if kind == last, let open = parts.last {
        parts[parts.count - 1] = open.lowerBound..<end
      } else {
        parts.append(offset..<end)
      }
      last = kind
      offset = end
    }
    return parts
  }

  private static func partClass(_ utf8: [UInt8], _ offset: Int, _ last: PartClass?) -> PartClass {
    let second = offset + 1 < utf8.count ? utf8[offset + 1] : 0
    let third = offset + 2 < utf8.count ? utf8[offset + 2] : 0
    switch (utf8[offset], second, third) {
    case (0x30...0x39, _, _), (0xEF, 0xBC, 0x90...0x99): return .digits
    case (0xCC, _, _), (0xCD, 0x80...0xAF, _): return last ?? .letters
    case (0xCD, 0xB0..., _), (0xCE, _, _), (0xCF, _, _), (0xC2, 0xB5, _): return .greek
    default: return .letters
    }
  }

  /// `beta` for `β`, for a word of one Greek letter.
  static func greekName(_ word: ArraySlice<UInt8>) -> StaticString? {
    guard word.count == 2, word.first.map({ $0 == 0xCE || $0 == 0xCF || $0 == 0xC2 }) ?? false else { return nil }
    var folded: [UInt8] = []
    append(word, to: &folded)
    return greekNames.first { $0.letter.withUTF8Buffer { $0.elementsEqual(folded) } }?.name
  }

  private static let greekNames: [(letter: StaticString, name: StaticString)] = [
    ("α", "alpha"), ("β", "beta"), ("γ", "gamma"), ("δ", "delta"), ("ε", "epsilon"), ("ζ", "zeta"), ("η", "eta"),
    ("θ", "theta"), ("ι", "iota"), ("κ", "kappa"), ("λ", "lambda"), ("μ", "mu"), ("ν", "nu"), ("ξ", "xi"), ("ο", "omicron"),
    ("π", "pi"), ("ρ", "rho"), ("σ", "sigma"), ("τ", "tau"), ("υ", "upsilon"), ("φ", "phi"), ("χ", "chi"), ("ψ", "psi"),
    ("ω", "omega"),
  ]

  // MARK: Numbers

  /// Appends a printed number with ASCII digits, a point, no thousands separators, and a digit before the point.
  static func appendNumber(_ number: ArraySlice<UInt8>, to output: inout [UInt8]) {
    let start = output.count
    for scalar in String(decoding: number, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: output.append(UInt8(scalar.value))
      case 0xFF10...0xFF19: output.append(UInt8(scalar.value - 0xFEE0))
      case 0x2E, 0xB7, 0xFF0E, 0x2219, 0x22C5:
        if output.count == start { output.append(0x30) }
        output.append(0x2E)
      default: continue
      }
    }
  }
}

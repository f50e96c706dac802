/// One form for names that print differently and mean the same.
enum Folding {
  /// Lower case, full-width letters and digits narrowed, and everything that is neither letter, digit nor ideograph left out: `IMbrave-050` → `imbrave050`.
  static func name(_ text: some StringProtocol) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let kept = narrowed(scalar), isKept(kept) { out.append(contentsOf: kept.properties.lowercaseMapping.unicodeScalars) }
    }
    return String(out)
  }

  /// Lower case, with runs of anything else as one space: how definitions and sections are compared.
  static func words(_ text: some StringProtocol) -> String {
    var out = String.UnicodeScalarView()
    var gap = false
    for scalar in text.unicodeScalars {
      guard let kept = narrowed(scalar), isKept(kept) else {
        gap = true
        continue
      }
      if gap, !out.isEmpty { out.append(" ") }
      gap = false
      out.append(contentsOf: kept.properties.lowercaseMapping.unicodeScalars)
    }
    return String(out)
  }

  private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

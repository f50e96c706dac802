/// One form for names that print differently and mean the same.
enum Folding {
  /// Lower case, full-width letters and digits narrowed, and everything that is neither letter, digit nor ideograph left out: `IMbrave-050` → `imbrave050`.
  static func name(_ text: some StringProtocol) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { _ = append(scalar, to: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  /// Lower case, with runs of anything else as one space: how definitions and sections are compared.
  static func words(_ text: some StringProtocol) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    var gap = false
    for scalar in text.unicodeScalars {
      let end = out.count
      guard append(scalar, to: &out) else {
        gap = true
        continue
      }
      if gap, end > 0 { out.insert(0x20, at: end) }
      gap = false
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends the folded form of a scalar; false where it is left out.
  private static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8]) -> Bool {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      let isLetter = (byte | 0x20) &- 0x61 < 26
      guard isLetter || byte &- 0x30 < 10 else { return false }
      out.append(isLetter ? byte | 0x20 : byte)
      return true
    }
    guard let kept = narrowed(scalar), isKept(kept) else { return false }
    out.append(contentsOf: kept.properties.lowercaseMapping.utf8)
    return true
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

/// How many columns text takes on a terminal: Chinese characters and full-width marks two, combining marks none.
///
/// A small table after UAX #11 (East Asian Width W and F) and the zero-width categories; ambiguous characters count one.
/// Control characters count none, a tab one: a caller that prints tabs replaces them first.
public enum DisplayWidth {
  /// Columns of one scalar: 0, 1 or 2. O(log table).
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x20 { return value == 0x09 ? 1 : 0 }
    if value < 0x7F { return 1 }
    if value < 0xA0 { return 0 }
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    if 0x4E00...0xA4CF ~= value { return 2 }
    if contains(value, in: zeroWidth) { return 0 }
    return contains(value, in: wide) ? 2 : 1
  }

  /// Columns of a text. O(n).
  public static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The same of a whole string, without the cost of a generic call from another module.
  public static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The text filled with spaces to so many columns; longer text is left as it is.
  public static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - of(text)))
  }

  /// The longest start of the text that fits in so many columns, with "…" where something was cut.
  public static func truncated(_ text: String, to columns: Int) -> String {
    // No scalar is wider than its bytes are many.
    guard text.utf8.count > columns, of(text) > columns else { return text }
    var used = 0
    let scalars = text.unicodeScalars
    let end = scalars.indices.first { index in
      used += of(scalars[index])
      return used > columns - 1
    }
    return columns > 0 ? String(scalars[..<(end ?? scalars.endIndex)]) + "…" : ""
  }

  private static func contains(_ value: UInt32, in ranges: [ClosedRange<UInt32>]) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(value)
  }

  private static let zeroWidth: [ClosedRange<UInt32>] = [
    0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
    0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F,
    0xFEFF...0xFEFF, 0xE0100...0xE01EF,
  ]

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x25FD...0x25FE, 0x2614...0x2615,
    0x2648...0x2653, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x2705...0x2705, 0x270A...0x270B,
    0x2728...0x2728, 0x274C...0x274C, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797, 0x2B1B...0x2B1C,
    0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x187F7,
    0x18800...0x18CD5, 0x1B000...0x1B2FB, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E,
    0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F64F, 0x1F680...0x1F6FC, 0x1F7E0...0x1F7EB,
    0x1F90C...0x1FAFF, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}

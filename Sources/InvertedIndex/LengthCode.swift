/// A field's length in one byte: exact below 32, then rounded down to five significant bits, at most 507 904.
enum LengthCode {
  static func encode(_ length: Int) -> UInt8 {
    guard length >= 32 else { return UInt8(max(0, length)) }
    let exponent = min(Int.bitWidth - 1 - length.leadingZeroBitCount, 18)
    let mantissa = min(length >> (exponent - 4), 31) - 16
    return UInt8(32 + (exponent - 5) * 16 + mantissa)
  }

  static func decode(_ code: UInt8) -> Int {
    guard code >= 32 else { return Int(code) }
    let (octave, mantissa) = ((Int(code) - 32) / 16, (Int(code) - 32) % 16)
    return (16 + mantissa) << (octave + 1)
  }
}

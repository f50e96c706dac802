/// Keys of features: a template's number and up to three values that it joins, spread over 64 bits.
package enum FeatureKey {
  /// Never 0, up to chance. O(1).
  @inline(__always) package static func of(_ template: Int, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) -> UInt64 {
    var hash = ((UInt64(a) << 8) | (UInt64(truncatingIfNeeded: template) + 1)) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 29) ^ UInt64(b)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 32) ^ (UInt64(c) << 7)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }
}

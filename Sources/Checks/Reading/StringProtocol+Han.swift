extension StringProtocol {
  /// Whether all characters are Han, as those of a Chinese name are. O(length).
  var isHan: Bool { unicodeScalars.allSatisfy { $0.value >= 0x4E00 } }
}

/// The figures of a cell by their form, read from its bytes.
enum WholeFigure: Equatable {
  /// `12`.
  case whole(Int)
  /// `12 (10.5)`, `12 (10%)`.
  case bracketed(count: Int, share: Double, decimals: Int)
  /// Any other figures.
  case other

  /// Nil for a cell without a digit. O(bytes).
  init?(_ utf8: [UInt8]) {
    guard utf8.contains(where: Self.isDigit) else { return nil }
    var rest = utf8.drop { $0 == 0x20 }[...]
    guard let count = Self.number(&rest), rest.first != 0x2E else {
      self = .other
      return
    }
    rest = rest.drop { $0 == 0x20 }
    if rest.isEmpty {
      self = .whole(count)
      return
    }
    guard rest.first == 0x28 else {
      self = .other
      return
    }
    rest = rest.dropFirst().drop { $0 == 0x20 }
    guard let whole = Self.number(&rest) else {
      self = .other
      return
    }
    var (share, decimals) = (Double(whole), 0)
    if rest.first == 0x2E {
      rest = rest.dropFirst()
      let length = rest.prefix(while: Self.isDigit).count
      guard (1...4).contains(length), let fraction = Self.number(&rest) else {
        self = .other
        return
      }
      decimals = length
      share += (0..<length).reduce(Double(fraction)) { value, _ in value / 10 }
    }
    rest = rest.drop { $0 == 0x25 || $0 == 0x20 }
    self = rest.elementsEqual([0x29]) ? .bracketed(count: count, share: share, decimals: decimals) : .other
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The digits at the beginning as one number of at most nine; a comma before three digits parts thousands.
  private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
    var (value, count) = (0, 0)
    while let byte = rest.first, count <= 9 {
      if isDigit(byte) {
        value = value * 10 + Int(byte - 0x30)
        count += 1
      } else if byte != 0x2C || count == 0 || rest.dropFirst().prefix(while: isDigit).count != 3 {
        break
      }
      rest = rest.dropFirst()
    }
    return count == 0 || count > 9 ? nil : value
  }
}

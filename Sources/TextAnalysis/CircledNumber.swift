/// Numbers that are one character: ① to ㊿, ⑴ to ⒇, ⒈ to ⒛.
public enum CircledNumber {
  /// The number that a scalar stands for, 1 to 50; nil for any other scalar.
  public static func value(of scalar: UInt32) -> Int? {
    switch scalar {
    case 0x2460...0x2473: Int(scalar - 0x245F)
    case 0x2474...0x2487: Int(scalar - 0x2473)
    case 0x2488...0x249B: Int(scalar - 0x2487)
    case 0x3251...0x325F: Int(scalar - 0x323C)
    case 0x32B1...0x32BF: Int(scalar - 0x328D)
    default: nil
    }
  }
}

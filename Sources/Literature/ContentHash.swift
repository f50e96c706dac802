/// SHA-256 (FIPS 180-4), by which content is known.
///
/// Our own, since the library that has it builds all of BoringSSL, which costs every newcomer more than the rest of the house.
public struct ContentHash: Hashable, Sendable {
  /// 64 hexadecimal digits in lower case.
  public let hex: String

  /// Hashes all bytes. O(n).
  public init(of bytes: [UInt8]) {
    var state = Self.initial
    let whole = bytes.count / 64 * 64
    bytes.withUnsafeBufferPointer { Self.compress($0[..<whole], into: &state) }
    var tail = Array(bytes[whole...]) + [0x80]
    while tail.count % 64 != 56 { tail.append(0) }
    let bitCount = UInt64(bytes.count) * 8
    for shift in stride(from: 56, through: 0, by: -8) { tail.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift))) }
    tail.withUnsafeBufferPointer { Self.compress($0[...], into: &state) }
    hex = state.map(Self.hexadecimal).joined()
  }

  /// The first 12 digits: how documents are named.
  public var documentID: String { String(hex.prefix(12)) }

  private static func hexadecimal(_ word: UInt32) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// All blocks of 64 bytes of a slice, whose length is a multiple of 64.
  private static func compress(_ blocks: Slice<UnsafeBufferPointer<UInt8>>, into state: inout [UInt32]) {
    let bytes = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: blocks))
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      schedule.initialize(repeating: 0)
      constants.withUnsafeBufferPointer { constants in
        for start in stride(from: 0, to: bytes.count, by: 64) {
          compress(bytes, at: start, into: &state, schedule, constants)
        }
      }
    }
  }

  private static func compress(
    _ bytes: UnsafeRawBufferPointer, at start: Int, into state: inout [UInt32], _ w: UnsafeMutableBufferPointer<UInt32>,
    _ constants: UnsafeBufferPointer<UInt32>
  ) {
    for index in 0..<16 { w[index] = bytes.loadUnaligned(fromByteOffset: start &+ index &* 4, as: UInt32.self).bigEndian }
    var index = 16
    while index < 64 {
      let (early, late) = (w[index &- 15], w[index &- 2])
      let s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early &>> 3)
      let s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late &>> 10)
      w[index] = w[index &- 16] &+ s0 &+ w[index &- 7] &+ s1
      index &+= 1
    }
    var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7])
    // Eight rounds give each letter its place again, so that nothing has to be moved.
    index = 0
    while index < 64 {
      round(a, b, c, &d, e, f, g, &h, constants[index] &+ w[index])
      round(h, a, b, &c, d, e, f, &g, constants[index &+ 1] &+ w[index &+ 1])
      round(g, h, a, &b, c, d, e, &f, constants[index &+ 2] &+ w[index &+ 2])
      round(f, g, h, &a, b, c, d, &e, constants[index &+ 3] &+ w[index &+ 3])
      round(e, f, g, &h, a, b, c, &d, constants[index &+ 4] &+ w[index &+ 4])
      round(d, e, f, &g, h, a, b, &c, constants[index &+ 5] &+ w[index &+ 5])
      round(c, d, e, &f, g, h, a, &b, constants[index &+ 6] &+ w[index &+ 6])
      round(b, c, d, &e, f, g, h, &a, constants[index &+ 7] &+ w[index &+ 7])
      index &+= 8
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
  }

  /// One round on letters that have moved on by one place each: `d` takes e's place, `h` that of a.
  @inline(__always) private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32,
    _ word: UInt32
  ) {
    let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let first = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ word
    let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    d = d &+ first
    h = first &+ s0 &+ ((a & b) ^ (a & c) ^ (b & c))
  }

  @inline(__always) private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 { word &>> bits | word &<< (32 &- bits) }

  /// The first 64 primes, whose roots give the constants (FIPS 180-4, sections 4.2.2 and 5.3.3).
  private static let primes: [UInt32] = {
    var found: [UInt32] = []
    var candidate: UInt32 = 2
    while found.count < 64 {
      if found.allSatisfy({ candidate % $0 != 0 }) { found.append(candidate) }
      candidate += 1
    }
    return found
  }()
  private static let initial: [UInt32] = primes.prefix(8).map { fraction(ofRoot: 2, of: $0) }
  private static let constants: [UInt32] = primes.map { fraction(ofRoot: 3, of: $0) }

  /// The first 32 bits of the fractional part of the square or cube root of a small prime, in exact integer arithmetic.
  private static func fraction(ofRoot degree: Int, of prime: UInt32) -> UInt32 {
    // The largest r with (r / 2³²)^degree ≤ prime, by bisection over the bits; r < 2³⁷ for primes below 2¹⁰.
    var root: UInt64 = 0
    for bit in stride(from: 36, through: 0, by: -1) {
      let candidate = root | 1 << UInt64(bit)
      if power(candidate, degree, isAtMost: prime, scaledBy: 32 * degree) { root = candidate }
    }
    return UInt32(truncatingIfNeeded: root)
  }

  /// Whether base^degree ≤ limit · 2^bits, with 128-bit words.
  private static func power(_ base: UInt64, _ degree: Int, isAtMost limit: UInt32, scaledBy bits: Int) -> Bool {
    let square = base.multipliedFullWidth(by: base)
    if degree == 2 { return (UInt128(square.high) << 64 | UInt128(square.low)) <= UInt128(limit) << UInt128(bits) }
    // base < 2³⁷, so base² < 2⁷⁴ and base³ < 2¹¹¹ fit.
    let cube = (UInt128(square.high) << 64 | UInt128(square.low)) * UInt128(base)
    return cube <= UInt128(limit) << UInt128(bits)
  }
}

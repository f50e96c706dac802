/// Finds the printed numbers that are one number but for a slip of the pen.
struct SlippedKeys {
  private typealias Key = PlacedFigure.Key

  private struct Masked: Hashable {
    var digits: [UInt8]
    var decimals: Int
  }

  private let known: Set<PlacedFigure.Key>
  /// Numbers by their digits with one of them left out of sight.
  private var masked: [Masked: [PlacedFigure.Key]] = [:]
  /// Numbers by their digits without the zeros at both ends.
  private var bare: [[UInt8]: [PlacedFigure.Key]] = [:]

  /// O(digits of all).
  init(_ keys: some Collection<PlacedFigure.Key>) {
    known = Set(keys)
    for key in keys {
      for place in key.digits.indices { masked[Self.mask(key, place), default: []].append(key) }
      bare[Self.bare(key), default: []].append(key)
    }
  }

  /// Those with two digits exchanged, with one other digit, or with the mark elsewhere, in the order of their digits. O(digits²).
  func all(of key: PlacedFigure.Key) -> [PlacedFigure.Key] {
    var found = key.transpositions.intersection(known)
    for place in key.digits.indices { found.formUnion(masked[Self.mask(key, place)] ?? []) }
    found.formUnion((bare[Self.bare(key)] ?? []).filter { $0.decimals != key.decimals || $0.digits.count != key.digits.count })
    found.remove(key)
    return found.sorted { $0.precedes($1) }
  }

  private static func mask(_ key: PlacedFigure.Key, _ place: Int) -> Masked {
    var digits = key.digits
    digits[place] = 0x3F
    return Masked(digits: digits, decimals: key.decimals)
  }

  private static func bare(_ key: PlacedFigure.Key) -> [UInt8] {
    let digits = key.digits.drop { $0 == 0x30 }
    return Array(digits.reversed().drop { $0 == 0x30 }.reversed())
  }
}

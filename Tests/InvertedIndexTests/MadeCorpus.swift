@testable import InvertedIndex

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers for the same seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Random passages over a small vocabulary in which low numbers are frequent.
struct MadeCorpus {
  static let schema = IndexSchema(
    fields: [.init("text"), .init("entity", hasPositions: false, isLengthNormalised: false), .init("title")],
    columns: ["hr", "year"])

  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A word of 60, skewed: word 0 is in most passages, word 59 in few.
  mutating func word() -> String {
    let roll = Double.random(in: 0..<1, using: &generator)
    return "w\(Int(60 * roll * roll * roll))"
  }

  mutating func passage(_ id: UInt64) -> MadePassage {
    var passage = MadePassage(id: id)
    let length = Int.random(in: 0..<8, using: &generator) == 0 ? Int.random(in: 30..<80, using: &generator) : 12
    for position in 0..<UInt32(Int.random(in: 1...length, using: &generator)) { passage.terms.append((0, word(), position)) }
    for _ in 0..<Int.random(in: 0..<4, using: &generator) { passage.terms.append((1, "e:" + word(), 0)) }
    if Bool.random(using: &generator) { passage.terms.append((2, word(), 3)) }
    // Out of order and twice at one place.
    passage.terms.append((0, "w1", 2))
    for _ in 0..<Int.random(in: 0..<3, using: &generator) {
      passage.numbers.append((0, Double(Int.random(in: 0..<100, using: &generator)) / 50))
    }
    passage.numbers.append((1, Double(Int.random(in: 1990..<2025, using: &generator))))
    return passage
  }

  mutating func query(depth: Int = 0) -> Query {
    switch Int.random(in: 0..<(depth < 2 ? 12 : 6), using: &generator) {
    case 0, 1: return .term(field: 0, word())
    case 2: return .term(field: Bool.random(using: &generator) ? 2 : 0, word())
    case 3: return .term(field: 1, "e:" + word())
    case 4: return phrase()
    case 5: return leaf()
    case 6, 7: return .and(parts(depth))
    case 8, 9: return .or(parts(depth))
    case 10: return .and([query(depth: depth + 1), .not(query(depth: depth + 1))])
    default: return .anyOf(parts(depth))
    }
  }

  private mutating func parts(_ depth: Int) -> [Query] {
    (0..<Int.random(in: 1...4, using: &generator)).map { _ in query(depth: depth + 1) }
  }

  mutating func phrase() -> Query {
    let gap = UInt32.random(in: 1...2, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return .phrase([.init(field: 0, Array(word().utf8), offset: gap), .init(field: 0, Array(word().utf8), offset: 0)])
    case 1: return .phrase([.init(field: 0, Array(word().utf8), offset: 0), .init(field: 2, Array(word().utf8), offset: 1)])
    case 2: return .phrase(field: 0, [Array("w0".utf8), Array("w0".utf8), Array("w1".utf8)])
    default: return .phrase(field: 0, [Array(word().utf8), Array(word().utf8)])
    }
  }

  private mutating func leaf() -> Query {
    let low = Double.random(in: 0..<2, using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: return .prefix(field: 0, Array("w\(Int.random(in: 0..<7, using: &generator))".utf8))
    case 1: return .numericRange(column: 0, .init(low...low + 0.2))
    case 2: return .numericRange(column: 1, .init(lower: .excluding(2000), upper: .excluding(2010)))
    case 3: return .boost(.term(field: 0, word()), 2.5)
    case 4: return .not(.term(field: 0, word()))
    default: return .all
    }
  }
}

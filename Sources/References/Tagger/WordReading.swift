/// A printed word while its characters come in.
struct WordReading {
  private(set) var isOpen = false
  private(set) var hanCount = 0
  private(set) var letterCount = 0
  private(set) var hasDigit = false
  var hasCore: Bool { coreEnd > coreStart }
  private var word = PrintedWord()
  private var coreStart = 0
  private var coreEnd = 0
  private var end = 0
  private var count = 0
  private var digits = 0
  private var capitals = 0
  private var smalls = 0
  private var romans = 0
  private var hash: UInt32 = 0
  private var shape: UInt32 = 0
  private var shapeRun: UInt32 = 0
  private var firstDigits: UInt32 = 0
  private var firstIsCapital = false
  /// The last three folded characters of the core.
  private var tail: (UInt32, UInt32, UInt32) = (0, 0, 0)
  private var head: (UInt32, UInt32, UInt32) = (0, 0, 0)
  /// Marks since the last letter or digit.
  private var pending: PrintedWord.Marks = []
  private var pendingHash: UInt32 = 0
  private var lastMark: UInt32 = 0
  private var lastKind = TaggerScalar.Kind.mark

  /// One to four capitals and nothing else.
  var isCapitals: Bool { capitals == count && (1...4).contains(capitals) }

  var endsInDoubleSlash: Bool { lastMark == 0x2F && pending.contains(.other) && doubleSlash }
  private var doubleSlash = false

  /// Whether a point here can end a sentence: behind two small letters, a digit, Han, or a closing mark.
  var endsSentence: Bool {
    (lastKind == .small && smalls > 1) || lastKind == .han || !pending.isDisjoint(with: [.square, .round, .quote])
  }

  mutating func open(at offset: Int, hasGap: Bool) {
    self = WordReading()
    isOpen = true
    word.start = Int32(truncatingIfNeeded: offset)
    word.hasGap = hasGap
    end = offset
    coreStart = offset
    coreEnd = offset
  }

  func isAddressCut(_ next: TaggerScalar) -> Bool {
    hasCore && (next.kind == .han || next.length == 3 && next.kind == .mark && next.folded < 0x80 && next.folded != 0x2D)
  }

  mutating func append(_ scalar: TaggerScalar, at offset: Int) {
    end = offset + scalar.length
    if scalar.isAccent {
      if hasCore { coreEnd = end }
      return
    }
    guard scalar.isAlphanumeric else {
      doubleSlash = scalar.folded == 0x2F && lastMark == 0x2F
      lastMark = scalar.folded
      pending.formUnion(Self.mark(scalar.folded))
      pendingHash = mixed(pendingHash, scalar.folded)
      return
    }
    if !hasCore {
      coreStart = offset
      word.before = pending
      firstIsCapital = scalar.kind == .capital
    } else if pendingHash != 0 {
      hash = mixed(hash, pendingHash)
      shape = mixed(shape, pendingHash)
      shapeRun = 0
    }
    pending = []
    pendingHash = 0
    lastMark = 0
    doubleSlash = false
    coreEnd = end
    take(scalar)
  }

  private mutating func take(_ scalar: TaggerScalar) {
    count += 1
    lastKind = scalar.kind
    let kind = UInt32(scalar.kind.rawValue)
    switch scalar.kind {
    case .digit:
      digits += 1
      hasDigit = true
      firstDigits = firstDigits &* 10 &+ (scalar.folded & 0xF)
      hash = mixed(hash, 0x30)
      shape = mixed(shape, digits <= 5 ? 0x30 : 0x31)
      shapeRun = kind
    case .han:
      hanCount += 1
      hash = mixed(hash, scalar.folded)
      if hanCount <= 4 { shape = mixed(shape, kind) }
    default:
      letterCount += 1
      if scalar.kind == .capital { capitals += 1 } else { smalls += 1 }
      if Self.isRoman(scalar.folded) { romans += 1 }
      hash = mixed(hash, scalar.folded)
      // Runs of small letters are one, of capitals one or many.
      let code = kind | (scalar.kind == .capital && shapeRun & 7 == kind ? 8 : 0)
      if code != shapeRun || shapeRun == 0 { shape = mixed(shape, code) }
      shapeRun = code
    }
    tail = (tail.1, tail.2, scalar.folded)
    if count == 1 {
      head.0 = scalar.folded
    } else if count == 2 {
      head.1 = scalar.folded
    } else if count == 3 {
      head.2 = scalar.folded
    }
  }

  mutating func close(isAddress: Bool) -> PrintedWord {
    isOpen = false
    word.end = Int32(truncatingIfNeeded: end)
    word.coreStart = Int32(truncatingIfNeeded: coreStart)
    word.coreEnd = Int32(truncatingIfNeeded: coreEnd)
    word.length = UInt8(min(count, 255))
    if hasCore { word.after = pending } else { word.before = pending }
    word.traits = traits(isAddress: isAddress)
    word.word = isAddress ? 0x7777 : count == 0 ? pendingHash : hash
    word.shape = isAddress ? 0x7777 : word.traits.contains(.year) ? 0x9999 : shape
    word.prefix = mixed(mixed(head.0, head.1), head.2)
    word.suffix = mixed(mixed(tail.0, tail.1), tail.2)
    word.shortPrefix = hanCount > 0 ? mixed(head.0, 1) : mixed(head.0, head.1)
    word.shortSuffix = hanCount > 0 ? mixed(tail.2, 1) : mixed(tail.1, tail.2)
    if hanCount > 0 {
      word.prefix = mixed(head.0, head.1)
      word.suffix = mixed(tail.1, tail.2)
    }
    return word
  }

  private func traits(isAddress: Bool) -> PrintedWord.Traits {
    var traits: PrintedWord.Traits = []
    if isAddress { traits.insert(.address) }
    if firstIsCapital { traits.insert(.capital) }
    if capitals > 1, smalls == 0 { traits.insert(.allCapitals) }
    if letterCount > 0, !firstIsCapital { traits.insert(.small) }
    if capitals > 1, romans == count { traits.insert(.roman) }
    if capitals == 1, count == 1 { traits.insert(.initial) }
    if digits > 0 { traits.insert(.digit) }
    if letterCount > 0 { traits.insert(.letter) }
    if hanCount > 0 { traits.insert(.han) }
    if digits == 4, count == 4, coreEnd - coreStart == 4, (1500...2039).contains(firstDigits) { traits.insert(.year) }
    if digits > 1, letterCount == 0, hanCount == 0, coreEnd - coreStart > count { traits.insert(.range) }
    return traits
  }

  /// i v x l c d m, counted from b.
  private static func isRoman(_ folded: UInt32) -> Bool {
    (0x62...0x78).contains(folded) && 0x0050_0C86 >> (folded - 0x62) & 1 != 0
  }

  private static func mark(_ scalar: UInt32) -> PrintedWord.Marks {
    switch scalar {
    case 0x2C: .comma
    case 0x2E: .point
    case 0x3A: .colon
    case 0x3B: .semicolon
    case 0x28, 0x29: .round
    case 0x5B, 0x5D: .square
    case 0x22, 0x27: .quote
    default: .other
    }
  }
}

/// Joins a value to a hash: one multiplication, folded.
@inline(__always)
func mixed(_ hash: UInt32, _ value: UInt32) -> UInt32 {
  let product = (UInt64(hash ^ 0x9E37_79B9) << 1 | 1) &* ((UInt64(value) + 0x85EB_CA6B) << 1 | 1)
  return UInt32(truncatingIfNeeded: product >> 1) ^ UInt32(truncatingIfNeeded: product >> 33)
}

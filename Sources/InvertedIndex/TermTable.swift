/// Numbers terms in the order they are first seen. A key is a field's number and the term's bytes.
///
/// An open hash table. A slot holds the first eight bytes of a term, its length and its field, so that a short term is known by its slot
/// alone; of a longer one the rest is compared.
struct TermTable: ~Copyable {
  private var slots = PlainBuffer<TermSlot>(repeating: .empty, count: 1 << 12)
  /// The keys, one after the other, and where each begins.
  private var arena = PlainBuffer<UInt8>(capacity: 1 << 16)
  private var starts = PlainBuffer<Int>()
  private(set) var count = 0

  var memoryUse: Int { arena.byteCount + starts.byteCount + slots.byteCount }

  /// The number of a key, new or known. Amortised O(key). The term has at most 2²⁴ bytes; `isPadded` says that eight bytes can be read
  /// from its beginning however short it is.
  @inline(__always)
  mutating func number(field: UInt8, _ term: UnsafeRawBufferPointer, isPadded: Bool) -> Int {
    let (beginning, kind) = Self.head(field, term, isPadded: isPadded)
    return number(beginning, kind, term, hash: Self.hash(beginning, kind, term))
  }

  /// The same, with the hash known before.
  @inline(__always)
  mutating func number(field: UInt8, _ term: UnsafeRawBufferPointer, isPadded: Bool, hash: Int) -> Int {
    let (beginning, kind) = Self.head(field, term, isPadded: isPadded)
    return number(beginning, kind, term, hash: hash)
  }

  @inline(__always)
  private static func head(
    _ field: UInt8, _ term: UnsafeRawBufferPointer, isPadded: Bool
  ) -> (beginning: UInt64, kind: UInt32) {
    let beginning = isPadded ? paddedBeginning(term) : Self.beginning(term, from: 0)
    return (beginning, UInt32(field) &<< 24 | UInt32(truncatingIfNeeded: term.count))
  }

  @inline(__always)
  static func hash(field: UInt8, _ term: UnsafeRawBufferPointer, isPadded: Bool) -> Int {
    let (beginning, kind) = head(field, term, isPadded: isPadded)
    return hash(beginning, kind, term)
  }

  /// Reads what looking up a term of this hash will read, and gives the number that most likely is its own, 0 for none. The processor has many
  /// such reads under way at a time, where those of one look-up after the other would each be waited for: most terms of a large table lie
  /// in no cache.
  @inline(__always)
  func glimpse(_ hash: Int) -> (number: Int, byte: UInt8) {
    guard count > 0 else { return (0, 0) }
    let number = max(Int(slots[hash & (slots.count &- 1)].number), 1) &- 1
    return (number, arena[starts[number]])
  }

  @inline(__always)
  private mutating func number(_ beginning: UInt64, _ kind: UInt32, _ term: UnsafeRawBufferPointer, hash: Int) -> Int {
    var place = hash & (slots.count &- 1)
    while true {
      let slot = slots[place]
      if slot.number == 0 { return insert(beginning, kind, term, place) }
      if slot.beginning == beginning, slot.kind == kind, term.count <= 8 || isRest(Int(slot.number) &- 1, term) {
        return Int(slot.number) &- 1
      }
      place = (place &+ 1) & (slots.count &- 1)
    }
  }

  /// The bytes of a key, valid until the next is added.
  func key(_ number: Int) -> UnsafeRawBufferPointer {
    let end = number + 1 < count ? starts[number + 1] : arena.count
    return UnsafeRawBufferPointer(start: arena.start + starts[number], count: end - starts[number])
  }

  /// All numbers in the order of their keys' bytes: by the first eight, and those that share them by the rest. O(n log n).
  func sortedNumbers() -> [UInt32] {
    let beginnings = (0..<count).map { Self.beginning(key($0), from: 0).byteSwapped }
    var numbers = KeyOrder.places(of: beginnings)
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, beginnings[Int(numbers[end])] == beginnings[Int(numbers[start])] { end += 1 }
      if end - start > 1 { numbers[start..<end].sort { compareBytes(key(Int($0)), key(Int($1))) < 0 } }
      start = end
    }
    return numbers
  }

  private mutating func insert(_ beginning: UInt64, _ kind: UInt32, _ term: UnsafeRawBufferPointer, _ place: Int) -> Int {
    starts.append(arena.count)
    arena.append(UInt8(kind >> 24))
    arena.append(contentsOf: term.bindMemory(to: UInt8.self))
    count += 1
    slots[place] = TermSlot(beginning: beginning, kind: kind, number: UInt32(count))
    if 3 * count > 2 * slots.count { grow() }
    return count - 1
  }

  private mutating func grow() {
    let larger = PlainBuffer<TermSlot>(repeating: .empty, count: 2 * slots.count)
    for old in 0..<slots.count where slots[old].number > 0 {
      let slot = slots[old]
      let term = UnsafeRawBufferPointer(rebasing: key(Int(slot.number) - 1)[1...])
      var place = Self.hash(slot.beginning, slot.kind, term) & (larger.count - 1)
      while larger[place].number > 0 { place = (place + 1) & (larger.count - 1) }
      larger[place] = slot
    }
    slots = larger
  }

  private func isRest(_ number: Int, _ term: UnsafeRawBufferPointer) -> Bool {
    guard let start = term.baseAddress else { return true }
    let key = UnsafeRawPointer(arena.start + (starts[number] &+ 1))
    if term.count > 16 { return equalBytes(key + 8, start + 8, term.count &- 8) }
    let end = term.count &- 8
    return key.loadUnaligned(fromByteOffset: end, as: UInt64.self) == start.loadUnaligned(fromByteOffset: end, as: UInt64.self)
  }

  /// As `beginning`, without a branch on the length.
  @inline(__always)
  private static func paddedBeginning(_ term: UnsafeRawBufferPointer) -> UInt64 {
    guard let start = term.baseAddress else { return 0 }
    let bytes = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
    return bytes & (UInt64.max >> UInt64(64 &- 8 &* min(term.count, 8)))
  }

  /// Eight bytes from `offset` on, the first in the lowest place, zeros behind the end.
  @inline(__always)
  private static func beginning(_ bytes: UnsafeRawBufferPointer, from offset: Int) -> UInt64 {
    let count = bytes.count &- offset
    guard let base = bytes.baseAddress else { return 0 }
    let start = base + offset
    if count >= 8 { return UInt64(littleEndian: start.loadUnaligned(as: UInt64.self)) }
    if count >= 4 {
      let low = UInt64(UInt32(littleEndian: start.loadUnaligned(as: UInt32.self)))
      let high = UInt64(UInt32(littleEndian: start.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)))
      return low | high &<< UInt64(8 &* (count &- 4))
    }
    guard count > 0 else { return 0 }
    let middle = UInt64(start.load(fromByteOffset: count &>> 1, as: UInt8.self)) &<< UInt64(8 &* (count &>> 1))
    let end = UInt64(start.load(fromByteOffset: count &- 1, as: UInt8.self)) &<< UInt64(8 &* (count &- 1))
    return UInt64(start.load(as: UInt8.self)) | middle | end
  }

  /// Multiplies and folds eight bytes at a time. Only the speed of the table depends on it, never what is written.
  @inline(__always)
  private static func hash(_ beginning: UInt64, _ kind: UInt32, _ term: UnsafeRawBufferPointer) -> Int {
    var state = mix(beginning ^ UInt64(kind) &* 0xD6E8_FEB8_6659_FD93)
    var offset = 8
    while offset < term.count {
      // The last eight bytes may overlap those before them.
      let word = UnsafeRawBufferPointer(rebasing: term[min(offset, term.count &- 8)...])
      state = mix(state ^ Self.paddedBeginning(word))
      offset &+= 8
    }
    return Int(truncatingIfNeeded: state)
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}

/// A slot of the table of terms. Not nested and not private: a debug build of Swift 6.3.1 fails to compile the buffer of one that is.
struct TermSlot: BitwiseCopyable {
  var beginning: UInt64
  /// The field in the top byte, the length below.
  var kind: UInt32
  /// Term number plus one; 0 for an empty slot.
  var number: UInt32
  static let empty = TermSlot(beginning: 0, kind: 0, number: 0)
}

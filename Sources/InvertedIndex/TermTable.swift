/// Numbers terms in the order they are first seen. A key is a field's number and the term's bytes.
struct TermTable {
  private var arena: [UInt8] = []
  private var starts: [Int] = [0]
  private var hashes: [UInt32] = []
  /// Term number plus one; 0 for an empty slot.
  private var slots: [UInt32]
  private(set) var count = 0

  init() { slots = Array(repeating: 0, count: 1 << 12) }

  var memoryUse: Int { arena.capacity + 8 * starts.capacity + 4 * hashes.capacity + 4 * slots.capacity }

  /// The number of a key, new or known. Amortised O(key).
  mutating func number(field: UInt8, _ term: UnsafeRawBufferPointer) -> Int {
    let hash = Self.hash(field, term)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let candidate = Int(slots[slot]) - 1
      if hashes[candidate] == hash, isKey(candidate, field, term) { return candidate }
      slot = (slot + 1) & (slots.count - 1)
    }
    return insert(field, term, hash, slot)
  }

  /// The bytes of a key.
  func withKey<Result>(_ number: Int, _ body: (UnsafeRawBufferPointer) throws(IndexError) -> Result) throws(IndexError) -> Result
  {
    let range = starts[number]..<starts[number + 1]
    let outcome = arena.withUnsafeBytes { bytes -> Swift.Result<Result, IndexError> in
      do throws(IndexError) { return .success(try body(UnsafeRawBufferPointer(rebasing: bytes[range]))) } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  /// All numbers in the order of their keys' bytes. O(n log n).
  func sortedNumbers() -> [Int] {
    arena.withUnsafeBytes { bytes in
      (0..<count).sorted { left, right in
        compareBytes(
          UnsafeRawBufferPointer(rebasing: bytes[starts[left]..<starts[left + 1]]),
          UnsafeRawBufferPointer(rebasing: bytes[starts[right]..<starts[right + 1]])) < 0
      }
    }
  }

  private mutating func insert(_ field: UInt8, _ term: UnsafeRawBufferPointer, _ hash: UInt32, _ slot: Int) -> Int {
    arena.append(field)
    arena.append(contentsOf: term)
    starts.append(arena.count)
    hashes.append(hash)
    count += 1
    slots[slot] = UInt32(count)
    if 2 * count > slots.count { grow() }
    return count - 1
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: 2 * slots.count)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = UInt32(number + 1)
    }
    slots = larger
  }

  private func isKey(_ number: Int, _ field: UInt8, _ term: UnsafeRawBufferPointer) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == term.count + 1, arena[start] == field else { return false }
    return arena.withUnsafeBytes { bytes in
      compareBytes(UnsafeRawBufferPointer(rebasing: bytes[start + 1..<start + 1 + term.count]), term) == 0
    }
  }

  /// Multiplies and folds eight bytes at a time. Only the speed of the table depends on it, never what is written.
  private static func hash(_ field: UInt8, _ term: UnsafeRawBufferPointer) -> UInt32 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(field) &* 0xD6E8_FEB8_6659_FD93 ^ UInt64(term.count)
    var offset = 0
    while offset + 8 <= term.count {
      state = mix(state ^ term.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < term.count {
      rest = rest << 8 | UInt64(term[offset])
      offset += 1
    }
    return UInt32(truncatingIfNeeded: mix(state ^ rest) >> 16)
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}

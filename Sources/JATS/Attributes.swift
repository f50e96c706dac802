/// The attributes of one start tag, as libxml2's SAX2 hands them over: five pointers each. Valid during the callback only.
struct Attributes {
  private let base: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  private let count: Int

  init(base: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int) {
    self.base = base
    self.count = base == nil ? 0 : count
  }

  /// The value of the attribute with this local name, whatever its prefix; nil where there is none. O(number of attributes).
  subscript(name: StaticString) -> String? { bytes(of: name).map(Self.string) }

  private func bytes(of name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let base else { return nil }
    for index in 0..<count {
      guard let local = base[index * 5], equal(local, name), let start = base[index * 5 + 3],
        let end = base[index * 5 + 4]
      else { continue }
      return UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }

  /// A count such as `rowspan`: at least 1; nonsense is 1, and anything above `limit` is the limit.
  func count(_ name: StaticString, limit: Int) -> Int {
    guard let bytes = bytes(of: name) else { return 1 }
    if bytes.count == 1, let digit = bytes.first, (0x31...0x39).contains(digit) { return min(Int(digit - 0x30), limit) }
    let value = Self.string(bytes)
    guard let number = Int(value.filter { $0 != " " }) else { return 1 }
    return min(max(number, 1), limit)
  }

  private func equal(_ name: UnsafePointer<UInt8>, _ other: StaticString) -> Bool {
    var index = 0
    while index < other.utf8CodeUnitCount {
      // A shorter name ends in a zero, which differs from every letter.
      if name[index] != other.utf8Start[index] { return false }
      index += 1
    }
    return name[index] == 0
  }

  /// libxml2 leaves an ampersand in an attribute as `&#38;` as long as it is not told to expand entities.
  private static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard bytes.contains(0x26) else { return String(decoding: bytes, as: UTF8.self) }
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      out.append(bytes[index])
      let isEscaped = bytes[index] == 0x26 && bytes[index...].starts(with: "&#38;".utf8)
      index += isEscaped ? 5 : 1
    }
    return String(decoding: out, as: UTF8.self)
  }
}

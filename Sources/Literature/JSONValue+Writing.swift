extension JSONValue {
  /// The value on one line, as RFC 8259 wants it; text stays UTF-8, only quotes, backslashes and control characters are escaped.
  public var compact: String {
    var out: [UInt8] = []
    write(to: &out, indent: nil, depth: 0)
    return String(decoding: out, as: UTF8.self)
  }

  /// The value over several lines, two spaces a level.
  public var pretty: String {
    var out: [UInt8] = []
    write(to: &out, indent: 2, depth: 0)
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends the value on one line, as `compact` has it.
  public func write(to out: inout [UInt8]) { write(to: &out, indent: nil, depth: 0) }

  private func write(to out: inout [UInt8], indent: Int?, depth: Int) {
    switch self {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let digits): out.append(contentsOf: digits.utf8)
    case .string(let value): Self.write(value, to: &out)
    case .array(let values):
      Self.writeList(values, open: 0x5B, close: 0x5D, to: &out, indent: indent, depth: depth) { value, out in
        value.write(to: &out, indent: indent, depth: depth + 1)
      }
    case .object(let object):
      Self.writeList(object.members, open: 0x7B, close: 0x7D, to: &out, indent: indent, depth: depth) { member, out in
        Self.write(member.key, to: &out)
        out.append(UInt8(ascii: ":"))
        if indent != nil { out.append(UInt8(ascii: " ")) }
        member.value.write(to: &out, indent: indent, depth: depth + 1)
      }
    }
  }

  @inline(__always) private static func writeList<Element>(
    _ elements: [Element], open: UInt8, close: UInt8, to out: inout [UInt8], indent: Int?, depth: Int,
    element: (Element, inout [UInt8]) -> Void
  ) {
    out.append(open)
    for (index, value) in elements.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      newline(to: &out, indent: indent, depth: depth + 1)
      element(value, &out)
    }
    if !elements.isEmpty { newline(to: &out, indent: indent, depth: depth) }
    out.append(close)
  }

  private static func newline(to out: inout [UInt8], indent: Int?, depth: Int) {
    guard let indent else { return }
    out.append(0x0A)
    out.append(contentsOf: repeatElement(0x20, count: indent * depth))
  }

  /// Stretches without a byte to escape are copied as they are.
  private static func write(_ string: String, to out: inout [UInt8]) {
    out.append(0x22)
    var string = string
    string.withUTF8 { bytes in
      var start = 0
      var offset = 0
      while offset < bytes.count {
        let byte = bytes[offset]
        if byte < 0x20 || byte == 0x22 || byte == 0x5C {
          out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<offset]))
          writeEscaped(byte, to: &out)
          start = offset + 1
        }
        offset += 1
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    out.append(0x22)
  }

  private static func writeEscaped(_ byte: UInt8, to out: inout [UInt8]) {
    switch byte {
    case 0x22: out.append(contentsOf: #"\""#.utf8)
    case 0x5C: out.append(contentsOf: #"\\"#.utf8)
    case 0x0A: out.append(contentsOf: #"\n"#.utf8)
    case 0x0D: out.append(contentsOf: #"\r"#.utf8)
    case 0x09: out.append(contentsOf: #"\t"#.utf8)
    default:
      let digits = String(byte, radix: 16)
      out.append(contentsOf: "\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8)
    }
  }
}

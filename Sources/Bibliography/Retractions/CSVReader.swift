/// Reads rows of comma-separated values (RFC 4180): fields in quotation marks may hold commas, line breaks and doubled marks.
struct CSVReader {
  struct Row: Hashable {
    var fields: [String]
    /// From 1.
    var line: Int
  }
  /// A quotation mark that is never closed.
  struct OpenQuotation: Error, Hashable {
    var line: Int
  }

  private let bytes: [UInt8]
  private(set) var position: Int
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  var count: Int { bytes.count }

  /// The next row with anything in it; nil at the end. O(bytes of the row).
  mutating func next() throws(OpenQuotation) -> Row? {
    while position < bytes.count {
      let start = line
      let fields = try row()
      if fields != [""] { return Row(fields: fields, line: start) }
    }
    return nil
  }

  private mutating func row() throws(OpenQuotation) -> [String] {
    var fields: [String] = []
    while true {
      fields.append(try field())
      guard position < bytes.count else { return fields }
      let end = bytes[position]
      position += 1
      if end == UInt8(ascii: ",") {
        if position == bytes.count { fields.append("") }
        continue
      }
      if end == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
      line += 1
      return fields
    }
  }

  /// Up to the comma or line break, which is not passed.
  private mutating func field() throws(OpenQuotation) -> String {
    var value: [UInt8] = []
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { value = try quoted() }
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: ","), bytes[position] != 0x0A, bytes[position] != 0x0D {
      position += 1
    }
    value += bytes[start..<position]
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func quoted() throws(OpenQuotation) -> [UInt8] {
    let opened = line
    var value: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard position < bytes.count, bytes[position] == byte else { return value }
        position += 1
      }
      if byte == 0x0A { line += 1 }
      value.append(byte)
    }
    throw OpenQuotation(line: opened)
  }
}

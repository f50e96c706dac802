import Literature

/// Waivers that stand in the manuscript itself, as a comment of text, Markdown and XML alike:
///
///     <!-- concord: allow N103 "P = 0.26": one-sided by protocol -->
///     <!-- concord: allow C302, R401 until 2027-03-31: kept for the next version -->
///
/// A comment covers its own line; alone on a line it covers the next one, and in text the whole paragraph that begins there.
public struct InlineWaivers: Sendable {
  public private(set) var waivers: [Waiver] = []
  public private(set) var problems: [CheckNotice] = []
  /// The input with the comments blanked out, byte for byte, so that no reader takes them for text and no place moves.
  public private(set) var bytes: [UInt8]

  private static let opening = Array("<!--".utf8)
  private static let closing = Array("-->".utf8)
  private static let keyword = "concord:"

  /// Reads the comments of one file, in UTF-8 or in UTF-16 with a byte order mark. O(n).
  ///
  /// A file in UTF-16 with waivers becomes UTF-8: its lines and columns stay.
  public init(_ bytes: [UInt8], path: String) {
    guard let text = Self.utf8(ofUTF16: bytes) else {
      self.init(utf8: bytes, path: path)
      return
    }
    self.init(utf8: text, path: path)
    if waivers.isEmpty, problems.isEmpty { self.bytes = bytes }
  }

  /// The text of a file that begins with a byte order mark of UTF-16; nil for any other.
  private static func utf8(ofUTF16 bytes: [UInt8]) -> [UInt8]? {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { offset in
      isLittle
        ? UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8 : UInt16(bytes[offset]) << 8 | UInt16(bytes[offset + 1])
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private init(utf8 bytes: [UInt8], path: String) {
    self.bytes = bytes
    var line = 1
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x0A {
        line += 1
      } else if bytes[index] == 0x3C, let end = Self.comment(bytes, at: index) {
        let body = String(decoding: bytes[index + 4..<end - 3], as: UTF8.self)
        let last = line + bytes[index..<end].count { $0 == 0x0A }
        read(body, from: index..<end, lines: line...last, path: path)
        line = last
        index = end
        continue
      }
      index += 1
    }
  }

  /// The end of a comment of ours that begins at an offset.
  private static func comment(_ bytes: [UInt8], at start: Int) -> Int? {
    guard bytes[start...].starts(with: opening) else { return nil }
    var cursor = start + opening.count
    while cursor < bytes.count, bytes[cursor] <= 0x20 { cursor += 1 }
    guard bytes[cursor...].starts(with: keyword.utf8) else { return nil }
    while cursor < bytes.count, !bytes[cursor...].starts(with: closing) { cursor += 1 }
    return cursor < bytes.count ? cursor + closing.count : nil
  }

  private mutating func read(_ body: String, from range: Range<Int>, lines: ClosedRange<Int>, path: String) {
    let covered = Self.covered(bytes, range, lines, isXML: Self.isXML(bytes))
    for offset in range where bytes[offset] != 0x0A && bytes[offset] != 0x0D { bytes[offset] = 0x20 }
    do {
      var waiver = try WaiverComment.waiver(body)
      waiver.scope = .lines(covered)
      waiver.path = path
      waiver.line = lines.lowerBound
      waivers.append(waiver)
    } catch {
      problems.append(
        CheckNotice(
          name: "malformed-waiver", severity: .error, path: path, line: lines.lowerBound, message: error.message))
    }
  }

  /// Whether the first thing that is no comment is a tag, a declaration or an instruction.
  private static func isXML(_ bytes: [UInt8]) -> Bool {
    var cursor = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while cursor < bytes.count {
      if bytes[cursor] <= 0x20 {
        cursor += 1
      } else if bytes[cursor...].starts(with: opening) {
        while cursor < bytes.count, !bytes[cursor...].starts(with: closing) { cursor += 1 }
        cursor += closing.count
      } else {
        return bytes[cursor] == 0x3C
      }
    }
    return false
  }

  private static func covered(_ bytes: [UInt8], _ range: Range<Int>, _ lines: ClosedRange<Int>, isXML: Bool) -> ClosedRange<Int> {
    var start = range.lowerBound
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    var end = range.upperBound
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    let isAlone = (bytes[start..<range.lowerBound] + bytes[range.upperBound..<end]).allSatisfy { $0 <= 0x20 }
    guard isAlone else { return lines }
    return following(bytes, from: end, line: lines.upperBound, isXML: isXML)
  }

  /// The next line that is not blank; in text all lines up to the next blank one.
  private static func following(_ bytes: [UInt8], from start: Int, line: Int, isXML: Bool) -> ClosedRange<Int> {
    var (line, cursor) = (line, start)
    var first: Int?
    while cursor < bytes.count {
      cursor += 1
      line += 1
      var end = cursor
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let isBlank = bytes[cursor..<end].allSatisfy { $0 <= 0x20 }
      if let first, isBlank || isXML { return first...line - 1 }
      if !isBlank, first == nil { first = line }
      cursor = end
    }
    return (first ?? line)...line
  }
}

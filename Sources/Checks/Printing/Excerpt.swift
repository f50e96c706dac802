import Literature
import TextAnalysis

/// A line of stored text cut to a width around a marked stretch.
struct Excerpt {
  /// Without line breaks, tabs or control characters.
  private(set) var line: String
  /// Columns before the mark.
  private(set) var columnsBefore: Int
  private(set) var markedColumns: Int

  /// The line of the span's first byte; a mark that goes on over the line's end stops there. O(length of the stretch shown).
  init(_ span: SourceSpan, in text: StoredText, width: Int) {
    let bytes = text.utf8
    let start = min(max(0, span.start), bytes.count)
    let reach = 4 * max(width, 8)
    let lineStart = Self.lineStart(bytes, start, reach)
    let first = span.ranges.first ?? start..<start
    var lineEnd = start
    while lineEnd < bytes.count, bytes[lineEnd] != 0x0A, bytes[lineEnd] != 0x0D, lineEnd - start < reach { lineEnd += 1 }
    let end = min(max(first.upperBound, start), lineEnd)
    let before = Self.onOneLine(String(decoding: bytes[lineStart..<start], as: UTF8.self))
    let marked = Self.onOneLine(String(decoding: bytes[start..<end], as: UTF8.self))
    let after = Self.onOneLine(String(decoding: bytes[end..<lineEnd], as: UTF8.self))
    let shownMark = DisplayWidth.truncated(marked, to: width)
    let room = max(0, width - DisplayWidth.of(shownMark))
    let shownAfter = DisplayWidth.truncated(after, to: max(room / 3, room - DisplayWidth.of(before)))
    let shownBefore = Self.tail(
      before, columns: room - DisplayWidth.of(shownAfter), isCut: lineStart > 0 && bytes[lineStart - 1] != 0x0A)
    line = shownBefore + shownMark + shownAfter
    columnsBefore = DisplayWidth.of(shownBefore)
    markedColumns = DisplayWidth.of(shownMark)
  }

  /// The start of the line, or a character boundary at most `reach` bytes before.
  private static func lineStart(_ bytes: [UInt8], _ offset: Int, _ reach: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A, offset - start < reach { start -= 1 }
    while start < offset, start > 0, bytes[start] & 0xC0 == 0x80 { start += 1 }
    return start
  }

  /// The last columns of a text, with "…" where something was cut.
  private static func tail(_ text: String, columns: Int, isCut: Bool) -> String {
    guard DisplayWidth.of(text) > columns || isCut else { return text }
    var used = 1
    var kept: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars.reversed() {
      used += DisplayWidth.of(scalar)
      if used > columns { break }
      kept.append(scalar)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: kept.reversed())
    return columns > 0 ? "…" + String(view) : ""
  }

  /// Whether nothing in a text may be one of the marks that `onOneLine` replaces.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.indices.allSatisfy { index in
      switch bytes[index] {
      case 0..<0x20, 0x7F: false
      case 0xC2: bytes[index + 1] >= 0xA0
      case 0xE2: !(0x80...0x81 ~= bytes[index + 1] && bytes[index + 2] >= 0xA6)
      default: true
      }
    }
  }

  /// Line breaks and tabs as spaces; other control characters, which could move the cursor, as "�".
  static func onOneLine(_ text: String) -> String {
    var text = text
    // Few lines have any of these.
    if text.withUTF8(isPlain) { return text }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: view.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: view.append("\u{FFFD}")
      default: view.append(scalar)
      }
    }
    return String(view)
  }
}

import Literature

/// The stored text while it is written: white space collapsed, marks and anchors kept beside the bytes.
struct Rendition {
  /// A mark whose citation targets are not known before the reference list is read.
  struct PendingMark {
    var range: Range<Int>
    var kind: Kind
    enum Kind {
      case plain(InlineMark.Kind)
      /// An `xref`: the identifiers that it names, and whether it says that it points to the reference list.
      case reference(String, isCallout: Bool)
    }
  }
  /// Where a stretch of text begins in the decoded input.
  struct InputAnchor {
    var textOffset: Int
    var inputOffset: Int
  }

  private(set) var utf8: [UInt8] = []
  private(set) var marks: [PendingMark] = []
  private(set) var anchors: [InputAnchor] = []
  /// Where the flow, cell or value being written begins: no white space is written there.
  var floor = 0

  var count: Int { utf8.count }

  mutating func reserve(_ capacity: Int) { utf8.reserveCapacity(capacity) }

  /// Appends text, each run of white space as one space and none at the floor. O(count).
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    var index = 0
    while index < bytes.count {
      let start = index
      // Single spaces between words are copied with them: the usual case is one copy for the whole stretch.
      index = WhiteSpace.endOfCollapsed(bytes, from: start, behindSpace: utf8.count == floor || utf8.last == 0x20)
      if index > start { utf8.append(contentsOf: UnsafeBufferPointer(start: base + start, count: index - start)) }
      guard index < bytes.count else { return }
      while index < bytes.count, base[index] <= 0x20 { index += 1 }
      space()
    }
  }

  /// Appends text that is ours: separators, marks around numbers.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { utf8.append(contentsOf: $0) }
  }
  mutating func append(_ byte: UInt8) { utf8.append(byte) }

  /// A space, unless the text here begins or ends in one.
  mutating func space() {
    if utf8.count > floor, utf8.last != 0x20 { utf8.append(0x20) }
  }

  mutating func trimSpace() {
    while utf8.count > floor, utf8.last == 0x20 { utf8.removeLast() }
  }

  /// The bytes before the end of the text, but not those before the floor.
  var last: UInt8? { utf8.count > floor ? utf8.last : nil }

  /// A range without the spaces at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, utf8[low] == 0x20 { low += 1 }
    while high > low, utf8[high - 1] == 0x20 { high -= 1 }
    return low..<high
  }

  func string(_ range: Range<Int>) -> String { String(decoding: utf8[trimmed(range)], as: UTF8.self) }

  /// Takes back everything from `offset` on: what was written there was a value and not text.
  mutating func truncate(to offset: Int, marks markCount: Int) {
    utf8.removeLast(utf8.count - offset)
    marks.removeLast(marks.count - min(markCount, marks.count))
    while let last = anchors.last, last.textOffset >= offset { anchors.removeLast() }
  }

  mutating func mark(_ range: Range<Int>, _ kind: PendingMark.Kind) {
    marks.append(PendingMark(range: range, kind: kind))
  }

  /// Notes that what is written next stands at `inputOffset` of the decoded input.
  mutating func anchor(at inputOffset: Int) {
    if let last = anchors.last, last.textOffset == utf8.count {
      anchors[anchors.count - 1].inputOffset = inputOffset
    } else {
      anchors.append(InputAnchor(textOffset: utf8.count, inputOffset: inputOffset))
    }
  }

  /// Puts other bytes in the place of everything from `offset` on; `map` gives the new place of each old one, from `offset` on.
  mutating func replaceTail(from offset: Int, with bytes: [UInt8], map: [Int], marksFrom markCount: Int) {
    utf8.removeLast(utf8.count - offset)
    utf8.append(contentsOf: bytes)
    for index in min(markCount, marks.count)..<marks.count {
      let range = marks[index].range
      guard range.lowerBound >= offset else { continue }
      marks[index].range = moved(range.lowerBound, offset, map)..<moved(range.upperBound, offset, map)
    }
    var index = anchors.count
    while index > 0, anchors[index - 1].textOffset > offset {
      index -= 1
      anchors[index].textOffset = moved(anchors[index].textOffset, offset, map)
    }
  }

  private func moved(_ place: Int, _ offset: Int, _ map: [Int]) -> Int {
    offset + map[min(max(place - offset, 0), map.count - 1)]
  }
}

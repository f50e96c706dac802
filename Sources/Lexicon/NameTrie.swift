/// A trie of names, folded: Latin letters in lower case, spaces and hyphens left out but remembered.
///
/// Nodes are numbers; the children of a node are a linked list of siblings, and the first two bytes of a name are looked up
/// in a dense table, so that a text's words fall off the trie after one or two steps.
struct NameTrie: Sendable {
  /// A name that ends at a node.
  struct Ending: Sendable {
    var concept: Int32
    /// Bit i: a space or hyphen may stand before folded byte i.
    var gaps: UInt64
    /// The folded bytes that must be capitals, for names whose case matters; bit i as above.
    var capitals: UInt64
    var exactCase: Bool
    /// The next ending at the same node, or -1.
    var next: Int32
  }

  /// Longer names are cut by the table's author, not by the reader: gaps and capitals are 64 bits.
  static let longestName = 64

  private var bytes: [UInt8] = [0]
  private var firstChild: [Int32] = [-1]
  private var nextSibling: [Int32] = [-1]
  private var firstEnding: [Int32] = [-1]
  private(set) var endings: [Ending] = []
  /// Node of the first two bytes, or -1.
  private var roots = [Int32](repeating: -1, count: 65_536)

  mutating func insert(_ name: String, concept: Int, exactCase: Bool) {
    let folded = FoldedName(name)
    guard (2...Self.longestName).contains(folded.bytes.count) else { return }
    let root = Int(folded.bytes[0]) << 8 | Int(folded.bytes[1])
    if roots[root] < 0 { roots[root] = newNode(folded.bytes[1]) }
    var node = roots[root]
    for byte in folded.bytes.dropFirst(2) { node = childMade(of: node, byte) }
    let ending = Ending(
      concept: Int32(truncatingIfNeeded: concept), gaps: folded.gaps, capitals: folded.capitals, exactCase: exactCase,
      next: -1)
    append(ending, at: Int(node))
  }

  private mutating func append(_ ending: Ending, at node: Int) {
    let index = Int32(truncatingIfNeeded: endings.count)
    endings.append(ending)
    guard firstEnding[node] >= 0 else {
      firstEnding[node] = index
      return
    }
    var last = Int(firstEnding[node])
    while endings[last].next >= 0 { last = Int(endings[last].next) }
    endings[last].next = index
  }

  private mutating func newNode(_ byte: UInt8) -> Int32 {
    bytes.append(byte)
    firstChild.append(-1)
    nextSibling.append(-1)
    firstEnding.append(-1)
    return Int32(truncatingIfNeeded: bytes.count - 1)
  }

  private mutating func childMade(of node: Int32, _ byte: UInt8) -> Int32 {
    let found = child(of: node, byte)
    if found >= 0 { return found }
    let made = newNode(byte)
    nextSibling[Int(made)] = firstChild[Int(node)]
    firstChild[Int(node)] = made
    return made
  }

  /// The node of the first two folded bytes, or -1.
  func root(_ first: UInt8, _ second: UInt8) -> Int32 { roots[Int(first) << 8 | Int(second)] }

  /// The child of a node, or -1.
  func child(of node: Int32, _ byte: UInt8) -> Int32 {
    var child = firstChild[Int(node)]
    while child >= 0, bytes[Int(child)] != byte { child = nextSibling[Int(child)] }
    return child
  }

  /// The endings at a node, in the order inserted.
  func endings(at node: Int32) -> some Sequence<Ending> {
    sequence(state: firstEnding[Int(node)]) { index -> Ending? in
      guard index >= 0 else { return nil }
      let ending = self.endings[Int(index)]
      index = ending.next
      return ending
    }
  }

  func hasEnding(at node: Int32) -> Bool { firstEnding[Int(node)] >= 0 }

  /// The concepts of a name, gaps and case apart.
  func concepts(named name: String) -> [Int] {
    let folded = FoldedName(name).bytes
    guard folded.count >= 2 else { return [] }
    var node = root(folded[0], folded[1])
    for byte in folded.dropFirst(2) where node >= 0 { node = child(of: node, byte) }
    guard node >= 0 else { return [] }
    var seen: Set<Int> = []
    return endings(at: node).map { Int($0.concept) }.filter { seen.insert($0).inserted }
  }
}

/// A name without its spaces and hyphens, in lower case, with what was left out.
struct FoldedName {
  var bytes: [UInt8] = []
  var gaps: UInt64 = 0
  var capitals: UInt64 = 0

  init(_ name: String) {
    let source = Array(name.utf8)
    var offset = 0
    while offset < source.count {
      let gap = gapLength(in: source, at: offset)
      if gap > 0 {
        if bytes.count < 64 { gaps |= 1 << UInt64(bytes.count) }
        offset += gap
        continue
      }
      let byte = source[offset]
      if isCapital(byte), bytes.count < 64 { capitals |= 1 << UInt64(bytes.count) }
      bytes.append(isCapital(byte) ? byte | 0x20 : byte)
      offset += 1
    }
  }
}

@inline(__always) func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

/// The length in bytes of a space, line break or dash, or 0.
@inline(__always) func gapLength(in utf8: [UInt8], at offset: Int) -> Int {
  let byte = utf8[offset]
  if byte == 0x20 || byte == 0x2D || byte == 0x0A || byte == 0x09 || byte == 0x0D { return 1 }
  if byte == 0xC2 { return offset + 1 < utf8.count && (utf8[offset + 1] == 0xA0 || utf8[offset + 1] == 0xAD) ? 2 : 0 }
  guard byte == 0xE2, offset + 2 < utf8.count else { return 0 }
  let isDash = utf8[offset + 1] == 0x80 && (0x90...0x95).contains(utf8[offset + 2])
  let isMinus = utf8[offset + 1] == 0x88 && utf8[offset + 2] == 0x92
  let isThinSpace = utf8[offset + 1] == 0x80 && (utf8[offset + 2] == 0x89 || utf8[offset + 2] == 0xAF)
  return isDash || isMinus || isThinSpace ? 3 : 0
}

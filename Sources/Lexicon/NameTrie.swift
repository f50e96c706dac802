/// A trie of names, folded: Latin letters in lower case, apostrophes straight, spaces and hyphens left out but remembered.
///
/// Nodes are numbered level by level, so that the children of a node stand side by side: those of node n are
/// `childStart[n]..<childStart[n + 1]`. The first two bytes of a name are looked up in a set of bits, so that most words of a text
/// fall off the trie at once; the nodes of those that begin a name follow node 0 in the order of the bytes.
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

  /// The last byte of the path to each node.
  let bytes: [UInt8]
  /// One more than there are nodes.
  let childStart: [Int32]
  let firstEnding: [Int32]
  let endings: [Ending]
  /// Whether two bytes begin a name, a bit each.
  let isRoot: [UInt64]
  /// For each word of `isRoot` the number of bits set before it.
  private let rootsBefore: [UInt16]
  /// For node 0 and the nodes of the first two bytes, which follow it: bit i says that a name goes on with letter i of the alphabet.
  let rootLetters: [UInt32]

  init(_ builder: consuming NameTrieBuilder) {
    var order: [Int32] = [0]
    order.reserveCapacity(builder.nodes.count + 1)
    var isRoot = [UInt64](repeating: 0, count: 1024)
    var rootsBefore = [UInt16](repeating: 0, count: 1024)
    builder.forEachRoot { pair, node in
      isRoot[pair >> 6] |= 1 << UInt64(pair & 63)
      order.append(node)
    }
    for word in 1..<isRoot.count {
      rootsBefore[word] = rootsBefore[word - 1] + UInt16(truncatingIfNeeded: isRoot[word - 1].nonzeroBitCount)
    }
    // Node 0 is no name's: its children would be the roots.
    var childStart: [Int32] = [Int32(truncatingIfNeeded: order.count)]
    childStart.reserveCapacity(builder.nodes.count + 2)
    var position = 1
    while position < order.count {
      childStart.append(Int32(truncatingIfNeeded: order.count))
      builder.appendChildren(of: order[position], to: &order)
      position += 1
    }
    childStart.append(Int32(truncatingIfNeeded: order.count))
    let bytes = order.map { builder.nodes[Int($0)].byte }
    let roots = isRoot.reduce(0) { $0 + $1.nonzeroBitCount }
    rootLetters = (0...roots).map { node in
      bytes[Int(childStart[node])..<Int(childStart[node + 1])].reduce(0) { letters, byte in
        byte &- 0x61 < 26 ? letters | 1 << UInt32(byte - 0x61) : letters
      }
    }
    self.bytes = bytes
    firstEnding = order.map { builder.nodes[Int($0)].firstEnding }
    endings = builder.endings
    self.childStart = childStart
    self.isRoot = isRoot
    self.rootsBefore = rootsBefore
  }

  /// The node of the first two bytes of a name, the first in the high half; -1 where no name begins so.
  func root(_ pair: Int) -> Int32 {
    let (word, bit) = (isRoot[pair >> 6], UInt64(1) << UInt64(pair & 63))
    guard word & bit != 0 else { return -1 }
    return 1 + Int32(rootsBefore[pair >> 6]) + Int32(truncatingIfNeeded: (word & (bit - 1)).nonzeroBitCount)
  }

  /// The concepts of a name, gaps and case apart.
  func concepts(named name: String) -> [Int] {
    let folded = FoldedName(name).bytes
    guard folded.count >= 2 else { return [] }
    var node = root(Int(folded[0]) << 8 | Int(folded[1]))
    for byte in folded.dropFirst(2) where node >= 0 { node = child(of: node, byte) }
    guard node >= 0 else { return [] }
    var seen: [Int] = []
    var ending = firstEnding[Int(node)]
    while ending >= 0 {
      let concept = Int(endings[Int(ending)].concept)
      if !seen.contains(concept) { seen.append(concept) }
      ending = endings[Int(ending)].next
    }
    return seen
  }

  private func child(of node: Int32, _ byte: UInt8) -> Int32 {
    for child in childStart[Int(node)]..<childStart[Int(node) + 1] where bytes[Int(child)] == byte { return child }
    return -1
  }
}

/// Takes names one by one; the children of a node are a linked list of siblings.
struct NameTrieBuilder {
  struct Node {
    var byte: UInt8
    var firstChild: Int32 = -1
    var nextSibling: Int32 = -1
    var firstEnding: Int32 = -1
  }
  private(set) var nodes = [Node(byte: 0)]
  private(set) var endings: [NameTrie.Ending] = []
  /// The nodes of the first two bytes, or -1: 256 for each first byte that was met, from the place that `rows` says.
  private var roots: [Int32] = []
  private var rows = [Int32](repeating: -1, count: 256)

  /// `names`: about how many are to come.
  init(names: Int) {
    nodes.reserveCapacity(10 * names)
    endings.reserveCapacity(names)
  }

  mutating func insert(_ name: String, concept: Int, exactCase: Bool) {
    let folded = FoldedName(name)
    guard (2...NameTrie.longestName).contains(folded.bytes.count) else { return }
    let root = row(of: folded.bytes[0]) + Int(folded.bytes[1])
    if roots[root] < 0 { roots[root] = newNode(Node(byte: folded.bytes[1])) }
    let node = node(of: folded.bytes, from: Int(roots[root]))
    let ending = NameTrie.Ending(
      concept: Int32(truncatingIfNeeded: concept), gaps: folded.gaps, capitals: folded.capitals, exactCase: exactCase,
      next: -1)
    append(ending, at: node)
  }

  /// Calls `body` with the first two bytes of names, ascending, and the node of each.
  func forEachRoot(_ body: (Int, Int32) -> Void) {
    for first in rows.indices where rows[first] >= 0 {
      for second in 0..<256 where roots[Int(rows[first]) + second] >= 0 {
        body(first << 8 | second, roots[Int(rows[first]) + second])
      }
    }
  }

  private mutating func row(of first: UInt8) -> Int {
    if rows[Int(first)] < 0 {
      rows[Int(first)] = Int32(truncatingIfNeeded: roots.count)
      roots += repeatElement(-1, count: 256)
    }
    return Int(rows[Int(first)])
  }

  func appendChildren(of node: Int32, to order: inout [Int32]) {
    var child = nodes[Int(node)].firstChild
    while child >= 0 {
      order.append(child)
      child = nodes[Int(child)].nextSibling
    }
  }

  private mutating func append(_ ending: NameTrie.Ending, at node: Int) {
    let index = Int32(truncatingIfNeeded: endings.count)
    endings.append(ending)
    guard nodes[node].firstEnding >= 0 else {
      nodes[node].firstEnding = index
      return
    }
    var last = Int(nodes[node].firstEnding)
    while endings[last].next >= 0 { last = Int(endings[last].next) }
    endings[last].next = index
  }

  private mutating func newNode(_ node: Node) -> Int32 {
    nodes.append(node)
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  /// Follows the bytes from the third on: first along nodes that are there, then along new ones.
  private mutating func node(of bytes: [UInt8], from root: Int) -> Int {
    var node = root
    var index = 2
    nodes.withUnsafeBufferPointer { nodes in
      while index < bytes.count {
        var child = nodes[node].firstChild
        while child >= 0, nodes[Int(child)].byte != bytes[index] { child = nodes[Int(child)].nextSibling }
        guard child >= 0 else { return }
        node = Int(child)
        index += 1
      }
    }
    while index < bytes.count {
      let made = newNode(Node(byte: bytes[index], nextSibling: nodes[node].firstChild))
      nodes[node].firstChild = made
      node = Int(made)
      index += 1
    }
    return node
  }
}

/// A name without its spaces and hyphens, in lower case, with what was left out.
struct FoldedName {
  var bytes: [UInt8] = []
  var gaps: UInt64 = 0
  var capitals: UInt64 = 0

  init(_ name: String) {
    var name = name
    bytes.reserveCapacity(name.utf8.count)
    name.withUTF8 { read($0) }
  }

  private mutating func read(_ source: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    while offset < source.count {
      let gap = gapLength(in: source, at: offset)
      if gap > 0 {
        if bytes.count < 64 { gaps |= 1 << UInt64(bytes.count) }
        offset += gap
        continue
      }
      if isCurlyApostrophe(in: source, at: offset) {
        bytes.append(0x27)
        offset += 3
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

/// Whether the apostrophe of printers (U+2019) begins here: Crohn’s disease is Crohn's.
@inline(__always) func isCurlyApostrophe(in utf8: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
  utf8[offset] == 0xE2 && offset + 2 < utf8.count && utf8[offset + 1] == 0x80 && utf8[offset + 2] == 0x99
}

/// The length in bytes of a space, line break or dash, or 0.
@inline(__always) func gapLength(in utf8: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
  let byte = utf8[offset]
  if byte == 0x20 || byte == 0x2D || byte == 0x0A || byte == 0x09 || byte == 0x0D { return 1 }
  if byte == 0xC2 { return offset + 1 < utf8.count && (utf8[offset + 1] == 0xA0 || utf8[offset + 1] == 0xAD) ? 2 : 0 }
  guard byte == 0xE2, offset + 2 < utf8.count else { return 0 }
  let isDash = utf8[offset + 1] == 0x80 && (0x90...0x95).contains(utf8[offset + 2])
  let isMinus = utf8[offset + 1] == 0x88 && utf8[offset + 2] == 0x92
  let isThinSpace = utf8[offset + 1] == 0x80 && (utf8[offset + 2] == 0x89 || utf8[offset + 2] == 0xAF)
  return isDash || isMinus || isThinSpace ? 3 : 0
}

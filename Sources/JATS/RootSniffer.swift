/// The cheap look at the head of a file: does its root say JATS?
struct RootSniffer {
  private static let headLength = 65_536
  private let head: [UInt8]

  /// Keeps the ASCII characters of the head, which is all that names are made of, whatever the encoding.
  init(_ bytes: [UInt8]) {
    let encoding = XMLEncoding(of: bytes)
    let start = bytes.dropFirst(encoding.markLength).prefix(Self.headLength)
    head = encoding.name.hasPrefix("UTF-16") || encoding.name.hasPrefix("UTF-32") ? start.filter { $0 != 0 } : Array(start)
  }

  var looksLikeJATS: Bool {
    var index = 0
    var isDocBook = false
    while let open = head[index...].firstIndex(of: 0x3C) {
      // Before the root there is white space only.
      guard head[index..<open].allSatisfy({ $0 <= 0x20 }) else { return false }
      let rest = head[open...]
      if rest.starts(with: "<!--".utf8) {
        guard let end = find("-->", from: open + 4) else { return false }
        index = end
      } else if rest.starts(with: "<?".utf8) {
        guard let end = find("?>", from: open + 2) else { return false }
        index = end
      } else if rest.starts(with: "<!DOCTYPE".utf8) {
        guard let end = endOfDoctype(from: open) else { return false }
        isDocBook = find("DocBook", from: open, to: end) != nil
        index = end
      } else {
        return !isDocBook && isJATSRoot(at: open + 1)
      }
    }
    return false
  }

  private func isJATSRoot(at start: Int) -> Bool {
    let tag = head[start...].prefix { $0 != 0x3E }
    let name = tag.prefix { $0 > 0x20 && $0 != 0x2F }
    let local = name.split(separator: 0x3A).last.map { String(decoding: $0, as: UTF8.self) }
    switch local {
    case "article": return find("docbook.org", from: start, to: start + tag.count) == nil
    case "pmc-articleset", "pmc_articleset": return true
    case "OAI-PMH": return find("<article", from: start) != nil
    default: return false
    }
  }

  /// One past the end of a document type declaration with its internal subset.
  private func endOfDoctype(from start: Int) -> Int? {
    var depth = 0
    var quote: UInt8?
    for index in start..<head.count {
      let byte = head[index]
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case 0x22, 0x27: quote = byte
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      case 0x3E where depth <= 0: return index + 1
      default: break
      }
    }
    return nil
  }

  /// One past the first place of an ASCII string, at most at `end`.
  private func find(_ needle: StaticString, from start: Int, to end: Int = headLength) -> Int? {
    let wanted = UnsafeBufferPointer(start: needle.utf8Start, count: needle.utf8CodeUnitCount)
    var index = start
    while index + wanted.count <= min(end, head.count) {
      if head[index] == wanted[0], head[index...].starts(with: wanted) { return index + wanted.count }
      index += 1
    }
    return nil
  }
}

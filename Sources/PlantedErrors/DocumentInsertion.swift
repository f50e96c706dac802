import Literature

/// Where a sentence can be put into a document's source without breaking it.
public struct DocumentInsertion: Sendable {
  private let bytes: [UInt8]
  private let isXML: Bool
  /// Offsets in the bytes at which a paragraph may begin, ascending.
  public let offsets: [Int]

  /// - Parameter bytes: a document in UTF-8: JATS, or plain text with a paragraph a line.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isXML = bytes.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.first == 0x3C
    offsets = isXML ? Self.paragraphs(ofXML: bytes) : Self.paragraphs(ofText: bytes)
  }

  /// The document with one more paragraph at one of the offsets. O(bytes).
  public func inserting(_ sentence: String, at offset: Int) -> [UInt8] {
    let paragraph = isXML ? "<p>\(Self.escaped(sentence))</p>" : sentence + "\n\n"
    return bytes[..<offset] + Array(paragraph.utf8) + bytes[offset...]
  }

  private static func escaped(_ sentence: String) -> String {
    String(
      sentence.flatMap { character -> [Character] in
        switch character {
        case "<": Array("&lt;")
        case "&": Array("&amp;")
        default: [character]
        }
      })
  }

  /// Behind paragraphs of the body that another paragraph or the end of a section follows.
  private static func paragraphs(ofXML bytes: [UInt8]) -> [Int] {
    guard let body = bytes.firstIndex(ofSequence: "<body".utf8), let end = bytes[body...].firstIndex(ofSequence: "</body".utf8)
    else { return [] }
    let close = Array("</p>".utf8)
    var found: [Int] = []
    var rest = bytes[body..<end]
    while let place = rest.firstIndex(ofSequence: close) {
      let after = place + close.count
      rest = bytes[after..<end]
      let next = rest.drop { $0 <= 0x20 }
      if next.starts(with: "<p>".utf8) || next.starts(with: "</sec>".utf8) { found.append(after) }
    }
    return found
  }

  private static let listHeads = ["references", "参考文献", "bibliography", "literature cited"]

  /// Before lines of prose that stand between blank lines, ahead of the reference list.
  private static func paragraphs(ofText bytes: [UInt8]) -> [Int] {
    var found: [Int] = []
    var start = 0
    var lastWasBlank = false
    var isInBody = false
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(decoding: line, as: UTF8.self)
      let name = text.lowercased().filter { !$0.isWhitespace && !$0.isPunctuation }
      if listHeads.contains(where: { name == $0.filter { !$0.isWhitespace } }) { break }
      if lastWasBlank, isInBody, line.count > 120 { found.append(start) }
      // The first long paragraphs are the abstract.
      if line.first.map({ (0x31...0x39).contains($0) }) ?? false { isInBody = true }
      if name == "introduction" || name == "引言" || name == "methods" { isInBody = true }
      lastWasBlank = line.isEmpty
      start += line.count + 1
    }
    return found
  }
}

extension ArraySlice<UInt8> {
  fileprivate func firstIndex(ofSequence wanted: some Collection<UInt8>) -> Int? {
    guard let first = wanted.first else { return nil }
    var cursor = startIndex
    while let place = self[cursor...].firstIndex(of: first) {
      if self[place...].starts(with: wanted) { return place }
      cursor = place + 1
    }
    return nil
  }
}

extension [UInt8] {
  fileprivate func firstIndex(ofSequence wanted: some Collection<UInt8>) -> Int? { self[...].firstIndex(ofSequence: wanted) }
}

import Literature

/// The line that says where the article appeared: `Journal, 2026, 16(5), 100-110`, with or without a DOI.
enum JournalLine {
  static func matches(_ flow: FlowText) -> Bool {
    let text = ByteText(flow.utf8)
    if SmallPrint(0..<flow.count, in: text) != nil || doi(flow) != nil { return true }
    let folded = text.folded(0..<flow.count)
    if isArticleType(folded) { return true }
    if folded.contains("issn") || folded.contains("http") || folded.contains("www.") { return true }
    guard yearOffset(flow) != nil, flow.count < 200 else { return false }
    return folded.contains("vol") || folded.contains("卷") || folded.contains("期") || holdsIssue(flow) || holdsPages(flow)
  }

  /// The kind of article, printed above the title.
  private static func isArticleType(_ folded: String) -> Bool {
    let kinds: Set<String> = [
      "review", "review article", "original article", "original research", "original paper", "research article", "article",
      "articles",
      "mini review", "systematic review", "narrative review", "meta-analysis", "systematic review and meta-analysis", "editorial",
      "commentary", "case report", "perspective", "guideline", "open access", "research", "invited review", "topical review",
      "综述",
      "论著", "专家论坛", "述评", "指南", "共识", "指南与共识", "临床研究", "研究论文", "·综述·", "·论著·",
    ]
    return kinds.contains(folded)
  }

  /// `16(5)`
  private static func holdsIssue(_ flow: FlowText) -> Bool {
    let bytes = flow.utf8
    for offset in bytes.indices.dropFirst().dropLast() where bytes[offset] == 0x28 {
      if (0x30...0x39).contains(bytes[offset - 1]), (0x30...0x39).contains(bytes[offset + 1]) { return true }
    }
    return false
  }

  /// `2022; 8: 12`
  private static func holdsPages(_ flow: FlowText) -> Bool {
    guard let year = yearOffset(flow) else { return false }
    let bytes = flow.utf8[year...].filter { $0 != 0x20 }
    guard bytes.count > 6, bytes[4] == 0x3B, (0x30...0x39).contains(bytes[5]) else { return false }
    return bytes.dropFirst(6).contains(0x3A)
  }

  private static func yearOffset(_ flow: FlowText) -> Int? {
    let bytes = flow.utf8
    guard bytes.count >= 4 else { return nil }
    return (0...bytes.count - 4).first { offset in
      let digits = bytes[offset..<offset + 4]
      return digits.allSatisfy { (0x30...0x39).contains($0) }
        && (digits.starts(with: [0x31, 0x39]) || digits.starts(with: [0x32, 0x30]))
        && (offset == 0 || !(0x30...0x39).contains(bytes[offset - 1]))
        && (offset + 4 == bytes.count || !(0x30...0x39).contains(bytes[offset + 4]))
    }
  }

  /// The words before the year, where volume and issue follow it.
  static func journal(_ flow: FlowText) -> String? {
    guard flow.count < 200, holdsIssue(flow), let year = yearOffset(flow), year > 3 else { return nil }
    let text = ByteText(flow.utf8)
    var range = StandardHeading.unwrapped(0..<year, in: text)
    while let (value, length) = text.scalar(before: range.upperBound, from: 0),
      value.isSpace || [0x2C, 0x2E, 0xFF0C, 0x28].contains(value)
    {
      range = range.lowerBound..<range.upperBound - length
    }
    return range.count >= 4 && !text.bytes[range].contains(0x2F) ? flow.string(range) : nil
  }

  /// The first DOI, in lower case.
  static func doi(_ flow: FlowText) -> String? {
    let bytes = flow.utf8
    for start in bytes.indices where bytes[start] == 0x31 && bytes[start...].starts(with: Array("10.".utf8)) {
      var end = start + 3
      while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
      guard end - start >= 7, end < bytes.count, bytes[end] == 0x2F else { continue }
      while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x80, ![0x3E, 0x2C, 0x3B, 0x22, 0x5D].contains(bytes[end]) {
        end += 1
      }
      while end > start, [0x2E, 0x29].contains(bytes[end - 1]) { end -= 1 }
      return flow.string(start..<end).lowercased()
    }
    return nil
  }
}

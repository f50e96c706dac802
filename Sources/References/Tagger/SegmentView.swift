import Literature

/// The tagger's own cuts under the names that AnyStyle gives them, as its data sets and the field's scorers have them.
///
/// AnyStyle cuts at white space only: a year that is glued to its volume ("2012;30(15):") is part of the volume there, unless the
/// pages are glued on as well. An address is `url`, even one that resolves a DOI.
public enum SegmentView {
  public struct Field: Hashable, Sendable {
    public var name: String
    public var text: String
  }

  /// The fields of a reference string in printed order; several may have one name.
  public static func fields(of raw: String) -> [Field] { fields(of: Array(raw.utf8)) }

  /// The same of UTF-8 bytes. Strings in scripts that run from right to left, which the tagger does not know, are cut by their reader.
  public static func fields(of bytes: [UInt8]) -> [Field] {
    if ReferenceText.isRightToLeft(bytes) {
      return ReferenceReading(of: bytes, withFields: true).fields.map {
        Field(name: $0.name, text: String(decoding: bytes[$0.range], as: UTF8.self))
      }
    }
    return TaggerPool.withTagger { fields(of: bytes, with: &$0) }
  }

  package static func fields(of bytes: [UInt8], with tagger: inout ReferenceTagger) -> [Field] {
    bytes.withUnsafeBufferPointer { tagger.tag($0) }
    return fields(of: bytes, tagger.words, tagger.labels)
  }

  package static func fields(of bytes: [UInt8], _ words: [PrintedWord], _ labels: [FieldLabel]) -> [Field] {
    let labels = joinedAtBlanks(words, labels)
    var fields: [Field] = []
    var start = 0
    for index in labels.indices
    where index + 1 == labels.count || labels[index + 1] != labels[index] || startsIdentifier(index + 1, words, labels, bytes) {
      let range = Int(words[start].start)..<Int(words[index].end)
      let text = String(decoding: bytes[range], as: UTF8.self)
      fields.append(Field(name: name(of: labels[index], text.lowercased()), text: text))
      start = index + 1
    }
    return fields
  }

  /// Whether a further identifier begins behind one that is complete: "doi:10.1000/1. ISBN 1-2345".
  private static func startsIdentifier(_ index: Int, _ words: [PrintedWord], _ labels: [FieldLabel], _ bytes: [UInt8]) -> Bool {
    guard labels[index] == .link, words[index - 1].traits.contains(.digit) || words[index - 1].traits.contains(.address) else {
      return false
    }
    let head = String(decoding: bytes[Int(words[index].coreStart)..<Int(words[index].coreEnd)].prefix(4), as: UTF8.self)
      .lowercased()
    return ["isbn", "issn", "doi", "http", "www.", "pmid", "pmci"].contains { head.hasPrefix($0) }
  }

  private static func joinedAtBlanks(_ words: [PrintedWord], _ labels: [FieldLabel]) -> [FieldLabel] {
    var labels = labels
    for index in labels.indices.dropFirst()
    where labels[index] == .volume && labels[index - 1] == .date && !words[index].hasGap {
      var end = index + 1
      while end < labels.count, !words[end].hasGap { end += 1 }
      if !labels[index..<end].contains(.pages) { labels[index - 1] = .volume }
    }
    return labels
  }

  private static func name(of label: FieldLabel, _ text: String) -> String {
    switch label {
    case .editor: isTranslator(text) ? "translator" : "editor"
    case .link: linkName(text)
    default: label.name
    }
  }

  private static func isTranslator(_ text: String) -> Bool {
    ["trans", "übers", "trad", "译"].contains { text.contains($0) }
  }

  private static func linkName(_ text: String) -> String {
    if text.contains("isbn") { return "isbn" }
    let head = text.drop { !$0.isLetter && !$0.isNumber }
    if head.hasPrefix("doi") || head.hasPrefix("10.") { return "doi" }
    if text.contains("http") || text.contains("www.") || text.contains("ftp:") { return "url" }
    return text.contains("10.") ? "doi" : text.contains("pmid") || text.contains("issn") ? "note" : "url"
  }
}

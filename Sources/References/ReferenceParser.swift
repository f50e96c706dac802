import Literature

/// Reads one entry of a reference list.
public enum ReferenceParser {
  /// The reference of an entry; `index` is its place in the list, from 0.
  ///
  /// What the file itself says of the work is taken first, and gaps are filled from the printed string. What cannot be read stays
  /// as `raw`, with the style `unknown` and the problem `unparsed`. Never fails; O(length of the entry).
  public static func reference(from entry: ReferenceEntry, index: Int) -> Reference {
    let raw = entry.flow.string
    var reading = ReferenceReading(of: entry.flow.utf8, filling: entry.items.first, withFields: entry.items.isEmpty)
    if let first = entry.items.first {
      reading.result.item = StructuredItem.filled(first, from: reading.result.item)
      reading.result.style = "structured"
      // The file's own fields are the reading: nothing of the string is left over.
      reading.result.hasUnreadText = false
    }
    let problems = ReferenceProblems.of(reading.result, hasMalformedDOI: reading.hasMalformedDOI)
    var reference = Reference(
      label: entry.label ?? String(index + 1), raw: raw, span: entry.flow.span, style: reading.result.style,
      item: reading.result.item,
      otherItems: Array(entry.items.dropFirst()), problems: problems, identifier: entry.identifier)
    reference.fields = reading.fields
    return reference
  }

  /// The fields of a reference string, without a list around it.
  public static func item(from raw: String) -> BibliographicItem {
    ReferenceReading(of: Array(raw.utf8), withFields: false).result.item
  }
}

/// A reference string read: identifiers by their grammar, the rest by the tagger's cuts or by a standard's.
struct ReferenceReading {
  var result: ReadReference
  private(set) var hasMalformedDOI = false
  private(set) var fields: [ReferenceField] = []

  /// Longer entries are text that strayed into the list; their head still tells what they are.
  private static let limit = 8_192

  /// Reads a string; `fields` then holds the tagger's cuts where they are asked for.
  ///
  /// Where the file describes the work (`described`), only what that leaves open is read: identifiers, and all else if there are gaps
  /// that the string could fill.
  init(of utf8: [UInt8], filling described: BibliographicItem? = nil, withFields: Bool) {
    let text = ReferenceText(markup: utf8.count > Self.limit ? Array(utf8[..<Self.limit]) : utf8)
    var item = BibliographicItem(type: "article-journal")
    let language = Language(of: text.utf8)
    if language != .undetermined { item.language = language.code }
    var cutter = IdentifierCutter(text: text, item: item)
    let prose = cutter.run(on: text)
    hasMalformedDOI = cutter.hasMalformedDOI
    if let described, !StructuredItem.hasGaps(described), !prose.mayHaveTypeMark {
      result = ReadReference(item: cutter.item, style: "structured")
      return
    }
    if text.isRightToLeft {
      var reader = RightToLeftReader(text: prose.withoutLabel().withCommonMarks(), item: cutter.item)
      result = reader.run()
      if withFields { fields = reader.fields.map { $0.upToWholeCharacter(in: utf8) } }
      return
    }
    let segments = TaggerPool.withTagger { tagger in
      text.utf8.withUnsafeBufferPointer { tagger.tag($0) }
      return tagger.segments(withConfidence: withFields)
    }
    if withFields {
      fields = segments.map {
        ReferenceField(name: $0.label.name, range: text.original($0.range), confidence: Double($0.confidence))
      }
    }
    var cut = TaggedReader(tokens: ReferenceTokens(text), segments: segments, read: cutter.cuts, item: cutter.item)
    result = cut.run()
    if prose.mayHaveTypeMark, var standard = StandardReader(tokens: ReferenceTokens(prose.withoutLabel()), item: cutter.item) {
      let imprint = result.item
      result = standard.run()
      result.item.takeImprint(from: imprint)
    }
    if utf8.count > Self.limit { result.hasUnreadText = true }
  }
}

extension ReferenceField {
  /// The field with all bytes of its last character, of which one stood for the others.
  fileprivate func upToWholeCharacter(in utf8: [UInt8]) -> ReferenceField {
    var end = range.upperBound
    while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
    return ReferenceField(name: name, range: range.lowerBound..<end, confidence: confidence)
  }
}

extension BibliographicItem {
  /// Publisher, place and pages as the tagger cut them, where it did: the standard's grammar for these is loose in print.
  fileprivate mutating func takeImprint(from cut: BibliographicItem) {
    publisher = cut.publisher ?? publisher
    publisherPlace = cut.publisherPlace ?? publisherPlace
    page = cut.page ?? page
    issued = issued ?? cut.issued
  }
}

extension ReferenceText {
  /// Whether any bracket stands in it that a type mark of GB/T 7714 could be in, or `//`.
  var mayHaveTypeMark: Bool {
    utf8.contains(0x5B) || utf8.indices.dropLast().contains { utf8[$0] == 0x2F && utf8[$0 + 1] == 0x2F }
      || utf8.indices.dropLast(2).contains {
        utf8[$0] >= 0xE3 && (utf8[$0 + 2] == 0xBB || utf8[$0 + 2] == 0x90 || utf8[$0 + 2] == 0x94)
      }
  }

  /// Without "[12]" or a bullet before the first name, which a reader may have left.
  func withoutLabel() -> ReferenceText {
    var start = 0
    if utf8.first == 0x2D, utf8.dropFirst().first == 0x20 { start = 2 }
    if start < utf8.count, utf8[start] == 0x5B, let close = utf8.prefix(start + 7).firstIndex(of: 0x5D), close > start + 1,
      utf8[start + 1..<close].allSatisfy({ (0x30...0x39).contains($0) })
    {
      start = close + 1
    }
    if start == 0 { start = numberEnd }
    return start == 0 ? self : removing([0..<start])
  }

  /// "12. Smith" and "12) Smith": one to three digits, a mark, a blank and a capital.
  private var numberEnd: Int {
    let digits = utf8.prefix(4).prefix { (0x30...0x39).contains($0) }.count
    guard (1...3).contains(digits), digits + 2 < utf8.count, utf8[digits] == 0x2E || utf8[digits] == 0x29,
      utf8[digits + 1] == 0x20,
      !(0x61...0x7A).contains(utf8[digits + 2]), !(0x30...0x39).contains(utf8[digits + 2])
    else { return 0 }
    return digits + 1
  }
}

/// What is wrong or missing in a reference, as short stable names.
enum ReferenceProblems {
  static func of(_ reading: ReadReference, hasMalformedDOI: Bool) -> [String] {
    let item = reading.item
    if reading.style == "unknown" { return ["unparsed"] }
    var problems: [String] = reading.hasUnreadText ? ["unread-text"] : []
    if hasMalformedDOI, item.doi == nil { problems.append("malformed-doi") }
    if item.doi == nil, item.type == "article-journal" { problems.append("no-doi") }
    if item.authors.isEmpty, item.editors.isEmpty { problems.append("no-authors") }
    if item.issued == nil, item.status == nil { problems.append("no-year") }
    if item.title == nil { problems.append("no-title") }
    if item.containerTitle == nil, item.type == "article-journal" { problems.append("no-container") }
    return problems
  }
}

/// A work as the file describes it, its gaps filled from the printed string.
enum StructuredItem {
  /// Whether `filled` could take from the printed string anything but identifiers, addresses and dates of access.
  static func hasGaps(_ item: BibliographicItem) -> Bool {
    item.authors.isEmpty && item.editors.isEmpty || item.issued == nil || item.title == nil || item.page == nil
      || item.volume == nil && item.containerTitle != nil
  }

  static func filled(_ item: BibliographicItem, from read: BibliographicItem) -> BibliographicItem {
    var item = item
    if item.authors.isEmpty, item.editors.isEmpty {
      item.authors = read.authors
      item.authorsTruncated = read.authorsTruncated
    }
    if item.issued == nil { item.issued = read.issued }
    if item.title == nil, item.containerTitle == nil || item.containerTitle == read.containerTitle { item.title = read.title }
    item.volume = item.volume ?? (item.containerTitle == nil ? nil : read.volume)
    item.page = item.page ?? (item.volume == read.volume ? read.page : nil)
    item.doi = item.doi.map { DOI($0)?.value ?? $0 } ?? read.doi
    item.pmid = item.pmid ?? read.pmid
    item.pmcid = item.pmcid ?? read.pmcid
    item.arxiv = item.arxiv ?? read.arxiv
    item.url = item.url ?? read.url
    item.accessed = item.accessed ?? read.accessed
    item.language = item.language ?? read.language
    return item
  }
}

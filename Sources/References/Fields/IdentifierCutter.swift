import Literature

/// Takes identifiers, addresses and access dates out of a reference string, so that what is left is prose.
struct IdentifierCutter {
  private let bytes: [UInt8]
  /// Bytes of what was found, ascending.
  private(set) var cuts: [Range<Int>] = []
  private var position = 0
  var item: BibliographicItem
  /// A DOI was announced by its label or resolver, and none could be read.
  private(set) var hasMalformedDOI = false

  init(text: ReferenceText, item: BibliographicItem) {
    bytes = text.utf8
    self.item = item
  }

  /// The text without what was found.
  mutating func run(on text: ReferenceText) -> ReferenceText {
    while position < bytes.count {
      let byte = bytes[position]
      if position == 0 || !isWordByte(bytes[position - 1]) || byte == 0x44 || byte == 0x31 || byte == 0x5B, look(at: byte) {
        continue
      }
      position += 1
    }
    if item.doi == nil, let link = text.links.lazy.compactMap({ DOI($0) }).first { item.doi = link.value }
    return text.removing(cuts)
  }

  private mutating func look(at byte: UInt8) -> Bool {
    switch byte {
    case 0x31: doi(from: position)
    case 0x44, 0x64: labelledDOI()
    case 0x48, 0x68, 0x57, 0x77, 0x46, 0x66: address()
    case 0x50, 0x70: pubMed()
    case 0x41, 0x61: arXivOrAccess()
    case 0x52, 0x72, 0x43, 0x63, 0x56, 0x76, 0x4C, 0x6C, 0x55, 0x75: access() || sourceLink()
    case 0x49, 0x69: bookNumber()
    case 0x45, 0x65: ahead()
    case 0x47, 0x67: sourceLink()
    case 0x5B: datedBracket()
    default: false
    }
  }

  // MARK: Cutting

  private func starts(_ word: StaticString, at offset: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset >= 0, offset + count <= bytes.count else { return false }
    return word.withUTF8Buffer { expected in
      for index in 0..<count {
        let byte = bytes[offset + index]
        if ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) != expected[index] { return false }
      }
      return true
    }
  }

  /// Cuts a range with the brackets that hold nothing else, and reads on behind it.
  private mutating func cut(_ range: Range<Int>) -> Bool {
    var low = range.lowerBound
    var high = range.upperBound
    while low > 0, high < bytes.count, isPair(bytes[low - 1], bytes[high]) {
      low -= 1
      high += 1
    }
    if let last = cuts.last, last.upperBound > low { low = last.upperBound }
    guard low < high else { return false }
    cuts.append(low..<high)
    position = high
    return true
  }

  private func isPair(_ open: UInt8, _ close: UInt8) -> Bool {
    open == 0x28 && close == 0x29 || open == 0x5B && close == 0x5D || open == 0x3C && close == 0x3E
  }

  private func skipping(_ characters: [UInt8], from offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, characters.contains(bytes[offset]) { offset += 1 }
    return offset
  }

  // MARK: DOI

  private mutating func doi(from start: Int) -> Bool {
    guard starts("10.", at: position), let found = DOI.first(in: Array(bytes[position..<min(position + 600, bytes.count)])),
      found.range.lowerBound == 0
    else { return false }
    if item.doi == nil { item.doi = found.id.value }
    return cut(start..<position + found.range.upperBound)
  }

  private mutating func labelledDOI() -> Bool {
    guard starts("doi", at: position) else { return false }
    let start = position
    var value = position
    while starts("doi", at: value) { value = skipping(Array(":. /".utf8) + [0xEF, 0xBC, 0x9A], from: value + 3) }
    if starts("http", at: value) {
      position = value
      return address(from: start)
    }
    guard starts("10", at: value) else { return false }
    position = value
    if doi(from: start) { return true }
    position = start
    hasMalformedDOI = true
    return false
  }

  // MARK: Addresses

  private mutating func address() -> Bool { address(from: position) }

  private mutating func address(from start: Int) -> Bool {
    guard
      starts("http://", at: position) || starts("https://", at: position) || starts("www.", at: position)
        || starts("ftp://", at: position)
    else { return false }
    let end = addressEnd(from: position)
    let address = Array(bytes[position..<end])
    if let found = DOI.first(in: address), !starts("http", at: position) || isResolver(address) {
      if item.doi == nil { item.doi = found.id.value }
      // A DOI in an address may be wrapped, which the address does not know.
      let whole = DOI.first(in: Array(bytes[position..<min(position + 600, bytes.count)]))
      return cut(start..<max(end, position + (whole?.range.upperBound ?? 0)))
    }
    if isResolver(address) { hasMalformedDOI = true }
    // Publishers carry the DOI in their own addresses: …/doi/pdf/10.1000/abc.
    if item.doi == nil, let found = DOI.first(in: address),
      String(decoding: address[..<found.range.lowerBound], as: UTF8.self).contains("/doi/")
    {
      item.doi = found.id.value
    }
    if item.pmid == nil, let pmid = PMID(String(decoding: address, as: UTF8.self)) { item.pmid = pmid.value }
    if item.arxiv == nil, let arxiv = ArXivID(String(decoding: address, as: UTF8.self)) { item.arxiv = arxiv.value }
    if item.url == nil, !isResolver(address) { item.url = String(decoding: address, as: UTF8.self) }
    return cut(labelStart(before: start)..<end)
  }

  private func isResolver(_ address: [UInt8]) -> Bool {
    let head = String(decoding: address.prefix(24), as: UTF8.self).lowercased()
    return head.contains("doi.org/") || head.hasPrefix("https://doi") || head.hasPrefix("http://doi")
  }

  private func addressEnd(from start: Int) -> Int {
    var end = start
    var depth = 0
    while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x80, bytes[end] != 0x3E, bytes[end] != 0x22, bytes[end] != 0x5D {
      if bytes[end] == 0x28 { depth += 1 }
      if bytes[end] == 0x29 {
        if depth == 0 { break }
        depth -= 1
      }
      end += 1
    }
    while end > start, [0x2E, 0x2C, 0x3B, 0x3A].contains(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// "Available from:", "Retrieved from", "URL:" before an address belong to it.
  private func labelStart(before offset: Int) -> Int {
    let window = String(decoding: bytes[max(0, offset - 40)..<offset], as: UTF8.self).lowercased()
    for label in [
      "available from the internet at: ", "available online at: ", "available online: ", "available at: ", "available from: ",
      "available at ", "available from ", "retrieved from: ", "retrieved from ", "url: ", "url ", "from: ", "online: ",
      "online at: ",
    ] where window.hasSuffix(label) {
      return max(cuts.last?.upperBound ?? 0, offset - label.utf8.count)
    }
    return offset
  }

  // MARK: PubMed, arXiv, ISBN

  private mutating func pubMed() -> Bool {
    guard starts("pm", at: position) || starts("pubmed", at: position) else { return false }
    let window = Array(bytes[position..<min(position + 40, bytes.count)])
    if starts("pmc", at: position) {
      guard let found = PMCID.first(in: window), found.range.lowerBound <= 8 else { return sourceLink() }
      item.pmcid = item.pmcid ?? found.id.value
      return cut(position..<position + found.range.upperBound)
    }
    guard let found = PMID.first(in: window), found.range.lowerBound <= 16 else { return sourceLink() }
    item.pmid = item.pmid ?? found.id.value
    return cut(position..<position + found.range.upperBound)
  }

  private mutating func arXivOrAccess() -> Bool {
    guard starts("arxiv", at: position) else { return access() }
    let window = Array(bytes[position..<min(position + 48, bytes.count)])
    guard let found = ArXivID.first(in: window) else { return false }
    item.arxiv = found.id.value
    item.type = "article"
    let end = position + found.range.upperBound
    let version = end < bytes.count && bytes[end] | 0x20 == 0x76 ? skipping(Array("vV0123456789".utf8), from: end) : end
    return cut(position..<version)
  }

  private mutating func bookNumber() -> Bool {
    let window = bytes[position..<min(position + 36, bytes.count)]
    if starts("isbn", at: position), let found = ISBN.first(in: Array(window)) {
      item.isbn = item.isbn ?? found.id.value
      return cut(position..<position + found.range.upperBound)
    }
    if starts("issn", at: position), let found = ISSN.first(in: Array(window)) {
      item.issn = item.issn ?? found.id.value
      return cut(position..<position + found.range.upperBound)
    }
    return false
  }

  /// The words that web pages hang behind references: [PubMed] [Google Scholar] [CrossRef] [PMC free article].
  private mutating func sourceLink() -> Bool {
    for word in ["pubmed]", "google scholar", "crossref", "cross ref]", "pmc free article", "full text]", "view article"]
      as [StaticString]
    where starts(word, at: position) {
      let end = position + word.utf8CodeUnitCount
      return cut(position..<(bytes[end - 1] == 0x5D ? end - 1 : end))
    }
    return false
  }

  private mutating func ahead() -> Bool {
    guard starts("epub", at: position) else { return false }
    let end =
      bytes[position..<min(position + 60, bytes.count)].firstIndex { $0 == 0x2E || $0 == 0x3B } ?? min(position + 60, bytes.count)
    if starts("epub ahead", at: position) { item.status = "Epub ahead of print" }
    return cut(position..<end)
  }

  // MARK: Access dates

  private mutating func access() -> Bool {
    let labels: [StaticString] = ["accessed", "retrieved", "cited", "last accessed", "date accessed", "viewed", "available"]
    guard let label = labels.first(where: { starts($0, at: position) }) else { return false }
    var reader = AccessDateReader(bytes: bytes, position: position + label.utf8CodeUnitCount)
    guard let date = reader.run() else { return false }
    item.accessed = item.accessed ?? date
    return cut(position..<reader.position)
  }

  /// GB/T 7714 prints the access date in brackets: [2024-05-03].
  private mutating func datedBracket() -> Bool {
    var reader = AccessDateReader(bytes: bytes, position: position + 1)
    guard let date = reader.isoDate(), reader.position < bytes.count, bytes[reader.position] == 0x5D else { return false }
    item.accessed = item.accessed ?? date
    return cut(position..<reader.position + 1)
  }
}

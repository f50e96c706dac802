import Literature

/// Structure of JATS articles against an independent count of their tags.
struct JATSArticles: Measure {
  let folder: String
  var name: String { "jats/\(folder)" }
  var needs: [String] { [folder] }

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name,
      rule:
        "tags counted by a byte scan of the file: <ref>, <xref ref-type=bibr> whose target exists, <td>/<th>; DOIs and PMIDs of <pub-id> in <ref>, folded to lower case"
    )
    var totals = Counts()
    var read = 0
    let files = try data.files(in: folder, suffix: [".nxml", ".xml"])
    for file in files {
      let bytes = try data.bytes(file)
      let wanted = TagScan(bytes).counts
      do {
        let extract = try data.extract(file)
        read += 1
        let ours = Counts(of: extract, wanted: wanted)
        for difference in ours.differences(from: wanted) { report.misses.append("\(file): \(difference)") }
        totals.add(ours, wanted: wanted)
      } catch {
        report.misses.append("\(file): \(error)")
      }
    }
    report.rows = [.init(what: "articles read", matched: read, gold: files.count)] + totals.rows
    return report
  }
}

/// What an article holds, as counted once by tags and once by us.
struct Counts {
  var references = 0
  var callouts = 0
  var cells = 0
  var dois: [String] = []
  var pmids: [String] = []
  private(set) var rows: [MeasureReport.Row] = []
  private var pairs: [(String, Int, Int)] = []

  init() {}

  /// Ours: reference entries, citation marks that lead somewhere, cells, identifiers.
  init(of extract: Extract, wanted: Counts) {
    references = extract.article.referenceEntries.count
    callouts = extract.article.marks.filter { if case .citation(let targets) = $0.kind { !targets.isEmpty } else { false } }.count
    cells = extract.article.tables.reduce(0) { $0 + $1.cells.count }
    let items = extract.references.flatMap { [$0.item] + $0.otherItems }
    dois = items.compactMap(\.doi)
    pmids = items.compactMap(\.pmid)
  }

  func differences(from wanted: Counts) -> [String] {
    var found: [String] = []
    if references != wanted.references { found.append("refs \(references) of \(wanted.references)") }
    if callouts != wanted.callouts { found.append("callouts \(callouts) of \(wanted.callouts)") }
    if cells != wanted.cells { found.append("cells \(cells) of \(wanted.cells)") }
    let missing = Set(wanted.dois).subtracting(dois).sorted() + Set(wanted.pmids).subtracting(pmids).sorted()
    if !missing.isEmpty { found.append("ids missing: \(missing.prefix(5))") }
    return found
  }

  mutating func add(_ ours: Counts, wanted: Counts) {
    let found = [
      ("references", min(ours.references, wanted.references), wanted.references),
      ("callouts", min(ours.callouts, wanted.callouts), wanted.callouts),
      ("table cells", min(ours.cells, wanted.cells), wanted.cells),
      ("DOIs", Set(wanted.dois).intersection(ours.dois).count, Set(wanted.dois).count),
      ("PMIDs", Set(wanted.pmids).intersection(ours.pmids).count, Set(wanted.pmids).count),
    ]
    if pairs.isEmpty {
      pairs = found
    } else {
      for index in pairs.indices { pairs[index].1 += found[index].1; pairs[index].2 += found[index].2 }
    }
    rows = pairs.map { .init(what: $0.0, matched: $0.1, gold: $0.2) }
  }
}

/// Counts tags in the bytes of a file; knows nothing of our reader.
struct TagScan {
  private(set) var counts = Counts()
  private var ids: Set<String> = []

  init(_ bytes: [UInt8]) {
    let text = Self.withoutComments(String(decoding: bytes, as: UTF8.self))
    let tags = text.split(separator: "<", omittingEmptySubsequences: false)
    for tag in tags {
      if Self.name(tag) == "ref" || Self.name(tag).hasSuffix("citation"), let id = Self.attribute("id", of: tag) {
        ids.insert(id)
      }
    }
    var inReference = false
    for tag in tags {
      switch Self.name(tag) {
      case "ref":
        counts.references += 1
        inReference = true
      case "/ref": inReference = false
      case "td", "th": counts.cells += 1
      case "xref": count(callout: tag)
      case "pub-id" where inReference: count(identifier: tag)
      default: break
      }
    }
  }

  private mutating func count(callout tag: Substring) {
    guard Self.attribute("ref-type", of: tag) == "bibr", let targets = Self.attribute("rid", of: tag) else { return }
    if targets.split(separator: " ").contains(where: { ids.contains(String($0)) }) { counts.callouts += 1 }
  }

  private mutating func count(identifier tag: Substring) {
    guard let end = tag.firstIndex(of: ">") else { return }
    let value = tag[tag.index(after: end)...].filter { !$0.isWhitespace }.lowercased()
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    guard !value.isEmpty else { return }
    if Self.attribute("pub-id-type", of: tag) == "doi" { counts.dois.append(DOI(value)?.value ?? value) }
    if Self.attribute("pub-id-type", of: tag) == "pmid" { counts.pmids.append(value) }
  }

  private static func name(_ tag: Substring) -> String {
    String(tag.prefix { $0 != " " && $0 != ">" && !$0.isNewline && $0 != "/" || $0 == "/" && tag.first == "/" })
  }

  private static func attribute(_ name: String, of tag: Substring) -> String? {
    let head = tag.prefix { $0 != ">" }
    for quote in ["\"", "'"] {
      if let start = head.firstRange(of: " \(name)=\(quote)") {
        return String(head[start.upperBound...].prefix { String($0) != quote })
      }
    }
    return nil
  }

  private static func withoutComments(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "<!--") {
      out += rest[..<start.lowerBound]
      rest = rest[start.upperBound...].firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
    }
    return out + rest
  }
}

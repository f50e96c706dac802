import Literature

/// Writes the records of documents into the catalogue, inside the caller's transaction.
struct CatalogueWriter {
  let db: Database

  /// The keys that a document's records were given, by their place in the extract.
  struct Keys {
    var document: Int64 = 0
    var passages: [Int64] = []
    var references: [Int64] = []
    var citations: [Int64] = []
    var trials: [Int64] = []
  }

  /// Stores every record of a document; its passages lie in the index segment of that name.
  func store(_ extract: Extract, segment: String) throws -> Keys {
    var keys = Keys()
    keys.document = try insertDocument(extract, segment: segment)
    try insertText(extract, keys)
    try insertSections(extract, keys)
    try insertPassages(extract, &keys)
    try insertReferences(extract, &keys)
    try insertCitations(extract, &keys)
    try insertAbbreviations(extract, keys)
    try insertTrials(extract, &keys)
    try insertResults(extract, keys)
    try insertClaims(extract, keys)
    try insertDiagnostics(extract, keys)
    try linkDocumentToItsWork(extract, keys)
    return keys
  }

  private func insertDocument(_ extract: Extract, segment: String) throws -> Int64 {
    let front = extract.article.front
    let item = extract.ownItem
    return try db.insert(
      "document",
      [
        ("id", extract.documentID), ("alias", extract.stem), ("alias_folded", Folding.name(extract.stem)),
        ("sha256", extract.sha256),
        ("path", extract.path), ("format", extract.article.format.rawValue), ("language", front.language.code),
        ("title", front.titles.first?.text ?? item.title), ("authors", JSONValue.strings(front.authors.map(\.display)).compact),
        ("journal", front.journal ?? item.containerTitle), ("year", item.year), ("doi", item.doi),
        ("item", item.cslJSON.compact), ("bytes", extract.article.text.utf8.count),
        ("sections", extract.article.sections.count), ("passages", extract.passages.count),
        ("references", extract.references.count),
        ("citations", extract.citations.count), ("trials", extract.trials.count), ("results", extract.results.count),
        ("claims", extract.claims.count), ("diagnostics", extract.diagnostics.count), ("segment", segment),
      ])
  }

  private func insertText(_ extract: Extract, _ keys: Keys) throws {
    let text = extract.article.text
    try db.insert(
      "document_text",
      [("document", keys.document), ("text", text.utf8), ("anchors", AnchorCoding.bytes(text.anchors))])
  }

  private func insertSections(_ extract: Extract, _ keys: Keys) throws {
    for (ordinal, section) in extract.article.sections.enumerated() {
      try db.insert(
        "section",
        [
          ("document", keys.document), ("ordinal", ordinal), ("kind", section.kind.rawValue), ("number", section.number),
          ("title", section.title), ("level", section.level), ("label", section.label), ("language", section.language.code),
          ("span", section.span.map(SpanCoding.bytes)),
        ])
    }
  }

  private func insertPassages(_ extract: Extract, _ keys: inout Keys) throws {
    for (ordinal, passage) in extract.passages.enumerated() {
      let span = passage.span
      let key = try db.insert(
        "passage",
        [
          ("document", keys.document), ("ordinal", ordinal), ("id", passage.id), ("kind", passage.kind.rawValue),
          ("section", passage.section), ("language", passage.language.code), ("block", passage.block),
          ("table", passage.tableRow?.table), ("row", passage.tableRow?.row), ("reference", passage.reference),
          ("start", span.start), ("text", passage.text), ("span", SpanCoding.bytes(span)),
          ("joins", SpanCoding.joins(passage.flow)),
        ])
      keys.passages.append(key)
    }
  }

  private func insertReferences(_ extract: Extract, _ keys: inout Keys) throws {
    let apart = try KeptApart(db: db).labels(ofContent: extract.sha256)
    for (ordinal, reference) in extract.references.enumerated() {
      let isApart = apart.contains(reference.label)
      let work = try linkedWork(of: reference.item, isApart: isApart)
      let place = JournalVolume(reference.item)
      let key = try db.insert(
        "reference",
        [
          ("document", keys.document), ("ordinal", ordinal), ("label", reference.label), ("raw", reference.raw),
          ("style", reference.style), ("item", reference.item.cslJSON.compact), ("work", work),
          ("problems", ListCoding.text(reference.problems)), ("identifier", reference.identifier),
          ("journal", place?.journal), ("volume", place?.volume), ("year", place?.year),
          ("span", SpanCoding.bytes(reference.span)),
        ])
      keys.references.append(key)
      for (place, item) in reference.otherItems.enumerated() {
        try db.insert(
          "other_work",
          [
            ("reference", key), ("ordinal", place), ("item", item.cslJSON.compact),
            ("work", try linkedWork(of: item, isApart: isApart)),
          ])
      }
    }
  }

  private func insertCitations(_ extract: Extract, _ keys: inout Keys) throws {
    for (ordinal, citation) in extract.citations.enumerated() {
      let key = try db.insert(
        "citation",
        [
          ("document", keys.document), ("ordinal", ordinal), ("passage", keys.passages.at(citation.passage)),
          ("marker", citation.marker), ("labels", ListCoding.text(citation.labels)),
          ("resolved", ListCoding.text(citation.resolved)),
          ("span", SpanCoding.bytes(citation.span)),
        ])
      keys.citations.append(key)
      for (place, reference) in citation.references.compactMap({ keys.references.at($0) }).enumerated() {
        try db.insert("citation_reference", [("citation", key), ("ordinal", place), ("reference", reference)])
      }
    }
  }

  private func insertAbbreviations(_ extract: Extract, _ keys: Keys) throws {
    for definition in extract.abbreviations {
      try db.insert(
        "abbreviation",
        [
          ("document", keys.document), ("passage", keys.passages.at(definition.passage)), ("short", definition.short),
          ("english", definition.longEnglish), ("chinese", definition.longChinese),
          ("short_folded", Folding.words(definition.short)), ("english_folded", definition.longEnglish.map { Folding.words($0) }),
          ("chinese_folded", definition.longChinese.map { Folding.words($0) }), ("span", SpanCoding.bytes(definition.span)),
        ])
    }
  }

  private func insertDiagnostics(_ extract: Extract, _ keys: Keys) throws {
    for (ordinal, diagnostic) in extract.diagnostics.enumerated() {
      try db.insert(
        "diagnostic",
        [
          ("document", keys.document), ("ordinal", ordinal), ("severity", diagnostic.severity.rawValue),
          ("code", diagnostic.code),
          ("message", diagnostic.message), ("span", diagnostic.span.map(SpanCoding.bytes)),
        ])
    }
  }
}

extension Array {
  /// The element at a place, or nil outside.
  func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

import Literature

extension KnowledgeBase {
  /// What a key stands for, with everything linked to it.
  ///
  /// A key is a DOI in any printed form, a PMID, a PMCID, a registry number, a trial, a document's id or alias, `ALIAS#9` for a reference,
  /// `ALIAS:p12` for a passage.
  public func show(_ key: String) throws(KnowledgeBaseError) -> Shown {
    try catalogue.read { db in try KeyResolution(reader: CatalogueReader(db: db)).shown(key) }
  }
}

/// Finds out what a key means.
struct KeyResolution {
  let reader: CatalogueReader

  func shown(_ key: String) throws -> Shown {
    let key = key.trimmed
    if let part = try documentPart(key) { return part }
    let candidates = try works(key) + trials(key) + documents(key)
    if candidates.count == 1 { return candidates[0].shown }
    if candidates.isEmpty { return .notFound(try KeySuggestions(reader: reader).nearest(to: key)) }
    // A document is often the work that it is known as; the work tells of both.
    let distinct = candidates.filter { candidate in !candidates.contains { $0.covers(candidate) } }
    return distinct.count == 1 ? distinct[0].shown : .ambiguous(distinct.map(\.suggestion))
  }

  private struct Candidate {
    var shown: Shown
    var suggestion: Shown.Suggestion

    /// Whether this is the work that the other is the text of.
    func covers(_ other: Candidate) -> Bool {
      guard case .work(let work) = shown, case .document(let document) = other.shown else { return false }
      return work.document?.key == document.document.key
    }
  }

  // MARK: Parts of documents

  private func documentPart(_ key: String) throws -> Shown? {
    if let mark = key.lastIndex(of: "#") { return try reference(key[..<mark], label: key[key.index(after: mark)...]) }
    if let mark = key.lastIndex(of: ":"), key[key.index(after: mark)...].first == "p" {
      return try passage(key[..<mark], id: key[key.index(after: mark)...])
    }
    return nil
  }

  private func reference(_ document: Substring, label: Substring) throws -> Shown? {
    let found = try reader.documents(named: String(document)).flatMap { document in
      try reader.references(of: document.key).filter { $0.label == label }
    }
    if let reference = found.first, found.count == 1, let work = try reader.work(key: reference.work) {
      return .reference(reference, try reader.view(of: work))
    }
    return found.isEmpty ? nil : .ambiguous(found.map { .init(key: "\($0.document)#\($0.label)", what: $0.raw) })
  }

  private func passage(_ document: Substring, id: Substring) throws -> Shown? {
    let found = try reader.documents(named: String(document)).compactMap { try reader.passage(of: $0.key, id: String(id)) }
    if let passage = found.first, found.count == 1 { return .passage(try reader.view(of: passage, withNeighbours: true)) }
    return found.isEmpty ? nil : .ambiguous(found.map { .init(key: "\($0.document):\($0.id)", what: $0.text) })
  }

  // MARK: Works, trials, documents

  private func works(_ key: String) throws -> [Candidate] {
    var found: [WorkRecord] = []
    if let doi = DOI(key) { found += try reader.works("doi", doi.value) }
    if let pmcid = PMCID(key) { found += try reader.works("pmcid", pmcid.value) }
    if let pmid = PMID(key) { found += try reader.works("pmid", pmid.value) }
    return try found.map { work in
      Candidate(
        shown: .work(try reader.view(of: work)),
        suggestion: .init(
          key: work.doi ?? work.pmid.map { "PMID \($0)" } ?? work.pmcid ?? "", what: "work: \(work.title ?? "untitled")"))
    }
  }

  private func trials(_ key: String) throws -> [Candidate] {
    try reader.trials(named: key).map { trial in
      let registered = trial.registry.first?.id
      return Candidate(
        shown: .trial(try reader.view(of: trial)),
        suggestion: .init(
          key: registered ?? trial.name,
          what: "trial \(trial.name) in \(trial.documents.map(\.alias).joined(separator: ", "))"))
    }
  }

  private func documents(_ key: String) throws -> [Candidate] {
    var found = try reader.documents(named: key)
    if let doi = DOI(key) {
      for row in try reader.db.rows("SELECT * FROM document WHERE doi = ? ORDER BY id", [doi.value]) {
        found.appendNew(DocumentRecord(row))
      }
    }
    return try found.map { document in
      Candidate(
        shown: .document(try reader.view(of: document)),
        suggestion: .init(key: document.id, what: "document \(document.path)"))
    }
  }
}

/// What comes nearest to a key that nothing goes by.
struct KeySuggestions {
  let reader: CatalogueReader
  private static let most = 5

  func nearest(to key: String) throws -> [Shown.Suggestion] {
    let wanted = Array(Folding.name(key).unicodeScalars.prefix(64))
    guard !wanted.isEmpty else { return [] }
    var scored: [(distance: Int, suggestion: Shown.Suggestion)] = []
    for (name, suggestion) in try names() {
      let other = Array(Folding.name(name).unicodeScalars.prefix(64))
      let distance = Self.distance(wanted, other)
      if distance <= max(1, max(wanted.count, other.count) / 3) { scored.append((distance, suggestion)) }
    }
    return scored.sorted { ($0.distance, $0.suggestion.key) < ($1.distance, $1.suggestion.key) }.prefix(Self.most).map(
      \.suggestion)
  }

  private func names() throws -> [(String, Shown.Suggestion)] {
    var names = try reader.db.rows("SELECT name FROM trial_identity").map { row in
      (row[0] as String, Shown.Suggestion(key: row[0], what: "trial"))
    }
    names += try reader.db.rows("SELECT alias, path FROM document").map { row in
      (row[0] as String, Shown.Suggestion(key: row[0], what: "document \(row[1] as String)"))
    }
    names += try reader.db.rows("SELECT doi, title FROM work WHERE doi IS NOT NULL").map { row in
      (row[0] as String, Shown.Suggestion(key: row[0], what: "work: \(row[1] as String? ?? "untitled")"))
    }
    return names
  }

  /// Insertions, deletions and changes that make one name of the other (Levenshtein 1966). O(n·m) for names of at most 64 letters.
  static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var row = Array(0...other.count)
    for (i, a) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in other.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = above
      }
    }
    return row[other.count]
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    let kept = drop { $0.isWhitespace }
    guard let last = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(kept[...last])
  }
}

import Literature

extension CatalogueReader {
  /// Everything on one trial. O(records on it, and the texts of the documents that speak of it).
  func view(of trial: TrialRecord) throws -> TrialView {
    var lines = LineFinder(reader: self)
    var quoted: [TrialView.Card] = []
    for card in try cards(ofTrialIdentity: trial.key) {
      guard let quote = try passage(key: card.passageKey) else { continue }
      let line = try lines.line(of: card.card.span, in: card.documentKey)
      quoted.append(TrialView.Card(card: card, quote: quote, line: line))
    }
    let reports = try trial.documents.filter(\.isReport).compactMap { try document(key: $0.documentKey) }
    let facts = try self.facts(of: trial, &lines)
    let arms = try TrialArms(quoted, &lines).arms
    return TrialView(
      trial: trial, facts: facts, arms: arms, endpoints: Self.endpoints(quoted),
      cards: quoted, passages: try passages(ofTrial: trial.key), works: try works(ofTrial: trial.key), reports: reports)
  }

  private static func endpoints(_ cards: [TrialView.Card]) -> [TrialView.Endpoint] {
    var endpoints: [TrialView.Endpoint] = []
    var places: [String?: Int] = [:]
    for (index, card) in cards.enumerated() {
      let name = card.card.card.endpoint
      if let place = places[name] {
        endpoints[place].results.append(index)
      } else {
        places[name] = endpoints.count
        endpoints.append(TrialView.Endpoint(name: name, results: [index]))
      }
    }
    return endpoints
  }

  private func facts(of trial: TrialRecord, _ lines: inout LineFinder) throws -> [TrialView.Fact] {
    let rows = try db.rows(
      """
      SELECT trial.*, document.alias FROM trial JOIN document ON document.key = trial.document WHERE identity = ?
      ORDER BY document.alias, document.id, ordinal
      """, [trial.key])
    var facts: [TrialView.Fact] = []
    for detail in Trial.Detail.allCases {
      for row in rows {
        let values = Self.values(of: detail, row)
        guard !values.isEmpty else { continue }
        let passage = try TrialPlaces.passages(row["places"])[detail].flatMap { try self.passage(of: row["document"], id: $0) }
        var fact = TrialView.Fact(detail: detail, values: values, alias: row["alias"], place: nil)
        if let passage { fact.place = try lines.place(of: passage) }
        facts.append(fact)
      }
    }
    return facts
  }

  private static func values(of detail: Trial.Detail, _ row: Row) -> [String] {
    switch detail {
    case .registry: ListCoding.registry(row["registry"]).map(\.id)
    case .drugs: ListCoding.strings(row["drugs"])
    case .phase: [row["phase"] as String?].compactMap { $0 }
    case .design: ListCoding.strings(row["design"])
    case .masking: [row["masking"] as String?].compactMap { $0 }
    case .sampleSize: [row["sample_size"] as Int?].compactMap { $0.map(String.init) }
    case .setting: [row["setting"] as String?].compactMap { $0 }
    case .diseases: ListCoding.strings(row["diseases"])
    }
  }
}

/// Finds the lines of places; each document's text is read once.
struct LineFinder {
  let reader: CatalogueReader
  private var texts: [Int64: StoredText?] = [:]

  init(reader: CatalogueReader) { self.reader = reader }

  mutating func line(of span: SourceSpan, in document: Int64) throws -> Int? {
    guard !span.isEmpty else { return nil }
    if texts[document] == nil { texts[document] = .some(try reader.text(of: document)) }
    return (texts[document] ?? nil)?.position(at: span.start).line
  }

  mutating func place(of passage: PassageRecord) throws -> TrialView.Place {
    TrialView.Place(
      document: passage.document, alias: passage.alias, passage: passage.id, section: passage.section,
      line: try line(of: passage.span, in: passage.documentKey))
  }
}

/// Gathers the arms of a trial from its results.
struct TrialArms {
  private(set) var arms: [TrialView.Arm] = []

  /// Arms that a size is told of, and those that two results name at least.
  init(_ cards: [TrialView.Card], _ lines: inout LineFinder) throws {
    var places: [String: Int] = [:]
    for entry in cards {
      let card = entry.card.card
      let named = [card.arm, card.comparator] + card.armValues.map(\.arm)
      for name in Set(named.compactMap { $0 }).sorted() { note(name, &places) }
      guard card.measure == "n" else { continue }
      let sizes = [(card.arm, card.value)] + card.armValues.map { ($0.arm, Optional($0.value)) }
      for case (let arm?, let value?) in sizes {
        guard let index = places[Self.key(arm)], !arms[index].sizes.contains(where: { $0.n == value.printed }) else { continue }
        let place = try lines.place(of: entry.quote)
        arms[index].sizes.append(TrialView.Arm.Size(n: value.printed, place: place))
      }
    }
    arms.removeAll { $0.sizes.isEmpty && $0.results < 2 }
    arms = arms.enumerated().sorted { ($1.element.results, $0.offset) < ($0.element.results, $1.offset) }.map(\.element)
  }

  private mutating func note(_ name: String, _ places: inout [String: Int]) {
    let key = Self.key(name)
    if let place = places[key] {
      arms[place].results += 1
    } else {
      places[key] = arms.count
      arms.append(TrialView.Arm(name: name, sizes: [], results: 1))
    }
  }

  /// The name without case, marks and words such as group.
  private static func key(_ name: String) -> String {
    var key = Folding.name(name)
    for word in ["group", "arm", "治疗组", "组"] where key.hasSuffix(word) && key.count > word.count + 1 {
      key = String(key.dropLast(word.count))
    }
    return key
  }
}

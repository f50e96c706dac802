import InvertedIndex
import Lexicon
import Literature

/// Turns the tree of a query into what the inverted index answers, and keeps what it asked for on the way.
struct QueryLowering {
  let expander: QueryExpander
  /// Where true, words that stand side by side are alternatives: the second attempt when no passage holds all of them.
  let anyWord: Bool
  /// The words of the index that are near to a word, by edits.
  let nearWords: (_ word: [UInt8], _ edits: Int) throws -> [[UInt8]]
  /// What the query asks for and not against, in its order.
  private(set) var wanted: [Wanted] = []
  private var isNegated = false

  init(
    expander: QueryExpander, anyWord: Bool, nearWords: @escaping (_ word: [UInt8], _ edits: Int) throws -> [[UInt8]]
  ) {
    self.expander = expander
    self.anyWord = anyWord
    self.nearWords = nearWords
  }

  mutating func lower(_ node: QueryNode) throws -> Query {
    switch node {
    case .words(let words): return try lower(words: words)
    case .phrase(let words): return query(for: Wanted(asked: words, stems: false))
    case .prefix(let beginning): return query(for: Wanted(beginning: beginning))
    case .field(let field, let value): return try lower(field, value)
    case .number(let condition): return .numericRange(column: condition.column.rawValue, condition.range)
    case .and(let parts, let isImplicit): return try lower(parts, isImplicit: isImplicit)
    case .or(let parts): return .or(try parts.map { try lower($0) })
    case .not(let part):
      isNegated.toggle()
      defer { isNegated.toggle() }
      return .not(try lower(part))
    case .required(let part): return try lower(part)
    case .boosted(let part, let factor): return .boost(try lower(part), factor)
    case .near(let left, let right, let distance): return near(left, right, distance)
    case .fuzzy(let word, let edits): return try fuzzy(word, edits)
    }
  }

  /// Both texts, in either order, as phrases of every distance.
  private mutating func near(_ left: String, _ right: String, _ distance: Int) -> Query {
    let pair = (Wanted(asked: left, stems: true), Wanted(asked: right, stems: true))
    for thing in [pair.0, pair.1] where !isNegated && !wanted.contains(thing) { wanted.append(thing) }
    return .anyOf(pair.0.own.near(pair.1.own, distance: distance))
  }

  private mutating func fuzzy(_ word: String, _ edits: Int) throws -> Query {
    let exact = TermPattern(word, stems: false)
    guard let own = exact.forms.last?.last, exact.forms.last?.count == 1, own.field == .exact else {
      return query(for: Wanted(asked: word, stems: false))
    }
    var thing = Wanted(asked: word, stems: false)
    thing.others = try nearWords(own.bytes, edits).map { TermPattern(word: $0) }
    return query(for: thing)
  }

  private mutating func query(for thing: Wanted) -> Query {
    guard !thing.isEmpty else { return .or([]) }
    if !isNegated, !wanted.contains(thing) { wanted.append(thing) }
    return thing.query
  }

  /// One query for each thing that words name.
  mutating func queries(ofWords words: String) throws -> [Query] { try expander.wanted(words).map { query(for: $0) } }

  private mutating func lower(words: String) throws -> Query {
    let queries = try queries(ofWords: words)
    if queries.isEmpty { return .or([]) }
    return queries.count == 1 ? queries[0] : anyWord ? .or(queries) : .and(queries)
  }

  private mutating func lower(_ parts: [QueryNode], isImplicit: Bool) throws -> Query {
    guard anyWord, isImplicit else { return .and(try parts.map { try lower($0) }) }
    var words: [Query] = []
    var conditions: [Query] = []
    for part in parts {
      if part.isText { words.append(try lower(part)) } else { conditions.append(try lower(part)) }
    }
    return .and((words.isEmpty ? [] : [.or(words)]) + conditions)
  }

  /// The names under which the concepts that are wanted may stand; nil where there are none.
  var names: Lexicon? {
    var concepts: [Concept] = []
    for concept in wanted.flatMap(\.known) where !concepts.contains(concept) { concepts.append(concept) }
    return concepts.isEmpty ? nil : Lexicon(concepts: concepts)
  }

  // MARK: Fields

  private mutating func lower(_ field: QueryField, _ value: String) throws -> Query {
    switch field {
    case .trial: try lower(trial: value)
    case .doi: try lower(identifier: "doi:" + (DOI(value)?.value ?? value.lowercased()), column: "doi")
    case .pmid: try lower(identifier: "pmid:" + (PMID(value)?.value ?? value), column: "pmid")
    case .pmcid: Self.term(.identifier, "pmc:" + Folding.name(PMCID(value)?.value ?? value))
    case .nct, .registry: try lower(registry: value)
    case .drug: try lower(concept: value, kinds: [.drug, .drugClass, .procedure])
    case .endpoint: try lower(concept: value, kinds: [.endpoint])
    case .concept: try lower(concept: value, kinds: nil)
    case .document: try lower(document: value)
    case .section: Self.folded(.section, value)
    case .kind: Self.term(.kind, Self.kind(value))
    case .ref: try lower(reference: value)
    case .lang: Self.term(.language, Self.language(value))
    case .title: try lower(value, within: Self.term(.kind, "title"))
    case .abstract: try lower(value, within: Self.term(.section, "abstract"))
    case .table: try lower(value, within: Self.inTables)
    case .reference: try lower(value, within: Self.term(.kind, "reference"))
    case .author: Self.folded(.author, value)
    case .journal: .phrase(field: PassageField.journal.rawValue, Self.journalWords(value))
    }
  }

  /// Words in a part of the documents, which adds nothing to their score.
  private mutating func lower(_ value: String, within place: Query) throws -> Query {
    .and([try lower(words: value), .boost(place, 0)])
  }

  private static let inTables = Query.or([
    term(.kind, "tablerow"), .prefix(field: PassageField.section.rawValue, Array("table".utf8)),
  ])

  private static func journalWords(_ value: String) -> [[UInt8]] {
    Folding.words(value).split(separator: " ").map { Array($0.utf8) }
  }

  private static func term(_ field: PassageField, _ term: String) -> Query { .term(field: field.rawValue, term) }

  /// A folded name; with a star at its end, every name that begins so.
  private static func folded(_ field: PassageField, _ value: String) -> Query {
    let name = Folding.name(value)
    return value.hasSuffix("*") ? .prefix(field: field.rawValue, Array(name.utf8)) : term(field, name)
  }

  private mutating func lower(trial value: String) throws -> Query {
    if value.hasSuffix("*") { return Self.folded(.trial, value) }
    let folded = Folding.name(value)
    let names = try expander.trialNames(folded)
    var thing = Wanted(asked: value, stems: false)
    thing.trials = names.isEmpty ? [folded] : names.map { Folding.name($0) }
    thing.others = names.filter { Folding.name($0) != folded }.map { TermPattern($0, stems: false) }
    if !isNegated, !wanted.contains(thing) { wanted.append(thing) }
    return .anyOf(thing.trials.map { Self.term(.trial, $0) })
  }

  private mutating func lower(registry value: String) throws -> Query {
    let thing = Wanted(asked: value, stems: false)
    if !isNegated, !thing.isEmpty, !wanted.contains(thing) { wanted.append(thing) }
    return Self.term(.identifier, "registry:" + Folding.name(value))
  }

  /// An identifier, and the others of the same work.
  private func lower(identifier: String, column: String) throws -> Query {
    let value = String(identifier.dropFirst(column.count + 1))
    let rows = try expander.reader.db.rows("SELECT doi, pmid, pmcid FROM work WHERE \(column) = ?", [value])
    var terms = [identifier]
    for row in rows {
      var item = BibliographicItem()
      (item.doi, item.pmid, item.pmcid) = (row[0], row[1], row[2])
      terms += item.identifierTerms.filter { !terms.contains($0) }
    }
    return terms.count == 1 ? Self.term(.identifier, identifier) : .anyOf(terms.map { Self.term(.identifier, $0) })
  }

  private mutating func lower(concept value: String, kinds: [ConceptKind]?) throws -> Query {
    let name = value.hasSuffix("*") ? String(value.dropLast()) : value
    var thing = value.hasSuffix("*") ? Wanted(beginning: name) : Wanted(asked: value, stems: true)
    thing.take(
      Lexicon.forAsking(about: Array(name.utf8)).concepts(named: name).filter { kinds?.contains($0.kind) ?? true })
    if thing.concepts.isEmpty, let kind = kinds?.first { thing.concepts = ["\(kind.rawValue):\(Folding.words(name))"] }
    return query(for: thing)
  }

  private func lower(document value: String) throws -> Query {
    let documents = try expander.reader.documents(named: value)
    if documents.isEmpty { return Self.folded(.document, value) }
    return .or(documents.map { Self.term(.document, $0.id) })
  }

  /// `9`, or `review#9`.
  private func lower(reference value: String) throws -> Query {
    guard let mark = value.lastIndex(of: "#") else { return Self.term(.reference, value) }
    let label = Self.term(.reference, String(value[value.index(after: mark)...]))
    return mark == value.startIndex ? label : .and([label, try lower(document: String(value[..<mark]))])
  }

  static func kind(_ value: String) -> String {
    let folded = Folding.name(value)
    switch folded {
    case "table", "row", "tablerow": return "tablerow"
    case "claims": return "claim"
    default: return folded
    }
  }

  private static func language(_ value: String) -> String {
    switch value.lowercased() {
    case "english", "英文", "英语": "en"
    case "chinese", "中文", "汉语": "zh"
    default: Language(value).code
    }
  }
}

extension QueryNode {
  /// Words, as against fields and numbers.
  fileprivate var isText: Bool {
    switch self {
    case .words, .phrase, .prefix, .near, .fuzzy: true
    case .boosted(let part, _): part.isText
    case .or(let parts), .and(let parts, _): parts.allSatisfy(\.isText)
    case .field, .number, .not, .required: false
    }
  }

  /// Whether a second attempt with any of the words may find more than the first.
  var hasSeveralWords: Bool {
    switch self {
    case .words(let words): QueryExpander.units(Array(words.utf8)).count > 1
    case .and(let parts, let isImplicit):
      (isImplicit && parts.count(where: \.isText) > 1) || parts.contains(where: \.hasSeveralWords)
    case .or(let parts): parts.contains(where: \.hasSeveralWords)
    case .boosted(let part, _): part.hasSeveralWords
    case .phrase, .prefix, .field, .number, .not, .required, .near, .fuzzy: false
    }
  }
}

extension NumericCondition {
  var range: Query.NumericRange {
    switch comparison {
    case .less: .init(upper: .excluding(value))
    case .lessOrEqual: .init(upper: .including(value))
    case .greater: .init(lower: .excluding(value))
    case .greaterOrEqual: .init(lower: .including(value))
    case .equal: .init(value...value)
    case .between: .init(value...upper)
    }
  }
}

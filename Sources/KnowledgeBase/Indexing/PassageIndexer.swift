import InvertedIndex
import Lexicon
import Literature
import TextAnalysis

/// Turns the passages of one document into what the index learns of them. Pure; runs on many documents at once.
struct PassageIndexer {
  private let extract: Extract
  private var trials: [[Int]]
  private var references: [[Int]]
  private var cards: [[Int]]
  private var isClaim: [Bool]
  /// For each section's label, under which names its passages are found.
  private let sectionTerms: [String: [String]]
  private let documentTerms: [String]
  private let referenceTerms: [ReferenceTerms]
  private let ownTerms: ReferenceTerms

  /// The passages in order; their ids are 0 until the catalogue has named them.
  static func passages(of extract: Extract) -> [IndexedPassage] {
    let indexer = PassageIndexer(extract)
    return extract.passages.indices.map(indexer.passage)
  }

  private init(_ extract: Extract) {
    self.extract = extract
    let empty = [[Int]](repeating: [], count: extract.passages.count)
    (trials, references, cards) = (empty, empty, empty)
    isClaim = Array(repeating: false, count: extract.passages.count)
    sectionTerms = Self.sectionTerms(of: extract)
    documentTerms = [extract.documentID, Folding.name(extract.stem)]
    referenceTerms = extract.references.map { ReferenceTerms($0.item, others: $0.otherItems, label: $0.label) }
    ownTerms = ReferenceTerms(extract.ownItem, others: [], label: nil)
    gather()
  }

  private static func sectionTerms(of extract: Extract) -> [String: [String]] {
    var names: [String: [String]] = [:]
    for section in extract.article.sections where names[section.label] == nil {
      names[section.label] = [section.title, section.kind.rawValue]
    }
    for label in Set(extract.passages.map(\.section)) { names[label, default: []].append(label) }
    return names.mapValues { Set($0.map { Folding.name($0) }).filter { !$0.isEmpty }.sorted() }
  }

  private mutating func gather() {
    var trialByID: [String: Int] = [:]
    for (index, trial) in extract.trials.enumerated() {
      if trialByID[trial.id] == nil { trialByID[trial.id] = index }
      for passage in trial.passages where trials.indices.contains(passage) { trials[passage].append(index) }
    }
    for citation in extract.citations where references.indices.contains(citation.passage) {
      references[citation.passage] += citation.references
    }
    for (index, passage) in extract.passages.enumerated() {
      if let own = passage.reference { references[index].append(own) }
    }
    for (index, card) in extract.results.enumerated() where cards.indices.contains(card.passage) {
      cards[card.passage].append(index)
      if let trial = card.trial.flatMap({ trialByID[$0] }) { trials[card.passage].append(trial) }
    }
    for claim in extract.claims where claim.kind == .finding && isClaim.indices.contains(claim.passage) {
      isClaim[claim.passage] = true
    }
  }

  private func passage(_ index: Int) -> IndexedPassage {
    var indexed = IndexedPassage(externalID: 0)
    let passage = extract.passages[index]
    let lexed = LexedText(passage.flow.utf8)
    addText(lexed, to: &indexed)
    addPlace(passage, isClaim: isClaim[index], to: &indexed)
    var concepts = Set(Lexicon.builtIn.matches(in: passage.flow.utf8).map(\.concept.id))
    for card in cards[index].map({ extract.results[$0] }) {
      if let endpoint = card.endpoint { concepts.formUnion(ConceptTerms.ids(of: endpoint, kind: .endpoint)) }
      addNumbers(card, to: &indexed)
    }
    for concept in concepts.sorted() { indexed.add(concept, .concept) }
    addTrials(Set(trials[index]).sorted().map { extract.trials[$0] }, to: &indexed)
    addReferences(references[index].compactMap { referenceTerms.at($0) }, passage, to: &indexed)
    return indexed
  }

  private func addText(_ lexed: LexedText, to indexed: inout IndexedPassage) {
    let terms = IndexTerms(of: lexed)
    for term in terms.terms {
      indexed.add(terms.bytes(of: term), field: PassageField(term.kind).rawValue, position: term.position)
    }
    for index in lexed.tokens.indices {
      if let number = lexed.number(index) { indexed.add(number.value, .number) }
    }
  }

  private func addPlace(_ passage: Passage, isClaim: Bool, to indexed: inout IndexedPassage) {
    indexed.add(passage.kind.term, .kind)
    if isClaim { indexed.add("claim", .kind) }
    for name in sectionTerms[passage.section] ?? [] { indexed.add(name, .section) }
    for name in documentTerms { indexed.add(name, .document) }
    indexed.add(passage.language.code, .language)
  }

  private func addNumbers(_ card: ResultCard, to indexed: inout IndexedPassage) {
    for column in PassageColumn.allCases {
      for value in CardColumns.values(card, column) { indexed.add(value, column) }
    }
  }

  private func addTrials(_ trials: [Trial], to indexed: inout IndexedPassage) {
    for name in Set(trials.flatMap(\.foldedNames)).sorted() { indexed.add(name, .trial) }
    for id in Set(trials.flatMap { $0.registry.map(\.id) }).sorted() { indexed.add("registry:" + Folding.name(id), .identifier) }
  }

  private func addReferences(_ references: [ReferenceTerms], _ passage: Passage, to indexed: inout IndexedPassage) {
    let works = references + (passage.kind == .title ? [ownTerms] : [])
    var identifiers = works.flatMap(\.identifiers)
    identifiers += DOI.all(in: passage.flow.utf8).map { "doi:" + $0.id.value }
    for identifier in Set(identifiers).sorted() { indexed.add(identifier, .identifier) }
    for label in Set(references.compactMap(\.label)).sorted() { indexed.add(label, .reference) }
    for name in Set(works.flatMap(\.authors)).sorted() { indexed.add(name, .author) }
    addJournals(Set(works.compactMap(\.journal)).sorted(), to: &indexed)
    let years = Set(references.compactMap(\.year))
    for year in (years.isEmpty ? Set([extract.article.front.item.year].compactMap { $0 }) : years).sorted() {
      indexed.add(Double(year), .year)
    }
  }

  private func addJournals(_ journals: [String], to indexed: inout IndexedPassage) {
    var position: UInt32 = 0
    for journal in journals {
      for word in journal.split(separator: " ") {
        indexed.add(word.utf8, field: PassageField.journal.rawValue, position: position)
        position += 1
      }
      // Words of two journals are never neighbours.
      position += 10
    }
  }
}

/// What passages that cite a work are found by: made once a reference, for many passages may cite it.
private struct ReferenceTerms {
  var label: String?
  var identifiers: [String]
  var authors: [String]
  /// Folded words.
  var journal: String?
  var year: Int?

  init(_ item: BibliographicItem, others: [BibliographicItem], label: String?) {
    self.label = label
    identifiers = ([item] + others).flatMap(\.identifierTerms)
    authors = item.authors.flatMap(Self.names)
    journal = item.containerTitle.map { Folding.words($0) }
    year = item.year
  }

  /// The family name, and for names in Chinese characters the whole name too.
  private static func names(_ name: Name) -> [String] {
    let family = [name.particle, name.family].compactMap { $0 }.joined(separator: " ")
    let whole = (name.family ?? "") + (name.given ?? "")
    let isHan = whole.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    let names = [family, name.family ?? "", name.literal ?? ""] + (isHan ? [whole] : [])
    return names.map { Folding.name($0) }.filter { !$0.isEmpty }
  }
}

extension Passage.Kind {
  /// As the index knows it.
  fileprivate var term: String {
    switch self {
    case .tableRow: "tablerow"
    case .sentence, .heading, .caption, .note, .reference, .title: rawValue
    }
  }
}

extension PassageField {
  init(_ kind: IndexTerm.Kind) {
    switch kind {
    case .exact: self = .exact
    case .stem: self = .stem
    case .bigram, .unigram: self = .han
    }
  }
}

extension BibliographicItem {
  /// The item's identifiers as the index knows them.
  var identifierTerms: [String] {
    [doi.map { "doi:" + $0.lowercased() }, pmid.map { "pmid:" + $0 }, pmcid.map { "pmc:" + Folding.name($0) }].compactMap { $0 }
  }
}

/// Concepts by name, as the index knows them.
enum ConceptTerms {
  /// The ids of the concepts of one kind that go by a name; a name that the lexicon does not know is its own concept.
  static func ids(of name: String, kind: ConceptKind) -> [String] {
    let known = Lexicon.builtIn.concepts(named: name).filter { $0.kind == kind }.map(\.id)
    return known.isEmpty ? ["\(kind.rawValue):\(Folding.words(name))"] : known
  }
}

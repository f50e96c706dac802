import KnowledgeBase
import Literature
import TextAnalysis

/// The knowledge base as evidence for one question: the documents that name its trials, and those whose passages hold its words.
public struct KnowledgeBaseEvidence {
  /// Documents that are read for one answer.
  private static let documentLimit = 24
  /// Passages whose documents are candidates.
  private static let passageLimit = 60

  private let knowledgeBase: KnowledgeBase
  private let documents: [DocumentRecord]
  private let evidence: ExtractEvidence

  /// Chooses and reads the documents. Throws what the catalogue or the index throws.
  public init(_ knowledgeBase: KnowledgeBase, question: String) throws(KnowledgeBaseError) {
    self.knowledgeBase = knowledgeBase
    documents = Array(try Self.documents(for: question, in: knowledgeBase).prefix(Self.documentLimit))
    var extracts: [Extract] = []
    for document in documents {
      if let extract = try knowledgeBase.extract(of: document) { extracts.append(extract) }
    }
    evidence = ExtractEvidence(extracts)
  }

  public func answer(_ question: String) throws -> Answer { try Answerer(base: evidence).answer(question) }

  /// The answer with what the rules of `check` say of the places that it quotes. A document is checked as it was read, so nothing is said of one whose
  /// file is neither kept nor still in its place. O(documents quoted · check).
  public func checked(_ answer: Answer) throws(KnowledgeBaseError) -> Answer {
    let quoted = Set(answer.parts.flatMap(\.quotes).map(\.document))
    var extracts: [Extract] = []
    for document in documents where quoted.contains(document.id) {
      if let extract = try knowledgeBase.sourceExtract(of: document) { extracts.append(extract) }
    }
    return answer.withFindings(in: extracts)
  }

  /// Those that name its trials, then those that hold its words; where documents are few, then the others.
  private static func documents(for question: String, in knowledgeBase: KnowledgeBase) throws(KnowledgeBaseError)
    -> [DocumentRecord]
  {
    let all = try knowledgeBase.documents()
    var documents = try knowledgeBase.documents(namingTrials: possibleNames(in: question))
    for document in try Self.documents(within: AskedBound.named(in: question), among: all, in: knowledgeBase)
    where !documents.contains(document) {
      documents.append(document)
    }
    for document in try Self.documents(holdingWordsOf: question, among: all, in: knowledgeBase)
    where !documents.contains(document) {
      documents.append(document)
    }
    return all.count <= documentLimit ? documents + all.filter { !documents.contains($0) } : documents
  }

  /// Every run of one to four words of the question: any of them may be the name of a trial.
  private static func possibleNames(in question: String) -> [String] {
    let words = QuestionWords.foldedWords(question)
    return words.indices.flatMap { start in
      (1...4).compactMap { start + $0 <= words.count ? words[start..<start + $0].joined(separator: " ") : nil }
    }
  }

  private static func documents(
    holdingWordsOf question: String, among all: [DocumentRecord], in knowledgeBase: KnowledgeBase
  ) throws(KnowledgeBaseError) -> [DocumentRecord] {
    let names = QuestionTerms(question, definitions: [], leavingOut: []).terms.flatMap { $0.names.prefix(8) }
    let terms = names.map { "\"\($0.filter { $0 != "\"" })\"" }
    guard !terms.isEmpty else { return [] }
    return try documents(of: terms.joined(separator: " OR "), among: all, in: knowledgeBase)
  }

  /// Those with a figure within the bound that is asked for.
  private static func documents(within bound: AskedBound?, among all: [DocumentRecord], in knowledgeBase: KnowledgeBase)
    throws(KnowledgeBaseError) -> [DocumentRecord]
  {
    guard let bound else { return [] }
    return try documents(of: bound.query, among: all, in: knowledgeBase)
  }

  /// The documents of the first passages that a query finds, best first.
  private static func documents(of query: String, among all: [DocumentRecord], in knowledgeBase: KnowledgeBase)
    throws(KnowledgeBaseError) -> [DocumentRecord]
  {
    var options = SearchOptions()
    options.limit = passageLimit
    let hits = try knowledgeBase.search(query, options: options).hits
    var seen: Set<Int64> = []
    let keys = hits.map(\.passage.documentKey).filter { seen.insert($0).inserted }
    let byKey = Dictionary(all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return keys.compactMap { byKey[$0] }
  }
}

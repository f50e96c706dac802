import KnowledgeBase
import Literature
import TextAnalysis

/// The knowledge base as evidence for one question: the documents that name its trials, and those whose passages hold its words.
public struct KnowledgeBaseEvidence {
  /// Documents that are read for one answer.
  private static let documentLimit = 24

  private let evidence: ExtractEvidence

  /// Chooses and reads the documents. Throws what the catalogue or the index throws.
  public init(_ knowledgeBase: KnowledgeBase, question: String) throws(KnowledgeBaseError) {
    var documents = try knowledgeBase.documents(namingTrials: Self.possibleNames(in: question))
    for document in try Self.documents(holdingWordsOf: question, in: knowledgeBase) where !documents.contains(document) {
      documents.append(document)
    }
    var extracts: [Extract] = []
    for document in documents.prefix(Self.documentLimit) {
      if let extract = try knowledgeBase.extract(of: document) { extracts.append(extract) }
    }
    evidence = ExtractEvidence(extracts)
  }

  public func answer(_ question: String) throws -> Answer { try Answerer(base: evidence).answer(question) }

  /// Every run of one to four words of the question: any of them may be the name of a trial.
  private static func possibleNames(in question: String) -> [String] {
    let words = QuestionWords.foldedWords(question)
    return words.indices.flatMap { start in
      (1...4).compactMap { start + $0 <= words.count ? words[start..<start + $0].joined(separator: " ") : nil }
    }
  }

  private static func documents(holdingWordsOf question: String, in knowledgeBase: KnowledgeBase) throws(KnowledgeBaseError)
    -> [DocumentRecord]
  {
    let names = QuestionTerms(question, definitions: [], leavingOut: []).terms.flatMap { $0.names.prefix(8) }
    let terms = names.map { "\"\($0.filter { $0 != "\"" })\"" }
    guard !terms.isEmpty else { return [] }
    var options = SearchOptions()
    options.limit = 60
    let hits = try knowledgeBase.search(terms.joined(separator: " OR "), options: options).hits
    var seen: Set<Int64> = []
    let keys = hits.map(\.passage.documentKey).filter { seen.insert($0).inserted }
    let byKey = Dictionary(try knowledgeBase.documents().map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return keys.compactMap { byKey[$0] }
  }
}

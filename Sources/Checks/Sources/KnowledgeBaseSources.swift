import KnowledgeBase
import Literature

/// The cited works of one reference list that stand in a knowledge base.
public struct KnowledgeBaseSources: SourceLookup {
  private var byReference: [Reference: CitedSource] = [:]

  /// Looks every reference up once and reads the records of the works that are there.
  ///
  /// - Throws: `KnowledgeBaseError` where the knowledge base cannot be read: that must not look like a source that is not there.
  public init(_ knowledgeBase: KnowledgeBase, for references: [Reference]) throws(KnowledgeBaseError) {
    var read: [String: CitedSource] = [:]
    for reference in references {
      guard let document = try knowledgeBase.document(citedBy: reference.item) else { continue }
      if read[document.id] == nil, let extract = try knowledgeBase.extract(of: document) {
        read[document.id] = CitedSource(extract)
      }
      byReference[reference] = read[document.id]
    }
  }

  public func source(for reference: Reference) -> CitedSource? { byReference[reference] }
}

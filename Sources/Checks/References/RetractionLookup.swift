import KnowledgeBase
import Literature

/// Finds what publishers have announced about a cited work.
public protocol RetractionLookup: Sendable {
  /// Notices of the work, and those that the entry itself is; by date. Empty where none is known.
  func notices(for reference: Reference) -> [RetractionNotice]
}

/// Notices given as a list, as a test or a program has them.
public struct ListedRetractions: RetractionLookup {
  private let list: [RetractionNotice]
  public init(_ list: [RetractionNotice]) { self.list = list }

  public func notices(for reference: Reference) -> [RetractionNotice] {
    list.filter { $0.concerns(reference.item) || $0.isPublished(as: reference.item) }
  }
}

/// The notices of one reference list that were imported into a knowledge base.
public struct KnowledgeBaseRetractions: RetractionLookup {
  private var byReference: [Reference: [RetractionNotice]] = [:]

  /// Looks every reference up once. Throws where the knowledge base cannot be read: that must not look like a work that stands.
  public init(_ knowledgeBase: KnowledgeBase, for references: [Reference]) throws(KnowledgeBaseError) {
    guard try knowledgeBase.retractionCount() > 0 else { return }
    for reference in references {
      let notices = try knowledgeBase.retractions(of: reference.item)
      if !notices.isEmpty { byReference[reference] = notices }
    }
  }

  public func notices(for reference: Reference) -> [RetractionNotice] { byReference[reference] ?? [] }
}

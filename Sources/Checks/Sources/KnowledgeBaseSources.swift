import KnowledgeBase
import Literature

/// Cited works that are documents of the knowledge base.
public struct KnowledgeBaseSources: SourceLookup {
  private let knowledgeBase: KnowledgeBase
  /// The manuscript itself, which is no source of its own numbers.
  private let manuscript: String

  public init(_ knowledgeBase: KnowledgeBase, manuscript: String) {
    self.knowledgeBase = knowledgeBase
    self.manuscript = manuscript
  }

  /// A catalogue that cannot be read has no sources; `verify` tells what is wrong with it.
  public func source(for reference: Reference) -> CitedSource? {
    guard let document = try? knowledgeBase.document(citedBy: reference.item), document.id != manuscript,
      let extract = try? knowledgeBase.extract(of: document)
    else { return nil }
    return CitedSource(extract)
  }
}

import Literature

extension KnowledgeBase {
  /// All documents, by alias.
  public func documents() throws(KnowledgeBaseError) -> [DocumentRecord] {
    try catalogue.read { db in try CatalogueReader(db: db).documents() }
  }

  /// The documents that go by an id, an alias or a path.
  public func documents(named name: String) throws(KnowledgeBaseError) -> [DocumentRecord] {
    try catalogue.read { db in try CatalogueReader(db: db).documents(named: name) }
  }

  /// The one document of that name; throws `badRequest` where there is none or are several.
  public func onlyDocument(named name: String) throws(KnowledgeBaseError) -> DocumentRecord {
    let found = try documents(named: name)
    if let first = found.first, found.count == 1 { return first }
    if found.isEmpty {
      throw KnowledgeBaseError(.badRequest, "no document is called “\(name)”", remedy: "See `concord status` for the documents.")
    }
    throw KnowledgeBaseError(
      .badRequest, "“\(name)” may be \(found.map { "\($0.id) (\($0.path))" }.joined(separator: " or "))",
      remedy: "Name it by its id.")
  }

  /// The stored text of a document.
  public func text(of document: DocumentRecord) throws(KnowledgeBaseError) -> StoredText? {
    try catalogue.read { db in try CatalogueReader(db: db).text(of: document.key) }
  }

  /// The passages of a document, in its order.
  public func passages(of document: DocumentRecord) throws(KnowledgeBaseError) -> [PassageRecord] {
    try catalogue.read { db in try CatalogueReader(db: db).passages(of: document.key) }
  }
}

import Literature

extension KnowledgeBase {
  /// Makes a reference (`review#12`) a work of its own, whatever it agrees with, or takes that back.
  ///
  /// The decision is kept with the content of the document and holds when it is read again. Works and trials are linked anew in the same
  /// transaction. Throws `badRequest` where no reference, or no single document, is called so. O(references to the work + trials).
  @discardableResult
  public func keepApart(_ name: String, isApart: Bool = true) throws(KnowledgeBaseError) -> ReferenceRecord {
    guard canWrite else { throw .unwritable(folder) }
    let reference = try onlyReference(named: name)
    try catalogue.write { db in
      let (writer, decisions) = (CatalogueWriter(db: db), KeptApart(db: db))
      guard let sha256: String = try db.value("SELECT sha256 FROM document WHERE key = ?", [reference.documentKey]) else {
        return
      }
      if isApart {
        try decisions.add(reference.label, ofContent: sha256)
      } else {
        try decisions.remove(reference.label, ofContent: sha256)
      }
      try writer.rebuild(reference.work)
      try writer.dropOrphanedWorks()
      try writer.relinkTrials()
    }
    return reference
  }

  /// The references that are kept apart, by document and place.
  public func referencesKeptApart() throws(KnowledgeBaseError) -> [ReferenceRecord] {
    try catalogue.read { db in
      let reader = CatalogueReader(db: db)
      return try KeptApart(db: db).references().compactMap { try reader.reference(key: $0) }
    }
  }

  private func onlyReference(named name: String) throws(KnowledgeBaseError) -> ReferenceRecord {
    guard let mark = name.lastIndex(of: "#") else {
      throw KnowledgeBaseError(
        .badRequest, "“\(name)” names no reference", remedy: "Name it by document and label, such as review#12.")
    }
    let document = try onlyDocument(named: String(name[..<mark]))
    let label = name[name.index(after: mark)...]
    let found = try catalogue.read { db in
      try CatalogueReader(db: db).references(of: document.key).first { $0.label == label }
    }
    guard let found else {
      throw KnowledgeBaseError(
        .badRequest, "\(document.alias) has no reference “\(label)”",
        remedy: "See `concord show \(document.alias)` for its references.")
    }
    return found
  }
}

import Literature

extension KnowledgeBase {
  /// Volumes of a journal as the reference lists of all documents give them, but one document's, with how many documents give each; by year,
  /// then volume. `journal` is that of a `JournalVolume`.
  public func volumes(
    ofJournal journal: String, without document: String
  ) throws(KnowledgeBaseError) -> [(volume: JournalVolume, documents: Int)] {
    try catalogue.read { db in
      try db.rows(
        """
        SELECT year, volume, count(DISTINCT document) FROM reference WHERE journal = ?1 AND volume IS NOT NULL
          AND document NOT IN (SELECT key FROM document WHERE id = ?2) GROUP BY year, volume ORDER BY year, volume
        """, [journal, document]
      ).map { (JournalVolume(journal: journal, volume: $0[1], year: $0[0]), $0[2]) }
    }
  }
}

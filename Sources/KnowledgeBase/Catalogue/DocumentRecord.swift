import Literature

/// A document of the knowledge base.
public struct DocumentRecord: Hashable, Sendable {
  public var key: Int64
  /// First 12 hex digits of the content's SHA-256.
  public var id: String
  /// The file's name without folder and extension.
  public var alias: String
  public var sha256: String
  public var path: String
  public var format: String
  public var language: String
  public var title: String?
  public var authors: [String]
  public var journal: String?
  public var year: Int?
  public var doi: String?
  public var item: BibliographicItem
  /// Of the stored text.
  public var bytes: Int
  public var sections: Int
  public var passages: Int
  public var references: Int
  public var citations: Int
  public var trials: Int
  public var results: Int
  public var claims: Int
  public var diagnostics: Int

  init(_ row: Row) {
    key = row["key"]
    id = row["id"]
    alias = row["alias"]
    sha256 = row["sha256"]
    path = row["path"]
    format = row["format"]
    language = row["language"]
    title = row["title"]
    authors = ListCoding.strings(row["authors"])
    journal = row["journal"]
    year = row["year"]
    doi = row["doi"]
    item = BibliographicItem(stored: row["item"])
    bytes = row["bytes"]
    sections = row["sections"]
    passages = row["passages"]
    references = row["references"]
    citations = row["citations"]
    trials = row["trials"]
    results = row["results"]
    claims = row["claims"]
    diagnostics = row["diagnostics"]
  }

  public var json: JSONValue {
    var object = JSONObject()
    object.append("type", "document")
    object.append("id", id)
    object.append("alias", alias)
    object.append("path", path)
    object.append("sha256", sha256)
    object.append("format", format)
    object.append("language", language)
    object.append("title", title)
    object.append(nonEmpty: "authors", authors.map { .string($0) })
    object.append("journal", journal)
    object.append("year", year)
    object.append("doi", doi)
    object.append("counts", counts)
    return .object(object)
  }

  private var counts: JSONValue {
    var counts = JSONObject()
    counts.append("sections", sections - 1)
    counts.append("passages", passages)
    counts.append("references", references)
    counts.append("citations", citations)
    counts.append("trials", trials)
    counts.append("results", results)
    counts.append("claims", claims)
    counts.append("diagnostics", diagnostics)
    return .object(counts)
  }
}

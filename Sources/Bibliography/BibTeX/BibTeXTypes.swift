/// Entry types of BibTeX and biblatex, and the types of CSL.
enum BibTeXTypes {
  private static let csl: [String: String] = [
    "article": "article-journal", "suppperiodical": "article-journal", "periodical": "periodical",
    "newspaper": "article-newspaper",
    "magazine": "article-magazine", "book": "book", "mvbook": "book", "booklet": "book", "collection": "book",
    "mvcollection": "book", "reference": "book", "mvreference": "book", "proceedings": "book", "mvproceedings": "book",
    "inbook": "chapter", "bookinbook": "chapter", "suppbook": "chapter", "incollection": "chapter", "suppcollection": "chapter",
    "inreference": "entry-encyclopedia", "inproceedings": "paper-conference", "conference": "paper-conference",
    "phdthesis": "thesis", "mastersthesis": "thesis", "bathesis": "thesis", "thesis": "thesis", "techreport": "report",
    "report": "report", "manual": "report", "patent": "patent", "dataset": "dataset", "software": "software",
    "softwareversion": "software", "softwaremodule": "software", "codefragment": "software", "online": "webpage",
    "electronic": "webpage", "www": "webpage", "webpage": "webpage", "unpublished": "manuscript", "misc": "document",
    "standard": "standard", "preprint": "article", "map": "map", "artwork": "graphic", "image": "graphic", "audio": "song",
    "music": "song", "video": "motion_picture", "movie": "motion_picture", "letter": "personal_communication",
    "legislation": "legislation", "legal": "treaty", "jurisdiction": "legal_case", "performance": "performance",
    "review": "review", "commentary": "article-journal",
  ]

  /// The CSL type of an entry type; `document` for one that is not known.
  static func csl(_ type: String) -> String { csl[type] ?? "document" }

  private static let entry: [String: String] = [
    "article-journal": "article", "article-magazine": "magazine", "article-newspaper": "newspaper", "article": "preprint",
    "periodical": "periodical", "book": "book", "chapter": "incollection", "entry-encyclopedia": "inreference",
    "paper-conference": "inproceedings", "thesis": "phdthesis", "report": "techreport", "patent": "patent", "dataset": "dataset",
    "software": "software", "webpage": "online", "manuscript": "unpublished", "document": "misc", "standard": "standard",
    "map": "map", "graphic": "artwork", "song": "audio", "motion_picture": "video", "personal_communication": "letter",
    "legislation": "legislation", "treaty": "legal", "legal_case": "jurisdiction", "performance": "performance",
    "review": "review",
  ]

  /// The entry type of a CSL type; nil where none reads back as it.
  static func entry(_ csl: String) -> String? { entry[csl] }

  /// The name that biblatex knows a type of BibTeX by.
  static func biblatex(_ type: String) -> String {
    switch type {
    case "phdthesis", "mastersthesis", "bathesis": "thesis"
    case "techreport": "report"
    case "conference": "inproceedings"
    case "electronic", "www": "online"
    case "magazine", "newspaper": "article"
    case "preprint": "online"
    default: type
    }
  }

  static let parts: Set<String> = [
    "inbook", "bookinbook", "suppbook", "incollection", "suppcollection", "inreference", "inproceedings", "conference",
  ]
  private static let books: Set<String> = [
    "book", "mvbook", "collection", "mvcollection", "reference", "mvreference", "proceedings", "mvproceedings",
  ]

  /// Whether `number` counts the issue of a periodical, the place in a series, or the document itself.
  static func numberVariable(_ type: String) -> String {
    if parts.contains(type) || books.contains(type) { return "collection-number" }
    return ["article", "suppperiodical", "periodical", "newspaper", "magazine", "review"].contains(type) ? "issue" : "number"
  }
}

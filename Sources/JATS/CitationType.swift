import Literature

/// The CSL type of a citation, from what JATS calls it or, failing that, from what it has.
enum CitationType {
  static func type(
    named name: String, format: String, hasContainer: Bool, hasChapter: Bool, item: BibliographicItem
  ) -> String {
    switch name.lowercased() {
    case "journal", "article", "journal-article", "periodical": "article-journal"
    case "book", "book-chapter", "chapter", "monograph", "ebook": hasContainer || hasChapter ? "chapter" : "book"
    case "confproc", "conf-proc", "conference", "conference-paper", "conf-paper", "meeting", "proceedings": "paper-conference"
    case "thesis", "dissertation": "thesis"
    case "report", "gov", "govt", "government", "working-paper", "workingpaper": "report"
    case "web", "webpage", "website", "web-site", "uri", "online", "electronic", "internet": "webpage"
    case "patent": "patent"
    case "standard", "std": "standard"
    case "data", "dataset", "database": "dataset"
    case "software", "computer-program", "computer": "software"
    case "newspaper": "article-newspaper"
    case "magazine": "article-magazine"
    case "preprint", "pre-print", "eprint": "article"
    case "letter", "commun", "personal-communication", "personal_communication": "personal_communication"
    case "list", "discussion": "post"
    default: guess(format: format, hasContainer: hasContainer, hasChapter: hasChapter, item: item)
    }
  }

  private static func guess(
    format: String, hasContainer: Bool, hasChapter: Bool, item: BibliographicItem
  ) -> String {
    if hasContainer, item.volume != nil || item.publisher == nil { return "article-journal" }
    if hasChapter { return "chapter" }
    if item.publisher != nil { return hasContainer ? "chapter" : "book" }
    if item.volume != nil { return "article-journal" }
    if item.eventTitle != nil { return "paper-conference" }
    if item.url != nil || ["web", "online", "electronic"].contains(format.lowercased()) { return "webpage" }
    return "document"
  }
}

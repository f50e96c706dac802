/// Types of works that the tagged formats share rules for.
enum TagTypes {
  /// Works that bear a number where a periodical has an issue.
  static let numbered: Set<String> = ["patent", "report", "standard", "thesis", "legislation", "bill"]
  /// Works that have an ISBN rather than an ISSN.
  static let books: Set<String> = ["book", "chapter", "entry-encyclopedia", "entry-dictionary", "pamphlet"]
}

/// Lines that belong together, before it is known what they are to the article.
struct Unit {
  enum Kind {
    case prose, item
    case markdownHeading(level: Int)
    case caption(Caption)
    case note, footnote
    case table(TableGrid)
    case furniture
    /// A rule or an image: layout, no text.
    case mark
  }
  var kind: Kind
  /// Ascending. For a heading the marks before it are cut off.
  var ranges: [Range<Int>]
  /// The first line.
  var firstLine: Int
  /// One past the last line.
  var nextLine: Int
}

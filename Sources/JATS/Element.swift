/// The elements of JATS, NLM, XHTML tables and MathML that the reader treats in a way of their own, by local name.
enum Element: String, CaseIterable {
  // Documents and their parts.
  case article, front, body, back, response
  case frontStub = "front-stub"
  case floatsGroup = "floats-group"
  case floatsWrap = "floats-wrap"
  case subArticle = "sub-article"
  // Front matter.
  case journalMeta = "journal-meta"
  case journalTitle = "journal-title"
  case abbrevJournalTitle = "abbrev-journal-title"
  case journalTitleGroup = "journal-title-group"
  case articleMeta = "article-meta"
  case articleID = "article-id"
  case titleGroup = "title-group"
  case transTitleGroup = "trans-title-group"
  case transSubtitle = "trans-subtitle"
  case altTitle = "alt-title"
  case subtitle
  case contribGroup = "contrib-group"
  case contrib
  case nameAlternatives = "name-alternatives"
  case collabAlternatives = "collab-alternatives"
  case pubDate = "pub-date"
  case abstract
  case transAbstract = "trans-abstract"
  case kwdGroup = "kwd-group"
  case kwd
  case compoundKwd = "compound-kwd"
  case nestedKwd = "nested-kwd"
  case compoundKwdPart = "compound-kwd-part"
  case fundingGroup = "funding-group"
  case fundingStatement = "funding-statement"
  case authorNotes = "author-notes"
  // Text.
  case sec, title, label, p, list, def, term, ack, app, bio, glossary, notes, note, fn, statement, attrib
  case listItem = "list-item"
  case defList = "def-list"
  case defItem = "def-item"
  case termHead = "term-head"
  case defHead = "def-head"
  case dispQuote = "disp-quote"
  case boxedText = "boxed-text"
  case verseGroup = "verse-group"
  case verseLine = "verse-line"
  case speech, preformat, code
  case refList = "ref-list"
  case fnGroup = "fn-group"
  case appGroup = "app-group"
  // Floats.
  case fig, media, caption, graphic, alternatives
  case figGroup = "fig-group"
  case tableWrap = "table-wrap"
  case tableWrapGroup = "table-wrap-group"
  case tableWrapFoot = "table-wrap-foot"
  case supplementaryMaterial = "supplementary-material"
  case inlineGraphic = "inline-graphic"
  case inlineMedia = "inline-media"
  case altText = "alt-text"
  case longDesc = "long-desc"
  case objectID = "object-id"
  case permissions, processingMeta = "processing-meta"
  // Inline.
  case italic, bold, sup, sub, xref, uri, `break`, hr
  case extLink = "ext-link"
  case inlineFormula = "inline-formula"
  case dispFormula = "disp-formula"
  case dispFormulaGroup = "disp-formula-group"
  // Tables: XHTML, then the OASIS exchange model.
  case table, array, thead, tbody, tfoot, tr, th, td
  case tgroup, row, entry, colspec
  // References.
  case ref, citation
  case elementCitation = "element-citation"
  case mixedCitation = "mixed-citation"
  case nlmCitation = "nlm-citation"
  case citationAlternatives = "citation-alternatives"
  case product
  case personGroup = "person-group"
  case name, collab, surname, prefix, suffix, etal, anonymous
  case stringName = "string-name"
  case givenNames = "given-names"
  case articleTitle = "article-title"
  case chapterTitle = "chapter-title"
  case partTitle = "part-title"
  case dataTitle = "data-title"
  case issueTitle = "issue-title"
  case transTitle = "trans-title"
  case transSource = "trans-source"
  case source, year, month, day, season, volume, issue, supplement, fpage, lpage, edition, series, isbn, issn
  case comment, annotation, patent, version, date
  case pageRange = "page-range"
  case elocationID = "elocation-id"
  case publisherName = "publisher-name"
  case publisherLoc = "publisher-loc"
  case confName = "conf-name"
  case confLoc = "conf-loc"
  case confDate = "conf-date"
  case dateInCitation = "date-in-citation"
  case accessDate = "access-date"
  case pubID = "pub-id"
  // Mathematics.
  case math, mrow, mi, mo, mn, mtext, mfrac, msup, msub, msubsup, msqrt, mroot, mfenced, mover, munder, munderover
  case mtable, mtr, mtd, mspace
  case annotationXML = "annotation-xml"
  case texMath = "tex-math"
  /// Any other.
  case other = ""
}

/// Finds elements by the interned name pointers of one libxml2 parser.
///
/// A direct-mapped cache in front of one dictionary: bounded memory, and no string for a name met before.
struct ElementCache {
  private static let byName = Dictionary(
    uniqueKeysWithValues: Element.allCases.map { ($0.rawValue, $0) })
  private static let slotCount = 1024
  private var keys = [UInt](repeating: 0, count: slotCount)
  private var values = [Element](repeating: .other, count: slotCount)

  /// The element whose name stands at `name`, a string with a final zero that stays where it is.
  mutating func element(named name: UnsafePointer<UInt8>) -> Element {
    let key = UInt(bitPattern: name)
    let slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> 54)
    if keys[slot] == key { return values[slot] }
    let element = Self.byName[String(cString: name)] ?? .other
    keys[slot] = key
    values[slot] = element
    return element
  }
}

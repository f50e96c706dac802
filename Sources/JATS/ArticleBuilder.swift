import Literature

/// Builds an `Article` from the events of one JATS file, in one pass and without a tree.
///
/// Every open element has a `Frame`. The mode of a frame says how its children are read, its role what happens at its end.
/// Values such as a journal title are written to the end of the stored text like everything else, read from there, and taken back.
struct ArticleBuilder {
  /// How the children of an element are read.
  enum Mode {
    /// Structure only: text between elements means nothing.
    case outside
    case skip, front, journal, meta, contrib, date
    /// Paragraphs, sections, floats and what stands in them.
    case text
    /// A title, a table cell, a field: inline elements, and everything else as text with spaces around.
    case value
    case table
    case entry, citation, names
    case math
  }

  /// What happens at the end of an element.
  enum Role {
    case none
    case capture(Capture)
    case italic, bold, superscript, `subscript`, xref, link, spaced
    case formula, tex, math
    case section, subArticle, heading, sectionLabel, frontTitle
    case paragraph, label, term, group, float, aside
    case table, rowGroup, row, cell
    case entry, entryLabel, citation, personGroup, citationName, field
    case contribGroup, contrib, contribName, collab, pubDate, keyword, entryBreak
  }

  struct Frame {
    var element: Element
    var mode: Mode
    var role: Role = .none
    /// Where the element's text begins in the stored text.
    var start: Int
    var markCount: Int
    /// What is put back at the end.
    var floor: Int
    var kind: Block.Kind
    var table: Int?
    /// For counting children and the like, as the role needs.
    var note = 0
  }

  var article: Article
  var out = Rendition()
  var frames: [Frame] = []
  var mode: Mode = .outside
  /// The kind of the next paragraph: caption and note where the file says so.
  var kind: Block.Kind = .paragraph
  /// The table that captions and notes belong to.
  var table: Int?

  var flow: OpenFlow?
  var suspended: [OpenFlow?] = []
  /// The next paragraph goes on in the open flow: a label or a term stands there.
  var continuesFlow = false

  var sections: [OpenSection] = []
  var xrefs: [OpenXref] = []
  var links: [String] = []
  var superscriptDepth = 0
  var lastRaisedEnd = -1
  var lastCalloutEnd = -1
  /// Where a superscript with letters ended: a letter right behind it would make one word of the two.
  var lastCaretEnd = -1

  var grid: TableGrid?
  var wrapLabels: [String?] = []

  var entry: OpenEntry?
  var citation: OpenCitation?
  var targets: [String: Int] = [:]

  var front = FrontBuilder()
  /// The value of the attribute that types the value being captured.
  var valueType = ""

  /// Where the value last read began in the input, for what is printed from values.
  var valueOffset = 0
  var labelOffset = 0

  var foundArticle = false
  var rootName = ""
  var subArticleDepth = 0
  var extraArticles = 0
  var needsAnchor = true

  init(inputCount: Int) {
    article = Article(format: .jats, text: StoredText(utf8: []))
    out.reserve(inputCount / 2)
    frames.reserveCapacity(64)
  }

  mutating func diagnose(_ severity: Diagnostic.Severity, _ code: String, _ message: String) {
    // A hostile file has as many oddities as it likes.
    guard article.diagnostics.count < 1000 else { return }
    let end = out.count
    article.diagnostics.append(Diagnostic(severity, code, message, span: SourceSpan(end..<end)))
  }
}

// MARK: - Events

extension ArticleBuilder {
  mutating func start(_ element: Element, _ attributes: Attributes) {
    needsAnchor = true
    switch mode {
    case .skip: push(element, .skip)
    case .text: startText(element, attributes)
    case .value: startValue(element, attributes)
    case .citation, .names: startCitationPart(element, attributes)
    case .table: startTablePart(element, attributes)
    case .entry: startEntryPart(element, attributes)
    case .math: startMath(element, attributes)
    case .contrib: startContribPart(element, attributes)
    case .meta: startMeta(element, attributes)
    case .journal: startJournal(element, attributes)
    case .date: startDatePart(element)
    case .front: startFront(element, attributes)
    case .outside: startOutside(element, attributes)
    }
  }

  mutating func end() {
    needsAnchor = true
    guard let frame = frames.popLast() else { return }
    finish(frame)
    mode = frames.last?.mode ?? .outside
  }

  mutating func characters(_ text: UnsafeBufferPointer<UInt8>, inputOffset: Int) {
    switch mode {
    case .skip, .outside, .front, .journal, .meta, .contrib, .date, .table: return
    case .text:
      if flow?.start == nil {
        guard text.contains(where: { $0 > 0x20 }) else { return }
        resumeFlow()
      }
    case .citation, .names:
      if isBetweenFields, !text.contains(where: { $0 > 0x20 }) { return }
    case .math:
      if !text.contains(where: { $0 > 0x20 }) { return }
    case .value, .entry: break
    }
    if out.count == out.floor { valueOffset = inputOffset }
    if needsAnchor {
      out.anchor(at: inputOffset)
      needsAnchor = false
    }
    if out.count == lastCaretEnd, let first = text.first, isLetter(first) { out.space() }
    out.append(text)
  }

  @discardableResult
  mutating func push(_ element: Element, _ mode: Mode, _ role: Role = .none, note: Int = 0) -> Int {
    frames.append(
      Frame(
        element: element, mode: mode, role: role, start: out.count, markCount: out.marks.count, floor: out.floor, kind: kind,
        table: table, note: note))
    self.mode = mode
    return frames.count - 1
  }

  /// The element that is open around the one being started or ended.
  var parent: Element { frames.last?.element ?? .other }

  /// Begins a value: it is taken back from the stored text when its element ends.
  mutating func capture(_ element: Element, _ capture: Capture, type: String = "") {
    push(element, .value, .capture(capture))
    out.floor = out.count
    valueType = type
  }

  /// Reads a value and takes it back.
  mutating func takeValue(_ frame: Frame) -> String {
    let value = out.string(frame.start..<out.count)
    out.truncate(to: frame.start, marks: frame.markCount)
    out.floor = frame.floor
    return value
  }
}

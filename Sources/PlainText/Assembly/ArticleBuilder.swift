import Literature

/// Builds the article from units in the order of the page: which section they open, belong to, or continue.
struct ArticleBuilder {
  enum Stage { case front, abstract, keywords, body, references, back }

  /// A block while its parts are gathered.
  struct DraftBlock {
    var kind: Block.Kind
    var section: Int
    var table: Int?
    var ranges: [Range<Int>]
  }

  let text: ByteText
  let lines: [Line]
  let units: UnitReader
  let joiner: Joiner
  var stage = Stage.front
  var front = FrontMatter()
  var frontState = FrontState()
  var sections = [Section(kind: .front, title: "", level: 0)]
  var blocks: [DraftBlock] = []
  var tables: [(grid: TableGrid, label: String?, section: Int, blockIndex: Int)] = []
  var entries: [EntryDraft] = []
  var sequence = HeadingSequence()
  /// The paragraph that later lines may continue.
  var openParagraph: Int?
  /// Captions that wait for their table.
  var pendingCaptions: [Int] = []
  /// Level of the last heading that may have headings without numbers under it.
  var parentLevel = 0
  var hasKeywords = false
  /// The table that notes right now would belong to.
  var tableAbove: Int?

  /// Where a list without heading begins; no unit runs into it.
  private let unheadedList: Int?
  private var hasOpenedUnheadedList = false

  init(text: ByteText, lines: [Line]) {
    self.text = text
    unheadedList = UnheadedReferenceList.start(in: lines, text: text)
    var lines = lines
    if let unheadedList { lines[unheadedList].blanksBefore = max(1, lines[unheadedList].blanksBefore) }
    self.lines = lines
    joiner = Joiner(text: text, lines: lines)
    units = UnitReader(text: text, lines: lines, wrapWidth: WrapWidth.of(lines, in: text))
  }

  mutating func build() {
    var index = 0
    while index < lines.count {
      if index == unheadedList, !hasOpenedUnheadedList, entries.isEmpty {
        hasOpenedUnheadedList = true
        open(Section(kind: .references, title: "", level: 1))
        stage = .references
      } else {
        let unit = units.unit(at: index)
        index = unit.nextLine
        take(unit)
      }
      if stage == .references { index = readReferences(from: index) }
    }
  }

  private mutating func take(_ unit: Unit) {
    switch unit.kind {
    case .furniture, .mark: add(.metadata, unit.ranges)
    case .table(let grid): add(grid)
    case .caption(let caption): add(caption, unit.ranges)
    case .note: addNote(unit.ranges)
    case .footnote: add(.note, unit.ranges)
    case .markdownHeading(let level): addMarkdownHeading(unit, level: level)
    case .prose, .item: addProse(unit)
    }
  }

  private mutating func addProse(_ unit: Unit) {
    if let heading = heading(of: unit) {
      add(heading, unit.ranges)
    } else if let first = unit.ranges.first, let inline = InlineHeading(first, in: text), fitsHere(inline.heading) {
      addInline(inline, unit)
    } else {
      addContent(unit)
    }
  }

  private mutating func addContent(_ unit: Unit) {
    switch stage {
    case .front: addFront(unit)
    case .keywords: addKeywords(unit)
    case .abstract, .body, .back, .references: addParagraph(unit)
    }
  }

  /// A paragraph, or the rest of the one that a page break cut.
  mutating func addParagraph(_ unit: Unit) {
    if let openParagraph, continues(openParagraph, unit) {
      blocks[openParagraph].ranges += unit.ranges
      return
    }
    let isSmallPrint = unit.ranges.first.flatMap { SmallPrint($0, in: text) } != nil && unit.ranges.count < 8
    let kind: Block.Kind = isSmallPrint ? .metadata : .paragraph
    add(kind, unit.ranges)
    if kind == .paragraph {
      openParagraph = blocks.count - 1
      pendingCaptions = []
      tableAbove = nil
    }
  }

  private func continues(_ block: Int, _ unit: Unit) -> Bool {
    guard blocks[block].section == sections.count - 1, let end = blocks[block].ranges.last, let next = unit.ranges.first,
      !SentenceEnd.closes(end, in: text), !SentenceEnd.announces(end, in: text)
    else { return false }
    if case .item = unit.kind { return false }
    if SmallPrint(next, in: text) != nil { return false }
    let first = text.scalar(at: next.lowerBound).value
    if first.isLowercase || [0x2C, 0xFF0C, 0x3002, 0x3001, 0x29, 0xFF09, 0x2E].contains(first) { return true }
    return text.columns(end) >= 30 || blocks[block].ranges.count > 1
  }

  mutating func add(_ kind: Block.Kind, _ ranges: [Range<Int>], table: Int? = nil) {
    guard !ranges.isEmpty else { return }
    blocks.append(DraftBlock(kind: kind, section: sections.count - 1, table: table, ranges: ranges))
  }

  /// Opens a section; what follows belongs to it.
  mutating func open(_ section: Section) {
    sections.append(section)
    openParagraph = nil
    pendingCaptions = []
    tableAbove = nil
    hasKeywords = false
    if section.number != nil || StandardHeading.isPart(section.title) { parentLevel = section.level }
  }

  private mutating func readReferences(from index: Int) -> Int {
    let reader = ReferenceListReader(text: text, lines: lines)
    let list = reader.read(from: index)
    entries += list.entries
    for line in list.asides { add(.metadata, [lines[line].range]) }
    stage = .back
    if !list.entries.isEmpty, list.next < lines.count { sections.append(Section(kind: .note, title: "", level: 1)) }
    return list.next
  }
}

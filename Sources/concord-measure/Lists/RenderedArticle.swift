import Bibliography
import Literature

/// An article of structured XML printed as plain text, with what stands where.
struct RenderedArticle {
  struct Callout {
    /// Bytes of `text`.
    var range: Range<Int>
    /// Indices into `entries`.
    var targets: Set<Int>
  }

  private(set) var text: [UInt8] = []
  /// As printed, labels left out, in list order.
  private(set) var entries: [String] = []
  private(set) var callouts: [Callout] = []
  /// Callouts of works without author or year, which author and year cannot call.
  private(set) var uncallable = 0
  private let extract: Extract
  private let setting: PageSetting
  private let printing: CalloutPrinting
  private var printer: PagePrinter
  /// The place in the printed list of each reference.
  private var order: [Int] = []

  init(_ extract: Extract, setting: PageSetting) {
    self.extract = extract
    self.setting = setting
    printing = CalloutPrinting(setting: setting, references: extract.references)
    printer = PagePrinter(runningHead: Self.runningHead(extract), hasFormFeeds: setting.hasFormFeeds)
    order = Array(extract.references.indices)
    if setting.scheme == .authorYear {
      let keys = extract.references.indices.map { entry($0).lowercased() }
      order.sort { (keys[$0], $0) < (keys[$1], $1) }
    }
    printBody()
    printList()
    text = printer.bytes
  }

  private static func runningHead(_ extract: Extract) -> String {
    let author = extract.article.front.authors.first?.family ?? "Authors"
    return "\(author) et al.      \(extract.article.front.journal ?? "Journal")"
  }

  // MARK: Body

  private mutating func printBody() {
    let byBlock = Dictionary(grouping: extract.citations) { extract.passages[$0.passage].block ?? -1 }
    let tables = Dictionary(grouping: extract.article.tables, by: \.blockIndex)
    for (index, block) in extract.article.blocks.enumerated() {
      for table in tables[index] ?? [] { print(table) }
      // The list's own heading, with what floats into it, is printed by us.
      if extract.article.sections[block.section].kind == .references { continue }
      let citations = (byBlock[index] ?? []).sorted { $0.span.start < $1.span.start }
      print(block.flow, citations)
    }
  }

  private mutating func print(_ flow: FlowText, _ citations: [Citation]) {
    var out: [UInt8] = []
    var marks: [(range: Range<Int>, targets: Set<Int>)] = []
    var position = 0
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    for citation in citations {
      guard let last = citation.span.ranges.last, let low = flow.flowOffset(ofSource: citation.span.start),
        let end = flow.flowOffset(ofSource: last.upperBound - 1), low >= position, !citation.references.isEmpty
      else { continue }
      let targets = callable(citation.references)
      guard !targets.isEmpty else { continue }
      out += flow.utf8[position..<low]
      let keepsOwn = setting.scheme == .authorYear && citation.marker.contains(where: \.isLetter)
      // Copies that lose a superscript glue its digits to the word.
      if setting.scheme == .numeric, setting.callout == .lostSuperscripts, out.last == 0x20 { out.removeLast() }
      let printed = keepsOwn ? citation.marker : printing.text(targets, after: out.last)
      let start = out.count + printed.utf8.prefix { $0 == 0x20 }.count
      if setting.scheme == .authorYear, let last = out.last, last > 0x20, !keepsOwn { out.append(0x20) }
      let lead = out.count > start ? out.count : start
      out += Array(printed.utf8)
      marks.append((lead..<out.count, Set(targets.compactMap { places[$0] })))
      position = end + 1
    }
    out += flow.utf8[position...]
    let ranges = printer.paragraph(String(decoding: out, as: UTF8.self).replacing("\n", with: " "), marks: marks.map(\.range))
    for (range, mark) in zip(ranges, marks) { callouts.append(Callout(range: range, targets: mark.targets)) }
  }

  private mutating func callable(_ references: [Int]) -> [Int] {
    guard setting.scheme == .authorYear else { return references }
    let callable = references.filter { CalloutPrinting.isCallable(extract.references[$0].item) }
    if callable.count < references.count { uncallable += 1 }
    return callable
  }

  private mutating func print(_ table: Table) {
    printer.skip()
    for (_, cells) in Dictionary(grouping: table.cells, by: \.row).sorted(by: { $0.key < $1.key }) {
      let texts = cells.sorted { $0.column < $1.column }.map { cell in
        cell.flow.string.replacing("\n", with: " ").prefix(24).trimmingSuffix { $0 == " " }
      }
      let row = texts.map { $0 + String(repeating: "\u{A0}", count: max(3, 18 - $0.count)) }.joined()
      _ = printer.paragraph(String(row).trimmingNoBreak, blankBefore: false)
    }
  }

  // MARK: List

  private mutating func printList() {
    if let heading = setting.heading { _ = printer.paragraph(heading) }
    printer.skip()
    for (place, index) in order.enumerated() {
      let entry = entry(index)
      entries.append(entry)
      guard setting.scheme == .authorYear else {
        _ = printer.paragraph(setting.printed(place + 1, of: order.count) + entry, blankBefore: false)
        continue
      }
      switch setting.layout {
      case .hanging: _ = printer.paragraph(entry, hanging: 4, blankBefore: false)
      case .blankLines: _ = printer.paragraph(entry)
      case .bullets: _ = printer.paragraph("• " + entry, hanging: 2, blankBefore: false)
      case .lineEnds: _ = printer.paragraph(entry, blankBefore: false)
      }
    }
  }

  private func entry(_ index: Int) -> String {
    let reference = extract.references[index]
    guard reference.style == "structured", reference.otherItems.isEmpty else { return reference.raw.replacing("\n", with: " ") }
    var item = reference.item
    if setting.scheme == .numeric {
      return (setting.isStandard ? CitationStyle.gbt7714 : .vancouver).entry(for: item)
    }
    item.yearSuffix = printing.suffixes[index] ?? item.yearSuffix
    return CitationStyle.apa.entry(for: item)
  }
}

extension String {
  fileprivate var trimmingNoBreak: String {
    var text = self
    while text.last == "\u{A0}" { text.removeLast() }
    return text.replacing("\u{A0}", with: " ")
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while drop: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, drop(last) { text.removeLast() }
    return text
  }
}

import Literature
import TextAnalysis

/// The callouts that a structured file marks itself.
struct MarkedCallouts {
  private struct Mark {
    /// Bytes of the passage's flow.
    var range: Range<Int>
    var references: [Int]
    /// Bytes of the stored text: a mark may reach beyond the passage.
    var source: Range<Int>
  }

  private let marks: [(range: Range<Int>, references: [Int])]
  private let labels: LabelIndex
  private let count: Int
  private let utf8: [UInt8]

  /// Nil where the file marks none.
  init?(article: Article, references: [Reference], labels: LabelIndex) {
    var marks: [(range: Range<Int>, references: [Int])] = []
    for mark in article.marks {
      if case .citation(let indices) = mark.kind { marks.append((mark.range, indices)) }
    }
    guard !marks.isEmpty else { return nil }
    self.marks = marks
    self.labels = labels
    count = references.count
    utf8 = article.text.utf8
  }

  func callouts(in passages: [Passage], lexed: [LexedText]) -> [Callout] {
    let marked = passages.enumerated().map { index, passage in
      passage.kind == .reference ? [] : callouts(in: passage.flow, passage: index)
    }
    guard areInBrackets(marked.joined(), passages) else { return Array(marked.joined()) }
    let brackets = BracketCallouts(labels: labels, open: "[", close: "]")
    return marked.enumerated().flatMap { index, own -> [Callout] in
      let kind = passages[index].kind
      guard kind == .sentence || kind == .tableRow || kind == .note else { return own }
      let unmarked = brackets.callouts(in: lexed[index], passage: index, kind: kind).filter { callout in
        callout.isResolved && !own.contains { $0.range.overlaps(callout.range) }
      }
      return unmarked.isEmpty ? own : (own + unmarked).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
  }

  /// With fewer marks than this a document has no style of its own.
  private static let fewestMarks = 5

  /// Whether nearly all marks are numbers in square brackets, so that the same without a mark is a callout that the file forgot.
  private func areInBrackets(_ callouts: some Collection<Callout>, _ passages: [Passage]) -> Bool {
    let bracketed = callouts.count { callout in
      passages[callout.passage].flow.utf8[callout.range.lowerBound] == 0x5B
        && callout.targets.allSatisfy { Int($0.label) != nil }
    }
    return bracketed >= Self.fewestMarks && 10 * bracketed >= 9 * callouts.count
  }

  private func callouts(in flow: FlowText, passage: Int) -> [Callout] {
    var found: [Callout] = []
    for mark in marks(in: flow) {
      let targets = targets(of: mark)
      if var last = found.last, let inner = joint(last, mark, targets, in: flow) {
        last.targets += inner + targets
        last.range = last.range.lowerBound..<mark.range.upperBound
        found[found.count - 1] = last
      } else {
        found.append(Callout(passage: passage, range: mark.range, targets: targets))
      }
    }
    return found.map { callout in
      var callout = callout
      callout.range = widened(callout.range, in: flow.utf8)
      return callout
    }
  }

  /// The marks whose beginning the flow holds, by their place in it. O(pieces · log marks + found).
  private func marks(in flow: FlowText) -> [Mark] {
    var found: [Mark] = []
    for piece in flow.pieces {
      var index = marks.partitionPoint { $0.range.lowerBound >= piece.source.lowerBound }
      while index < marks.count, marks[index].range.lowerBound < piece.source.upperBound {
        let mark = marks[index]
        let start = piece.flowStart + mark.range.lowerBound - piece.source.lowerBound
        let end = flow.flowOffset(ofSource: max(mark.range.lowerBound, mark.range.upperBound - 1)).map { $0 + 1 } ?? piece.flowEnd
        if end > start {
          found.append(
            Mark(range: start..<end, references: mark.references.filter { (0..<count).contains($0) }, source: mark.range))
        }
        index += 1
      }
    }
    return found
  }

  /// The references of a mark; "1–4" tied to one end only means all four; a mark tied to nothing is what it prints.
  private func targets(of mark: Mark) -> [Callout.Target] {
    let tied = mark.references.map { Callout.Target(label: labels.label(of: $0), reference: $0) }
    let text = Self.withoutBrackets(utf8[mark.source.clamped(to: 0..<utf8.count)])
    if tied.isEmpty { return [labels.target(String(decoding: text, as: UTF8.self))] }
    guard tied.count <= 2, let list = LabelList(text, index: labels, blanks: true), list.labels.count > tied.count,
      list.labels.allSatisfy({ labels.index(of: $0) != nil }), tied.allSatisfy({ list.labels.contains($0.label) })
    else { return tied }
    return list.labels.map(labels.target)
  }

  private static func withoutBrackets(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, [0x20, 0x28, 0x5B].contains(first) { bytes = bytes.dropFirst() }
    while let last = bytes.last, [0x20, 0x29, 0x5D].contains(last) { bytes = bytes.dropLast() }
    return bytes
  }

  /// What belongs between two neighbouring marks of one callout: nothing, or the numbers a dash leaves out. Nil where they are two callouts.
  private func joint(_ last: Callout, _ mark: Mark, _ targets: [Callout.Target], in flow: FlowText) -> [Callout.Target]? {
    guard mark.range.lowerBound >= last.range.upperBound else { return nil }
    let between = flow.utf8[last.range.upperBound..<mark.range.lowerBound]
    let isNumeric = flow.utf8[last.range.upperBound - 1] < 0x3A && flow.utf8[mark.range.lowerBound] < 0x3A
    guard between.count <= 12, let separator = Separator(between, brackets: true, words: isNumeric) else { return nil }
    guard separator == .dash, let low = last.targets.last, let high = targets.first else { return [] }
    guard let inner = labels.between(low.label, high.label), inner.allSatisfy({ labels.index(of: $0) != nil }) else { return [] }
    return inner.map(labels.target)
  }

  /// With the brackets right around it, blanks between allowed.
  private func widened(_ range: Range<Int>, in utf8: [UInt8]) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low > 0, utf8[low - 1] == 0x20 { low -= 1 }
    while high < utf8.count, utf8[high] == 0x20 { high += 1 }
    guard low > 0, high < utf8.count else { return range }
    switch (utf8[low - 1], utf8[high]) {
    case (0x5B, 0x5D), (0x28, 0x29): return low - 1..<high + 1
    default: return range
    }
  }
}

import Literature

/// A block whose end has not come; floats may have interrupted it.
struct OpenFlow {
  var kind: Block.Kind
  var table: Int?
  /// What was written before each interruption.
  var pieces: [Range<Int>] = []
  /// Where the stretch being written begins; nil before its first character.
  var start: Int?
  /// The place in `blocks` that was kept when a float interrupted the flow.
  var reserved: Int?
}

extension ArticleBuilder {
  /// Closes what is open and begins a block with the next character.
  mutating func openFlow(_ kind: Block.Kind) {
    closeFlow()
    flow = OpenFlow(kind: kind, table: kind == .caption || kind == .note ? table : nil)
  }

  /// Begins to write: a new paragraph of the stored text. Text outside of any paragraph gets one of its own.
  mutating func resumeFlow() {
    if flow == nil { openFlow(kind) }
    guard flow?.start == nil else { return }
    breakParagraph()
    flow?.start = out.count
  }

  /// A blank line, unless the text begins here.
  mutating func breakParagraph() {
    out.trimSpace()
    if out.count > 0 {
      if out.utf8.last != 0x0A { out.append("\n") }
      if !out.utf8.suffix(2).elementsEqual([0x0A, 0x0A]) { out.append("\n") }
    }
    out.floor = out.count
  }

  /// Ends the open block, if any. A block without text is dropped.
  mutating func closeFlow() {
    continuesFlow = false
    guard var closing = flow.take() else { return }
    finishPiece(&closing)
    guard !closing.pieces.isEmpty else { return }
    var text = FlowText()
    for piece in closing.pieces { text.append(piece, of: out.utf8, joiner: text.isEmpty ? "" : " ") }
    let block = Block(kind: closing.kind, section: currentSection(), table: closing.table, flow: text)
    if let reserved = closing.reserved {
      // The section is the one that the block began in.
      article.blocks[reserved].flow = text
    } else {
      article.blocks.append(block)
    }
  }

  private mutating func finishPiece(_ flow: inout OpenFlow) {
    guard let start = flow.start else { return }
    out.trimSpace()
    if start < out.count { flow.pieces.append(start..<out.count) }
    flow.start = nil
  }

  /// Puts the open block aside for a float, and keeps its place.
  mutating func suspendFlow() {
    // Taken out, so that a paragraph with many floats does not copy its pieces for each.
    if var open = flow.take() {
      finishPiece(&open)
      if !open.pieces.isEmpty, open.reserved == nil {
        open.reserved = article.blocks.count
        article.blocks.append(Block(kind: open.kind, section: currentSection(), table: open.table, flow: FlowText()))
      }
      suspended.append(open)
    } else {
      suspended.append(nil)
    }
    continuesFlow = false
  }

  mutating func unsuspendFlow() {
    closeFlow()
    flow = suspended.popLast() ?? nil
  }

  /// Writes a separator of ours into the open flow.
  mutating func write(_ text: String) {
    resumeFlow()
    out.append(text)
  }
}

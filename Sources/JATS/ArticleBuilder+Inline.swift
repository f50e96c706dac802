import Literature

/// An `xref` whose end has not come.
struct OpenXref {
  var targets: String
  /// `ref-type` says that it points to the reference list.
  var isCallout: Bool
  /// `ref-type` says that it points to a footnote, or the like, by a small sign.
  var isNoteSign: Bool
}

extension ArticleBuilder {
  /// Inline elements of any text; false where the element is none of them. The children are read as the parent's are.
  mutating func startInline(_ element: Element, _ attributes: Attributes) -> Bool {
    switch element {
    case .italic: push(element, mode, .italic)
    case .bold: push(element, mode, .bold)
    case .sup:
      superscriptDepth += 1
      push(element, mode, .superscript)
    case .sub: push(element, mode, .subscript)
    case .xref: startXref(attributes)
    case .extLink, .uri:
      links.append(attributes["href"] ?? "")
      push(element, mode, .link)
    case .break, .hr:
      if out.last != nil { out.space() }
      push(element, .skip)
    case .math: startMathRoot()
    case .texMath: startTex()
    case .graphic, .inlineGraphic, .inlineMedia, .altText, .longDesc, .objectID, .permissions, .processingMeta, .annotationXML:
      push(element, .skip)
    default: return false
    }
    return true
  }

  mutating func startXref(_ attributes: Attributes) {
    let type = attributes["ref-type"] ?? ""
    xrefs.append(
      OpenXref(
        targets: attributes["rid"] ?? "", isCallout: type == "bibr",
        isNoteSign: ["fn", "table-fn", "aff", "author-notes", "corresp"].contains(type)))
    push(.xref, mode, .xref)
  }

  /// Titles, cells and fields: what is not inline is text with spaces around.
  mutating func startValue(_ element: Element, _ attributes: Attributes) {
    if startInline(element, attributes) { return }
    switch element {
    case .p, .list, .listItem, .def, .defItem, .defList, .term, .title, .label, .tr, .td, .th, .row, .entry, .dispFormula, .fn,
      .dispQuote, .verseLine, .boxedText, .sec, .caption, .statement, .preformat:
      if out.last != nil { out.space() }
      push(element, .value, .spaced)
    case .contribGroup: push(element, .skip)
    default: push(element, .value)
    }
  }

  mutating func finishInline(_ frame: Frame) {
    let range = out.trimmed(min(max(frame.start, out.floor), out.count)..<out.count)
    switch frame.role {
    case .italic: if !range.isEmpty { out.mark(range, .plain(.italic)) }
    case .bold: if !range.isEmpty { out.mark(range, .plain(.bold)) }
    case .superscript: finishSuperscript(frame, range)
    case .subscript: finishSubscript(frame, range)
    case .xref: finishXref(frame, range)
    case .link:
      let target = links.popLast() ?? ""
      finishLink(target.isEmpty ? out.string(range) : target, range, frame.element)
    case .spaced: out.space()
    default: break
    }
  }

  private mutating func finishSuperscript(_ frame: Frame, _ range: Range<Int>) {
    superscriptDepth -= 1
    guard !range.isEmpty else { return }
    guard superscriptDepth == 0 else { return }
    // A raised dash between two callouts is the dash of a range, not a sign.
    if range.count <= 3, range.lowerBound == lastCalloutEnd, out.utf8[range].allSatisfy({ $0 > 0x7F || $0 == 0x2D }) {
      out.mark(range, .plain(.superscript))
      return
    }
    let raised = raise(range, frame.markCount)
    if out.utf8[raised.lowerBound] == 0x5E { lastCaretEnd = raised.upperBound }
    out.mark(raised, .plain(.superscript))
  }

  /// Rewrites the end of the text, from `range` on, as a superscript; the new range.
  private mutating func raise(_ range: Range<Int>, _ markCount: Int) -> Range<Int> {
    let (bytes, map) = Superscript.render(out.utf8[range.lowerBound...])
    out.replaceTail(from: range.lowerBound, with: bytes, map: map, marksFrom: markCount)
    return out.trimmed(range.lowerBound..<out.count)
  }

  /// A subscript digit after a digit would make another number of the two.
  private mutating func finishSubscript(_ frame: Frame, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let bytes = Array(out.utf8[range])
    guard bytes.allSatisfy(isDigit), range.lowerBound > out.floor, isDigit(out.utf8[range.lowerBound - 1]) else {
      out.mark(range, .plain(.subscript))
      return
    }
    let lowered = bytes.flatMap { Superscript.subscriptDigits[Int($0 - 0x30)] }
    let map = (0...(out.count - range.lowerBound)).map { min($0 * 3, lowered.count) }
    out.replaceTail(from: range.lowerBound, with: lowered, map: map, marksFrom: frame.markCount)
    out.mark(range.lowerBound..<out.count, .plain(.subscript))
  }

  private mutating func finishXref(_ frame: Frame, _ range: Range<Int>) {
    guard let xref = xrefs.popLast() else { return }
    var range = range
    if superscriptDepth == 0, !range.isEmpty {
      if needsRaising(xref, range) {
        range = raise(range, frame.markCount)
        lastRaisedEnd = range.upperBound
      } else if xref.isCallout, range.lowerBound == lastCalloutEnd, range.lowerBound > out.floor,
        isDigit(out.utf8[range.lowerBound - 1]), isDigit(out.utf8[range.lowerBound])
      {
        // Two numbers side by side would be one.
        let content = Array(out.utf8[range.lowerBound...])
        let map = (0...content.count).map { $0 + 1 }
        out.replaceTail(from: range.lowerBound, with: [0x2C] + content, map: map, marksFrom: frame.markCount)
        range = range.lowerBound + 1..<range.upperBound + 1
      }
    }
    if xref.isCallout { lastCalloutEnd = range.upperBound }
    out.mark(range, .reference(xref.targets, isCallout: xref.isCallout))
  }

  /// Whether a pointer without `sup` would run into the word or number before it: journals that print superscripts often leave them to
  /// their style sheet.
  private func needsRaising(_ xref: OpenXref, _ range: Range<Int>) -> Bool {
    guard range.lowerBound > out.floor else { return false }
    let before = out.utf8[range.lowerBound - 1]
    if xref.isNoteSign { return range.count <= 3 && (isDigit(before) || isLetter(before)) && isPlainWord(range) }
    guard isNumberList(range) else { return false }
    if isDigit(before) || isLetter(before) { return range.lowerBound != lastCalloutEnd }
    guard xref.isCallout else { return false }
    switch before {
    case 0x2E, 0x3A, 0x29, 0x25, 0x22, 0x3F, 0x21: return true
    case 0x2C, 0x3B, 0x2D, 0x93, 0x94: return continuesRaised(range)
    default: return false
    }
  }

  /// After a comma or a dash: the number follows a raised one, or stands after a comma that is the sentence's own.
  private func continuesRaised(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index > out.floor, index > range.lowerBound - 4 {
      if index == lastRaisedEnd { return true }
      if index == lastCalloutEnd { return false }
      index -= 1
    }
    let before = out.utf8[range.lowerBound - 1]
    return (before == 0x2C || before == 0x3B) && index > out.floor && isLetter(out.utf8[range.lowerBound - 2])
  }

  private func isNumberList(_ range: Range<Int>) -> Bool {
    isDigit(out.utf8[range.lowerBound])
      && out.utf8[range].allSatisfy { isDigit($0) || [0x2C, 0x2D, 0x20, 0xE2, 0x80, 0x93, 0x94].contains($0) }
  }

  private func isPlainWord(_ range: Range<Int>) -> Bool { out.utf8[range].allSatisfy { isDigit($0) || isLetter($0) } }
}

func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

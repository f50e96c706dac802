import Literature

/// Mathematics as one line of text: a/b, x², √(y).
extension ArticleBuilder {
  /// Values of `Frame.note` for `alternatives`: nothing yet, mathematics read, else where the TeX begins plus two.
  private static let mathSeen = 1

  mutating func startMathRoot() {
    if parent == .alternatives, let frame = frames.last {
      if frame.note >= 2 { out.truncate(to: max(frame.note - 2, min(out.floor, out.count)), marks: out.marks.count) }
      frames[frames.count - 1].note = Self.mathSeen
    }
    beginFormula()
    push(.math, .math, .math)
  }

  mutating func startTex() {
    if parent == .alternatives, frames.last?.note == Self.mathSeen {
      push(.texMath, .skip)
      return
    }
    beginFormula()
    if parent == .alternatives { frames[frames.count - 1].note = out.count + 2 }
    push(.texMath, .value, .tex)
  }

  /// In running text a formula may be the first thing of a paragraph.
  private mutating func beginFormula() {
    if mode == .text { resumeFlow() }
  }

  mutating func startMath(_ element: Element, _ attributes: Attributes) {
    let index = nextChild()
    switch parent {
    case .mfrac where index == 1: out.append("/")
    case .mfenced where index > 0: out.append(", ")
    case .mtr where index > 0: out.append(", ")
    case .mtable where index > 0: out.append("; ")
    default: break
    }
    switch element {
    case .annotation, .annotationXML: push(element, .skip)
    case .mspace:
      out.space()
      push(element, .skip)
    case .msqrt, .mroot:
      out.append("√(")
      push(element, .math, .math)
    case .mfenced:
      out.append(attributes["open"] ?? "(")
      push(element, .math, .math)
      links.append(attributes["close"] ?? ")")
    default: push(element, .math, .math, note: 0)
    }
  }

  /// Counts the children of the open element.
  private mutating func nextChild() -> Int {
    guard !frames.isEmpty else { return 0 }
    frames[frames.count - 1].note += 1
    return frames[frames.count - 1].note - 1
  }

  mutating func finishMath(_ frame: Frame) {
    switch frame.role {
    case .formula:
      if flow?.start != nil { out.space() }
      if frame.note == 0 { closeFlow() }
    case .tex: finishTex(frame)
    default:
      switch frame.element {
      case .msqrt, .mroot: out.append(")")
      case .mfenced: out.append(links.popLast() ?? ")")
      default: break
      }
      finishOperand(frame)
    }
  }

  /// What stands in a fraction or a power.
  private mutating func finishOperand(_ frame: Frame) {
    guard let outer = frames.last, frame.element != .math else { return }
    let range = frame.start..<out.count
    guard !range.isEmpty else { return }
    let index = outer.note - 1
    let isPower = outer.element == .msup && index == 1 || outer.element == .msubsup && index == 2
    if isPower {
      let (bytes, map) = Superscript.render(out.utf8[range])
      out.replaceTail(from: frame.start, with: bytes, map: map, marksFrom: frame.markCount)
    } else if outer.element == .mfrac, out.utf8[range].contains(where: Self.isOperator) {
      let bytes = [0x28] + Array(out.utf8[range]) + [0x29]
      let map = (0...range.count).map { $0 + 1 }
      out.replaceTail(from: frame.start, with: bytes, map: map, marksFrom: frame.markCount)
    }
  }

  private static func isOperator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2B, 0x2D, 0x2F, 0x20, 0x3D, 0xE2, 0x2A: true
    default: false
    }
  }

  /// The body of a TeX formula without the document around it.
  private mutating func finishTex(_ frame: Frame) {
    var tex = out.string(frame.start..<out.count)
    out.truncate(to: frame.start, marks: frame.markCount)
    if let begin = tex.utf8Range(of: "\\begin{document}") { tex = String(tex[begin.upperBound...]) }
    if let end = tex.utf8Range(of: "\\end{document}") { tex = String(tex[..<end.lowerBound]) }
    out.append(String(tex.filter { $0 != "$" }.drop { $0 == " " }))
    out.trimSpace()
  }
}

import Literature
import TextAnalysis

/// In which order a document mostly prints its two groups: the control first or last.
///
/// Where a sentence names no group beside two figures, they stand in the document's usual order.
struct ControlOrder: Sendable {
  /// Nil where neither order is the usual one.
  let isControlFirst: Bool?

  private static let controls = PhraseSet(
    ["placebo", "control", "controls", "usual care", "alone", "standard", "sham", "observation", "comparator"],
    ["对照", "安慰剂", "生理盐水", "单用", "单药", "单纯", "常规", "标准", "空白", "假"])

  /// Whether an arm's name, as printed, is a control's, or that of what the document's ratios are taken against.
  static func isControl(_ arm: String?, in context: CheckContext) -> Bool {
    arm.map { LexedText($0) }.map { controls.occurs(in: $0) || RatioReference.shared(in: context).isNamed(by: $0) } ?? false
  }

  static func shared(in context: CheckContext) -> ControlOrder { context.once(Self.self) { ControlOrder(context) } }

  /// By the heads of tables that print sizes, and by sentences that name both groups. O(tokens).
  private init(_ context: CheckContext) {
    var lead = 0
    let reference = RatioReference.shared(in: context)
    func isControl(_ name: LexedText) -> Bool { Self.controls.occurs(in: name) || reference.isNamed(by: name) }
    for table in context.extract.article.tables {
      let heads = table.headCells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }.map { LexedText($0.flow.utf8) }
      let groups = heads.filter { text in text.tokens.indices.contains { text.isWord($0, "n") || text.hanContains($0, "组") } }
      guard groups.count >= 2 else { continue }
      lead += Self.side(isControl(groups[0]), isControl(groups[1]))
    }
    let labels = GroupLabels.shared(in: context)
    for index in context.extract.passages.indices where context.extract.passages[index].kind == .sentence {
      let text = context.lexed[index]
      let places = labels.places(in: text, text.tokens.indices)
      guard places.count >= 2 else { continue }
      let names = places.prefix(2).map { LexedText(text.string($0)) }
      lead += Self.side(isControl(names[0]), isControl(names[1]))
    }
    isControlFirst = lead == 0 ? nil : lead > 0
  }

  private static func side(_ first: Bool, _ second: Bool) -> Int { first == second ? 0 : first ? 1 : -1 }
}

import Lexicon
import Literature
import TextAnalysis

/// All figures of a document, with the trial and the words that each passage has for them.
struct FigurePlaces {
  let context: CheckContext
  private(set) var figures: [PlacedFigure] = []
  /// Indices into `figures` by passage, in the order of the text.
  private(set) var byPassage: [Int: [Int]] = [:]
  private(set) var byKey: [PlacedFigure.Key: [Int]] = [:]

  /// O(bytes of the passages that hold figures).
  init(_ context: CheckContext) {
    self.context = context
    let callouts = Dictionary(grouping: context.extract.citations, by: \.passage)
    for passage in context.extract.passages.indices where Self.isRead(context.extract.passages[passage].kind) {
      guard context.lexed[passage].tokens.contains(where: { $0.kind == .number }) else { continue }
      let flow = context.extract.passages[passage].flow
      let marked = (callouts[passage] ?? []).compactMap { citation -> Range<Int>? in
        guard let start = flow.flowOffset(ofSource: citation.span.start),
          let end = flow.flowOffset(ofSource: citation.span.end - 1), start <= end
        else { return nil }
        return start..<end + 1
      }
      let names = TrialPlaces(passage, in: context)
      let found = FigureReader(passage, in: context, callouts: marked).figures().sorted {
        $0.range.lowerBound < $1.range.lowerBound
      }
      for var figure in found {
        figure.trial = names.trial(at: figure.range.lowerBound)
        byPassage[passage, default: []].append(figures.count)
        byKey[figure.key, default: []].append(figures.count)
        figures.append(figure)
      }
    }
  }

  private static func isRead(_ kind: Passage.Kind) -> Bool {
    kind == .sentence || kind == .caption || kind == .note || kind == .tableRow
  }

  func part(_ figure: Int) -> Part { Part(of: context.extract.passages[figures[figure].passage]) }

  /// A figure near another one, and how many values lie from it to that one; negative before it.
  struct Mate {
    var figure: PlacedFigure
    var offset: Int
  }

  /// How far around a figure its company reaches, in figures.
  private static let reach = 5

  /// The figures around one. Offsets count values alone: spreads, limits and counts stand beside them or do not.
  func company(of figure: Int) -> [Mate] {
    guard let row = byPassage[figures[figure].passage], let place = row.firstIndex(of: figure) else { return [] }
    return row.indices.filter { $0 != place && abs($0 - place) <= Self.reach }.map { mate in
      let isAside = !figures[row[mate]].isBracketed && !figures[figure].isBracketed
      let between = row[min(mate, place)..<max(mate, place)].dropFirst().count { index in
        figures[index].role == .value && !figures[index].isDerived && !(isAside && figures[index].isBracketed)
      }
      return Mate(figure: figures[row[mate]], offset: mate < place ? -between - 1 : between + 1)
    }
  }

  func holds(_ key: PlacedFigure.Key, passage: Int) -> Bool {
    (byPassage[passage] ?? []).contains { figures[$0].key == key }
  }
}

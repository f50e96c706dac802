import Literature
import TextAnalysis

/// Several values told of one arm and then, in the same order, of another, the arm behind each run:
/// "A and B were 15 and 13 in X and 17 and 9 in Y", "79 ± 12 and 75 ± 5 before and after in group I, 81 ± 13 and 103 ± 11 in group II".
struct ParallelArms {
  private let reading: SentenceReading
  private var text: ResultText { reading.text }

  init(_ reading: SentenceReading) { self.reading = reading }

  private struct Block {
    var arm: ArmPhrase
    var values: [Quantity]
    var end: Int
  }

  /// A draft for each outcome or time where the sentence lists as many before the first value, else one for each arm; none where there are
  /// no two such runs. O(values).
  func drafts() -> [CardDraft] {
    guard !text.hasHan, reading.quantities.count >= 4 else { return [] }
    let blocks = blocks()
    guard blocks.count > 1, let first = blocks.first?.values.first, let width = blocks.first?.values.count else { return [] }
    let outcome = OutcomePhrase(reading: reading)
    if let place = beforeAndAfter(first.tokens.lowerBound),
      let words = outcome.before(text.bytes(place..<place + 1), after: 0), outcome.isMeasurable(words)
    {
      return blocks.map { block in
        draft(ValueGroup(shape: .change, quantities: block.values, labels: block.values.map { _ in block.arm }), words)
      }
    }
    guard let words = outcome.tokens(of: first.bytes, after: 0), words.upperBound <= first.tokens.lowerBound,
      outcome.isMeasurable(words)
    else { return [] }
    let columns = (0..<width).map { column in
      ValueGroup(shape: .labelled, quantities: blocks.map { $0.values[column] }, labels: blocks.map(\.arm))
    }
    if let parts = SharedOutcomes.parts(of: words, in: text), parts.count == width {
      return zip(columns, parts).map { draft($0, $1) }
    }
    let times = TimeList.times(in: text, before: first.bytes.lowerBound).flatMap { $0.count == width ? $0 : nil }
    guard let times else { return [] }
    return zip(columns, times).map { column, time in
      var draft = draft(column, words)
      draft.details.time = time
      return draft
    }
  }

  private func draft(_ group: ValueGroup, _ outcome: Range<Int>) -> CardDraft {
    FreeValues.draft(of: group, text.bytes(outcome), in: reading)
  }

  /// The runs of as many values of the same units, each with another arm behind it.
  private func blocks() -> [Block] {
    let estimates = Set(reading.estimates.map(\.value.numberToken))
    let values = reading.quantities.filter {
      !estimates.contains($0.numberToken) && FreeValueFilter.mayBeValue($0, in: reading) && $0.upper == nil
    }
    var blocks: [Block] = []
    var index = 0
    while index < values.count {
      var last = index
      while last + 1 < values.count, last - index < 3, isJoined(values[last], values[last + 1]) { last += 1 }
      let limit = last + 1 < values.count ? values[last + 1].bytes.lowerBound : text.utf8.count
      if last > index, let block = block(Array(values[index...last]), limit), blocks.last.map({ continues($0, block) }) ?? true {
        blocks.append(block)
      } else if !blocks.isEmpty {
        break
      }
      index = last + 1
    }
    return Set(blocks.map(\.arm.name)).count == blocks.count ? blocks : []
  }

  private func block(_ run: [Quantity], _ limit: Int) -> Block? {
    guard let last = run.last else { return nil }
    let arm = ArmLabels(reading: reading).label(of: last, within: last.bytes.upperBound..<limit)
    guard let arm, arm.range.lowerBound >= last.bytes.upperBound else { return nil }
    let values = run.map { value in
      var value = value
      value.unit = value.unit ?? last.unit
      return value
    }
    return Block(arm: arm, values: values, end: text.tokenRange(ofBytes: arm.range).upperBound)
  }

  private func isJoined(_ left: Quantity, _ right: Quantity) -> Bool {
    guard left.unit == right.unit || left.unit == nil || right.unit == nil, left.tokens.upperBound <= right.tokens.lowerBound
    else {
      return false
    }
    var cursor = left.tokens.upperBound
    if let bracket = text.end(ofBracketAt: cursor), bracket <= right.tokens.lowerBound { cursor = bracket }
    if text.isSymbol(cursor, ",") { cursor += 1 }
    if text.word(cursor) == "and" { cursor += 1 }
    return cursor == right.tokens.lowerBound && cursor > left.tokens.upperBound
  }

  /// Whether a run stands where the next arm of the same list would: as many values of the same units, only a joint between.
  private func continues(_ last: Block, _ next: Block) -> Bool {
    guard let first = next.values.first, last.values.count == next.values.count,
      zip(last.values, next.values).allSatisfy({ $0.unit == $1.unit }), last.end <= first.tokens.lowerBound
    else { return false }
    let gap = last.end..<first.tokens.lowerBound
    return gap.count <= 14 && !gap.contains { text.tags($0).contains(.armNoun) && $0 > last.end || text.isSymbol($0, "。") }
      && gap.contains {
        text.isSymbol($0, anyOf: [",", ";"]) || text.tags($0).contains(.versus) || ["and", "but"].contains(text.word($0))
      }
  }

  /// The token where "before and after" begins.
  private func beforeAndAfter(_ end: Int) -> Int? {
    (0..<end).last { ["before", "pre"].contains(text.word($0)) && (($0 + 1)...($0 + 2)).contains { text.word($0) == "and" } }
  }
}

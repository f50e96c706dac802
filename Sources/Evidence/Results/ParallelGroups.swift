import Literature
import TextAnalysis

/// Several outcomes told of one group and then, in the same order, of another:
/// "A组手术时间(95±18)min、住院时间(6.1±1.4)d，均短于B组的(122±23)min、(8.3±1.9)d", "退热时间、咳嗽时间A组分别为…，B组分别为…".
struct ParallelGroups {
  private let reading: SentenceReading

  init(_ reading: SentenceReading) { self.reading = reading }

  /// One draft for each outcome with the values of both groups; none where the values are not as many in both, or of other units. O(values).
  func drafts() -> [CardDraft] {
    guard reading.text.hasHan else { return [] }
    let values = reading.quantities.filter { $0.spread != nil || $0.unit == .percent && $0.value.decimals > 0 }
    guard values.count >= 4, let (first, second) = blocks(of: values) else { return [] }
    guard let outcomes = inline(first.values) ?? listed(first), outcomes.count == first.values.count else { return [] }
    return zip(outcomes, zip(first.values, second.values)).map { outcome, pair in
      draft(outcome, ValueGroup(shape: .labelled, quantities: [pair.0, pair.1], labels: [first.arm, second.arm]))
    }
  }

  private struct Block {
    var arm: ArmPhrase
    var values: [Quantity]
  }

  /// The first two runs of values that stand after different groups, as many in both.
  private func blocks(of values: [Quantity]) -> (Block, Block)? {
    var blocks: [Block] = []
    for value in values {
      guard let arm = reading.phrases.last(where: { $0.isGroup && $0.range.upperBound <= value.bytes.lowerBound }) else {
        return nil
      }
      if let last = blocks.last, last.arm.name == arm.name {
        blocks[blocks.count - 1].values.append(value)
      } else {
        blocks.append(Block(arm: arm, values: [value]))
      }
    }
    guard blocks.count == 2, blocks[0].values.count == blocks[1].values.count, blocks[0].values.count >= 2,
      zip(blocks[0].values, blocks[1].values).allSatisfy({ $0.unit == $1.unit }), blocks.allSatisfy({ !changes($0.values) })
    else { return nil }
    return (blocks[0], blocks[1])
  }

  /// "由 87.3 降至 56.4": one value after the other in time.
  private func changes(_ values: [Quantity]) -> Bool {
    zip(values, values.dropFirst()).contains { left, right in
      reading.string(left.bytes.upperBound..<right.bytes.lowerBound).hasAny(["降", "升", "至", "到", "增加", "减少", "比", "vs", "对"])
    }
  }

  /// Each value with words of its own before it.
  private func inline(_ values: [Quantity]) -> [Range<Int>]? {
    var limit = 0
    var found: [Range<Int>] = []
    for value in values {
      guard let own = ChineseOutcome(reading: reading).bytes(of: value.bytes, after: limit) else { return nil }
      found.append(own)
      limit = value.bytes.upperBound
    }
    return found
  }

  /// The list before the group or between it and its values, cut at 、 and 和.
  private func listed(_ block: Block) -> [Range<Int>]? {
    let start = reading.text.utf8[..<block.arm.range.lowerBound].lastIndex(ofSequence: "。".utf8).map { $0 + 3 } ?? 0
    let before = parts(of: start..<block.arm.range.lowerBound, count: block.values.count)
    return before ?? parts(of: block.arm.range.upperBound..<block.values[0].bytes.lowerBound, count: block.values.count)
  }

  private func parts(of range: Range<Int>, count: Int) -> [Range<Int>]? {
    var parts: [Range<Int>] = []
    var first = range.lowerBound
    let separators = ["、", "和", "及", "与"]
    var index = range.lowerBound
    while index < range.upperBound {
      if let separator = separators.first(where: { reading.text.utf8[index..<range.upperBound].starts(with: $0.utf8) }) {
        if index > first { parts.append(first..<index) }
        index += separator.utf8.count
        first = index
      } else {
        index += 1
      }
    }
    if range.upperBound > first { parts.append(first..<range.upperBound) }
    let named = parts.compactMap { ChineseOutcome(reading: reading).trimmed($0) }
    return parts.count == count && named.count == count && named.allSatisfy({ ChineseOutcome.isMeasured(reading.string($0)) })
      ? named : nil
  }

  private func draft(_ outcome: Range<Int>, _ group: ValueGroup) -> CardDraft {
    let isMean = group.quantities.contains { $0.spread != nil }
    var draft = CardDraft(kind: .values(group), measure: isMean ? "mean" : "rate", bytes: group.bytes, unit: group.unitName)
    (draft.endpoint, draft.endpointBytes, draft.isFree) = (reading.string(outcome), outcome, true)
    return draft
  }
}

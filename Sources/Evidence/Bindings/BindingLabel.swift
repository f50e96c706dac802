/// What a word of a sentence is to the values of the sentence. The first word of a phrase has a label of its own, so that phrases side by side are told apart.
package enum BindingLabel: UInt8, CaseIterable, Sendable {
  case none, outcomeFirst, outcome, armFirst, arm, timeFirst, time, valueFirst, value, estimateFirst, estimate

  init(_ kind: BindingSpan.Kind, isFirst: Bool) {
    self =
      switch kind {
      case .outcome: isFirst ? .outcomeFirst : .outcome
      case .arm: isFirst ? .armFirst : .arm
      case .time: isFirst ? .timeFirst : .time
      case .value: isFirst ? .valueFirst : .value
      case .estimate: isFirst ? .estimateFirst : .estimate
      }
  }

  var kind: BindingSpan.Kind? {
    switch self {
    case .none: nil
    case .outcomeFirst, .outcome: .outcome
    case .armFirst, .arm: .arm
    case .timeFirst, .time: .time
    case .valueFirst, .value: .value
    case .estimateFirst, .estimate: .estimate
    }
  }

  var isFirst: Bool {
    switch self {
    case .outcomeFirst, .armFirst, .timeFirst, .valueFirst, .estimateFirst: true
    default: false
    }
  }
}

/// A phrase of a sentence that is an outcome, an arm, a time, the value of one arm, or an estimate of a comparison.
package struct BindingSpan: Hashable, Sendable {
  package enum Kind: UInt8, CaseIterable, Sendable {
    case outcome, arm, time, value, estimate
    /// Whether it is a number that others are bound to.
    package var isFigure: Bool { self == .value || self == .estimate }
  }
  package var kind: Kind
  /// Indices into the words of the sentence.
  package var words: Range<Int>

  package init(kind: Kind, words: Range<Int>) {
    self.kind = kind
    self.words = words
  }

  /// How many words stand between two phrases.
  package func distance(to other: BindingSpan) -> Int {
    max(0, words.lowerBound - other.words.upperBound, other.words.lowerBound - words.upperBound)
  }

  /// The phrases that labels tell, in order. A phrase ends where the kind changes or another begins.
  package static func spans(of labels: [BindingLabel]) -> [BindingSpan] {
    var spans: [BindingSpan] = []
    for (index, label) in labels.enumerated() {
      guard let kind = label.kind else { continue }
      if !label.isFirst, let last = spans.last, last.kind == kind, last.words.upperBound == index {
        spans[spans.count - 1].words = last.words.lowerBound..<index + 1
      } else {
        spans.append(BindingSpan(kind: kind, words: index..<index + 1))
      }
    }
    return spans
  }

  /// The labels of as many words, of phrases that do not overlap.
  package static func labels(of spans: [BindingSpan], words: Int) -> [BindingLabel] {
    var labels = [BindingLabel](repeating: .none, count: words)
    for span in spans {
      for index in span.words.clamped(to: labels.indices) {
        labels[index] = BindingLabel(span.kind, isFirst: index == span.words.lowerBound)
      }
    }
    return labels
  }
}

/// A stretch of a reference string that the tagger gave one label.
package struct FieldSegment: Hashable, Sendable {
  package var label: FieldLabel
  /// UTF-8 bytes of the string that was tagged, with the marks at both ends.
  package var range: Range<Int>
  /// The least probability, over the words of the segment, that the label is right by the model's own reckoning.
  package var confidence: Float
}

extension ReferenceTagger {
  /// The segments of the string that was tagged last, in order; their confidence is 0 unless it is asked for.
  package mutating func segments(withConfidence: Bool = true) -> [FieldSegment] {
    var segments: [FieldSegment] = []
    let confidences = withConfidence ? confidences() : [Float](repeating: 0, count: words.count)
    for (index, word) in words.enumerated() {
      if let last = segments.indices.last, segments[last].label == labels[index] {
        segments[last].range = segments[last].range.lowerBound..<Int(word.end)
        segments[last].confidence = min(segments[last].confidence, confidences[index])
      } else {
        segments.append(
          FieldSegment(label: labels[index], range: Int(word.start)..<Int(word.end), confidence: confidences[index]))
      }
    }
    return segments
  }
}

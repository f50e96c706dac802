import References

/// A reference string with the label of each of its bytes that is known.
package struct TrainingString: Sendable {
  /// A stretch of one label.
  package struct Piece: Sendable {
    package var label: FieldLabel
    package var text: String
    package init(_ label: FieldLabel, _ text: String) {
      self.label = label
      self.text = text
    }
  }
  package var utf8: [UInt8] = []
  /// One for every byte; `nil` between the fields.
  package var labels: [FieldLabel?] = []

  package init() {}

  /// Appends text of one label; white space is folded.
  package mutating func append(_ text: some StringProtocol, _ label: FieldLabel?) {
    for byte in text.utf8 {
      let isBlank = byte <= 0x20
      if isBlank, utf8.isEmpty || utf8.last == 0x20 { continue }
      utf8.append(isBlank ? 0x20 : byte)
      labels.append(isBlank ? nil : label)
    }
  }

  package var string: String { String(decoding: utf8, as: UTF8.self) }
}

extension TrainingString {
  mutating func removeLast() {
    utf8.removeLast()
    labels.removeLast()
  }
}

extension TrainingString {
  mutating func insert(_ text: String, _ label: FieldLabel, at offset: Int) {
    utf8.insert(contentsOf: text.utf8, at: offset)
    labels.insert(contentsOf: text.utf8.map { $0 == 0x20 ? nil : label }, at: offset)
  }

  mutating func remove(at offset: Int) {
    utf8.remove(at: offset)
    labels.remove(at: offset)
  }
}

/// What a caption says that its table is of.
enum CaptionSubject {
  /// The words before the first sentence's end, without "Table 1"; nil for an empty caption.
  static func outcome(of caption: String) -> String? {
    let text = caption.trimmedSpaces
    var rest = Substring(text)
    if rest.lowercased().hasPrefix("table") {
      rest = rest.dropFirst(5).drop { $0.isWhitespace || $0.isNumber || $0 == "." || $0 == ":" }
    }
    var subject = rest.split { ".,;(".contains($0) }.first.map(String.init)?.trimmedSpaces ?? ""
    for word in [" among ", " between ", " by ", " in the ", " of the two ", " according "] {
      if let range = subject.range(ofText: word) {
        subject = String(decoding: Array(subject.utf8)[..<range.lowerBound], as: UTF8.self)
      }
    }
    return subject.isEmpty ? nil : subject
  }
}

import Literature

extension String {
  /// Of a word and the space behind it, in most texts at least.
  private static let bytesOfWord = 4

  /// The runs of letters in lower case, without the marks and spaces between them. O(bytes).
  var letterWords: [Word] {
    asciiRuns(withNumerals: false) { code, _ in Word(code: code) }
      ?? runs(slow: { $0.isLetter }, fast: { $0.isLetter }).map(\.word)
  }

  /// The runs of letters in lower case with the number of their characters.
  var letterRuns: [(word: Word, length: Int)] {
    asciiRuns(withNumerals: false) { (Word(code: $0), $1) } ?? runs(slow: { $0.isLetter }, fast: { $0.isLetter })
  }

  /// The runs of letters and numerals in lower case.
  var letterAndNumberWords: [Word] {
    asciiRuns(withNumerals: true) { code, _ in Word(code: code) }
      ?? runs(slow: { $0.isLetter || $0.isNumber }, fast: { $0.isLetter || $0.isNumeral }).map(\.word)
  }

  /// What is made of the code and the length of each run; nil for a text that holds more than ASCII.
  private func asciiRuns<Run>(withNumerals: Bool, _ make: (_ code: UInt64, _ length: Int) -> Run) -> [Run]? {
    var own = self
    return own.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      var runs: [Run] = []
      var start = 0
      for end in 0...bytes.count {
        if end < bytes.count, (bytes[end] | 0x20) &- 0x61 < 26 || withNumerals && bytes[end] &- 0x30 < 10 { continue }
        if end > start {
          let code = WordCode.of(UnsafeBufferPointer(rebasing: bytes[start..<end]))
          if runs.isEmpty { runs.reserveCapacity((bytes.count - start) / Self.bytesOfWord + 1) }
          runs.append(make(code, end - start))
        }
        start = end + 1
      }
      return runs
    }
  }

  /// Text of ASCII, Latin letters and common punctuation is read by scalars, each of which is a character there; any other by characters.
  private func runs(
    slow isInWord: (Character) -> Bool, fast isScalarInWord: (Unicode.Scalar) -> Bool
  ) -> [(word: Word, length: Int)] {
    guard unicodeScalars.allSatisfy(\.isAlwaysCharacter) else {
      return lowercased().split { !isInWord($0) }.map { (Word(String($0)), $0.count) }
    }
    return unicodeScalars.split { !isScalarInWord($0) }.map { run in
      (run.allSatisfy(\.isASCII) ? Word(String(run)) : Word(String(run).lowercased()), run.count)
    }
  }
}

extension String {
  /// Whether any scalar is a letter. O(bytes).
  var hasLetter: Bool { unicodeScalars.contains(where: \.isLetter) }
}

extension Unicode.Scalar {
  /// Whether a scalar is a character by itself whatever stands beside it: no mark that combines, no joiner, no script that composes.
  var isAlwaysCharacter: Bool {
    switch value {
    case 0x0D: false
    case 0..<0x300, 0x2010...0x2027, 0x2030...0x205E, 0x2190...0x22FF: true
    default: false
    }
  }

  /// As `Character.isLetter` of the character that a scalar is.
  var isLetter: Bool { isASCII ? (value | 0x20) &- 0x61 < 26 : properties.isAlphabetic }

  /// As `Character.isNumber`.
  var isNumeral: Bool { isASCII ? value &- 0x30 < 10 : properties.numericType != nil }
}

/// A word as it is printed, with the marks that hang on it: `(Smith,` or `30(15):` without its `(15):`.
package struct PrintedWord: Sendable {
  /// Bytes with the marks.
  package var start: Int32 = 0
  package var end: Int32 = 0
  /// Bytes without them; empty if there are only marks.
  package var coreStart: Int32 = 0
  package var coreEnd: Int32 = 0
  /// Hash of the letters, folded; numbers by their digits' count.
  var word: UInt32 = 0
  /// Hash of capitals, small letters, digits, and the marks between them.
  var shape: UInt32 = 0
  var prefix: UInt32 = 0
  var suffix: UInt32 = 0
  var shortPrefix: UInt32 = 0
  var shortSuffix: UInt32 = 0
  package var before: Marks = []
  var after: Marks = []
  package var traits: Traits = []
  /// Characters of the core, at most 255.
  package var length: UInt8 = 0
  /// White space stands before it.
  package var hasGap = true

  /// Marks at one side of a word.
  package struct Marks: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let comma = Marks(rawValue: 1)
    package static let point = Marks(rawValue: 2)
    package static let colon = Marks(rawValue: 4)
    package static let semicolon = Marks(rawValue: 8)
    package static let round = Marks(rawValue: 16)
    package static let square = Marks(rawValue: 32)
    package static let quote = Marks(rawValue: 64)
    package static let other = Marks(rawValue: 128)
  }

  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package static let capital = Traits(rawValue: 1)
    package static let allCapitals = Traits(rawValue: 2)
    package static let digit = Traits(rawValue: 4)
    package static let letter = Traits(rawValue: 8)
    package static let han = Traits(rawValue: 16)
    /// Only digits, and four that can be a year.
    package static let year = Traits(rawValue: 32)
    /// Numbers with a dash between.
    package static let range = Traits(rawValue: 64)
    package static let address = Traits(rawValue: 128)
    package static let small = Traits(rawValue: 256)
    /// Capitals of a Roman number, two at least.
    package static let roman = Traits(rawValue: 512)
    /// One capital.
    package static let initial = Traits(rawValue: 1024)
  }
}

extension PrintedWord {
  package var isYear: Bool { traits.contains(.year) }
}

extension PrintedWord {
  /// The folded hash of a single word; nil if the text is none.
  package static func hash(of bytes: [UInt8]) -> UInt32? {
    let words = words(of: bytes)
    return words.count == 1 ? words[0].word : nil
  }

  package static func words(of bytes: [UInt8]) -> [PrintedWord] {
    bytes.withUnsafeBufferPointer { buffer in
      var splitter = PrintedWordSplitter(buffer)
      return splitter.run()
    }
  }
}

/// A stretch of words between marks: "Proc. 4th Int. Conf. on It," and what features join of it.
struct WordStretch {
  /// Words.
  var start: Int32 = 0
  var end: Int32 = 0
  /// Its words' kinds, number, capitals and digits.
  var manner: UInt32
  /// What the word list says of all its words, and of any.
  var lexicon: UInt32
  var firstWord: UInt32
  var lastWord: UInt32
  /// Marks behind its last word.
  var marks: UInt32

  /// The ends of a text.
  static let before = WordStretch(end: 1)
  static let behind = WordStretch(end: 2)

  private init(end: UInt32) {
    (manner, firstWord, lastWord) = (end, end, end)
    (lexicon, marks) = (end << 20, 0)
  }

  /// Of the words of a range, whose contexts these are; only the first dozen are looked at one by one.
  init(_ range: Range<Int>, _ contexts: UnsafeBufferPointer<WordContext>) {
    start = Int32(truncatingIfNeeded: range.lowerBound)
    end = Int32(truncatingIfNeeded: range.upperBound)
    var (kinds, any, all): (UInt32, UInt32, UInt32) = (0, 0, 0xFF)
    var (capitals, letters, digits): (Int, Int, UInt32) = (0, 0, 0)
    for index in range.prefix(12) {
      kinds |= contexts[index].kind
      let traits = contexts[index].traits
      if traits & Self.written != 0 {
        any |= contexts[index].lexical
        all &= contexts[index].lexical
      }
      if traits & Self.letter != 0 {
        letters += 1
        if traits & UInt32(PrintedWord.Traits.capital.rawValue) != 0 { capitals += 1 }
      }
      if traits & UInt32(PrintedWord.Traits.digit.rawValue) != 0 { digits = 1 }
    }
    let share: UInt32 = letters == 0 ? 0 : capitals == letters ? 1 : capitals * 2 > letters ? 2 : capitals > 1 ? 3 : 4
    manner = mixed(kinds, Self.bucket(range.count) << 8 | share << 4 | digits)
    lexicon = all << 8 | any
    firstWord = contexts[range.lowerBound].word
    lastWord = contexts[range.upperBound - 1].word
    marks = contexts[range.upperBound - 1].marks & 0xFF
  }

  private static let letter = UInt32(PrintedWord.Traits.letter.rawValue)
  private static let written = letter | UInt32(PrintedWord.Traits.han.rawValue)

  /// A number in ten steps that widen.
  static func bucket(_ value: Int) -> UInt32 { UInt32(steps[max(0, min(value, 40))] & 0xF) }
  private static let steps = StaticBytes("01234455566667777777888888888888888888889")
}

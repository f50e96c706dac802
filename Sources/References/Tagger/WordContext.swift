/// One printed word with all that features join, ready as numbers; a few that stand for the text's ends lie on either side of a string.
struct WordContext {
  var word: UInt32 = 0
  /// Capitals, small letters, digits, with the marks at both sides.
  var shape: UInt32 = 0
  var marks: UInt32 = 0
  var traits: UInt32 = 0
  var kind: UInt32 = 0
  /// What the word list says of it.
  var lexical: UInt32 = 0
  var suffix: UInt32 = 0
  var sentence: UInt32 = 0
  /// Bits: in quotation marks, in round brackets, behind a year, behind a host word, behind an editor's word.
  var state: UInt32 = 0

  /// The ends of a text, which no word looks like.
  static let before = WordContext(end: 1)
  static let behind = WordContext(end: 2)

  private init(end: UInt32) {
    (word, shape, suffix) = (end, end, end)
    (marks, traits, kind, lexical) = (end << 16, end << 20, end << 20, end << 20)
  }

  init(_ word: PrintedWord, model: TaggerModel) {
    self.word = word.word
    marks = UInt32(word.before.rawValue) << 8 | UInt32(word.after.rawValue)
    shape = mixed(word.shape, marks)
    traits = UInt32(word.traits.rawValue)
    kind = WordClass(of: word).rawValue
    lexical = UInt32(model.classes(of: word.word))
    suffix = word.suffix
  }

  func speaks(of kinds: WordClass) -> Bool { kind & kinds.rawValue != 0 }
  func has(_ trait: PrintedWord.Traits) -> Bool { traits & UInt32(trait.rawValue) != 0 }
}

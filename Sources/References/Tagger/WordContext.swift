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
  /// All of it that templates join with other words: shape, marks, traits, kind, lexical.
  private(set) var signature: UInt64 = 0

  /// The ends of a text, which no word looks like.
  static let before = WordContext(end: 1)
  static let behind = WordContext(end: 2)

  private init(end: UInt32) {
    (word, shape, suffix) = (end, end, end)
    (marks, traits, kind, lexical) = (end << 16, end << 20, end << 20, end << 20)
    sign()
  }

  init(_ word: PrintedWord, model: TaggerModel) {
    self.word = word.word
    marks = UInt32(word.before.rawValue) << 8 | UInt32(word.after.rawValue)
    shape = mixed(word.shape, marks)
    traits = UInt32(word.traits.rawValue)
    kind = WordClass(of: word).rawValue
    lexical = UInt32(model.classes(of: word.word))
    suffix = word.suffix
    sign()
  }

  private mutating func sign() {
    let looks = Self.joined(UInt64(shape) << 32 | UInt64(kind), UInt64(traits) << 32 | UInt64(lexical))
    signature = Self.joined(looks, UInt64(marks))
  }

  /// One number for all that templates read of a word; equal numbers for equal words, and by all odds only for them.
  func identity(of word: PrintedWord) -> UInt64 {
    let letters = Self.joined(UInt64(self.word) << 32 | UInt64(word.prefix), UInt64(suffix) << 32 | UInt64(word.shortSuffix))
    return Self.joined(Self.joined(signature, letters), UInt64(word.suffix) << 32 | UInt64(word.shortPrefix))
  }

  /// Never 0.
  @inline(__always) static func joined(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var hash = (a ^ (a >> 31)) &* 0x9E37_79B9_7F4A_7C15 &+ b
    hash = (hash ^ (hash >> 32)) &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 29
    return hash == 0 ? 1 : hash
  }

  func speaks(of kinds: WordClass) -> Bool { kind & kinds.rawValue != 0 }
  func has(_ trait: PrintedWord.Traits) -> Bool { traits & UInt32(trait.rawValue) != 0 }
}

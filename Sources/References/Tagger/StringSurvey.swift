/// Walks a string once and notes what its words stand behind and within.
struct StringSurvey {
  /// What the string holds: bits in the order of `take`.
  private(set) var whole: UInt32 = 0
  private(set) var sentence: UInt32 = 0
  private var state: UInt32 = 0

  mutating func take(_ word: PrintedWord, at index: Int, of count: Int, _ context: inout WordContext) {
    if word.before.contains(.quote) { state |= 1 }
    if word.before.contains(.round) { state |= 2 }
    context.state = state
    context.sentence = sentence
    if word.after.contains(.quote), state & 1 != 0 {
      state &= ~1
      whole |= 1
    }
    if word.after.contains(.round) { state &= ~2 }
    if word.isYear {
      state |= 4
      whole |= 1024
      if index * 2 < count, word.before.contains(.round) { whole |= 2 }
    }
    if context.speaks(of: .host), word.traits.contains(.capital) {
      state |= 8
      whole |= 4
    }
    if context.speaks(of: .editor) {
      state |= 16
      whole |= 8
    }
    if word.traits.contains(.range) { whole |= 16 }
    if word.traits.contains(.address) { whole |= 32 }
    if word.traits.contains(.han) { whole |= 64 }
    if context.speaks(of: .volume) { whole |= 128 }
    if context.speaks(of: .publisher) { whole |= 256 }
    if context.speaks(of: .thesis) { whole |= 512 }
    if Self.endsSentence(word), sentence < 250 { sentence += 1 }
  }

  private static func endsSentence(_ word: PrintedWord) -> Bool {
    if word.after.contains(.quote) { return true }
    return word.after.contains(.point) && (word.length > 3 || !word.traits.contains(.capital))
  }
}

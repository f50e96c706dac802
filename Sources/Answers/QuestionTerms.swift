import Lexicon
import Literature
import TextAnalysis

/// Cuts a question into the terms that an answer must hold: names of the lexicon, short forms that the documents define,
/// everyday words with their counterparts, numbers, and what is left.
struct QuestionTerms {
  private let lexed: LexedText
  private var isTaken: [Bool]
  private(set) var terms: [QuestionTerm] = []

  /// The terms of a question; names of trials in `leavingOut` are not among them.
  init(_ text: String, definitions: [AbbreviationDefinition], leavingOut names: [String]) {
    lexed = LexedText(text)
    isTaken = Array(repeating: false, count: lexed.utf8.count)
    for name in names { take(name) }
    takeConcepts()
    takeDefinitions(definitions)
    takeEverydayWords()
    takeRest()
  }

  private mutating func mark(_ range: Range<Int>) { for index in range { isTaken[index] = true } }
  private func isFree(_ range: Range<Int>) -> Bool { !range.contains { isTaken[$0] } }

  /// Sets the words of a name aside wherever they stand.
  private mutating func take(_ name: String) {
    let words = QuestionWords.foldedWords(name)
    let tokens = lexed.tokens.indices.filter { lexed.tokens[$0].kind == .word || lexed.tokens[$0].kind == .number }
    guard !words.isEmpty, tokens.count >= words.count else { return }
    for start in 0...tokens.count - words.count {
      let run = tokens[start..<start + words.count]
      if zip(run, words).allSatisfy({ lexed.lowercased($0) == $1 }) { run.forEach { mark(lexed.tokens[$0].range) } }
    }
  }

  private mutating func takeConcepts() {
    for match in Lexicon.builtIn.matches(in: lexed.utf8) where isFree(match.range) {
      let concept = match.concept
      mark(match.range)
      let english = concept.english + concept.abbreviations + [concept.symbol].compactMap { $0 }
      add(
        QuestionTerm(
          origin: .concept(concept.kind), english: english, chinese: concept.chinese,
          isChinese: isHan(at: match.range.lowerBound),
          concept: concept.id))
    }
  }

  private mutating func takeDefinitions(_ definitions: [AbbreviationDefinition]) {
    for definition in definitions {
      let english = [definition.short, definition.longEnglish].compactMap { $0 }
      let chinese = [definition.longChinese].compactMap { $0 }
      for name in english + chinese {
        guard let range = place(of: name) else { continue }
        mark(range)
        add(QuestionTerm(origin: .definition, english: english, chinese: chinese, isChinese: isHan(at: range.lowerBound)))
        break
      }
    }
  }

  /// Each group once, its longest word first, so that `risk factors` is not read as `risk`.
  private mutating func takeEverydayWords() {
    let groups = ResearchWords.builtIn.groups
    let names = groups.indices.flatMap { index in
      groups[index].english.map { (name: $0, group: index) }
        + groups[index].chinese.filter { $0.count > 1 }.map { (name: $0, group: index) }
    }.sorted { $0.name.utf8.count > $1.name.utf8.count }
    for (name, group) in names {
      guard let range = place(of: name) else { continue }
      mark(range)
      guard !QuestionWords.isFunctionWord(name.lowercased()) else { continue }
      add(
        QuestionTerm(
          origin: JudgingWords.contains(name) ? .judging : .everyday, english: groups[group].english,
          chinese: groups[group].chinese,
          isChinese: isHan(at: range.lowerBound)))
    }
  }

  private mutating func takeRest() {
    for (index, token) in lexed.tokens.enumerated() where isFree(token.range) || token.kind == .han {
      switch token.kind {
      case .word:
        let word = lexed.lowercased(index)
        guard word.utf8.count > 2, !QuestionWords.isFunctionWord(word) else { continue }
        let origin: QuestionTerm.Origin = JudgingWords.contains(word) ? .judging : .free
        add(QuestionTerm(origin: origin, english: [word], chinese: [], isChinese: false))
      case .number:
        // Years of a rate are a term of their own elsewhere; the number of a table is its name.
        add(QuestionTerm(origin: .number, english: [lexed.string(index)], chinese: [], isChinese: false))
      case .han: freeStretches(of: token.range).forEach { add(QuestionTerm(stretch: $0)) }
      default: break
      }
    }
  }

  /// Chinese between what is taken and between function words, from two characters on.
  private func freeStretches(of range: Range<Int>) -> [String] {
    var stretches: [String] = []
    var start: Int?
    for index in range.lowerBound...range.upperBound {
      let isFree = index < range.upperBound && !isTaken[index]
      if isFree, start == nil { start = index }
      if !isFree, let begun = start {
        stretches += QuestionWords.stretches(of: String(decoding: lexed.utf8[begun..<index], as: UTF8.self))
        start = nil
      }
    }
    return stretches
  }

  private mutating func add(_ term: QuestionTerm) {
    if !term.forms.isEmpty, !terms.contains(where: { $0.forms == term.forms }) { terms.append(term) }
  }

  private func isHan(at offset: Int) -> Bool { lexed.utf8[offset] >= 0x80 }

  /// Where a name stands free in the question: words by their stems, Chinese as it is.
  private func place(of name: String) -> Range<Int>? {
    let wanted = LexedText(name)
    guard wanted.count > 0 else { return nil }
    if wanted.tokens[0].kind == .han { return hanPlace(of: wanted.utf8) }
    let stemmer = EnglishStemmer()
    let words = (0..<wanted.count).filter { wanted.tokens[$0].kind == .word || wanted.tokens[$0].kind == .number }
      .map { stemmer.stem(wanted.lowercased($0)) }
    let tokens = lexed.tokens.indices.filter { lexed.tokens[$0].kind == .word || lexed.tokens[$0].kind == .number }
    guard !words.isEmpty, tokens.count >= words.count else { return nil }
    for start in 0...tokens.count - words.count {
      let run = tokens[start..<start + words.count]
      let range = lexed.tokens[run[run.startIndex]].start..<lexed.tokens[run[run.endIndex - 1]].end
      if zip(run, words).allSatisfy({ stemmer.stem(lexed.lowercased($0)) == $1 }), isFree(range) { return range }
    }
    return nil
  }

  private func hanPlace(of bytes: [UInt8]) -> Range<Int>? {
    guard lexed.utf8.count >= bytes.count else { return nil }
    return (0...lexed.utf8.count - bytes.count).lazy.map { $0..<$0 + bytes.count }
      .first { lexed.utf8[$0].elementsEqual(bytes) && isFree($0) }
  }
}

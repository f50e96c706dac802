import Literature

/// The names at the head of a reference, and where they end.
struct AuthorList {
  var names: [Name] = []
  /// "et al.", 等, or an ellipsis stands in place of further names.
  var isTruncated = false
  /// First token behind the list and the mark that ends it.
  var end = 0
  /// The forms of the names met, in order.
  var forms: [NameForm] = []
  /// The list says that these are editors: "(Eds.)", "editors".
  var areEditors = false
}

/// How a name is written.
enum NameForm {
  /// Smith AB
  case vancouver
  /// Smith, A. B.
  case inverted
  /// A. B. Smith
  case direct
  /// Anna Smith
  case spelled
  /// A body, as printed.
  case literal
  /// 张三
  case han
}

/// Reads a list of names from a token on.
struct AuthorListReader {
  let tokens: ReferenceTokens
  private var list = AuthorList()
  private var names: NameReader

  init(tokens: ReferenceTokens) {
    self.tokens = tokens
    names = NameReader(tokens: tokens)
  }

  /// Nil where no name stands at `start`.
  mutating func run(from start: Int, limit: Int) -> AuthorList? {
    var index = start
    list.end = start
    while index < limit {
      if truncation(at: index) {
        // "A, … Z": the last author stands behind the ellipsis.
        guard tokens.isSymbol(list.end - 1, "…"), names.name(at: list.end, previous: list.forms.last)?.form == list.forms.last
        else { return finish() }
        index = list.end
      }
      guard let found = names.name(at: index, previous: list.forms.last) ?? names.bodyName(at: index), found.end <= limit else {
        break
      }
      list.names.append(found.name)
      list.forms.append(found.form)
      list.end = found.end
      guard let next = separator(at: found.end) else { break }
      index = next
    }
    guard !list.names.isEmpty else { return nil }
    return finish()
  }

  /// Names in full ("Anna Smith and Bela Toth."): only where they are all there is before the first full stop, or before `end`.
  mutating func spelledNames(from start: Int, limit: Int, end: Int = .max) -> AuthorList? {
    var index = start
    while index < limit, let found = names.spelledName(at: index) ?? names.name(at: index, previous: .direct) {
      list.names.append(found.name)
      list.forms.append(found.form)
      list.end = found.end
      guard let next = separator(at: found.end) else { break }
      index = next
      if truncation(at: index) { break }
    }
    guard !list.names.isEmpty,
      tokens.isSymbol(list.end, ".") || tokens.isSymbol(list.end, "(") || tokens.isSymbol(list.end - 1, ".")
        || list.end + 1 >= end
    else { return nil }
    return finish()
  }

  private mutating func finish() -> AuthorList {
    editors()
    while tokens.isSymbol(list.end, ".") || tokens.isSymbol(list.end, ",") || tokens.isSymbol(list.end, ":")
      || tokens.isSymbol(list.end, ";")
    {
      list.end += 1
    }
    return list
  }

  /// The first token of the next name, or nil where the list ends.
  private func separator(at index: Int) -> Int? {
    var next = index
    if tokens.isSymbol(next, ".") {
      // "Smith A.B., " has its point inside the name; "Smith AB. et al" and "Smith A.; Doe B." go on behind it.
      guard tokens.isSymbol(next + 1, ",") || tokens.isSymbol(next + 1, ";") || tokens.isSymbol(next + 1, "&") || isEtAl(next + 1)
      else { return nil }
      next += 1
    }
    var moved = next > index
    while tokens.isSymbol(next, ",") || tokens.isSymbol(next, ";") || tokens.isSymbol(next, "、") || tokens.isSymbol(next, "&")
      || tokens.word(next, in: ["and", "und", "with"]) || (tokens.word(next, "y") && !tokens.isCapitalised(next))
      || (tokens.word(next, "et") && !isEtAl(next)) || isHanAnd(next)
    {
      next += 1
      moved = true
    }
    if !moved, isEtAl(next) || isHanEtAl(next) || tokens.isSymbol(next, "…") { return next }
    return moved ? next : nil
  }

  private func isHanAnd(_ index: Int) -> Bool {
    tokens.isHan(index) && (tokens.string(index) == "和" || tokens.string(index) == "与")
  }

  private func isEtAl(_ index: Int) -> Bool { tokens.word(index, "et") && tokens.word(index + 1, in: ["al", "alii"]) }
  private func isHanEtAl(_ index: Int) -> Bool { tokens.isHan(index) && ["等", "等人", "他"].contains(tokens.string(index)) }

  private mutating func truncation(at index: Int) -> Bool {
    var end: Int?
    if isEtAl(index) {
      end = index + 2
    } else if isHanEtAl(index) || tokens.isSymbol(index, "…") || tokens.word(index, in: ["etal"]) {
      end = index + 1
    } else if tokens.word(index, "others") {
      end = index + 1
    }
    guard let end, !list.names.isEmpty else { return false }
    list.isTruncated = true
    list.end = end
    return true
  }

  /// "(Eds.)", ", editors." behind the names.
  private mutating func editors() {
    var index = list.end
    while tokens.isSymbol(index, ",") || tokens.isSymbol(index, "(") || tokens.isSymbol(index, ".") || tokens.isSymbol(index, "[")
    { index += 1 }
    guard
      tokens.word(index, in: ["eds", "ed", "editor", "editors", "hrsg"]) && !tokens.isNumber(index - 1)
        || tokens.isHan(index) && tokens.string(index) == "主编"
    else { return }
    index += 1
    while tokens.isSymbol(index, ".") || tokens.isSymbol(index, ")") || tokens.isSymbol(index, "]") { index += 1 }
    list.areEditors = true
    list.end = index
  }
}

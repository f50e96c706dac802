import Literature
import TextAnalysis

extension TrialCatalogue {
  /// Studies without a name: rows of tables (`Wang K, 2024`) and sentences with results of their own (`Zhang 等 … [32]`).
  mutating func addAuthorYearStudies() {
    for index in input.passages.indices where input.passages[index].kind == .tableRow { addRowStudy(index) }
    for index in input.passages.indices where [.sentence, .note, .caption].contains(input.passages[index].kind) {
      addTextStudies(index)
    }
  }

  private mutating func addRowStudy(_ passage: Int) {
    guard let row = input.passages[passage].tableRow, row.row > 0, trialOfRow[passage] == nil else { return }
    let lexed = input.lexed[passage]
    let cellEnd = lexed.utf8.firstIndex(of: 0x09) ?? lexed.utf8.count
    guard cellEnd < lexed.utf8.count, let study = AuthorYear(lexed, at: 0), study.year != nil, study.endsCell(cellEnd, in: lexed)
    else { return }
    let index = trialIndex(of: study, citedIn: passage)
    trialOfRow[passage] = index
    mentions.append(TrialMention(trial: index, passage: passage, range: study.range))
  }

  private mutating func addTextStudies(_ passage: Int) {
    let studies = AuthorYear.all(in: input.lexed[passage])
    let reports = studies.contains(where: \.isPlural) && FindingWords.reports(input.lexed[passage])
    for study in studies {
      if let index = known(study) ?? (reports ? reported(study, in: passage) : nil) {
        mentions.append(TrialMention(trial: index, passage: passage, range: study.range))
      }
    }
  }

  /// A study that a table or an earlier sentence has introduced.
  private func known(_ study: AuthorYear) -> Int? {
    guard let year = study.year else { return nil }
    if let index = trialByKey[study.id(initials: study.initials, year: year)] { return index }
    // A document with thousands of studies is no review; there the short form is left unread rather than searched for.
    guard trialByKey.count < 5000 else { return nil }
    let prefix = study.family + "-"
    let alike = trialByKey.filter { $0.key.hasPrefix(prefix) && $0.key.hasSuffix("-\(year)") }
    guard study.initials == nil, alike.count == 1 else { return nil }
    return alike.first?.value
  }

  /// A study that a sentence with a finding of its own names as those of several authors, with a callout whose first author is the one named.
  private mutating func reported(_ study: AuthorYear, in passage: Int) -> Int? {
    guard study.isPlural else { return nil }
    let cited = cited(in: passage)
    guard let reference = cited.first(where: { study.fits(input.references, $0) }) else {
      // "Meyer et al. (2021) reported …": named in full, whatever the list of references holds.
      return study.year == nil ? nil : trialIndex(of: study, reference: nil)
    }
    if let named = trialsByReference[reference], named.count == 1 { return named.first }
    if let index = trials.firstIndex(where: { $0.references.contains(reference) }) { return index }
    return trialIndex(of: study, reference: reference)
  }

  /// The references that a passage cites, the first hundred.
  private func cited(in passage: Int) -> [Int] {
    let first = input.citations.partitionPoint { $0.passage >= passage }
    return input.citations[first...].prefix(100).prefix { $0.passage == passage }.flatMap(\.references)
      .filter(input.references.indices.contains)
  }

  private mutating func trialIndex(of study: AuthorYear, citedIn passage: Int) -> Int {
    let cited = cited(in: passage)
    let candidates = (referencesByAuthor[study.family.lowercased()] ?? []).filter {
      study.fits(input.references, $0) && trialsByReference[$0] == nil
    }
    let reference = cited.first { candidates.contains($0) } ?? bestCandidate(candidates, for: passage)
    return trialIndex(of: study, reference: reference)
  }

  private mutating func trialIndex(of study: AuthorYear, reference: Int?) -> Int {
    let author = reference.flatMap { input.references[$0].item.authors.first }
    let initials = study.initials ?? author.flatMap(AuthorYear.initials)
    let year = study.year ?? reference.flatMap { input.references[$0].item.year }
    let id = study.id(initials: initials, year: year)
    let index = trialByKey[id] ?? added(Trial(id: id, name: study.printed), key: id)
    if let reference, !trials[index].references.contains(reference) { trials[index].references.append(reference) }
    return index
  }

  private mutating func drugsOfTitle(_ reference: Int) -> [String] {
    if let known = drugsByReference[reference] { return known }
    let title = input.references[reference].item.title ?? input.references[reference].raw
    let drugs = TrialDetails.drugs(in: Array(title.utf8))
    drugsByReference[reference] = drugs
    return drugs
  }

  /// Of several papers of one author and year, the one whose title shares most drugs with the row; nil if none stands out.
  private mutating func bestCandidate(_ candidates: [Int], for passage: Int) -> Int? {
    guard candidates.count > 1 else { return candidates.first }
    let drugs = TrialDetails.drugs(in: input.lexed[passage].utf8)
    let scores = candidates.map { reference in drugsOfTitle(reference).count { drugs.contains($0) } }
    guard let best = scores.max(), scores.count(where: { $0 == best }) == 1 else { return nil }
    return scores.firstIndex(of: best).map { candidates[$0] }
  }
}

/// An author with a year or with "et al.": `Wang K, 2024`, `Chen JH (2025)`, `Zhang 等`, `Marron et al. 2022`.
struct AuthorYear {
  var family: String
  var initials: String?
  var year: Int?
  /// Stands with 等 or "et al.".
  var isPlural: Bool
  var tokens: Range<Int>
  var range: Range<Int>
  var printed: String

  init?(_ lexed: LexedText, at start: Int) {
    guard lexed.tokens.indices.contains(start), lexed.tokens[start].kind == .word, Self.isFamily(lexed, start) else { return nil }
    var end = start + 1
    while lexed.isSymbol(end, "-"), end + 1 < lexed.count, !lexed.hasGap(before: end), Self.isFamily(lexed, end + 1) { end += 2 }
    let familyBytes = lexed.tokens[start].start..<lexed.tokens[end - 1].end
    if let word = Self.initials(lexed, end) {
      initials = word
      end += 1
    }
    let afterOthers = Self.endOfOthers(lexed, end)
    isPlural = afterOthers != nil
    end = afterOthers ?? end
    if let found = Self.year(lexed, end) {
      year = found.year
      end = found.end
    }
    guard isPlural || year != nil else { return nil }
    family = lexed.string(familyBytes)
    tokens = start..<end
    // 等 begins a run of Chinese that is no part of the name.
    let last = lexed.tokens[end - 1]
    range = lexed.tokens[start].start..<(last.kind == .han ? last.start + "等".utf8.count : last.end)
    printed = lexed.string(range)
  }

  /// The studies of a text, ascending. O(tokens).
  static func all(in lexed: LexedText) -> [AuthorYear] {
    var studies: [AuthorYear] = []
    var position = 0
    while position < lexed.count {
      if let study = AuthorYear(lexed, at: position) {
        studies.append(study)
        position = study.tokens.upperBound
      } else {
        position += 1
      }
    }
    return studies
  }

  private static func isFamily(_ lexed: LexedText, _ index: Int) -> Bool {
    guard lexed.utf8[lexed.tokens[index].start] &- 0x41 < 26 else { return false }
    let shape = WordShape(lexed.utf8, lexed.tokens[index].range)
    return shape.letters >= 2 && shape.digits == 0 && (1...2).contains(shape.capitals) && shape.capitals < shape.letters
  }

  /// One to three capitals.
  private static func initials(_ lexed: LexedText, _ index: Int) -> String? {
    guard index < lexed.count, lexed.tokens[index].kind == .word, lexed.tokens[index].range.count <= 3 else { return nil }
    guard lexed.utf8[lexed.tokens[index].range].allSatisfy({ $0 &- 0x41 < 26 }) else { return nil }
    return lexed.string(index)
  }

  private static func endOfOthers(_ lexed: LexedText, _ index: Int) -> Int? {
    let start = lexed.isSymbol(index, ",") ? index + 1 : index
    if lexed.isWord(start, "et"), lexed.isWord(start + 1, "al") { return lexed.isSymbol(start + 2, ".") ? start + 3 : start + 2 }
    if lexed.isWord(start, "and"), lexed.isWord(start + 1, "colleagues") { return start + 2 }
    return lexed.hanHasPrefix(index, "等") ? index + 1 : nil
  }

  /// `, 2024`, `(2024)`, ` 2024`; the closing bracket belongs to it.
  private static func year(_ lexed: LexedText, _ index: Int) -> (year: Int, end: Int)? {
    let isOpen = lexed.isSymbol(index, "(")
    let start = isOpen || lexed.isSymbol(index, ",") ? index + 1 : index
    guard lexed.isNumber(start), lexed.tokens[start].range.count == 4, let year = Int(lexed.string(start)),
      (1950...2049).contains(year)
    else {
      return nil
    }
    if isOpen { return lexed.isSymbol(start + 1, ")") ? (year, start + 2) : nil }
    return (year, start + 1)
  }

  /// Whether nothing but a callout follows in the cell.
  func endsCell(_ cellEnd: Int, in lexed: LexedText) -> Bool {
    guard range.upperBound < cellEnd else { return true }
    return lexed.isSymbol(tokens.upperBound, "[") || lexed.isSymbol(tokens.upperBound, "(")
      || lexed.tokens[tokens.upperBound].kind == .superscript
  }

  func id(initials: String?, year: Int?) -> String {
    ([family, initials, year.map(String.init)] as [String?]).compactMap { $0 }.joined(separator: "-")
  }

  static func initials(_ name: Name) -> String? {
    let letters = (name.given ?? "").split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "." }).compactMap(\.first)
    return letters.isEmpty ? nil : String(letters)
  }

  /// Whether a reference has this first author, and this year where one is given.
  func fits(_ references: [Reference], _ index: Int) -> Bool {
    guard let author = references[index].item.authors.first, author.family?.lowercased() == family.lowercased() else {
      return false
    }
    if let year, let itemYear = references[index].item.year, year != itemYear { return false }
    guard let first = initials?.first, let other = author.given?.first(where: \.isLetter) else { return true }
    return first == other
  }
}

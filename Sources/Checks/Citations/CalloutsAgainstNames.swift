import Literature
import TextAnalysis

/// C308: callouts that stand in the opposite order to the names they belong to.
public struct CalloutsAgainstNames: Rule {
  public static let code = "C308"
  public static let name = "callouts-against-names"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let ofRuns = runFindings(in: context)
    return (ofRuns + exchanged(in: context).filter { one in !ofRuns.contains { $0.span.overlaps(one.span) } })
      .sorted { $0.span.start < $1.span.start }
  }

  /// "IBIS [9] and STORK [8]", where reference 8 is IBIS and 9 is STORK: each callout right behind a name that is the other's.
  private func exchanged(in context: CheckContext) -> [Finding] {
    let alone = context.extract.citations.indices.filter {
      context.extract.citations[$0].isNumbered && context.extract.citations[$0].references.count == 1
    }
    return zip(alone, alone.dropFirst()).compactMap { left, right in
      let (first, second) = (context.extract.citations[left], context.extract.citations[right])
      guard first.passage == second.passage, first.references != second.references,
        CitedNames.standsBehind(second.references[0], first, in: context),
        CitedNames.standsBehind(first.references[0], second, in: context)
      else { return nil }
      let labels = [first, second].map { context.extract.references[$0.references[0]].label }
      return context.finding(
        of: self, at: SourceSpan(first.span.ranges + second.span.ranges),
        Wording(
          "The callouts \(labels[0]) and \(labels[1]) stand each behind the name of the other's reference.",
          zh: "引用标记 \(labels[0]) 与 \(labels[1]) 各在对方文献的名称之后。"),
        related: [first, second].map {
          let reference = context.extract.references[$0.references[0]]
          return context.related(reference.span, .reference(reference))
        },
        help: Wording("Exchange the callouts.", zh: "对调引用标记。"))
    }
  }

  private func runFindings(in context: CheckContext) -> [Finding] {
    runs(in: context).compactMap { run in
      let places = CitedNames.places(of: run.references, before: run.start, in: run.passage, context)
      guard places.count == run.references.count, places.count >= 2, zip(places, places.dropFirst()).allSatisfy({ $0 > $1 })
      else {
        return nil
      }
      let labels = run.references.map { context.extract.references[$0].label }
      return context.finding(
        of: self, at: run.span, severity: run.brackets == 1 ? .info : .warning,
        Wording(
          "The callouts \(labels.joined(separator: ", ")) stand in the opposite order to the names before them.",
          zh: "引用标记 \(labels.joined(separator: "、")) 的顺序与前文名称相反。"),
        related: run.references.map {
          context.related(context.extract.references[$0].span, .reference(context.extract.references[$0]))
        },
        help: Wording("Exchange the callouts, or put each behind its name.", zh: "对调引用标记, 或将其分别置于名称之后。"))
    }
  }

  private struct Run {
    var passage: Int
    /// Indices into `Extract.references`, in printed order.
    var references: [Int]
    /// Byte of the flow at which the first callout begins.
    var start: Int
    var span: SourceSpan
    /// Numbers within one bracket are often sorted by the journal's style.
    var brackets: Int
  }

  /// Two or three references called out side by side: "[22] [23]", "[22,23]".
  private func runs(in context: CheckContext) -> [Run] {
    var runs: [Run] = []
    var last: (passage: Int, end: Int)?
    for citation in context.extract.citations where citation.isNumbered {
      guard let start = context.extract.passages[citation.passage].flow.flowOffset(ofSource: citation.span.start) else {
        continue
      }
      let isNext = last.map { $0.passage == citation.passage && isJoined($0.end, citation.span.start, in: context) } ?? false
      if isNext, !runs.isEmpty {
        runs[runs.count - 1].references += citation.references
        runs[runs.count - 1].brackets += Self.brackets(citation)
        runs[runs.count - 1].span = SourceSpan(runs[runs.count - 1].span.ranges + citation.span.ranges)
      } else {
        runs.append(
          Run(
            passage: citation.passage, references: citation.references, start: start, span: citation.span,
            brackets: Self.brackets(citation)))
      }
      last = (citation.passage, citation.span.end)
    }
    return runs.filter { (2...3).contains($0.references.count) && Set($0.references).count == $0.references.count }
  }

  /// "[4] [5]", "[4] and [5]".
  private func isJoined(_ end: Int, _ start: Int, in context: CheckContext) -> Bool {
    guard start >= end, start - end <= 12 else { return false }
    if start - end <= 2 { return true }
    let between = context.snippet(SourceSpan(end..<start)).filter { $0 != " " }
    return ["and", ",and", "&", "和", "与", "及", "、"].contains(between)
  }

  private static func brackets(_ citation: Citation) -> Int { max(1, citation.marker.count { $0 == "[" || $0 == "(" }) }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A sentence names two or three works, by trial, author, drug or a word of the title, and calls out their references in the "
        + "opposite order: behind all of the names, or each behind the name of the other.",
      why: "Readers take the first number for the first name. The reference list shows which title or author holds which name.",
      example: "\"ALDER-1 and BIRCH-2 agreed [4] [3]\", where reference 3 is ALDER-1 and reference 4 is BIRCH-2.",
      remedy: "Exchange the callouts or put each behind its name.",
      limits:
        "Each name must be found in exactly one of the references, and one of them must be a trial or an author. Styles that sort numbers within one bracket cannot keep the order of the "
        + "names: there the finding says only that a reader may be misled."),
    chinese: .init(
      what: "句中依次以试验名、作者、药名或题名用词提及两三篇文献, 而引用标记顺序恰好相反, 或各自紧跟在对方名称之后。",
      why: "读者会把第一个编号对应第一个名称, 而文献题名或作者显示并非如此。",
      example: "\"ALDER-1 和 BIRCH-2 结果一致[4] [3]\", 而文献 3 为 ALDER-1, 文献 4 为 BIRCH-2。",
      remedy: "对调引用标记, 或将其分别置于名称之后。",
      limits: "每个名称须只见于其中一条文献, 且至少一个为试验名或作者。要求括号内编号升序的体例无法保持名称顺序, 此时仅提示读者可能误解。"))
}

/// Where the names that belong to references stand before their callouts.
private enum CitedNames {
  /// For each reference the byte of the flow at which its own trial or first author is named, else its drug, else a word of its title alone, the
  /// last between the callouts before and these; empty where one is not named, or a name fits two of them.
  static func places(of references: [Int], before end: Int, in passage: Int, _ context: CheckContext) -> [Int] {
    let flow = context.extract.passages[passage].flow
    let ends = context.citations(in: passage).compactMap {
      flow.flowOffset(ofSource: $0.span.end - 1)
    }
    let start = ends.filter { $0 + 1 < end }.max().map { $0 + 1 } ?? 0
    let text = String(decoding: flow.utf8[start..<min(max(start, end), flow.utf8.count)], as: UTF8.self)
    let places = references.map { reference -> (place: Int, isName: Bool)? in
      let others = references.filter { $0 != reference }
      return [names, drugs, words].enumerated().lazy.compactMap { rank, kind -> (Int, Bool)? in
        let taken = Set(others.flatMap { kind($0, context) })
        return kind(reference, context).filter { !taken.contains($0) }.compactMap { last(of: $0, in: text) }.max().map {
          ($0, rank == 0)
        }
      }.first
    }.compactMap { $0 }
    // Words of titles alone are no names.
    return places.count == references.count && places.contains(where: \.isName) ? places.map(\.place) : []
  }

  /// Whether a callout to another work stands right behind a name of this reference, and of this one alone.
  static func standsBehind(_ reference: Int, _ citation: Citation, in context: CheckContext) -> Bool {
    let flow = context.extract.passages[citation.passage].flow
    guard let start = flow.flowOffset(ofSource: citation.span.start) else { return false }
    let before = String(decoding: flow.utf8[..<min(start, flow.utf8.count)].suffix(60), as: UTF8.self).drop { $0 == "\u{FFFD}" }
    let own = names(reference, context) + drugs(reference, context)
    let cited = citation.references.flatMap { names($0, context) + drugs($0, context) }
    let fillers = [
      "", " trial", " study", "研究", " 研究", "试验", " 试验", "等", "等人", " et al.", " et al", " and colleagues", " and co-workers",
    ]
    return own.contains { name in
      !cited.contains(name) && fillers.contains { before.hasSuffix(name + $0) || before.hasSuffix(name + $0 + " ") }
    }
  }

  /// The kinds of names, each read once of a reference.
  private enum Kind {
    enum Name {}
    enum Drug {}
    enum Word {}
  }

  private static func once(
    _ kind: Any.Type, _ reference: Int, _ context: CheckContext, _ read: () -> [String]
  ) -> [String] {
    context.once(kind) { ReadingsByKey<Int, [String]>() }.reading(reference, read)
  }

  private static func drugs(_ reference: Int, _ context: CheckContext) -> [String] {
    once(Kind.Drug.self, reference, context) { TitleNames.drugs(in: context.extract.references[reference]) }
  }

  private static let fewestLetters = 7

  /// Long words of the title, in small letters.
  private static func words(_ reference: Int, _ context: CheckContext) -> [String] {
    once(Kind.Word.self, reference, context) {
      let title = context.extract.references[reference].item.title ?? ""
      return title.split { !$0.isLetter }.filter { $0.utf8.count >= fewestLetters && $0.utf8.allSatisfy { $0 < 0x80 } }.map {
        $0.lowercased()
      }
    }
  }

  private static func names(_ reference: Int, _ context: CheckContext) -> [String] {
    once(Kind.Name.self, reference, context) { read(reference, context) }
  }

  private static func read(_ reference: Int, _ context: CheckContext) -> [String] {
    let entry = context.extract.references[reference]
    let trials = context.extract.trials.filter { $0.references.contains(reference) }.flatMap { [$0.name, $0.id] + $0.aliases }
    let title = (entry.item.title ?? entry.raw).lowercased()
    let titled = context.extract.trials.filter { trial in
      ([trial.name, trial.id] + trial.aliases).contains { $0.utf8.count >= 4 && title.contains($0.lowercased()) }
    }.flatMap { [$0.name, $0.id] + $0.aliases }
    // A Chinese author is named in full.
    let author = entry.item.authors.first.flatMap { author in
      author.family.map { $0.unicodeScalars.first.map { $0.value >= 0x4E00 } == true ? $0 + (author.given ?? "") : $0 }
    }
    return Array(Set((titled.isEmpty ? trials : titled) + [author].compactMap { $0 } + TitleNames.studies(in: entry))).filter {
      $0.utf8.count >= 3
    }.sorted()
  }

  private static func last(of name: String, in text: String) -> Int? {
    guard text.contains(name), let range = text.ranges(of: name).last else { return nil }
    let isWord = range.upperBound == text.endIndex || !(text[range.upperBound].isLetter && text[range.upperBound].isASCII)
    let begins =
      range.lowerBound == text.startIndex || !text[text.index(before: range.lowerBound)].isLetter
      || !text[text.index(before: range.lowerBound)].isASCII
    return isWord && begins ? text.utf8.distance(from: text.startIndex, to: range.lowerBound) : nil
  }
}

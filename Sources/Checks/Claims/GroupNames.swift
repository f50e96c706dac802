import Lexicon
import Literature
import TextAnalysis

/// Finds the groups of a document where its sentences name them.
struct GroupNames: Sendable {
  private let labels: GroupLabels
  private let stems: StemSet
  private static let shortestWord = 3

  /// Words of arms that name no arm.
  private static let idle: Set<String> = [
    "group", "arm", "patient", "particip", "women", "men", "children", "adult", "infant", "peopl", "treatment", "therapi",
    "drug", "the", "and", "with", "for", "from", "plus", "dose", "daili", "weekli", "week", "day", "month", "year", "care",
    "treat", "receiv", "given", "assign", "random", "who", "had", "were", "was", "not", "all", "both", "each", "trial", "studi",
    "use", "those", "than", "versus", "between", "mean", "rate", "hour", "outcom", "event", "first", "second", "death", "oral",
    "diseas", "baselin", "total", "overal", "onli", "one", "two", "three", "four", "per", "cent", "low", "high", "median",
    "respect", "user", "person", "time", "after", "befor", "score", "risk",
  ]
  private static let controls = PhraseSet(
    ["placebo", "control", "controls", "usual care", "standard care", "sham", "comparator"], ["对照", "安慰剂", "假刺激"])

  static func shared(in context: CheckContext) -> GroupNames { context.once(Self.self) { GroupNames(context) } }

  private init(_ context: CheckContext) {
    labels = GroupLabels.shared(in: context)
    stems = StemSet(labels.stems.subtracting(Self.idle))
  }

  /// Whether a stem is a word of an arm.
  func isName(_ stem: String) -> Bool { stems.stems.contains(stem) }

  private struct Name {
    var range: Range<Int>
    var name: String
  }

  /// In the order of the text; words side by side name one group. O(bytes).
  func all(in text: LexedText, _ tokens: Range<Int>) -> [GroupMention] {
    guard let first = tokens.first, let last = tokens.last else { return [] }
    let bytes = text.tokens[first].start..<text.tokens[last].end
    var found = labels.places(in: text, tokens).map { place in
      Name(range: place, name: Self.bare(text.string(place).filter { $0 != " " && $0 != "组" && $0 != "臂" }))
    }
    for match in Lexicon.builtIn.matches(in: Array(text.utf8[bytes])) where match.concept.kind == .drug {
      let range = match.range.lowerBound + bytes.lowerBound..<match.range.upperBound + bytes.lowerBound
      found.append(Name(range: range, name: match.concept.id))
    }
    found += Self.controls.all(in: text, tokens).map { Name(range: $0, name: "control") }
    found += tokens.compactMap { word(text, $0) }
    return merged(found.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }, text)
  }

  /// The names of the groups that the two values of a card are of, those that both have left out; nil where one has none of its own.
  func owners(of card: ResultCard) -> [Set<String>]? {
    let owners = card.armValues.map { value -> Set<String> in
      let text = LexedText(value.arm ?? "")
      return all(in: text, text.tokens.indices).reduce(into: []) { $0.formUnion($1.names) }
    }
    guard owners.count == 2 else { return nil }
    let own = owners.map { $0.subtracting(owners[0].intersection(owners[1])) }
    return own.allSatisfy { !$0.isEmpty } ? own : nil
  }

  /// What an outcome's name ends with where a group's stands right behind it.
  private static let endsOfOutcomes: Set<Character> = ["率", "分", "数", "量", "间", "度", "值", "期", "平", "次", "长", "例", "中", "者", "性"]
  private static let shortestLabel = 2

  /// 应答率试验: 试验.
  private static func bare(_ label: String) -> String {
    guard let end = label.lastIndex(where: endsOfOutcomes.contains) else { return label }
    let name = label[label.index(after: end)...]
    return name.count >= shortestLabel ? String(name) : label
  }

  /// The word of an arm; "group E", "E group".
  private func word(_ text: LexedText, _ index: Int) -> Name? {
    guard text.tokens[index].kind == .word else { return nil }
    if isGroup(text, index + 1), let letter = letter(text, index) {
      return Name(range: text.tokens[index].start..<text.tokens[index + 1].end, name: letter)
    }
    if isGroup(text, index), let letter = letter(text, index + 1) {
      return Name(range: text.tokens[index].start..<text.tokens[index + 1].end, name: letter)
    }
    guard text.tokens[index].range.count >= Self.shortestWord else { return nil }
    return stems.stem(text, index).map { Name(range: text.tokens[index].range, name: $0) }
  }

  private func isGroup(_ text: LexedText, _ index: Int) -> Bool { text.isWord(index, "group") || text.isWord(index, "arm") }

  private func letter(_ text: LexedText, _ index: Int) -> String? {
    guard text.tokens.indices.contains(index), text.tokens[index].kind == .word, text.tokens[index].range.count == 1 else {
      return nil
    }
    let letter = text.string(index)
    return letter == letter.uppercased() ? letter : nil
  }

  private func merged(_ found: [Name], _ text: LexedText) -> [GroupMention] {
    found.reduce(into: []) { mentions, item in
      guard let last = mentions.last, isJoined(last.range, item.range, text) else {
        mentions.append(GroupMention(names: [item.name], range: item.range))
        return
      }
      let end = max(last.range.upperBound, item.range.upperBound)
      mentions[mentions.count - 1].range = last.range.lowerBound..<end
      mentions[mentions.count - 1].names.insert(item.name)
    }
  }

  private static let joints: Set<String> = ["", "-", "+", "/", "plus", "–", "联合", "加"]

  private func isJoined(_ left: Range<Int>, _ right: Range<Int>, _ text: LexedText) -> Bool {
    guard right.lowerBound > left.upperBound else { return true }
    guard right.lowerBound - left.upperBound <= 8 else { return false }
    return Self.joints.contains(text.string(left.upperBound..<right.lowerBound).filter { $0 != " " })
  }
}

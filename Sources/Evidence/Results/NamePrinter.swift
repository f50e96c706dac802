import Lexicon
import Literature
import TextAnalysis

/// Finds the words of a document for the normal names that its cards were bound by: 观察组 of `observation`, "robotic approach" of what the
/// lexicon calls robotic surgery.
struct NamePrinter {
  private let input: EvidenceInput
  /// Readings by passage; none for entries of the reference list.
  private var readings: [SentenceReading?]
  /// Passages, ascending, that hold an arm or an endpoint of a name.
  private var arms: [String: [Int]] = [:]
  private var endpoints: [String: [Int]] = [:]

  /// O(phrases).
  init(input: EvidenceInput, readings: [SentenceReading]) {
    self.input = input
    self.readings = Array(repeating: nil, count: input.passages.count)
    for reading in readings {
      self.readings[reading.passage] = reading
      for phrase in reading.phrases where arms[phrase.name]?.last != reading.passage {
        arms[phrase.name, default: []].append(reading.passage)
      }
      for mention in reading.endpoints where endpoints[mention.name]?.last != reading.passage {
        endpoints[mention.name, default: []].append(reading.passage)
      }
    }
  }

  /// Tells the printed names of a card where they differ from the normal ones.
  func name(_ card: inout ResultCard) {
    card.details.names.endpoint = endpoint(of: card)
    card.details.names.arm = card.arm.flatMap { words(of: $0, at: card.details.armSpan, in: card) }
    card.details.names.comparator = card.comparator.flatMap { words(of: $0, at: nil, in: card) }
    for index in card.armValues.indices {
      guard let name = card.armValues[index].arm else { continue }
      let printed = words(of: name, at: card.armValues[index].details.armSpan, in: card)
      card.armValues[index].details.printedArm = printed
      if name == card.arm, printed != nil { card.details.names.arm = printed }
      if name == card.comparator, printed != nil { card.details.names.comparator = printed }
    }
  }

  // MARK: Arms

  private func words(of name: String, at span: SourceSpan?, in card: ResultCard) -> String? {
    let own =
      span.map { bare(words(at: $0)) }
      ?? passage(nearest: card.passage, arms[name] ?? []).flatMap { arm(name, in: $0) }
    return own.flatMap { $0.isEmpty || $0.lowercased() == name.lowercased() ? nil : $0 }
  }

  /// With 组 where it follows.
  private func words(at span: SourceSpan) -> String {
    let words = input.article.text.string(span)
    guard let end = span.ranges.last?.upperBound, !words.hasSuffix("组"), words.utf8.last ?? 0 >= 0x80 else { return words }
    return input.article.text.string(end..<min(end + 3, input.article.text.utf8.count)) == "组" ? words + "组" : words
  }

  private func arm(_ name: String, in passage: Int) -> String? {
    guard let reading = readings[passage] else { return nil }
    let named = reading.phrases.filter { $0.name == name }
    guard let phrase = named.first(where: \.isGroup) ?? named.first else { return nil }
    let end = phrase.range.upperBound
    let isChineseGroup = phrase.isGroup && reading.text.utf8[end...].starts(with: "组".utf8)
    return bare(reading.string(phrase.range.lowerBound..<(isChineseGroup ? end + 3 : end)))
  }

  /// Without "group" at the end, or a determiner before it.
  private func bare(_ words: String) -> String {
    var words = words.trimmedSpaces
    for noun in [" groups", " group", " arms", " arm", " patients", " participants", " recipients"] where words.hasSuffix(noun) {
      words = String(words.dropLast(noun.count))
    }
    for start in ["the ", "The ", "a ", "an "] where words.hasPrefix(start) { words = String(words.dropFirst(start.count)) }
    return words
  }

  /// The passage itself, a row of the same table, else the last one before, else the first after.
  private func passage(nearest passage: Int, _ holders: [Int]) -> Int? {
    if holders.contains(passage) { return passage }
    if let table = input.passages[passage].tableRow?.table,
      let row = holders.first(where: { input.passages[$0].tableRow?.table == table })
    {
      return row
    }
    return holders.last { $0 < passage } ?? holders.first
  }

  // MARK: Endpoints

  private func endpoint(of card: ResultCard) -> String? {
    guard let name = card.endpoint, !Self.isShortForm(name), !Self.isOwn(name) else { return nil }
    if let printed = card.details.endpointPrinted {
      return printed == name || printed.isEmpty ? nil : printed
    }
    guard let holder = passage(nearest: card.passage, endpoints[name] ?? []), let reading = readings[holder],
      let mention = reading.endpoints.first(where: { $0.name == name })
    else { return nil }
    let words = reading.string(mention.range).trimmedSpaces
    return words.lowercased() == name.lowercased() ? nil : words
  }

  /// Survival and response by their usual short forms, in whatever language.
  private static func isShortForm(_ name: String) -> Bool {
    EndpointScanner.isTimeToEvent(name) || ["ORR", "DCR", "CR", "PR", "SD", "PD", "pCR", "MPR", "CBR"].contains(name)
  }

  /// What a card that counts people or time is of.
  private static func isOwn(_ name: String) -> Bool { ["sample", "follow-up", "crossover"].contains(name) }
}

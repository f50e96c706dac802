import Extraction
import Literature

/// Outcome–measure and arm–measure relations of tokenised sentences of autism and diabetes trials.
///
/// Every sentence is read as the results section of a document of its own. A card gives, for each of its values, the relation of the
/// value to its endpoint (`endpointSpan`), to its time (`timeSpan`; the gold counts times as outcomes) and to its arm (`armSpan`).
/// Measures of comparison (ratios, differences, P, statistics) are not annotated in the gold and are left out.
struct SentenceTriples: Measure {
  /// Which sentences: those we look at while working, those we only score (by a hash of the text), or all.
  enum Part: String { case looked, scored }
  let part: Part
  var name: String { "evidence/rct-art-\(part.rawValue)" }
  let needs = ["rct-art/autism.jsonl", "rct-art/diabetes.jsonl"]

  private static let opening = "A trial of treatment\n\n1 Introduction\n\nThis is known.\n\n2 Results\n\n"
  private static let comparisons: Set<String> = [
    "HR", "OR", "RR", "IRR", "MD", "RD", "SMD", "WMD", "P", "t", "F", "z", "chi2", "r", "Q", "I2", "tau2", "beta", "d", "g",
  ]

  struct Relation {
    var isArm: Bool
    var head: Range<Int>
    var value: Range<Int>
    /// The numbers that the value may be read as.
    var numbers: [Double]
    var text: String
  }

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name,
      rule:
        "a relation counts when a number of the measure equals ours, and our spans of value and of outcome or arm overlap the gold's"
    )
    var counts = [String: (matched: Int, gold: Int, right: Int, ours: Int)]()
    for file in needs {
      for line in String(decoding: try data.bytes(file), as: UTF8.self).split(separator: "\n") {
        let gold = try JSONValue(parsing: String(line))
        guard let text = gold["text"]?.stringValue,
          part == (ContentHash(of: Array(text.utf8)).hex.utf8.last.map { $0 % 2 } == 0 ? .looked : .scored)
        else { continue }
        try compare(text, Self.relations(of: gold, in: text), &counts, &report)
      }
    }
    for kind in ["outcome", "arm"] {
      let count = counts[kind] ?? (0, 0, 0, 0)
      report.rows.append(.init(what: kind, matched: count.matched, gold: count.gold, right: count.right, ours: count.ours))
    }
    let all = counts.values.reduce((0, 0, 0, 0)) { ($0.0 + $1.matched, $0.1 + $1.gold, $0.2 + $1.right, $0.3 + $1.ours) }
    report.rows.append(.init(what: "all relations", matched: all.0, gold: all.1, right: all.2, ours: all.3))
    return report
  }

  private func compare(
    _ text: String, _ gold: [Relation], _ counts: inout [String: (matched: Int, gold: Int, right: Int, ours: Int)],
    _ report: inout MeasureReport
  ) throws {
    let extract = try Extractor.extract(bytes: Array((Self.opening + text + "\n").utf8), path: "sentence.txt")
    let ours = extract.results.filter { !Self.comparisons.contains($0.measure) }.flatMap(Self.relations(of:))
    for kind in ["outcome", "arm"] {
      let wanted = gold.filter { $0.isArm == (kind == "arm") }
      let found = ours.filter { $0.isArm == (kind == "arm") }
      let missed = wanted.filter { one in !found.contains { Self.agree($0, one) } }
      let wrong = found.filter { one in !wanted.contains { Self.agree(one, $0) } }
      report.misses += missed.map { "missed \(kind): \($0.text)" } + wrong.map { "extra \(kind): \($0.text)" }
      let old = counts[kind] ?? (0, 0, 0, 0)
      counts[kind] = (
        old.matched + wanted.count - missed.count, old.gold + wanted.count, old.right + found.count - wrong.count,
        old.ours + found.count
      )
    }
  }

  private static func agree(_ ours: Relation, _ gold: Relation) -> Bool {
    ours.head.overlaps(gold.head) && ours.value.overlaps(gold.value) && ours.numbers.contains { gold.numbers.contains(abs($0)) }
  }

  /// The relations of a card, places counted from the beginning of the sentence.
  private static func relations(of card: ResultCard) -> [Relation] {
    var values = card.armValues.map { arm in
      (
        span: arm.details.span, arm: arm.details.armSpan,
        numbers: [arm.value.value] + [arm.details.count?.value].compactMap { $0 }, name: arm.arm
      )
    }
    if let value = card.value {
      values.append((card.span, card.details.armSpan, [value.value] + [card.details.count?.value].compactMap { $0 }, card.arm))
    }
    return values.flatMap { value -> [Relation] in
      guard let place = value.span.map(range) else { return [] }
      let outcomes = [card.details.endpointSpan, card.details.timeSpan].compactMap { $0.map(range) }
      let label = "\(value.numbers) of \(card.endpoint ?? "?") in \(value.name ?? "?")"
      return outcomes.map { Relation(isArm: false, head: $0, value: place, numbers: value.numbers, text: label) }
        + [value.arm].compactMap { $0 }.map {
          Relation(isArm: true, head: range($0), value: place, numbers: value.numbers, text: label)
        }
    }
  }

  private static func range(_ span: SourceSpan) -> Range<Int> {
    let start = span.start - opening.utf8.count
    return start..<max(start, span.end - opening.utf8.count)
  }

  /// The gold's relations; its offsets are characters.
  private static func relations(of gold: JSONValue, in text: String) -> [Relation] {
    let scalars = Array(text.unicodeScalars)
    func bytes(_ span: JSONValue?) -> (Range<Int>, String)? {
      guard let start = span?["start"]?.intValue, let end = span?["end"]?.intValue, start <= end, end <= scalars.count else {
        return nil
      }
      let low = scalars[..<start].reduce(0) { $0 + UTF8.width($1) }
      let words = String(String.UnicodeScalarView(scalars[start..<end]))
      return (low..<low + words.utf8.count, words)
    }
    return (gold["relations"]?.arrayValue ?? []).compactMap { relation in
      guard let head = bytes(relation["head_span"]), let child = bytes(relation["child_span"]) else { return nil }
      let isTurned = relation["head_span"]?["label"]?.stringValue == "MEAS"
      let (of, value) = isTurned ? (child, head) : (head, child)
      return Relation(
        isArm: relation["label"]?.stringValue != "OC_RES", head: of.0, value: value.0, numbers: PrintedNumbers.all(in: value.1),
        text: "\(value.1) | \(of.1)")
    }
  }
}

/// The numbers of a few words, signs left out, a spelled one at their beginning.
enum PrintedNumbers {
  private static let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
  ]
  private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

  static func all(in text: String) -> [Double] {
    var found: [Double] = []
    var digits = ""
    for character in text + " " {
      if character.isNumber || character == "." && !digits.isEmpty || character == "," && !digits.isEmpty {
        digits.append(character)
      } else {
        while digits.last == "." || digits.last == "," { digits.removeLast() }
        if let number = PrintedNumber(digits) { found.append(number.value) }
        digits = ""
      }
    }
    if let spelled = spelled(text.lowercased().split { !$0.isLetter }.map(String.init)) { found.append(spelled) }
    return found
  }

  /// The number at the beginning of some words: "forty-four", "two hundred and forty-four"; nil where they begin with none.
  private static func spelled(_ words: [String]) -> Double? {
    if words.first == "none" { return 0 }
    var value: Double?
    for word in words {
      if let small = Self.words.firstIndex(of: word) {
        value = (value ?? 0) + Double(small)
      } else if let ten = tens.firstIndex(of: word) {
        value = (value ?? 0) + Double(ten * 10 + 20)
      } else if word == "hundred", let hundreds = value {
        value = hundreds * 100
      } else if word != "and" || value == nil {
        break
      }
    }
    return value
  }
}

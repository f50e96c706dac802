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

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name,
      rule:
        "a relation counts when a number of the measure equals ours, and our spans of value and of outcome or arm overlap the gold's"
    )
    var score = RelationScore()
    for file in needs {
      for line in String(decoding: try data.bytes(file), as: UTF8.self).split(separator: "\n") {
        let gold = try JSONValue(parsing: String(line))
        guard let text = gold["text"]?.stringValue,
          part == (ContentHash(of: Array(text.utf8)).hex.utf8.last.map { $0 % 2 } == 0 ? .looked : .scored)
        else { continue }
        try score.add(text, Self.relations(of: gold, in: text), &report)
      }
    }
    report.rows = score.rows
    return report
  }

  /// The gold's relations; its offsets are characters.
  private static func relations(of gold: JSONValue, in text: String) -> [RelationScore.Relation] {
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
      return RelationScore.Relation(
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

import Evidence
import Extraction
import Foundation
import Literature

/// A sentence whose values, outcomes, arms and times are known, as bytes of its text.
struct BindingExample {
  struct Mark {
    var kind: BindingSpan.Kind
    var bytes: Range<Int>
    /// "O1" of the outcome itself; those that a value belongs to.
    var names: [Substring]
  }
  var text: String
  var callouts: [Range<Int>] = []
  var marks: [Mark] = []
}

/// Marked sentences to learn from: those in our own words, and the places in articles of the data folder.
enum BindingExamples {
  /// A line each, marked as `Benchmarks/bindings/README.md` tells.
  static func marked(_ text: String) -> [BindingExample] {
    text.split(separator: "\n").map { line in
      let sentence = MarkedSentence(line)
      return BindingExample(text: sentence.text, marks: sentence.marks)
    }
  }

  /// Lines of article, passage, hash and marks: `PMC1234<TAB>57<TAB>1f2e3d4c<TAB>12-25 O1; 30-34 V O1`; bytes of the passage's text.
  ///
  /// Passages that read otherwise than when they were marked are left out and counted.
  static func articles(_ lines: String, in data: DataFolder) throws -> (examples: [BindingExample], changed: Int) {
    var places: [String: [(passage: Int, hash: Substring, marks: Substring)]] = [:]
    for line in lines.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 4, let passage = Int(fields[1]) else { continue }
      places[String(fields[0]), default: []].append((passage, fields[2], fields[3]))
    }
    var (examples, changed): ([BindingExample], Int) = ([], 0)
    for (article, passages) in places.sorted(by: { $0.key < $1.key }) {
      let path = "jats-trials/xml/\(article).nxml"
      let extract = try Extractor.extract(bytes: try data.bytes(path), path: path)
      for place in passages.sorted(by: { $0.passage < $1.passage }) {
        guard extract.passages.indices.contains(place.passage),
          ContentHash(of: Array(extract.passages[place.passage].text.utf8)).hex.hasPrefix(place.hash)
        else {
          changed += 1
          continue
        }
        let passage = extract.passages[place.passage]
        let callouts = extract.citations.filter { $0.passage == place.passage }.compactMap {
          passage.flow.range(of: $0.span)
        }
        examples.append(BindingExample(text: passage.text, callouts: callouts, marks: marks(place.marks)))
      }
    }
    return (examples, changed)
  }

  private static func marks(_ text: Substring) -> [BindingExample.Mark] {
    text.split(separator: ";").compactMap { mark in
      let words = mark.split(separator: " ")
      let ends = (words.first ?? "").split(separator: "-").compactMap { Int($0) }
      guard ends.count == 2, ends[0] < ends[1], words.count > 1, let kind = kind(words[1]) else { return nil }
      return BindingExample.Mark(
        kind: kind, bytes: ends[0]..<ends[1], names: kind.isFigure ? Array(words.dropFirst(2)) : [words[1]])
    }
  }

  static func kind(_ name: Substring) -> BindingSpan.Kind? {
    switch name.first {
    case "O": .outcome
    case "A": .arm
    case "T": .time
    case "V": .value
    case "E": .estimate
    default: nil
    }
  }
}

import Evidence
import Extraction
import Foundation
import Literature

/// Questions on trials with the effect that readers saw and the words on which they base it.
struct ComparisonGold {
  struct Item {
    var article: String
    var question: ComparisonQuestion
    /// Index into `ComparisonAnswer.Effect.allCases`.
    var label: Int
    /// Words of each evidence that the readers marked.
    var evidence: [[String]]

    /// Whether a passage holds what one reader marked: at least 0.6 of its words, or at least 0.85 of the passage's words where those are
    /// eight or more, or 0.35 of the marked ones.
    func isEvidence(_ text: String) -> Bool {
      let own = Self.words(text)
      return evidence.contains { marked in
        let common = Self.common(own, marked)
        if common * 10 >= marked.count * 6 { return true }
        return common * 100 >= own.count * 85 && (own.count >= 8 || common * 100 >= marked.count * 35)
      }
    }

    static func words(_ text: String) -> [String] {
      var words: [String] = []
      for scalar in text.lowercased().unicodeScalars {
        let isLetter = (0x61...0x7A).contains(scalar.value)
        let isDigit = (0x30...0x39).contains(scalar.value)
        guard isLetter || isDigit else {
          if words.last != "" { words.append("") }
          continue
        }
        let last = words.last?.unicodeScalars.first.map { (0x30...0x39).contains($0.value) }
        if let last, last == isDigit {
          words[words.count - 1].unicodeScalars.append(scalar)
        } else {
          words.append(String(scalar))
        }
      }
      return words.filter { !$0.isEmpty }
    }

    static func common(_ first: [String], _ second: [String]) -> Int {
      var counts: [String: Int] = [:]
      for word in first { counts[word, default: 0] += 1 }
      return second.count { word in
        guard let left = counts[word], left > 0 else { return false }
        counts[word] = left - 1
        return true
      }
    }
  }

  /// In the order of the prompts; prompts without a valid annotation are left out.
  let items: [Item]

  init(_ data: DataFolder) throws {
    let prompts = try CommaSeparated(data.bytes("jats-trials/prompts.csv")).records
    let valid = try CommaSeparated(data.bytes("jats-trials/annotations.csv")).records
      .filter { $0["Valid Label"] == "True" && $0["Valid Reasoning"] == "True" }
    let byPrompt = Dictionary(grouping: valid) { $0["PromptID"] ?? "" }
    items = prompts.compactMap { prompt in
      guard let annotations = byPrompt[prompt["PromptID"] ?? ""], let label = Self.label(annotations) else { return nil }
      return Item(
        article: prompt["PMCID"] ?? "",
        question: ComparisonQuestion(
          outcome: prompt["Outcome"] ?? "", intervention: prompt["Intervention"] ?? "", comparator: prompt["Comparator"] ?? ""),
        label: label, evidence: annotations.map { Item.words($0["Annotations"] ?? "") })
    }
  }

  /// The label that most readers gave; of a tie the first.
  private static func label(_ annotations: [[String: String]]) -> Int? {
    let codes = annotations.compactMap { $0["Label Code"].flatMap { Int($0) } }.map { $0 + 1 }
    return codes.max { first, second in codes.count { $0 == first } < codes.count { $0 == second } }
  }

  /// The questions of each article with the article made ready.
  func documents(_ data: DataFolder) throws -> [(article: String, document: ComparisonDocument, items: [Item])] {
    let byArticle = Dictionary(grouping: items, by: \.article)
    return try byArticle.keys.sorted().compactMap { article in
      let file = "jats-trials/xml/PMC\(article).nxml"
      guard data.has(file) else { return nil }
      return (article, ComparisonDocument(try data.extract(file)), byArticle[article] ?? [])
    }
  }
}

/// A file of comma-separated values with quotes, as records by the names of its first line.
struct CommaSeparated {
  let records: [[String: String]]

  init(_ bytes: [UInt8]) {
    var rows: [[String]] = [[]]
    var field: [UInt8] = []
    var isQuoted = false
    var index = 0
    func text() -> String { String(decoding: field, as: UTF8.self) }
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte == 0x22, index + 1 < bytes.count, bytes[index + 1] == 0x22 {
          field.append(byte)
          index += 1
        } else if byte == 0x22 {
          isQuoted = false
        } else {
          field.append(byte)
        }
      } else if byte == 0x22 {
        isQuoted = true
      } else if byte == 0x2C || byte == 0x0A {
        rows[rows.count - 1].append(text())
        field = []
        if byte == 0x0A { rows.append([]) }
      } else if byte != 0x0D {
        field.append(byte)
      }
      index += 1
    }
    if !field.isEmpty || !(rows.last?.isEmpty ?? true) { rows[rows.count - 1].append(text()) }
    let header = rows.first ?? []
    records = rows.dropFirst().filter { $0.count == header.count }.map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }
}

import ArgumentParser
import KnowledgeBase
import Literature

/// What `concord search` was asked for.
struct SearchRequest: Hashable {
  var query = ""
  /// A file of queries instead of one.
  var queryFile: String?
  var repeats = 1
  var folder: String?
  var isJSON = false
  var options = SearchOptions()

  func run() throws -> ExitCode {
    if let queryFile { return try run(file: queryFile) }
    let response = try IndexOption.with(folder, .readOnly) { try $0.search(query, options: options) }
    Console.write(isJSON ? response.json.pretty + "\n" : SearchText(response).text)
    return response.hits.isEmpty ? .nothingFound : .success
  }

  private func run(file: String) throws -> ExitCode {
    let text = String(decoding: try InputFile(path: file).bytes(), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    let batch = QueryBatch(repeats: repeats, options: options)
    return try IndexOption.with(folder, .readOnly) { try batch.run(lines, on: $0) } ? .success : .inputFailed
  }
}

/// Reading the common arguments without setting up all options first, which takes longer than a search.
extension SearchRequest {
  /// Nil for everything that is not plainly right, help included: that is `SearchCommand`'s to understand or to refuse.
  init?(_ arguments: ArraySlice<String>) {
    var words: [String] = []
    var seen: [String] = []
    var rest = arguments
    while let argument = rest.popFirst() {
      guard argument.utf8.first == UInt8(ascii: "-") else {
        words.append(argument)
        continue
      }
      if argument != "--kind", seen.contains(argument) { return nil }
      seen.append(argument)
      if take(flag: argument) { continue }
      guard let value = rest.popFirst(), value.utf8.first != UInt8(ascii: "-"), take(option: argument, value) else { return nil }
    }
    query = words.joined(separator: " ")
    let isOfPassages = options.explains || options.wantsFacets
    guard words.contains(where: { !$0.isEmpty }), !(isOfPassages && options.groupsByDocument) else { return nil }
  }

  private mutating func take(flag: String) -> Bool {
    switch flag {
    case "--facets": options.wantsFacets = true
    case "--explain": options.explains = true
    default: return false
    }
    return true
  }

  private mutating func take(option: String, _ value: String) -> Bool {
    switch option {
    case "--index": folder = value
    case "--kind": options.kinds.append(value)
    case "--limit":
      guard let number = Int(value), number >= 1 else { return false }
      options.limit = number
    case "--offset":
      guard let number = Int(value), number >= 0 else { return false }
      options.offset = number
    case "--group":
      guard let group = SearchCommand.Grouping(rawValue: value) else { return false }
      options.groupsByDocument = group == .document
    case "--format":
      guard let format = OutputFormat(rawValue: value) else { return false }
      isJSON = format == .json
    default: return false
    }
    return true
  }
}

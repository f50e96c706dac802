import Literature

/// The titles of sections by the labels that records give them, which are printed numbers where a section has one.
struct SectionNames: Sendable {
  private var names: [String: String] = [:]
  /// Of numbers that several sections bear, 一 of the methods and （一） of the results: where each begins, and its title with those above it.
  private var repeated: [String: [(start: Int, name: String)]] = [:]

  init(_ sections: [Section]) {
    var above: [Section] = []
    var all: [String: [(start: Int, name: String)]] = [:]
    for section in sections where section.kind == .body {
      above.removeAll { $0.level >= section.level }
      above.append(section)
      guard let number = section.number else { continue }
      if let start = section.span?.start {
        all[number, default: []].append((start, above.map { $0.title.lowercased() }.joined(separator: " ")))
      }
      guard names[number] == nil else { continue }
      // "4.2" is part of "4".
      let parent = number.lastIndex(of: ".").flatMap { names[String(number[..<$0])] } ?? ""
      names[number] = parent.isEmpty ? section.title.lowercased() : parent + " " + section.title.lowercased()
    }
    repeated = all.filter { $0.value.count > 1 }
  }

  /// In small letters; the label itself where it is no number.
  func name(of passage: Passage) -> String {
    if let places = repeated[passage.section], let place = places.last(where: { $0.start <= passage.flow.span.start }) {
      return place.name
    }
    return names[passage.section] ?? passage.section.lowercased()
  }
}

import Literature

/// The titles of sections by the labels that records give them, which are printed numbers where a section has one.
struct SectionNames: Sendable {
  private var names: [String: String] = [:]

  init(_ sections: [Section]) {
    for section in sections where section.kind == .body {
      guard let number = section.number, names[number] == nil else { continue }
      // "4.2" is part of "4".
      let parent = number.lastIndex(of: ".").flatMap { names[String(number[..<$0])] } ?? ""
      names[number] = parent.isEmpty ? section.title.lowercased() : parent + " " + section.title.lowercased()
    }
  }

  /// In small letters; the label itself where it is no number.
  func name(ofLabel label: String) -> String { names[label] ?? label.lowercased() }
}

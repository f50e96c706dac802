/// Lines of names of one kind, parsed at first use: a string costs nothing to compile, an array literal of this size would.
///
/// A line is `english;english|中文;中文|SHORT;SHORT`, or with a first field that names the concept: `RFS|english|中文|SHORT`.
/// That field, or else the first English name, is the slug of the id; with a capital letter it is the concept's symbol too.
/// Trailing empty fields may be left out in the three-field form.
struct ConceptTable: Sendable {
  var kind: ConceptKind
  var prefix: String
  var lines: StaticString

  /// Reads the lines, or those of them that have a name with one of some beginnings; every malformed line is left out. O(bytes): it is part
  /// of every command's start.
  func appendConcepts(to concepts: inout [Concept], beginningAsIn beginnings: NameBeginnings? = nil) {
    lines.withUTF8Buffer { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
        start = end + 1
        if let beginnings, !beginnings.contain(nameOn: line) { continue }
        if let concept = concept(of: line) { concepts.append(concept) }
      }
    }
  }

  private func concept(of line: UnsafeBufferPointer<UInt8>) -> Concept? {
    var bars = 0
    for byte in line where byte == 0x7C { bars += 1 }
    var reader = LineReader(line: line)
    let sign = bars == 3 ? reader.name() : nil
    if sign != nil { reader.nextField() }
    let english = reader.names()
    guard let first = english.first else { return nil }
    let isSymbol = sign?.utf8.contains { (0x41...0x5A).contains($0) } ?? false
    return Concept(
      id: prefix + slug(sign ?? first), kind: kind, symbol: isSymbol ? sign : nil, english: english, chinese: reader.names(),
      abbreviations: reader.names())
  }

  private func slug(_ name: String) -> String {
    String(
      decoding: name.utf8.map { byte in
        byte == 0x20 ? 0x2D : (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      }, as: UTF8.self)
  }
}

/// Takes the names off a line, field by field.
private struct LineReader {
  let line: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(line: UnsafeBufferPointer<UInt8>) { self.line = line }

  /// Up to the next semicolon or bar, which is not passed.
  mutating func name() -> String {
    let start = position
    while position < line.count, line[position] != 0x3B, line[position] != 0x7C { position += 1 }
    return String(decoding: UnsafeBufferPointer(rebasing: line[start..<position]), as: UTF8.self)
  }

  /// Past the bar that ends the field.
  mutating func nextField() { position += 1 }

  /// All names of a field, and past its end. Empty at the end of the line, and for an empty field.
  mutating func names() -> [String] {
    guard position < line.count, line[position] != 0x7C else {
      position += 1
      return []
    }
    var names = [name()]
    while position < line.count, line[position] == 0x3B {
      position += 1
      names.append(name())
    }
    position += 1
    return names
  }
}

extension Lexicon {
  convenience init(tables: [ConceptTable]) {
    var concepts: [Concept] = []
    for table in tables { table.appendConcepts(to: &concepts) }
    self.init(concepts: concepts)
  }

  /// Earlier tables win where two concepts share a name.
  static let builtInTables: [ConceptTable] = [
    .endpoints, .safetyEndpoints, .generalEndpoints, .measures, .comparators, .procedures, .drugClasses, .targetedDrugs,
    .antibodies, .chemotherapy, .cardiometabolicDrugs, .antiInfectives, .neuropsychiatricDrugs, .otherDrugs, .designs,
    .settings, .populations, .cancers, .commonDiseases,
  ]
}

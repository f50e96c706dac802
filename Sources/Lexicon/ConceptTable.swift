/// Lines of names of one kind, parsed at first use: a string costs nothing to compile, an array literal of this size would.
///
/// A line is `english;english|中文;中文|SHORT;SHORT`, or with a first field that names the concept: `RFS|english|中文|SHORT`.
/// That field, or else the first English name, is the slug of the id; with a capital letter it is the concept's symbol too.
/// Trailing empty fields may be left out in the three-field form.
struct ConceptTable: Sendable {
  var kind: ConceptKind
  var prefix: String
  var lines: StaticString

  /// Reads the lines; every malformed line is left out.
  func appendConcepts(to concepts: inout [Concept]) {
    lines.withUTF8Buffer { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        if let concept = concept(of: bytes[start..<end]) { concepts.append(concept) }
        start = end + 1
      }
    }
  }

  private func concept(of line: Slice<UnsafeBufferPointer<UInt8>>) -> Concept? {
    var fields = pieces(of: line, at: 0x7C)
    let sign = fields.count == 4 ? text(fields.removeFirst()) : nil
    guard let english = fields.first.map(names), let first = english.first else { return nil }
    let isSymbol = sign?.utf8.contains { (0x41...0x5A).contains($0) } ?? false
    return Concept(
      id: prefix + slug(sign ?? first), kind: kind, symbol: isSymbol ? sign : nil, english: english,
      chinese: fields.count > 1 ? names(fields[1]) : [], abbreviations: fields.count > 2 ? names(fields[2]) : [])
  }

  private func pieces(
    of line: Slice<UnsafeBufferPointer<UInt8>>, at separator: UInt8
  ) -> [Slice<UnsafeBufferPointer<UInt8>>] {
    var result: [Slice<UnsafeBufferPointer<UInt8>>] = []
    var start = line.startIndex
    for index in line.indices where line[index] == separator {
      result.append(line[start..<index])
      start = index + 1
    }
    result.append(line[start..<line.endIndex])
    return result
  }

  private func names(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> [String] {
    field.isEmpty ? [] : pieces(of: field, at: 0x3B).map(text)
  }

  private func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String { String(decoding: bytes, as: UTF8.self) }

  private func slug(_ name: String) -> String {
    String(
      decoding: name.utf8.map { byte in
        byte == 0x20 ? 0x2D : (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      }, as: UTF8.self)
  }
}

extension Lexicon {
  init(tables: [ConceptTable]) {
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

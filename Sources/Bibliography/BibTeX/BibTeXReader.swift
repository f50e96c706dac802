import Literature

/// BibTeX and BibLaTeX entries as items.
enum BibTeXReader {
  /// Reads a file. Fields that the writer would not write as they stand travel under `custom` as `bibtex:NAME`. O(n).
  static func file(_ utf8: [UInt8]) -> BibliographyFile {
    let syntax = BibTeXSyntax(utf8)
    var file = BibliographyFile()
    file.diagnostics = syntax.diagnostics
    let keys = keys(of: syntax.entries, &file.diagnostics)
    var inheritance = BibTeXInheritance(syntax.entries, keys: keys)
    file.entries.reserveCapacity(syntax.entries.count)
    for (index, entry) in syntax.entries.enumerated() {
      let inherited = inheritance.inherited(by: index)
      if let missing = missingParent(of: entry, keys: keys) { file.diagnostics.append(missing) }
      file.entries.append(BibliographyEntry(item: item(of: entry, inherited: inherited), range: entry.range))
    }
    return file
  }

  /// The first entry of each key; a key that comes again is told.
  private static func keys(of entries: [BibTeXEntry], _ diagnostics: inout [Diagnostic]) -> [String: Int] {
    var keys: [String: Int] = [:]
    for (index, entry) in entries.enumerated() where !entry.key.isEmpty {
      guard keys[entry.key] != nil else {
        keys[entry.key] = index
        continue
      }
      diagnostics.append(
        Diagnostic(
          .warning, "duplicate-key", "The key “\(entry.key)” is used twice; both entries are kept. Give one of them another key.",
          span: SourceSpan(entry.range.lowerBound..<min(entry.range.upperBound, entry.range.lowerBound + 80))))
    }
    return keys
  }

  private static func missingParent(of entry: BibTeXEntry, keys: [String: Int]) -> Diagnostic? {
    guard let parent = entry.fields.first(where: { $0.name.lowercased() == "crossref" })?.value, keys[parent] == nil else {
      return nil
    }
    return Diagnostic(
      .info, "missing-crossref", "The entry takes fields from “\(parent)”, which this file does not hold.",
      span: SourceSpan(entry.range.lowerBound..<min(entry.range.upperBound, entry.range.lowerBound + 80)))
  }

  private static func item(of entry: BibTeXEntry, inherited: [BibTeXField]) -> BibliographicItem {
    var mapping = BibTeXMapping(type: entry.type)
    for field in entry.fields { mapping.read(field) }
    let own = mapping.sources.count
    for field in inherited { mapping.read(field) }
    mapping.finish()
    var item = mapping.item
    item.id = entry.key.isEmpty ? nil : entry.key
    item.custom.append(.init(BibTeXOrigin.type, entry.type))
    BibTeXOrigin.keep(mapping.sources.prefix(own), in: &item)
    keepInherited(mapping.sources.dropFirst(own), beside: Set(mapping.sources.prefix(own).map(\.variable)), in: &item)
    return item
  }

  /// Notes the variables that come from parents alone, and the fields that complete one of the entry's own.
  private static func keepInherited(
    _ sources: ArraySlice<BibTeXMapping.Source>, beside own: Set<String>, in item: inout BibliographicItem
  ) {
    let whole = sources.filter { !own.contains($0.variable) }.map(\.variable)
    if !whole.isEmpty { item.custom.append(.init(BibTeXOrigin.inherited, whole.joined(separator: " "))) }
    for source in sources where own.contains(source.variable) && !source.variable.hasPrefix("custom:") {
      item.custom.append(.init(BibTeXOrigin.completing + source.field.name, source.field.value))
    }
  }
}

import Literature

/// What an item that came from BibTeX keeps of its entry under `custom`, so that it can go back unchanged.
enum BibTeXOrigin {
  /// The entry type as written.
  static let type = "bibtex-type"
  /// The variables that came from a parent by `crossref` or `xdata`.
  static let inherited = "bibtex-inherited"
  /// Before the name of a parent's field that completes one of the entry: the title beside a subtitle.
  static let completing = "bibtex-inherited:"
  /// Before the name of a field whose own text is kept, TeX and all.
  static let prefix = "bibtex:"

  /// Keeps the fields of each variable that the writer would write otherwise.
  static func keep(_ sources: ArraySlice<BibTeXMapping.Source>, in item: inout BibliographicItem) {
    var written: [String: [BibTeXCanonical.Written]]?
    var kept: [BibliographicItem.CustomField] = []
    for (variable, fields) in grouped(sources) {
      if let isSame = BibTeXShortcut.isWrittenAsItStands(fields, variable, item) {
        if isSame { continue }
      } else {
        let all = written ?? Dictionary(grouping: BibTeXCanonical(item, dialect: .bibtex).fields, by: \.variable)
        written = all
        if all[variable]?.map(\.field.name) == fields.map(\.name), all[variable]?.map(\.field.value) == fields.map(\.value) {
          continue
        }
      }
      for field in fields { kept.append(.init(prefix + field.name, field.value)) }
    }
    item.custom += kept
  }

  /// The fields of each variable, in file order.
  private static func grouped(_ sources: ArraySlice<BibTeXMapping.Source>) -> [(variable: String, fields: [BibTeXField])] {
    var groups: [(variable: String, fields: [BibTeXField])] = []
    var places: [String: Int] = [:]
    for source in sources {
      if let place = places[source.variable] {
        groups[place].fields.append(source.field)
      } else {
        places[source.variable] = groups.count
        groups.append((source.variable, [source.field]))
      }
    }
    return groups
  }

  /// The entry's fields that were kept and still say what the item says, by the variable that they fill.
  static func kept(of item: BibliographicItem) -> [(variable: String, fields: [BibTeXField])] {
    let own = fields(of: item, after: prefix)
    guard !own.isEmpty else { return [] }
    let homeless = Set(item.custom.lazy.map { $0.key.lowercased() })
    var mapping = BibTeXMapping(type: item.customValue(type) ?? "misc", homeless: homeless)
    for field in own { mapping.read(field) }
    let count = mapping.sources.count
    for field in fields(of: item, after: completing) { mapping.read(field) }
    mapping.finish()
    let (then, now) = (mapping.item.cslJSON, item.cslJSON)
    return grouped(mapping.sources.prefix(count)).filter { variable, _ in
      if variable.hasPrefix("custom:") {
        let name = String(variable.dropFirst(7))
        return mapping.item.customValue(name) == item.customValue(name)
      }
      return then[variable] == now[variable]
    }
  }

  private static func fields(of item: BibliographicItem, after prefix: String) -> [BibTeXField] {
    item.custom.filter { $0.key.hasPrefix(prefix) }.map { BibTeXField(String($0.key.dropFirst(prefix.count)), $0.value) }
  }

  /// Whether a member of `custom` is ours and no field of the entry.
  static func isMark(_ key: String) -> Bool {
    key == type || key == inherited || key.hasPrefix(prefix) || key.hasPrefix(completing)
  }
}

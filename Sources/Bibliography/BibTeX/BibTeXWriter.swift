import Literature

/// Items as BibTeX or biblatex entries, in UTF-8 or with TeX commands for all that is not ASCII.
///
/// An entry that came from BibTeX goes back with its own type, names of fields and TeX as long as they say what the item says; for
/// biblatex its names of fields and types become those of biblatex.
enum BibTeXWriter {
  static func text(of items: [BibliographicItem], dialect: BibTeXDialect = .bibtex, isASCII: Bool = false) -> String {
    var keys = CitationKeys()
    let parents = Set(items.compactMap(\.id))
    return items.map { item in
      entry(item, key: keys.key(for: item), dialect: dialect, parents: parents, isASCII: isASCII)
    }.joined(separator: "\n")
  }

  /// The entry type in BibTeX: its own where it still fits.
  static func type(of item: BibliographicItem) -> String {
    if let own = item.customValue(BibTeXOrigin.type) {
      let isKind = own == "article" && item.type.hasPrefix("article-")
      if BibTeXTypes.csl(own) == item.type || isKind { return own }
    }
    if item.type == "thesis", item.genre?.lowercased().contains("master") ?? false { return "mastersthesis" }
    return BibTeXTypes.entry(item.type) ?? "misc"
  }

  private static func entry(
    _ item: BibliographicItem, key: String, dialect: BibTeXDialect, parents: Set<String>, isASCII: Bool
  ) -> String {
    let type = type(of: item)
    var lines = ["@\(dialect == .biblatex ? BibTeXTypes.biblatex(type) : type){\(key),"]
    if dialect == .biblatex, let (name, value) = kind(type, of: item) { lines.append("  \(name) = {\(value)},") }
    for field in fields(of: item, dialect: dialect, parents: parents) {
      let name = field.name.lowercased()
      // A month goes without braces: styles print it in their language.
      let isMacro = name == "month" && BibTeXSyntax.months.contains(field.value)
      let value = isASCII && !BibTeXFields.verbatim.contains(name) ? TeXText.ascii(field.value) : field.value
      lines.append(isMacro ? "  \(field.name) = \(value)," : "  \(field.name) = {\(balanced(value))},")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// What biblatex says in a field and BibTeX by the type.
  private static func kind(_ type: String, of item: BibliographicItem) -> (String, String)? {
    switch type {
    case "phdthesis" where item.genre == nil: ("type", "phdthesis")
    case "mastersthesis" where item.genre == nil: ("type", "mathesis")
    case "bathesis" where item.genre == nil: ("type", "bathesis")
    case "newspaper", "magazine": ("entrysubtype", type)
    default: nil
    }
  }

  private static func fields(of item: BibliographicItem, dialect: BibTeXDialect, parents: Set<String>) -> [BibTeXField] {
    let kept = BibTeXOrigin.kept(of: item).filter { isUsable($0.variable, $0.fields, dialect) }
    let own = Dictionary(kept.map { ($0.variable, $0.fields) }, uniquingKeysWith: { first, _ in first })
    let hidden = inherited(by: item, parents: parents)
    let type = type(of: item)
    var fields: [BibTeXField] = []
    var done: Set<String> = []
    for written in BibTeXCanonical(item, dialect: dialect).fields where !hidden.contains(written.variable) {
      guard let originals = own[written.variable] else {
        fields.append(written.field)
        continue
      }
      if done.insert(written.variable).inserted { fields += originals.map { renamed($0, type, dialect) } }
    }
    for (variable, originals) in kept where !done.contains(variable) && !hidden.contains(variable) {
      fields += originals.map { renamed($0, type, dialect) }
    }
    return fields
  }

  /// biblatex has one field for a date.
  private static func isUsable(_ variable: String, _ fields: [BibTeXField], _ dialect: BibTeXDialect) -> Bool {
    dialect == .bibtex || variable != "issued" || fields.contains { $0.name.lowercased() == "date" }
  }

  private static func renamed(_ field: BibTeXField, _ type: String, _ dialect: BibTeXDialect) -> BibTeXField {
    guard dialect == .biblatex else { return field }
    return BibTeXField(BibTeXFields.biblatex(field.name.lowercased(), entryType: type), field.value)
  }

  /// The variables that an entry gets from a parent which is written too.
  private static func inherited(by item: BibliographicItem, parents: Set<String>) -> Set<String> {
    guard let inherited = item.customValue(BibTeXOrigin.inherited) else { return [] }
    let links = [item.customValue("crossref"), item.customValue("xdata")].compactMap { $0 }
    let isChild = links.contains { $0.split(separator: ",").contains { parents.contains(TeXText.collapsed(String($0))) } }
    return isChild ? Set(inherited.split(separator: " ").map(String.init)) : []
  }

  /// The value with as many closing braces as opening ones, as BibTeX counts them.
  private static func balanced(_ value: String) -> String {
    if isBalanced(value) { return value }
    let named = value.replacing("\\{", with: "\\textbraceleft ").replacing("\\}", with: "\\textbraceright ")
    return isBalanced(named) ? named : named.filter { $0 != "{" && $0 != "}" }
  }

  private static func isBalanced(_ value: String) -> Bool {
    var depth = 0
    for byte in value.utf8 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }
}

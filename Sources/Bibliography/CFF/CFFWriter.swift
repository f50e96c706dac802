import Literature

/// Writes `CITATION.cff`: the first item is the work, the others are its references.
///
/// CFF describes software and data; where the first item is neither, it stands as the preferred citation too.
enum CFFWriter {
  static func text(of items: [BibliographicItem]) -> String {
    guard let first = items.first else { return "" }
    let isWork = first.type == "software" || first.type == "dataset"
    var root = JSONObject()
    root.append("cff-version", first.customValue("cff:cff-version") ?? "1.2.0")
    root.append("message", first.customValue("cff:message") ?? "If you use this work, please cite it as below.")
    var main = members(of: first, isMain: true)
    if main["title"] == nil { main.append("title", "Untitled") }
    if main["authors"] == nil { main.append("authors", .array([name(Name(literal: "Anonymous"))])) }
    for member in main.members where root[member.key] == nil { root.append(member.key, member.value) }
    var others = Array(items.dropFirst())
    if let place = others.firstIndex(where: { $0.customValue(CFFReader.role) == "preferred-citation" }) {
      root.append("preferred-citation", .object(members(of: others.remove(at: place), isMain: false)))
    } else if !isWork {
      root.append("preferred-citation", .object(members(of: first, isMain: false)))
    }
    root.append(nonEmpty: "references", others.map { .object(members(of: $0, isMain: false)) })
    return YAMLWriter.text(of: .object(root))
  }

  private static func members(of item: BibliographicItem, isMain: Bool) -> JSONObject {
    var object = JSONObject()
    let known = CFFMapping.types.first { $0.csl == item.type }?.name
    let type = item.customValue("cff:type") ?? known ?? "generic"
    if !isMain || type == "dataset" { object.append("type", type) }
    for (key, names) in [("authors", item.authors), ("editors", item.editors), ("translators", item.translators)] {
      let whole = item.further["custom"]?[CFFReader.prefix + key]
      object.append(nonEmpty: key, CFFMapping.names(whole) == names ? whole?.arrayValue ?? [] : names.map(name))
    }
    for (key, path) in CFFMapping.texts { object.append(key, item[keyPath: path]) }
    for (key, variable) in CFFMapping.variables { object.append(key, item.further[variable]?.stringValue) }
    object.append(nonEmpty: "languages", item.language.map { [.string($0)] } ?? [])
    object.append(nonEmpty: "keywords", (item.keyword.map(Keywords.list) ?? []).map { .string($0) })
    addDates(item, to: &object, isMain: isMain)
    let pages = item.page?.split(separator: "-", maxSplits: 1).map(String.init) ?? []
    object.append("start", pages.first)
    object.append("end", pages.dropFirst().first)
    addBodies(item, to: &object)
    addCustom(item, to: &object)
    return object
  }

  private static func name(_ name: Name) -> JSONValue {
    var object = JSONObject()
    if let literal = name.literal {
      object.append("name", literal)
    } else {
      object.append("family-names", name.family)
      object.append("given-names", name.given)
      object.append("name-particle", name.particle ?? name.droppingParticle)
      object.append("name-suffix", name.suffix)
    }
    return .object(object)
  }

  private static func addDates(_ item: BibliographicItem, to object: inout JSONObject, isMain: Bool) {
    if let issued = item.issued {
      if issued.day != nil {
        object.append(isMain ? "date-released" : "date-published", BibliographyDate.iso(issued))
      } else {
        object.append("year", issued.year)
        object.append("month", issued.month)
      }
    }
    object.append("date-accessed", item.accessed.map { BibliographyDate.iso($0) })
  }

  private static func addBodies(_ item: BibliographicItem, to object: inout JSONObject) {
    let custom = item.further["custom"]
    if item.publisher != nil || item.publisherPlace != nil {
      let key = item.type == "thesis" || custom?["cff:institution"] != nil ? "institution" : "publisher"
      var body = JSONObject()
      body.append("name", item.publisher)
      body.append("city", item.publisherPlace)
      for member in custom?[CFFReader.prefix + key]?.objectValue?.members ?? [] { body.append(member.key, member.value) }
      object.append(key, .object(body))
    }
    if let event = item.eventTitle {
      var body = JSONObject()
      body.append("name", event)
      for member in custom?["cff:conference"]?.objectValue?.members ?? [] { body.append(member.key, member.value) }
      object.append("conference", .object(body))
    }
  }

  /// What a CFF file said and no property holds.
  private static func addCustom(_ item: BibliographicItem, to object: inout JSONObject) {
    let texts = item.custom.map { ($0.key, JSONValue.string($0.value)) }
    let others = item.further["custom"]?.objectValue?.members.map { ($0.key, $0.value) } ?? []
    for (key, value) in texts + others where key.hasPrefix(CFFReader.prefix) {
      let name = String(key.dropFirst(CFFReader.prefix.count))
      if object[name] == nil, name != "type" { object.append(name, value) }
    }
  }
}

/// Writes JSON values as YAML blocks.
enum YAMLWriter {
  static func text(of value: JSONValue) -> String {
    var lines: [String] = []
    write(value, indent: 0, lead: nil, to: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  /// `lead` is what the first line begins with: a key, or a dash.
  private static func write(_ value: JSONValue, indent: Int, lead: String?, to lines: inout [String]) {
    let space = String(repeating: " ", count: indent)
    switch value {
    case .object(let object) where !object.members.isEmpty:
      if let lead, !lead.hasSuffix("-") { lines.append(lead) }
      var isFirst = lead?.hasSuffix("-") ?? false
      for member in object.members {
        let start = isFirst ? (lead ?? "") + " " : space
        isFirst = false
        write(member.value, indent: indent + 2, lead: start + scalar(member.key) + ":", to: &lines)
      }
    case .array(let values) where !values.isEmpty:
      if let lead { lines.append(lead) }
      for value in values { write(value, indent: indent + 2, lead: space + "-", to: &lines) }
    default: lines.append([lead, scalar(value)].compactMap { $0 }.joined(separator: " "))
    }
  }

  private static func scalar(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): scalar(text)
    case .object: "{}"
    case .array: "[]"
    default: value.compact
    }
  }

  /// Plain where nobody can take it for anything but this text, else in double quotation marks.
  private static func scalar(_ text: String) -> String {
    let isPlain =
      text.first.map { $0.isLetter } ?? false && !text.hasSuffix(" ") && !text.contains(": ") && !text.hasSuffix(":")
      && text.allSatisfy { $0.isLetter || $0.isNumber || " .,/_()-:'+".contains($0) }
    let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    return isPlain && !words.contains(text.lowercased()) ? text : JSONValue.string(text).compact
  }
}

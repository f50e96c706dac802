/// The records of `concord extract`: one JSON object each, keys in the order of docs/records.md, absent rather than null.
extension Extract {
  /// All records, in the order: document, sections, passages, references, citations, abbreviations, trials, results, claims, diagnostics.
  public var records: [JSONValue] {
    var records = [documentRecord]
    records.reserveCapacity(
      1 + article.sections.count + passages.count + references.count + citations.count + abbreviations.count + trials.count
        + results.count + claims.count + diagnostics.count)
    records += article.sections.dropFirst().map(record(of:))
    records += passages.map(record(of:))
    records += references.map(record(of:))
    records += citations.map(record(of:))
    records += abbreviations.map(record(of:))
    records += trials.map(record(of:))
    records += results.map(record(of:))
    records += claims.map(record(of:))
    records += diagnostics.map(record(of:))
    return records
  }

  /// As many as most records have.
  private static let membersOfRecord = 12

  private func open(_ type: String) -> JSONObject {
    var object = JSONObject(capacity: Self.membersOfRecord)
    object.append("type", type)
    object.append("document", documentID)
    return object
  }

  private func appendPlace(_ span: SourceSpan?, section: String?, to object: inout JSONObject) {
    if let span, !span.isEmpty {
      let position = article.text.position(at: span.start)
      object.append("span", span.json)
      object.append("line", position.line)
      object.append("column", position.column)
    }
    object.append("section", section)
  }

  private var documentRecord: JSONValue {
    var object = open("document")
    object.append("id", documentID)
    object.append("path", path)
    object.append("sha256", sha256)
    object.append("format", article.format.rawValue)
    object.append("language", article.front.language.code)
    object.append("title", article.front.titles.first?.text)
    object.append(nonEmpty: "authors", article.front.authors.map { .string($0.display) })
    object.append("journal", article.front.journal)
    object.append("year", article.front.item.year)
    object.append("doi", article.front.item.doi)
    object.append("counts", counts)
    return .object(object)
  }

  private var counts: JSONValue {
    var counts = JSONObject()
    counts.append("sections", article.sections.count - 1)
    counts.append("passages", passages.count)
    counts.append("references", references.count)
    counts.append("citations", citations.count)
    counts.append("trials", trials.count)
    counts.append("results", results.count)
    counts.append("claims", claims.count)
    counts.append("diagnostics", diagnostics.count)
    return .object(counts)
  }

  private func record(of section: Section) -> JSONValue {
    var object = open("section")
    appendPlace(section.span, section: section.label, to: &object)
    object.append("number", section.number)
    object.append("title", section.title)
    object.append("level", section.level)
    return .object(object)
  }

  public func record(of passage: Passage) -> JSONValue {
    var object = open("passage")
    appendPlace(passage.span, section: passage.section, to: &object)
    object.append("id", passage.id)
    object.append("kind", passage.kind.rawValue)
    object.append("text", passage.text)
    object.append("language", passage.language.code)
    return .object(object)
  }

  public func record(of reference: Reference) -> JSONValue {
    var object = open("reference")
    appendPlace(reference.span, section: "references", to: &object)
    object.append("label", reference.label)
    object.append("raw", reference.raw)
    object.append("style", reference.style)
    object.append("csl", reference.item.cslJSON)
    object.append(nonEmpty: "otherItems", reference.otherItems.map(\.cslJSON))
    object.append("problems", JSONValue.strings(reference.problems))
    return .object(object)
  }

  public func record(of citation: Citation) -> JSONValue {
    var object = open("citation")
    appendPlace(citation.span, section: passages[citation.passage].section, to: &object)
    object.append("marker", citation.marker)
    object.append("labels", JSONValue.strings(citation.labels))
    object.append("resolved", JSONValue.strings(citation.resolved))
    object.append("passage", passages[citation.passage].id)
    return .object(object)
  }

  public func record(of abbreviation: AbbreviationDefinition) -> JSONValue {
    var object = open("abbreviation")
    appendPlace(abbreviation.span, section: passages[abbreviation.passage].section, to: &object)
    object.append("short", abbreviation.short)
    var long = JSONObject()
    long.append("en", abbreviation.longEnglish)
    long.append("zh", abbreviation.longChinese)
    object.append("long", JSONValue.object(long))
    object.append("passage", passages[abbreviation.passage].id)
    return .object(object)
  }

  public func record(of trial: Trial) -> JSONValue {
    var object = open("trial")
    object.append("id", trial.id)
    object.append("name", trial.name)
    object.append("aliases", JSONValue.strings(trial.aliases))
    object.append("registry", .array(trial.registry.map(\.json)))
    object.append(nonEmpty: "drugs", trial.drugs.map { .string($0) })
    object.append("phase", trial.phase)
    object.append(nonEmpty: "design", trial.design.map { .string($0) })
    object.append("masking", trial.masking)
    object.append("sampleSize", trial.sampleSize)
    object.append("setting", trial.setting)
    object.append(nonEmpty: "diseases", trial.diseases.map { .string($0) })
    if trial.isOwn { object.append("own", .bool(true)) }
    object.append(nonEmpty: "places", places(trial))
    object.append("passages", JSONValue.strings(trial.passages.map { passages[$0].id }))
    object.append("references", labels(trial.references))
    return .object(object)
  }

  /// `detail` and `passage`, in the order of the details.
  private func places(_ trial: Trial) -> [JSONValue] {
    Trial.Detail.allCases.compactMap { detail in
      guard let passage = trial.places[detail], passages.indices.contains(passage) else { return nil }
      var object = JSONObject()
      object.append("detail", detail.rawValue)
      object.append("passage", passages[passage].id)
      return .object(object)
    }
  }

  public func record(of result: ResultCard) -> JSONValue {
    var object = open(result.recordType)
    appendPlace(result.span, section: passages[result.passage].section, to: &object)
    result.appendKeys(to: &object)
    object.append("references", labels(result.references))
    object.append("passage", passages[result.passage].id)
    return .object(object)
  }

  public func record(of claim: Claim) -> JSONValue {
    var object = open("claim")
    let passage = passages[claim.passage]
    appendPlace(passage.span, section: passage.section, to: &object)
    object.append("passage", passage.id)
    object.append("direction", claim.direction.rawValue)
    object.append("significance", claim.significance.rawValue)
    object.append("hedged", JSONValue.bool(claim.hedged))
    object.append("kind", claim.kind.rawValue)
    object.append("trials", JSONValue.strings(claim.trials))
    object.append("results", JSONValue.ints(claim.results))
    object.append("citations", JSONValue.strings(claim.citations.map { citations[$0].marker }))
    return .object(object)
  }

  public func record(of diagnostic: Diagnostic) -> JSONValue {
    var object = open("diagnostic")
    appendPlace(diagnostic.span, section: nil, to: &object)
    object.append("severity", diagnostic.severity.rawValue)
    object.append("code", diagnostic.code)
    object.append("message", diagnostic.message)
    return .object(object)
  }

  private func labels(_ indices: [Int]) -> JSONValue { .strings(indices.map { references[$0].label }) }
}

extension SourceSpan {
  /// `[[start, end], …]`.
  public var json: JSONValue { .array(ranges.map { .ints([$0.lowerBound, $0.upperBound]) }) }
}

extension RegistryIdentifier {
  public var json: JSONValue {
    var object = JSONObject()
    object.append("scheme", scheme)
    object.append("id", id)
    return .object(object)
  }
}

extension Name {
  /// "Smith, J." or the literal name.
  public var display: String {
    if let literal { return literal }
    let surname = [particle, family].compactMap { $0 }.joined(separator: " ")
    return [surname.isEmpty ? nil : surname, given, suffix].compactMap { $0 }.joined(separator: ", ")
  }
}

extension PrintedNumber {
  /// The characters as they stand, with the relation where it is not equality: `<0.001`.
  public var display: String { relation == .equal ? printed : relation.rawValue + printed }
}

extension ResultCard {
  /// Appends every key from `trial` to `location`, in the order of docs/records.md.
  public func appendKeys(to object: inout JSONObject) {
    object.append("trial", trial)
    object.append("endpoint", endpointName)
    if endpointName != endpoint { object.append("endpointNormal", endpoint) }
    object.append("measure", measure)
    object.append("printed", value?.printed)
    object.append("relation", value.flatMap { $0.relation == .equal ? nil : $0.relation.rawValue })
    object.append("value", value?.value)
    object.append("low", low?.value)
    object.append("high", high?.value)
    object.append("level", level)
    object.append("p", p?.value)
    object.append("pPrinted", p?.display)
    object.append("pSided", pSided?.rawValue)
    object.append("unit", unit)
    object.append("arm", armName)
    if armName != arm { object.append("armNormal", arm) }
    object.append("comparator", comparatorName)
    if comparatorName != comparator { object.append("comparatorNormal", comparator) }
    object.append(nonEmpty: "armValues", armRecords)
    object.append("population", population)
    object.append("dataCut", dataCut)
    details.appendKeys(to: &object)
    if let key = details.spreadKind?.key { object.append(key, details.spread?.value) }
    object.append("location", location.rawValue)
  }
}

extension ResultCard {
  /// The values of the arms, those that were not reached among them with a value of null.
  private var armRecords: [JSONValue] {
    details.unreached.sorted { $0.place < $1.place }.reduce(into: armValues.map { $0.json(details.spreadKind) }) { records, arm in
      records.insert(arm.json, at: min(max(0, arm.place), records.count))
    }
  }
}

extension ResultDetails.SpreadKind {
  /// The key by which a spread of this kind is found; nil where nothing tells which it is.
  fileprivate var key: String? {
    switch self {
    case .sd: "sd"
    case .se: "se"
    default: nil
    }
  }
}

extension ResultCard.ArmValue {
  /// `spreadKind` is the card's.
  func json(_ spreadKind: ResultDetails.SpreadKind?) -> JSONValue {
    var object = JSONObject()
    object.append("arm", armName)
    if armName != arm { object.append("armNormal", arm) }
    object.append("value", value.value)
    object.append("printed", value.printed)
    if value.relation != .equal { object.append("relation", value.relation.rawValue) }
    details.appendKeys(to: &object)
    if let key = spreadKind?.key { object.append(key, details.spread?.value) }
    return .object(object)
  }
}

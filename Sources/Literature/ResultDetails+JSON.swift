/// The keys of details: flat in records, as one object in the catalogue.
extension ResultDetails {
  /// Appends the keys that records print, values as JSON numbers.
  func appendKeys(to object: inout JSONObject) { appendKeys(to: &object) { .double($0.value) } }

  /// Everything with its printed digits, for storing; nil where there is nothing.
  public var stored: JSONValue? {
    guard !isEmpty else { return nil }
    var object = JSONObject()
    appendKeys(to: &object, number: \.stored)
    object.append(nonEmpty: "unreached", unreached.map(\.stored))
    if isTrait { object.append("trait", JSONValue.bool(true)) }
    object.append("printedEndpoint", names.endpoint)
    object.append("printedArm", names.arm)
    object.append("printedComparator", names.comparator)
    return .object(object)
  }

  private func appendKeys(to object: inout JSONObject, number: (PrintedNumber) -> JSONValue) {
    object.append(nonEmpty: "df", degreesOfFreedom.map(number))
    object.append("count", count.map(number))
    object.append("total", total.map(number))
    object.append("spread", spread.map(number))
    object.append("spreadKind", spreadKind?.rawValue)
    object.append("intervalKind", intervalKind?.rawValue)
    object.append("pKind", pKind?.rawValue)
    object.append("analysisSet", analysisSet)
    object.append("notReached", notReached)
    object.append("adjusted", adjusted.map(JSONValue.bool))
    object.append("endpointRole", endpointRole?.rawValue)
    object.append("endpointPrinted", endpointPrinted)
    object.append("endpointSpan", endpointSpan?.json)
    object.append("horizon", horizon)
    object.append("time", time)
    object.append("timeSpan", timeSpan?.json)
    object.append("armSpan", armSpan?.json)
  }

  /// Reads what `stored` wrote; keys that are not known are left out.
  public init(stored json: JSONValue) {
    degreesOfFreedom = (json["df"]?.arrayValue ?? []).compactMap(PrintedNumber.init(stored:))
    count = json["count"].flatMap(PrintedNumber.init(stored:))
    total = json["total"].flatMap(PrintedNumber.init(stored:))
    spread = json["spread"].flatMap(PrintedNumber.init(stored:))
    spreadKind = json["spreadKind"]?.stringValue.flatMap(SpreadKind.init(rawValue:))
    intervalKind = json["intervalKind"]?.stringValue.flatMap(IntervalKind.init(rawValue:))
    pKind = json["pKind"]?.stringValue.flatMap(PKind.init(rawValue:))
    analysisSet = json["analysisSet"]?.stringValue
    notReached = json["notReached"]?.stringValue
    unreached = (json["unreached"]?.arrayValue ?? []).compactMap(UnreachedArm.init(stored:))
    adjusted = json["adjusted"]?.boolValue
    endpointRole = json["endpointRole"]?.stringValue.flatMap(EndpointRole.init(rawValue:))
    endpointPrinted = json["endpointPrinted"]?.stringValue
    endpointSpan = json["endpointSpan"].flatMap(SourceSpan.init(json:))
    horizon = json["horizon"]?.stringValue
    time = json["time"]?.stringValue
    timeSpan = json["timeSpan"].flatMap(SourceSpan.init(json:))
    armSpan = json["armSpan"].flatMap(SourceSpan.init(json:))
    isTrait = json["trait"]?.boolValue ?? false
    names.endpoint = json["printedEndpoint"]?.stringValue
    names.arm = json["printedArm"]?.stringValue
    names.comparator = json["printedComparator"]?.stringValue
  }
}

extension ArmDetails {
  func appendKeys(to object: inout JSONObject) {
    object.append("count", count?.value)
    object.append("total", total?.value)
    object.append("spread", spread?.value)
    object.append("low", low?.value)
    object.append("high", high?.value)
    object.append("level", level)
    object.append("span", span?.json)
    object.append("armSpan", armSpan?.json)
  }

  /// Everything with its printed digits, for storing; nil where there is nothing.
  public var stored: JSONValue? {
    guard !isEmpty else { return nil }
    var object = JSONObject()
    object.append("count", count?.stored)
    object.append("total", total?.stored)
    object.append("spread", spread?.stored)
    object.append("low", low?.stored)
    object.append("high", high?.stored)
    object.append("level", level)
    object.append("span", span?.json)
    object.append("armSpan", armSpan?.json)
    object.append("printedArm", printedArm)
    return .object(object)
  }

  /// Reads what `stored` wrote; keys that are not known are left out.
  public init(stored json: JSONValue) {
    printedArm = json["printedArm"]?.stringValue
    count = json["count"].flatMap(PrintedNumber.init(stored:))
    total = json["total"].flatMap(PrintedNumber.init(stored:))
    spread = json["spread"].flatMap(PrintedNumber.init(stored:))
    low = json["low"].flatMap(PrintedNumber.init(stored:))
    high = json["high"].flatMap(PrintedNumber.init(stored:))
    level = json["level"]?.doubleValue
    span = json["span"].flatMap(SourceSpan.init(json:))
    armSpan = json["armSpan"].flatMap(SourceSpan.init(json:))
  }
}

extension PrintedNumber {
  /// A number with its printed digits, for storing.
  var stored: JSONValue {
    var object = JSONObject()
    object.append("printed", printed)
    object.append("value", value)
    object.append("decimals", decimals)
    if relation != .equal { object.append("relation", relation.rawValue) }
    return .object(object)
  }

  init?(stored json: JSONValue) {
    guard let printed = json["printed"]?.stringValue, let value = json["value"]?.doubleValue else { return nil }
    self.init(
      printed: printed, value: value, decimals: json["decimals"]?.intValue ?? 0,
      relation: json["relation"]?.stringValue.flatMap(Relation.init(rawValue:)) ?? .equal)
  }
}

extension SourceSpan {
  /// Reads `[[start, end], …]`; nil where a pair is none.
  init?(json: JSONValue) {
    var ranges: [Range<Int>] = []
    for pair in json.arrayValue ?? [] {
      guard let ends = pair.arrayValue, ends.count == 2, let low = ends[0].intValue, let high = ends[1].intValue, low <= high
      else { return nil }
      ranges.append(low..<high)
    }
    self.init(ranges)
  }
}

import Literature

/// Where a document tells the details of a trial, as the catalogue stores it: a JSON object of passage ids by detail.
enum TrialPlaces {
  static func text(_ places: [Trial.Detail: Int], in passages: [Passage]) -> String {
    var object = JSONObject()
    for detail in Trial.Detail.allCases {
      guard let place = places[detail], passages.indices.contains(place) else { continue }
      object.append(detail.rawValue, passages[place].id)
    }
    return JSONValue.object(object).compact
  }

  /// Ids of passages. Throws for what is no JSON.
  static func passages(_ text: String) throws -> [Trial.Detail: String] {
    let object = try JSONValue(parsing: text).objectValue
    var places: [Trial.Detail: String] = [:]
    for detail in Trial.Detail.allCases { places[detail] = object?[detail.rawValue]?.stringValue }
    return places
  }
}

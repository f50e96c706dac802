import Literature

/// A reference string that stands alone as a record: like `reference` of docs/records.md, with the place of each field in `raw`.
enum ReferenceRecord {
  static func json(_ reference: Reference) -> JSONValue {
    var object = JSONObject()
    object.append("type", "reference")
    object.append("label", reference.label)
    object.append("raw", reference.raw)
    object.append("style", reference.style)
    object.append("csl", reference.item.cslJSON)
    object.append("problems", JSONValue.strings(reference.problems))
    object.append(nonEmpty: "fields", reference.fields.map(field))
    return .object(object)
  }

  private static func field(_ field: ReferenceField) -> JSONValue {
    var object = JSONObject()
    object.append("name", field.name)
    object.append("span", JSONValue.array([.int(field.range.lowerBound), .int(field.range.upperBound)]))
    object.append("confidence", (field.confidence * 1000).rounded() / 1000)
    return .object(object)
  }
}

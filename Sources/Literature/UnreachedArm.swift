/// An arm whose median was not reached, beside the values of other arms on the same card.
public struct UnreachedArm: Hashable, Sendable {
  /// As `ResultCard.ArmValue.arm`.
  public var arm: String?
  /// The words that stand where its value would: "not reached", "NR", 未达到.
  public var printed: String
  /// Where it stands among all arms of the card, from 0.
  public var place: Int
  public var low: PrintedNumber?

  public init(arm: String?, printed: String, place: Int, low: PrintedNumber? = nil) {
    (self.arm, self.printed, self.place, self.low) = (arm, printed, place, low)
  }

  /// As one of the `armValues` of a record: its value is null.
  var json: JSONValue {
    var object = JSONObject()
    object.append("arm", arm)
    object.append("value", JSONValue.null)
    object.append("printed", printed)
    object.append("low", low?.value)
    return .object(object)
  }

  /// Everything with its printed digits, for storing.
  var stored: JSONValue {
    var object = JSONObject()
    object.append("arm", arm)
    object.append("printed", printed)
    object.append("place", place)
    object.append("low", low?.stored)
    return .object(object)
  }

  /// Reads what `stored` wrote; nil for anything else.
  init?(stored json: JSONValue) {
    guard let printed = json["printed"]?.stringValue, let place = json["place"]?.intValue else { return nil }
    self.init(
      arm: json["arm"]?.stringValue, printed: printed, place: place, low: json["low"].flatMap(PrintedNumber.init(stored:)))
  }
}

/// The fields and numeric columns of an index, by number. All segments of one index share one schema.
///
/// A term or a number names its field or column by its place in these lists. At most 255 of each.
public struct IndexSchema: Hashable, Sendable {
  public struct Field: Hashable, Sendable {
    public var name: String
    /// Whether positions are kept; phrases need them.
    public var hasPositions: Bool
    /// Whether a term counts for less in a longer passage. Fields of identifiers say no.
    public var isLengthNormalised: Bool

    public init(_ name: String, hasPositions: Bool = true, isLengthNormalised: Bool = true) {
      self.name = name
      self.hasPositions = hasPositions
      self.isLengthNormalised = isLengthNormalised
    }
  }

  public var fields: [Field]
  public var columns: [String]
  /// Whether the text of each passage is kept, compressed, to be shown again.
  public var storesText: Bool

  public init(fields: [Field], columns: [String] = [], storesText: Bool = false) {
    precondition(fields.count < 256 && columns.count < 256, "a schema has at most 255 fields and 255 columns")
    self.fields = fields
    self.columns = columns
    self.storesText = storesText
  }

  /// The number of a field by its name.
  public func field(_ name: String) -> UInt8? { fields.firstIndex { $0.name == name }.map(UInt8.init) }
  /// The number of a column by its name.
  public func column(_ name: String) -> UInt8? { columns.firstIndex(of: name).map(UInt8.init) }
}

/// Names a segment and the passages deleted from it: what a catalogue stores to say which segments are live.
public struct SegmentReference: Hashable, Sendable {
  /// Chosen by the caller, used once: letters, digits, `-`, `_`.
  public var name: String
  /// Which deletion file holds; 0 where nothing was deleted.
  public var deletionGeneration: UInt32

  public init(name: String, deletionGeneration: UInt32 = 0) {
    self.name = name
    self.deletionGeneration = deletionGeneration
  }

  static let segmentSuffix = ".seg"
  static let deletionSuffix = ".del"

  public var segmentFile: String { name + Self.segmentSuffix }
  public var deletionFile: String? {
    deletionGeneration == 0 ? nil : "\(name).\(deletionGeneration)\(Self.deletionSuffix)"
  }
  public var files: [String] { [segmentFile] + (deletionFile.map { [$0] } ?? []) }

  static func isIndexFile(_ name: String) -> Bool {
    let bare = name.hasSuffix(DiskDirectory.temporarySuffix) ? String(name.dropLast(DiskDirectory.temporarySuffix.count)) : name
    return bare.hasSuffix(segmentSuffix) || bare.hasSuffix(deletionSuffix)
  }
}

/// Which passages of a segment are deleted: one bit each. A later set is a new file; files are never changed.
struct Deletions: Sendable {
  let file: FileBytes
  let envelope: FileEnvelope
  private let range: Range<Int>
  let passageCount: Int
  let deletedCount: Int

  init(_ file: FileBytes, name: String, passageCount: Int) throws(IndexError) {
    self.file = file
    envelope = try FileEnvelope(file, name: name, kind: .deletions)
    let section = try envelope.range(.deletedBits)
    var reader = ByteReader(UnsafeRawBufferPointer(rebasing: file.bytes[section]))
    let (passages, deleted) = (reader.integer(UInt64.self), reader.integer(UInt64.self))
    guard passages == UInt64(passageCount), deleted <= passages, reader.remaining == (passageCount + 7) / 8 else {
      throw .corrupt(name, "it does not fit its segment of \(passageCount) passages")
    }
    self.passageCount = passageCount
    deletedCount = Int(deleted)
    range = section.lowerBound + 16..<section.upperBound
  }

  /// One bit a passage, low bits first; valid as long as `file` lives.
  var bits: UnsafePointer<UInt8>? {
    file.bytes.baseAddress.map { ($0 + range.lowerBound).assumingMemoryBound(to: UInt8.self) }
  }

  /// The number of bits that are set. O(passages).
  func countBits() -> Int { file.bytes[range].reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The file for a set of deleted passages.
  static func encode(_ deleted: [Bool]) -> [UInt8] {
    var section: [UInt8] = []
    section.append(integer: UInt64(deleted.count))
    section.append(integer: UInt64(deleted.count { $0 }))
    var bytes = [UInt8](repeating: 0, count: (deleted.count + 7) / 8)
    for (index, isDeleted) in deleted.enumerated() where isDeleted { bytes[index / 8] |= 1 << UInt8(index % 8) }
    return FileFormat.file(.deletions, [(.deletedBits, section + bytes)])
  }
}

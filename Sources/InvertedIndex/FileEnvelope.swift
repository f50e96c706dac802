/// An opened file whose header, version, length and section table have been checked; the sections' own bytes have not.
struct FileEnvelope: Sendable {
  struct Part: Sendable {
    var id: UInt32
    var range: Range<Int>
    var checksum: UInt64
  }

  let name: String
  let file: FileBytes
  private let parts: [Part]

  /// Throws `corrupt`, `tooOld` or `tooNew`. Reads the first 32 bytes and the last few hundred.
  init(_ file: FileBytes, name: String, kind: FileFormat.Kind) throws(IndexError) {
    self.name = name
    self.file = file
    try Self.checkHeader(file.bytes, name: name, kind: kind)
    parts = try Self.table(file.bytes, name: name)
  }

  /// The place of a section; throws where the file has none.
  func range(_ section: FileFormat.Section) throws(IndexError) -> Range<Int> {
    guard let range = optionalRange(section) else { throw .corrupt(name, "it has no section \(section)") }
    return range
  }

  /// The place of a section that not every file has.
  func optionalRange(_ section: FileFormat.Section) -> Range<Int>? {
    parts.last { $0.id == section.rawValue }?.range
  }

  /// The sections whose bytes differ from what was written. O(file).
  func damagedSections() -> [String] {
    parts.sorted { $0.id < $1.id }.compactMap { part in
      let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[part.range])
      guard Checksum.of(bytes) != part.checksum else { return nil }
      let title = FileFormat.Section(rawValue: part.id).map { "\($0)" } ?? "\(part.id)"
      return "the checksum of section \(title) does not match"
    }
  }

  private static func checkHeader(_ bytes: UnsafeRawBufferPointer, name: String, kind: FileFormat.Kind) throws(IndexError) {
    guard bytes.count >= FileFormat.headerLength + FileFormat.trailerLength else {
      throw .corrupt(name, "it ends within the header, after \(bytes.count) bytes")
    }
    var reader = ByteReader(bytes)
    guard reader.bytes(8).elementsEqual(FileFormat.magic) else { throw .corrupt(name, "it does not begin as an index file") }
    let (foundKind, version) = (reader.integer(UInt32.self), reader.integer(UInt32.self))
    let length = reader.integer(UInt64.self)
    guard reader.integer(UInt64.self) == Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[..<24])) else {
      throw .corrupt(name, "the checksum of its header does not match")
    }
    guard version >= FileFormat.oldestVersion else { throw .tooOld(name, version: version) }
    guard version <= FileFormat.version else { throw .tooNew(name, version: version) }
    guard foundKind == kind.rawValue else { throw .corrupt(name, "it is not a file of \(kind)") }
    guard length == UInt64(bytes.count) else {
      throw .corrupt(name, "it has \(bytes.count) bytes where its header says \(length)")
    }
  }

  private static func table(_ bytes: UnsafeRawBufferPointer, name: String) throws(IndexError) -> [Part] {
    let trailer = bytes.count - FileFormat.trailerLength
    var reader = ByteReader(bytes, at: trailer)
    let count = Int(clamping: reader.integer(UInt64.self))
    let (expected, zero) = (reader.integer(UInt64.self), reader.integer(UInt64.self))
    let rows = trailer - FileFormat.headerLength
    guard zero == 0, reader.bytes(8).elementsEqual(FileFormat.magic), count <= rows / FileFormat.tableRowLength else {
      throw .corrupt(name, "its trailer is not one")
    }
    let start = trailer - count * FileFormat.tableRowLength
    guard Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[start..<trailer])) == expected else {
      throw .corrupt(name, "the checksum of its section table does not match")
    }
    return try parts(ByteReader(bytes, at: start), count: count, end: start, name: name)
  }

  private static func parts(
    _ rows: ByteReader, count: Int, end: Int, name: String
  ) throws(IndexError) -> [Part] {
    var rows = rows
    var parts: [Part] = []
    for _ in 0..<count {
      let (id, _) = (rows.integer(UInt32.self), rows.integer(UInt32.self))
      let start = Int(clamping: rows.integer(UInt64.self))
      let length = Int(clamping: rows.integer(UInt64.self))
      guard start >= FileFormat.headerLength, start <= end, length <= end - start else {
        throw .corrupt(name, "section \(id) lies outside the file")
      }
      parts.append(Part(id: id, range: start..<start + length, checksum: rows.integer(UInt64.self)))
    }
    return parts
  }
}

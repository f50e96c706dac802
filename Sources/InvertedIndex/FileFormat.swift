/// The envelope of every index file: what stands first and last, and how it is checked. Drawn in docs/index-format.md.
///
///     header   32  magic 8 · kind 4 · version 4 · file length 8 · XXH64 of the 24 bytes before
///     sections     one after the other, without gaps
///     table   n×32 id 4 · 0 4 · offset 8 · length 8 · XXH64 of the section 8
///     trailer  32  n 8 · XXH64 of the table 8 · 0 8 · magic 8
enum FileFormat {
  static let magic: [UInt8] = Array("CONCORD\n".utf8)
  /// Raised with every change of the layout.
  static let version: UInt32 = 2
  static let oldestVersion: UInt32 = 2
  static let headerLength = 32
  static let tableRowLength = 32
  static let trailerLength = 32

  enum Kind: UInt32 {
    case segment = 0x4745_5331
    case deletions = 0x4C45_4431
  }

  enum Section: UInt32, CaseIterable {
    case schema = 1, externalIDs, lengths, dictionary, postings, positions, columns, texts, dictionarySamples
    case deletedBits = 16
  }

  /// Joins sections into a file.
  static func file(_ kind: Kind, _ sections: [(Section, [UInt8])]) -> [UInt8] {
    var file = FileAssembly(kind, sections: sections.count, bytes: sections.reduce(0) { $0 + $1.1.count })
    for (id, bytes) in sections { bytes.withUnsafeBytes { file.append(id, $0) } }
    return file.finish()
  }
}

/// A file whose sections are appended one after the other; their lengths are known before.
struct FileAssembly {
  private var file: [UInt8] = []
  private var table: [UInt8] = []
  private let total: Int

  init(_ kind: FileFormat.Kind, sections: Int, bytes: Int) {
    total = FileFormat.headerLength + bytes + sections * FileFormat.tableRowLength + FileFormat.trailerLength
    file.reserveCapacity(total)
    file += FileFormat.magic
    file.append(integer: kind.rawValue)
    file.append(integer: FileFormat.version)
    file.append(integer: UInt64(total))
    file.append(integer: Checksum.of(file))
  }

  mutating func append(_ id: FileFormat.Section, _ bytes: UnsafeRawBufferPointer) {
    table.append(integer: id.rawValue)
    table.append(integer: UInt32(0))
    table.append(integer: UInt64(file.count))
    table.append(integer: UInt64(bytes.count))
    table.append(integer: Checksum.of(bytes))
    file.append(contentsOf: bytes)
  }

  consuming func finish() -> [UInt8] {
    file += table
    file.append(integer: UInt64(table.count / FileFormat.tableRowLength))
    file.append(integer: Checksum.of(table))
    file.append(integer: UInt64(0))
    file += FileFormat.magic
    precondition(file.count == total, "a file of \(total) bytes was announced, it has \(file.count)")
    return file
  }
}

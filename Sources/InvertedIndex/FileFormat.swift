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
    case schema = 1, externalIDs, lengths, dictionary, postings, positions, columns
    case deletedBits = 16
  }

  /// Joins sections into a file.
  static func file(_ kind: Kind, _ sections: [(Section, [UInt8])]) -> [UInt8] {
    let body = sections.reduce(0) { $0 + $1.1.count }
    let total = headerLength + body + sections.count * tableRowLength + trailerLength
    var file: [UInt8] = []
    file.reserveCapacity(total)
    file += magic
    file.append(integer: kind.rawValue)
    file.append(integer: version)
    file.append(integer: UInt64(total))
    file.append(integer: Checksum.of(file))
    var table: [UInt8] = []
    for (id, bytes) in sections {
      table.append(integer: id.rawValue)
      table.append(integer: UInt32(0))
      table.append(integer: UInt64(file.count))
      table.append(integer: UInt64(bytes.count))
      table.append(integer: Checksum.of(bytes))
      file += bytes
    }
    file += table
    file.append(integer: UInt64(sections.count))
    file.append(integer: Checksum.of(table))
    file.append(integer: UInt64(0))
    return file + magic
  }
}

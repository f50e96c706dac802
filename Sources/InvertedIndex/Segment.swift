/// An opened segment. Immutable; its bytes stay mapped as long as it lives.
///
/// Unchecked: all pointers lead into `envelope.file`, which is never written.
final class Segment: @unchecked Sendable {
  let reference: SegmentReference
  let envelope: FileEnvelope
  let schema: IndexSchema
  let passageCount: Int
  let idsAscend: Bool
  let externalIDs: ExternalIDs
  let dictionary: TermDictionary
  /// For each field its length codes, `passageCount` bytes; nil where no length counts.
  let lengths: [UnsafePointer<UInt8>?]
  let totals: [(length: UInt64, passages: UInt64)]
  let columns: [NumericColumn]
  let deletions: Deletions?
  /// The bits of the deletions, `passageCount` of them: kept apart, for they are read for every passage.
  private let deletedBits: UnsafePointer<UInt8>?

  /// Opens a segment and its deletions. Checks headers, lengths and section tables; `verify` checks the rest.
  init(_ reference: SegmentReference, in directory: some IndexDirectory) throws(IndexError) {
    self.reference = reference
    let name = reference.segmentFile
    envelope = try FileEnvelope(directory.open(name), name: name, kind: .segment)
    let file = envelope.file.bytes
    let head = try SegmentHead(envelope)
    schema = head.schema
    passageCount = head.passageCount
    idsAscend = head.idsAscend
    (lengths, totals) = try Self.lengths(envelope, head)
    columns = try Self.columns(envelope, count: schema.columns.count, passageCount: passageCount)
    let ids = UnsafeRawBufferPointer(rebasing: file[try envelope.range(.externalIDs)])
    guard let externalIDs = ExternalIDs(ids, count: passageCount) else {
      throw .corrupt(name, "it has fewer external ids than passages")
    }
    self.externalIDs = externalIDs
    let sections = TermDictionary.Sections(
      dictionary: try envelope.range(.dictionary), postings: try envelope.range(.postings),
      positions: try envelope.range(.positions), hasPositions: schema.fields.map(\.hasPositions), documentCount: passageCount)
    guard let dictionary = TermDictionary(file: file, sections) else { throw .corrupt(name, "its dictionary cannot be read") }
    self.dictionary = dictionary
    if let deletionFile = reference.deletionFile {
      let opened = try Deletions(directory.open(deletionFile), name: deletionFile, passageCount: passageCount)
      deletions = opened
      deletedBits = opened.bits
    } else {
      deletions = nil
      deletedBits = nil
    }
  }

  var base: UnsafeRawPointer {
    guard let base = envelope.file.bytes.baseAddress else { preconditionFailure("an opened file has a header") }
    return base
  }
  var liveCount: Int { passageCount - (deletions?.deletedCount ?? 0) }

  @inline(__always)
  func isLive(_ document: UInt32) -> Bool {
    guard let deletedBits else { return true }
    return deletedBits[Int(document >> 3)] >> UInt8(document & 7) & 1 == 0
  }

  func entry(field: UInt8, _ term: [UInt8]) throws(IndexError) -> TermEntry? {
    let key = [field] + term.prefix(IndexedPassage.longestTerm)
    do throws(DamagedDictionary) {
      return try Self.lookUp(key, dictionary)
    } catch {
      throw .corrupt(reference.segmentFile, error.what)
    }
  }

  private static func lookUp(_ key: [UInt8], _ dictionary: TermDictionary) throws(DamagedDictionary) -> TermEntry? {
    let found = key.withUnsafeBytes { bytes -> Result<TermEntry?, DamagedDictionary> in
      do throws(DamagedDictionary) { return .success(try dictionary.entry(for: bytes)) } catch { return .failure(error) }
    }
    return try found.get()
  }

  /// The terms of a field that begin with a prefix, in order.
  func forEachTerm(
    field: UInt8, prefix: [UInt8], _ body: (UnsafeRawBufferPointer, TermEntry) -> Bool
  ) throws(IndexError) {
    let lowest = [field] + prefix
    do throws(DamagedDictionary) {
      try dictionary.forEach(from: lowest) { key, entry in
        guard key.starts(with: lowest) else { return false }
        return body(UnsafeRawBufferPointer(rebasing: key[1...]), entry)
      }
    } catch {
      throw .corrupt(reference.segmentFile, error.what)
    }
  }

  private static func lengths(
    _ envelope: FileEnvelope, _ head: SegmentHead
  ) throws(IndexError) -> ([UnsafePointer<UInt8>?], [(length: UInt64, passages: UInt64)]) {
    let section = UnsafeRawBufferPointer(rebasing: envelope.file.bytes[try envelope.range(.lengths)])
    var reader = ByteReader(section)
    var codes: [UnsafePointer<UInt8>?] = []
    var totals: [(length: UInt64, passages: UInt64)] = []
    for field in head.schema.fields {
      totals.append((reader.integer(UInt64.self), reader.integer(UInt64.self)))
      let offset = reader.integer(UInt64.self)
      let fits = offset <= UInt64(section.count) && UInt64(head.passageCount) <= UInt64(section.count) - offset
      guard !reader.failed, fits else { throw .corrupt(envelope.name, "the lengths of field \(field.name) cannot be read") }
      let start = section.baseAddress.map { $0 + Int(offset) }
      codes.append(offset == 0 ? nil : start?.assumingMemoryBound(to: UInt8.self))
    }
    return (codes, totals)
  }

  private static func columns(_ envelope: FileEnvelope, count: Int, passageCount: Int) throws(IndexError) -> [NumericColumn] {
    let section = UnsafeRawBufferPointer(rebasing: envelope.file.bytes[try envelope.range(.columns)])
    var reader = ByteReader(section)
    var columns: [NumericColumn] = []
    for number in 0..<count {
      let (offset, entries, scale) = (reader.integer(UInt64.self), reader.integer(UInt64.self), reader.integer(UInt64.self))
      guard !reader.failed,
        let column = NumericColumn(section, offset: offset, count: entries, scale: scale, passageCount: passageCount)
      else {
        throw .corrupt(envelope.name, "column \(number) cannot be read")
      }
      columns.append(column)
    }
    return columns
  }
}

/// The schema section: what the other sections are read by.
struct SegmentHead {
  let passageCount: Int
  let idsAscend: Bool
  let schema: IndexSchema

  init(_ envelope: FileEnvelope) throws(IndexError) {
    var reader = ByteReader(UnsafeRawBufferPointer(rebasing: envelope.file.bytes[try envelope.range(.schema)]))
    let count = reader.integer(UInt64.self)
    idsAscend = reader.byte() == 1
    var fields: [IndexSchema.Field] = []
    for _ in 0..<reader.count(upTo: 255) {
      let (name, flags) = (reader.string(), reader.byte())
      fields.append(IndexSchema.Field(name, hasPositions: flags & 1 != 0, isLengthNormalised: flags & 2 != 0))
    }
    let columns = (0..<reader.count(upTo: 255)).map { _ in reader.string() }
    guard !reader.failed, count < UInt64(UInt32.max) else { throw .corrupt(envelope.name, "its schema cannot be read") }
    passageCount = Int(count)
    schema = IndexSchema(fields: fields, columns: columns)
  }
}

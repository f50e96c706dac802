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
  /// For each column where it begins in its section, how many values it has and their scale: read where it is asked.
  private let columnPlaces: [(offset: UInt64, count: UInt64, scale: UInt64)]
  let deletions: Deletions?
  /// Nil where the schema stores none.
  let texts: StoredTexts?
  /// The bits of the deletions, `passageCount` of them: kept apart, for they are read for every passage.
  private let deletedBits: UnsafePointer<UInt8>?

  /// Opens a segment and its deletions. Checks headers, lengths and section tables; `verify` checks the rest.
  init(_ reference: SegmentReference, in directory: some IndexDirectory) throws(IndexError) {
    self.reference = reference
    let name = reference.segmentFile
    envelope = try FileEnvelope(directory.open(name), name: name, kind: .segment)
    let head = try SegmentHead(envelope)
    Self.expectCommonPages(envelope)
    schema = head.schema
    passageCount = head.passageCount
    idsAscend = head.idsAscend
    (lengths, totals) = try Self.lengths(envelope, head)
    columnPlaces = try Self.columnPlaces(envelope, count: schema.columns.count)
    let ids = UnsafeRawBufferPointer(rebasing: envelope.file.bytes[try envelope.range(.externalIDs)])
    guard let externalIDs = ExternalIDs(ids, count: passageCount) else {
      throw .corrupt(name, "it has fewer external ids than passages")
    }
    self.externalIDs = externalIDs
    let sections = TermDictionary.Sections(
      dictionary: try envelope.range(.dictionary), postings: try envelope.range(.postings),
      positions: try envelope.range(.positions), hasPositions: schema.fields.map(\.hasPositions),
      samples: envelope.optionalRange(.dictionarySamples), documentCount: passageCount)
    guard let dictionary = TermDictionary(envelope.file, sections) else { throw .corrupt(name, "its dictionary cannot be read") }
    self.dictionary = dictionary
    texts = try Self.texts(envelope, head)
    if let deletionFile = reference.deletionFile {
      let opened = try Deletions(directory.open(deletionFile), name: deletionFile, passageCount: passageCount)
      deletions = opened
      deletedBits = opened.bits
    } else {
      deletions = nil
      deletedBits = nil
    }
  }

  /// Asks for what most questions read, all at once: where terms are, and the lengths and ids of passages.
  private static func expectCommonPages(_ envelope: FileEnvelope) {
    for section in [FileFormat.Section.dictionarySamples, .externalIDs, .lengths, .columns, .dictionary] {
      guard let range = envelope.optionalRange(section) else { continue }
      envelope.file.expect(range.prefix(section == .columns ? 1 : section == .dictionary ? 1 << 16 : 1 << 20))
    }
  }

  /// Asks for the beginning of a term's postings, and of its positions where they are wanted, before they are read.
  func expect(_ entry: TermEntry, withPositions: Bool) {
    let most = 1 << 18
    envelope.file.expect(entry.postings.prefix(most))
    if withPositions { envelope.file.expect(entry.positions.prefix(most)) }
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
      let fits = offset == 0 || offset <= UInt64(section.count) && UInt64(head.passageCount) <= UInt64(section.count) - offset
      guard !reader.failed, fits else { throw .corrupt(envelope.name, "the lengths of field \(field.name) cannot be read") }
      let start = section.baseAddress.map { $0 + Int(offset) }
      codes.append(offset == 0 ? nil : start?.assumingMemoryBound(to: UInt8.self))
    }
    return (codes, totals)
  }

  private static func texts(_ envelope: FileEnvelope, _ head: SegmentHead) throws(IndexError) -> StoredTexts? {
    guard head.schema.storesText else { return nil }
    let section = UnsafeRawBufferPointer(rebasing: envelope.file.bytes[try envelope.range(.texts)])
    guard let texts = StoredTexts(section, passageCount: head.passageCount) else {
      throw .corrupt(envelope.name, "its texts cannot be read")
    }
    return texts
  }

  private static func columnPlaces(
    _ envelope: FileEnvelope, count: Int
  ) throws(IndexError) -> [(offset: UInt64, count: UInt64, scale: UInt64)] {
    var reader = ByteReader(UnsafeRawBufferPointer(rebasing: envelope.file.bytes[try envelope.range(.columns)]))
    let places = (0..<count).map { _ in
      (offset: reader.integer(UInt64.self), count: reader.integer(UInt64.self), scale: reader.integer(UInt64.self))
    }
    guard !reader.failed else { throw .corrupt(envelope.name, "its columns cannot be read") }
    return places
  }

  /// A column of the schema. Throws `corrupt` where it does not fit in its section.
  func column(_ number: Int) throws(IndexError) -> NumericColumn {
    let section = UnsafeRawBufferPointer(rebasing: envelope.file.bytes[try envelope.range(.columns)])
    let place = columnPlaces[number]
    guard
      let column = NumericColumn(
        section, offset: place.offset, count: place.count, scale: place.scale, passageCount: passageCount)
    else { throw .corrupt(envelope.name, "column \(number) cannot be read") }
    return column
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
    let storesText = reader.byte() == 1
    guard !reader.failed, count < UInt64(UInt32.max) else { throw .corrupt(envelope.name, "its schema cannot be read") }
    passageCount = Int(count)
    schema = IndexSchema(fields: fields, columns: columns, storesText: storesText)
  }
}

import Literature

/// How the bytes of a file become records: a pure function that is called from many threads at once.
public struct DocumentReader: Sendable {
  public typealias Reading = @Sendable (_ bytes: [UInt8], _ path: String) throws(UnreadableDocument) -> Extract
  let read: Reading

  public init(_ read: @escaping Reading) { self.read = read }
}

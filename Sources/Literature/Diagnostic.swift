/// Something odd in a document: reading went on, and this says what was met and where.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Sendable, CaseIterable { case error, warning, info }

  public var severity: Severity
  /// A short stable name in kebab case: `unresolved-callout`, `invalid-utf8`.
  public var code: String
  /// One sentence for the reader of the document.
  public var message: String
  public var span: SourceSpan?

  public init(_ severity: Severity, _ code: String, _ message: String, span: SourceSpan? = nil) {
    self.severity = severity
    self.code = code
    self.message = message
    self.span = span
  }
}

/// A file that cannot be read at all: thrown by readers, reported by the caller, and the rest of the batch goes on.
public struct UnreadableDocument: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, where, and what to do about it.
  public var description: String
  public init(_ description: String) { self.description = description }
}

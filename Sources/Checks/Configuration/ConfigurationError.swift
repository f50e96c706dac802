/// What is wrong with a configuration, baseline or waiver, where, and what to do.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// From 1; nil where the whole file is meant.
  public var line: Int?
  public var message: String

  public init(line: Int?, _ message: String) {
    self.line = line
    self.message = message
  }

  public var description: String { line.map { "line \($0): \(message)" } ?? message }
}

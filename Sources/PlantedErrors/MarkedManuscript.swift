/// A clean document with places where an error can be planted, and with look-alikes that are right.
///
/// Marks stand in the text itself, whatever its format:
/// - `⟦N101,N103|0.74|0.94⟧`: printed right, and wrong so that one of these rules must speak;
/// - `⟦=A201|HR 0.66 at the interim analysis⟧`: right, and looking like what a rule reports.
public struct MarkedManuscript: Sendable {
  /// A place where an error can be planted.
  public struct Place: Hashable, Sendable {
    /// Rules one of which must report the error; the first is the one that it is counted for.
    public var codes: [String]
    public var right: String
    public var wrong: String
  }

  /// A passage that is right though it looks wrong.
  public struct LookAlike: Hashable, Sendable {
    /// The rule that might be taken in.
    public var code: String
    public var text: String
  }

  private enum Piece: Hashable, Sendable {
    case text(String)
    case place(Int)
  }

  public enum MarkError: Error, Hashable, CustomStringConvertible {
    case unclosed(after: String)
    case malformed(String)

    public var description: String {
      switch self {
      case .unclosed(let text): "a mark is opened and not closed: ⟦\(text)"
      case .malformed(let mark): "a mark has neither the form ⟦CODE|right|wrong⟧ nor ⟦=CODE|text⟧: ⟦\(mark)⟧"
      }
    }
  }

  private var pieces: [Piece] = []
  public private(set) var places: [Place] = []
  public private(set) var lookAlikes: [LookAlike] = []

  /// - Throws: `MarkError` where a mark is not closed or not of one of the two forms.
  public init(_ source: String) throws(MarkError) {
    var rest = Substring(source)
    while let opening = rest.unicodeScalars.firstIndex(of: "⟦") {
      pieces.append(.text(String(rest[..<opening])))
      let inside = rest[rest.unicodeScalars.index(after: opening)...]
      guard let closing = inside.unicodeScalars.firstIndex(of: "⟧") else { throw .unclosed(after: String(inside.prefix(40))) }
      try append(mark: inside[..<closing])
      rest = inside[inside.unicodeScalars.index(after: closing)...]
    }
    pieces.append(.text(String(rest)))
  }

  private mutating func append(mark: Substring) throws(MarkError) {
    let parts = mark.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    if parts.count >= 2, let first = parts.first, first.hasPrefix("=") {
      lookAlikes.append(LookAlike(code: String(first.dropFirst()), text: parts[1]))
      pieces.append(.text(parts[1]))
      return
    }
    guard parts.count == 3, let codes = parts.first?.split(separator: ","), !codes.isEmpty else { throw .malformed(String(mark)) }
    pieces.append(.place(places.count))
    places.append(Place(codes: codes.map(String.init), right: parts[1], wrong: parts[2]))
  }

  /// The document without an error.
  public var clean: String { text(planting: []) }

  /// The document with errors at some of its places, by their indices; marks are gone. O(document).
  public func text(planting planted: Set<Int>) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .place(let index): planted.contains(index) ? places[index].wrong : places[index].right
      }
    }.joined()
  }
}

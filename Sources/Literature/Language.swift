/// A language by its primary ISO 639-1 subtag.
public struct Language: Hashable, Sendable {
  public let code: String
  /// `code` is folded to lower case and cut at the first subtag separator: `pt-BR` becomes `pt`.
  public init(_ code: String) {
    self.code = String(code.lowercased().prefix { $0 != "-" && $0 != "_" })
  }
  public static let english = Language("en")
  public static let chinese = Language("zh")
  public static let undetermined = Language("und")

  /// Chinese where at least a tenth of the letters are CJK ideographs, English where there are Latin letters, else undetermined.
  @inlinable public init(of utf8: some Sequence<UInt8>) {
    var latin = 0
    var ideographs = 0
    for byte in utf8 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: latin += 1
      case 0xE4...0xE9: ideographs += 1
      default: break
      }
    }
    // A Chinese character carries about as much as five Latin letters.
    if ideographs > 0, ideographs * 10 >= latin {
      self = .chinese
    } else {
      self = latin > 0 ? .english : .undetermined
    }
  }
}

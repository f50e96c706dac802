#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The standard streams, and what they can show.
enum Console {
  static func write(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }
  static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }
  static func writeError(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  /// A line that begins with the program's name, red on a terminal.
  static func error(_ message: String) {
    let name = style(.red, "concord:", if: usesColor(STDERR_FILENO))
    writeError("\(name) \(message)\n")
  }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Colour only on a terminal, and not where NO_COLOR is set (no-color.org).
  static let color = usesColor(STDOUT_FILENO)

  private static func usesColor(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
  }

  /// Processors that are online, at least one.
  static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Columns of the terminal; 100 where there is none.
  static var width: Int {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 100 }
    return Int(size.ws_col)
  }

  /// What a table may take: the terminal, and all that it needs in a file or a pipe.
  static var tableWidth: Int { isTerminal ? width : .max }

  enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"
    case highlight = "1;33"
  }

  static func style(_ style: Style, _ text: String, if enabled: Bool = color) -> String {
    enabled && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  private static func write(_ whole: [UInt8], to descriptor: Int32) {
    var bytes = whole[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      // A closed pipe or a full disk ends the program: there is no one left to tell, or no way to.
      guard written > 0 else { exit(2) }
      bytes = bytes.dropFirst(written)
    }
  }
}

/// Pieces of HTML.
enum HTMLText {
  /// Text for element content and quoted attributes; characters that no HTML may hold become "�".
  static func escaped(_ text: String) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\t", "\n", "\r": out.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value): out.unicodeScalars.append("\u{FFFD}")
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// `<name class="…">content</name>`; the content is HTML already.
  static func element(_ name: String, _ classes: String = "", _ content: String) -> String {
    classes.isEmpty ? "<\(name)>\(content)</\(name)>" : "<\(name) class=\"\(classes)\">\(content)</\(name)>"
  }
}

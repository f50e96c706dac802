/// Reads the entries that a BibTeX style wrote: `\bibitem[…]{key}` with the rendered reference behind it.
package enum BibItemReader {
  /// Keys and texts in the order of the file; TeX's commands are undone.
  package static func entries(in bytes: [UInt8]) -> [(key: String, text: String)] {
    let text = String(decoding: bytes, as: UTF8.self)
    var entries: [(key: String, text: String)] = []
    for part in text.split(separator: "\\bibitem").dropFirst() {
      guard let key = key(of: part) else { continue }
      let body = part[key.upperBound...].dropFirst()
      let end = body.range(ofBlankLine: ()) ?? body.endIndex
      entries.append((String(part[key]), TeXCleaner.plain(String(body[..<end]))))
    }
    return entries
  }

  /// The braces behind the optional argument, whose own brackets and braces are balanced.
  private static func key(of part: Substring) -> Range<Substring.Index>? {
    var depth = 0
    var index = part.startIndex
    if part.first == "[" {
      repeat {
        switch part[index] {
        case "[", "{": depth += 1
        case "]", "}": depth -= 1
        default: break
        }
        index = part.index(after: index)
      } while depth > 0 && index < part.endIndex
    }
    guard index < part.endIndex, part[index] == "{", let end = part[index...].firstIndex(of: "}") else { return nil }
    return part.index(after: index)..<end
  }
}

extension Substring {
  /// Where the first blank line begins, or an environment ends.
  fileprivate func range(ofBlankLine: Void) -> Index? {
    var index = startIndex
    while index < endIndex {
      if self[index].isNewline {
        let rest = self[self.index(after: index)...]
        if rest.isEmpty || rest.first?.isNewline == true || rest.hasPrefix("\\end{") { return index }
      }
      index = self.index(after: index)
    }
    return nil
  }
}

/// Undoes the commands of a rendered TeX bibliography.
enum TeXCleaner {
  private static let blanks: Set<String> = ["quad", "qquad", " ", "enspace", "space"]

  static func plain(_ text: String) -> String {
    var out = ""
    var rest = Substring(text)
    while let character = rest.first {
      rest = rest.dropFirst()
      switch character {
      case "\\": command(&rest, &out)
      case "{", "}", "$": break
      case "~", "\n", "\r", "\t": out += " "
      default: out.append(character)
      }
    }
    return out.split(separator: " ").joined(separator: " ").replacing("--", with: "-")
  }

  private static func command(_ rest: inout Substring, _ out: inout String) {
    let name = rest.prefix { $0.isASCII && $0.isLetter }
    if name.isEmpty {
      let mark = rest.first.map(String.init) ?? ""
      rest = rest.dropFirst()
      out += blanks.contains(mark) ? " " : "&%_#${}".contains(mark) ? mark : ""
      return
    }
    rest = rest[name.endIndex...]
    if blanks.contains(String(name)) { out += " " }
    if name == "textendash" || name == "textemdash" { out += "–" }
    if rest.first == " " { rest = rest.dropFirst() }
  }
}

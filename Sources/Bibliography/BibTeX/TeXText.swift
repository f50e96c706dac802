/// TeX markup in bibliography fields, as plain Unicode text and back.
enum TeXText {
  /// The plain text: accents composed, commands of style dropped, braces removed, dashes and ties as Unicode.
  static func plain(_ tex: String) -> String {
    guard tex.utf8.contains(where: { special.contains($0) }) else { return collapsed(tex) }
    var reader = TeXReader(Array(tex.unicodeScalars))
    return collapsed(reader.text())
  }

  private static let special = Set("\\{}~$-'`\"".utf8)

  static func collapsed(_ text: String) -> String {
    text.split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }

  /// Text that TeX prints as it stands.
  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "&", "%", "#", "_", "$": out += "\\\(character)"
      case "{", "}": out += "\\\(character)"
      case "\\": out += "\\textbackslash{}"
      case "~": out += "\\textasciitilde{}"
      case "^": out += "\\textasciicircum{}"
      default: out.append(character)
      }
    }
    return out
  }
}

private struct TeXReader {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private static let accents: [Unicode.Scalar: Unicode.Scalar] = [
    "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}", "=": "\u{304}", ".": "\u{307}",
    "u": "\u{306}",
    "v": "\u{30C}", "H": "\u{30B}", "c": "\u{327}", "k": "\u{328}", "d": "\u{323}", "b": "\u{331}", "r": "\u{30A}",
    "t": "\u{361}",
  ]
  private static let commands: [String: String] = [
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "i": "i",
    "j": "j",
    "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "textendash": "–", "textemdash": "—",
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "copyright": "©", "pounds": "£", "S": "§", "P": "¶",
    "dag": "†",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "kappa": "κ", "lambda": "λ", "mu": "μ", "sigma": "σ", "omega": "ω",
    "Delta": "Δ",
    "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”", "ldots": "…", "dots": "…",
    "times": "×",
    "pm": "±", "leq": "≤", "geq": "≥", "textregistered": "®", "texttrademark": "™", "textdegree": "°", "LaTeX": "LaTeX",
    "TeX": "TeX",
  ]

  mutating func text() -> String {
    var out = ""
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      switch scalar {
      case "\\": command(into: &out)
      case "{", "}", "$": break
      case "~": out.unicodeScalars.append("\u{A0}")
      case "-": dash(into: &out)
      case "`": quote(scalar, single: "‘", double: "“", into: &out)
      case "'": quote(scalar, single: "'", double: "”", into: &out)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func dash(into out: inout String) {
    guard peek == "-" else { return out.append("-") }
    position += 1
    guard peek == "-" else { return out.append("–") }
    position += 1
    out.append("—")
  }

  private mutating func quote(_ scalar: Unicode.Scalar, single: String, double: String, into out: inout String) {
    if peek == scalar {
      position += 1
      out += double
    } else {
      out += single
    }
  }

  private mutating func command(into out: inout String) {
    guard let first = peek else { return }
    position += 1
    if let mark = Self.accents[first], !isLetter(first) || !isLetter(peek ?? " ") {
      accent(mark, into: &out)
    } else if isLetter(first) {
      var name = String(Character(first))
      while let next = peek, isLetter(next) {
        name.unicodeScalars.append(next)
        position += 1
      }
      if peek == " " { position += 1 }
      if let replacement = Self.commands[name] { out += replacement }
    } else {
      // `\&`, `\%`, `\{`: the character itself; `\\` is a line break.
      out.unicodeScalars.append(first == "\\" ? " " : first)
    }
  }

  /// The accented letter: `\'e`, `\'{e}`, `\c{c}`, `\'{\i}`, `\v s`.
  private mutating func accent(_ mark: Unicode.Scalar, into out: inout String) {
    while peek == "{" || peek == " " { position += 1 }
    guard let base = peek else { return }
    position += 1
    var letter = base
    if base == "\\", let dotless = peek {
      position += 1
      letter = dotless
    }
    out += composed(letter, mark)
  }

  private func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> String {
    let pair = "\(Character(letter))\(Character(mark))"
    return Composition.compose(pair)
  }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
}

/// Latin letters with one mark as one scalar, where Unicode has it (the canonical compositions of Latin-1 and Latin Extended-A/B).
enum Composition {
  static func compose(_ pair: String) -> String { table[pair] ?? pair }

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    // Canonical equivalence of String does the work: the precomposed scalar compares equal to letter + mark.
    for value in Array(UInt32(0xC0)...0x24F) + Array(UInt32(0x1E00)...0x1EFF) {
      if let scalar = Unicode.Scalar(value) {
        let text = String(Character(scalar))
        table[text] = text
      }
    }
    return table
  }()
}

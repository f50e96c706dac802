/// Accents of TeX and the letters that carry them.
enum TeXLetters {
  /// The combining mark of each accent command of one character.
  static let marks: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "'"): "\u{301}", UInt8(ascii: "`"): "\u{300}", UInt8(ascii: "^"): "\u{302}", UInt8(ascii: "\""): "\u{308}",
    UInt8(ascii: "~"): "\u{303}", UInt8(ascii: "="): "\u{304}", UInt8(ascii: "."): "\u{307}", UInt8(ascii: "u"): "\u{306}",
    UInt8(ascii: "v"): "\u{30C}", UInt8(ascii: "H"): "\u{30B}", UInt8(ascii: "c"): "\u{327}", UInt8(ascii: "k"): "\u{328}",
    UInt8(ascii: "d"): "\u{323}", UInt8(ascii: "b"): "\u{331}", UInt8(ascii: "r"): "\u{30A}", UInt8(ascii: "t"): "\u{361}",
  ]

  /// Letter and mark as one character where Unicode has it, else both.
  static func composed(_ letter: String, _ mark: Unicode.Scalar) -> String {
    let pair = letter + String(Character(mark))
    return compositions[pair] ?? pair
  }

  /// Strings compare by canonical equivalence, so the pair finds the composed character.
  private static let compositions: [String: String] = {
    var table: [String: String] = [:]
    for value in Array(UInt32(0xC0)...0x24F) + Array(UInt32(0x1E00)...0x1EFF) {
      if let scalar = Unicode.Scalar(value) {
        let text = String(Character(scalar))
        table[text] = text
      }
    }
    return table
  }()

  /// The ASCII letters that a Latin letter is written with where it has no mark: `o` for ö, `ss` for ß.
  static func base(of character: Character) -> String? { bases[character] }

  private static let bases: [Character: String] = {
    var table: [Character: String] = [
      "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d",
      "þ": "th",
      "Þ": "Th", "ı": "i",
    ]
    for letter in letters {
      let base = String(Character(Unicode.Scalar(letter)))
      for mark in marks.values {
        if let character = composed(base, mark).first, !character.isASCII { table[character] = base }
      }
    }
    return table
  }()

  private static let letters = Array(UInt8(ascii: "A")...UInt8(ascii: "Z")) + Array(UInt8(ascii: "a")...UInt8(ascii: "z"))

  /// `{\"u}` for ü, `\textendash{}` for –, `$\alpha$` for α.
  static func command(for character: Character) -> String? { commands[character] }

  private static let commands: [Character: String] = {
    var table: [Character: String] = [:]
    for (sign, mark) in marks.sorted(by: { $0.key < $1.key }) where sign != UInt8(ascii: "t") {
      for letter in letters {
        let base = String(Character(Unicode.Scalar(letter)))
        let text = composed(base, mark)
        guard text.unicodeScalars.count == 1, let character = text.first else { continue }
        let argument = base == "i" || base == "j" ? "\\\(base)" : base
        let name = Character(Unicode.Scalar(sign))
        table[character] = name.isLetter ? "{\\\(name){\(argument)}}" : "{\\\(name)\(argument)}"
      }
    }
    for (name, text) in TeXSymbols.letters.sorted(by: { $0.key < $1.key }) where text.count == 1 {
      if let character = text.first, !character.isASCII { table[character] = table[character] ?? "{\\\(name)}" }
    }
    for (name, text) in TeXSymbols.mathematics.sorted(by: { $0.key < $1.key }) where text.count == 1 {
      if let character = text.first, !character.isASCII { table[character] = table[character] ?? "$\\\(name)$" }
    }
    table["–"] = "--"
    table["—"] = "---"
    table["“"] = "``"
    table["”"] = "''"
    table["‘"] = "`"
    table["\u{A0}"] = "~"
    return table
  }()
}

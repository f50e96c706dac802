import Literature

/// The labels between a pair of brackets: "9", "2-4,7", "1a, 3".
struct LabelList {
  private(set) var labels: [String] = []
  /// A full stop, a letter, a sign: what is in the brackets is no list of labels.
  private var scalars: [Unicode.Scalar]
  private var position = 0
  private let blanksSeparate: Bool
  /// Letters may name parts of an entry: "12a,b" means 12.
  private let hasParts: Bool
  /// The last label with its letter taken off; nil where it had none.
  private var numberOfPart: String?

  /// Nil unless the whole text is labels, commas and dashes.
  /// `blanks`: labels may be parted by nothing but a blank, as superscripts are: "⁷ ⁸ ¹³".
  /// `parts`: a letter behind a label may name a part of its entry, as lists with several works in one entry are called.
  init?(_ bytes: ArraySlice<UInt8>, index: LabelIndex, blanks: Bool = false, parts: Bool = false) {
    blanksSeparate = blanks
    hasParts = parts
    scalars = String(decoding: parts ? Self.withoutWords(bytes) : bytes, as: UTF8.self).unicodeScalars.map(Self.folded)
    guard !scalars.isEmpty, read(index) else { return nil }
  }

  private static let words: [[UInt8]] = ["and", "respectively", "和", "与", "及"].map { Array($0.utf8) }

  /// "12 and 14, respectively", 12和14: words of a list stand for commas, and at its end for nothing.
  private static func withoutWords(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.contains(where: { $0 >= 0x80 || $0 | 0x20 == 0x61 || $0 | 0x20 == 0x72 }) else { return bytes }
    var plain: [UInt8] = []
    var rest = bytes
    while let first = rest.first {
      // Behind a letter a word is a part of another one.
      let isInside = plain.last.map { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } ?? false
      if !isInside, let word = words.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(word.count)
        plain.append(0x2C)
      } else {
        plain.append(first)
        rest = rest.dropFirst()
      }
    }
    while let last = plain.last, last == 0x2C || last == 0x20, plain.count > 1, bytes.last != last { plain.removeLast() }
    return plain[...]
  }

  /// Full-width digits, superscripts and every dash and comma in one form each.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF10...0xFF19: Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30))
    case 0x2070, 0x2074...0x2079: Unicode.Scalar(UInt8(scalar.value - 0x2070 + 0x30))
    case 0xB9: "1"
    case 0xB2: "2"
    case 0xB3: "3"
    case 0x2010...0x2015, 0x2212, 0xFF0D, 0x7E, 0xFF5E, 0x301C, 0x207B, 0x223C: "-"
    case 0xFF0C, 0x3001, 0x3B, 0xFF1B: ","
    case 0x09, 0x0A, 0x0D, 0xA0, 0x2009, 0x202F, 0x3000, 0x5C: " "
    default: scalar
    }
  }

  private mutating func read(_ index: LabelIndex) -> Bool {
    skipBlanks()
    guard let first = label(index) else { return false }
    labels = [first]
    while position < scalars.count {
      let start = position
      skipBlanks()
      guard position < scalars.count else { return true }
      let isRange = scalars[position] == "-"
      let isBlank = blanksSeparate && position > start && ("0"..."9").contains(scalars[position])
      guard isRange || isBlank || scalars[position] == "," else { return false }
      while position < scalars.count, scalars[position] == "-" || scalars[position] == "," || scalars[position] == " " {
        position += 1
      }
      if let letter = letter(), let number = numberOfPart {
        position += 1
        if index.index(of: number + letter) != nil { labels.append(number + letter) }
        continue
      }
      guard let next = label(index), labels.count < 400 else { return false }
      if isRange {
        guard let last = labels.last, let between = index.between(last, next) else { return false }
        labels += between
      }
      labels.append(next)
    }
    return true
  }

  private mutating func skipBlanks() {
    while position < scalars.count, scalars[position] == " " { position += 1 }
  }

  /// One to six digits without a leading zero, with a letter where the list has such labels ("1a").
  private mutating func label(_ index: LabelIndex) -> String? {
    var text = ""
    while position < scalars.count, ("0"..."9").contains(scalars[position]), text.utf8.count < 7 {
      text.unicodeScalars.append(scalars[position])
      position += 1
    }
    guard (1...6).contains(text.utf8.count), text.first != "0" else { return nil }
    numberOfPart = nil
    if let letter = letter() {
      position += 1
      numberOfPart = text
      if index.index(of: text + letter) != nil { return text + letter }
      guard hasParts, letter <= "f", index.index(of: text) != nil else { return nil }
    }
    return text
  }

  /// One small letter that no other follows.
  private func letter() -> String? {
    guard position < scalars.count, ("a"..."z").contains(scalars[position]),
      position + 1 == scalars.count || !("a"..."z").contains(scalars[position + 1])
    else { return nil }
    return String(scalars[position])
  }
}

/// A value, or a part of one, as written, TeX still in place.
struct BibTeXValue {
  private var text: String
  /// Whether no character means anything to TeX.
  private(set) var isPlain: Bool
  /// Whether white space is collapsed already.
  private var isTidy: Bool

  /// A number or another word.
  init(word: String) {
    text = word
    isPlain = true
    isTidy = true
  }

  init(_ bytes: ArraySlice<UInt8>) {
    var isPlain = true
    var isTidy = true
    var previous: UInt8 = 0x20
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): break
      case 0x20: if previous == 0x20 { isTidy = false }
      case 0..<0x20: isTidy = false
      case UInt8(ascii: "-"), UInt8(ascii: "'"): if previous == byte { isPlain = false }
      case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "`"),
        UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "_"), UInt8(ascii: "^"):
        isPlain = false
      default: break
      }
      previous = byte
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.isPlain = isPlain
    self.isTidy = isTidy && previous != 0x20
  }

  /// The text with white space as BibTeX reads it: one blank for any run, none at the ends.
  var value: String { isTidy ? text : TeXText.collapsed(text) }

  var length: Int { text.utf8.count }

  /// Both texts, as `#` joins them.
  func joined(with other: BibTeXValue) -> BibTeXValue {
    var joined = self
    joined.text += other.text
    joined.isPlain = isPlain && other.isPlain
    joined.isTidy = false
    return joined
  }
}

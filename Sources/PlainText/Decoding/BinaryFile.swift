import Literature

/// Files that are not text, known by their first bytes.
enum BinaryFile {
  case pdf, zip, legacyOffice, richText, compressed, image, postScript, database, program, unknown

  private static let magic: [(bytes: [UInt8], kind: BinaryFile)] = [
    (Array("%PDF-".utf8), .pdf),
    (Array("PK\u{3}\u{4}".utf8), .zip), (Array("PK\u{5}\u{6}".utf8), .zip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .legacyOffice),
    (Array("{\\rtf".utf8), .richText),
    ([0x1F, 0x8B], .compressed), (Array("BZh".utf8), .compressed), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .compressed),
    ([0x28, 0xB5, 0x2F, 0xFD], .compressed), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .compressed),
    (Array("Rar!".utf8), .compressed),
    ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF], .image), (Array("GIF8".utf8), .image),
    ([0x49, 0x49, 0x2A, 0x00], .image), ([0x4D, 0x4D, 0x00, 0x2A], .image), (Array("AT&TFORM".utf8), .image),
    (Array("%!PS".utf8), .postScript),
    (Array("SQLite format 3\0".utf8), .database),
    ([0x7F, 0x45, 0x4C, 0x46], .program),
  ]

  init?(magicOf bytes: [UInt8]) {
    // Some producers write a few bytes before the header of a PDF; 1,024 are allowed by its specification.
    if Self.holdsPDFHeader(bytes) {
      self = .pdf
    } else if let found = Self.magic.first(where: { bytes.starts(with: $0.bytes) }) {
      self = found.kind
    } else {
      return nil
    }
  }

  private static func holdsPDFHeader(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1024)
    guard let percent = head.firstIndex(of: 0x25), head[percent...].starts(with: Array("%PDF-".utf8)) else { return false }
    return percent == 0 || bytes.prefix(1 << 16).contains(0)
  }

  /// More than one zero byte in a thousand, or one control byte in twenty, within the first 64 KB.
  static func looksBinary(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(1 << 16)
    var (zeros, controls) = (0, 0)
    for byte in sample {
      if byte == 0 { zeros += 1 }
      if byte < 0x20, !(0x08...0x0D).contains(byte), byte != 0x1B { controls += 1 }
    }
    return zeros * 1000 > sample.count || controls * 20 > sample.count
  }

  /// What to tell the user.
  var refusal: UnreadableDocument {
    switch self {
    case .pdf: UnreadableDocument("This is a PDF: run `pdftotext -layout FILE` and read the text that it writes.")
    case .zip:
      UnreadableDocument(
        "This is a zip archive (a Word, OpenDocument or EPUB file is one): unpack it, or convert it with `pandoc -t plain FILE`.")
    case .legacyOffice:
      UnreadableDocument(
        "This is an old Word or Office file: save it as plain text or convert it with `libreoffice --convert-to txt FILE`.")
    case .richText: UnreadableDocument("This is rich text (RTF): convert it with `pandoc -t plain FILE`.")
    case .compressed: UnreadableDocument("This is a compressed file: decompress it first (gunzip, bunzip2, unxz, unzstd, 7z).")
    case .image: UnreadableDocument("This is an image: run text recognition (OCR) on it and read the text.")
    case .postScript: UnreadableDocument("This is PostScript: run `ps2ascii FILE` and read the text that it writes.")
    case .database: UnreadableDocument("This is an SQLite database, not a document.")
    case .program: UnreadableDocument("This is a program, not a document.")
    case .unknown:
      UnreadableDocument("This is a binary file, not text: it holds zero or control bytes. Convert it to plain text first.")
    }
  }
}

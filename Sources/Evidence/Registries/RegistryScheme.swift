import Literature

/// How a registry writes its numbers, and how others print them.
struct RegistryScheme: Sendable {
  let name: String
  /// As normalised.
  let prefix: String
  /// In small letters; `_` is an optional separator. Empty for numbers that stand without the register's name.
  let spellings: [String]
  /// See `ShapeReader`.
  let shapes: [String]
  /// The prefix counts in capitals only: in small letters it may be a word.
  let isExact: Bool
  /// So short that a word on registers must stand in the same passage.
  let needsRegister: Bool

  init(
    _ name: String, _ prefix: String, _ spellings: [String], _ shapes: [String], isExact: Bool = false,
    needsRegister: Bool = false
  ) {
    self.name = name
    self.prefix = prefix
    self.spellings = spellings
    self.shapes = shapes
    self.isExact = isExact
    self.needsRegister = needsRegister
  }

  /// ClinicalTrials.gov, the primary registries of the WHO network and their predecessors, the European registers, and national
  /// registers with numbers of their own.
  static let all: [RegistryScheme] = [
    RegistryScheme("ClinicalTrials.gov", "NCT", ["nct"], ["#99999999"]),
    RegistryScheme("ISRCTN", "ISRCTN", ["isrctn"], ["#99999999"]),
    RegistryScheme("ChiCTR", "ChiCTR", ["chictr"], ["#y99999999", "=AAA=y999999", "=AAAA=y999999", "=AAAAA=y999999"]),
    RegistryScheme("ITMCTR", "ITMCTR", ["itmctr"], ["#Y999999", "#9999999999"]),
    RegistryScheme("ITMCTR", "ChiMCTR", ["chimctr"], ["#y99999999"]),
    RegistryScheme("CTIS", "", ["euct", "eu_ct"], ["#Y-599999-99-99", "#Y-599999-99>-00"]),
    RegistryScheme("EudraCT", "", ["euctr", "eu_ctr"], ["#Y-999999-99-AA!", "#Y-999999-99"]),
    RegistryScheme("CTIS", "", [""], ["Y-599999-99-99", "Y-599999-99>-00"]),
    RegistryScheme("EudraCT", "", [""], ["Y-999999-99"]),
    RegistryScheme("UMIN", "UMIN", ["umin", "umin_ctr", "jprn_umin", "umin_c", "umin_ctr_c"], ["#999999999"]),
    RegistryScheme("jRCT", "jRCTs", ["jrct_s", "jprn_jrct_s"], ["_999999999"]),
    RegistryScheme("jRCT", "jRCTc", ["jrct_c", "jprn_jrct_c"], ["_999999999"]),
    RegistryScheme("jRCT", "jRCT", ["jrct", "jprn_jrct"], ["#9999999999"]),
    RegistryScheme("JapicCTI", "JapicCTI", ["japiccti", "japic_cti", "jprn_japiccti"], ["#>-#999999", "#>-#99999"]),
    RegistryScheme("JMACCT", "JMA", ["jma", "jprn_jma"], ["=IIA_99999"]),
    RegistryScheme("ACTRN", "ACTRN", ["actrn", "anzctr", "anzctrn", "anzctr_actrn", "actrn_0"], ["#126y999999999"]),
    RegistryScheme("DRKS", "DRKS", ["drks"], ["#99999999"]),
    RegistryScheme(
      "CTRI", "CTRI", ["ctri"], ["/Y/M/999999", "/Y/999/999999", "/Y/M/99999", "/Y/999/99999", "/Y/999/9999"]),
    RegistryScheme("NTR", "NTR", ["ntr", "ntr_ntr"], ["_9999", "_999", "_99999"], isExact: true),
    RegistryScheme("NTR", "NL", ["nl"], ["9999"], isExact: true, needsRegister: true),
    RegistryScheme("NL-OMON", "NL-OMON", ["nl_omon", "omon"], ["#99999", "#999999"]),
    RegistryScheme("IRCT", "IRCT", ["irct"], iranianShapes),
    RegistryScheme("KCT", "KCT", ["kct"], ["#9999999"], isExact: true),
    RegistryScheme("PACTR", "PACTR", ["pactr"], ["#YM999999999", "#YM9999999999"]),
    RegistryScheme("TCTR", "TCTR", ["tctr"], ["#YMD999"]),
    RegistryScheme("SLCTR", "SLCTR", ["slctr"], ["/Y/999"]),
    RegistryScheme("ReBec", "RBR", ["rbr"], ["=xxxxxxxx", "=xxxxxxx", "=xxxxxx", "=xxxxxxxxxx"], isExact: true),
    RegistryScheme("RPCEC", "RPCEC", ["rpcec"], ["#99999999"]),
    RegistryScheme("REPEC", "PER", ["per"], ["-999-99"], isExact: true),
    RegistryScheme("LBCTR", "LBCTR", ["lbctr"], ["#YM9999"]),
    RegistryScheme("HKUCTR", "HKUCTR", ["hkuctr"], ["=9999", "=999"]),
    RegistryScheme("PHRR", "PHRR", ["phrr"], ["_yMD-999999"]),
    RegistryScheme("SNCTP", "SNCTP", ["snctp"], ["#999999999"]),
    RegistryScheme("UTN", "U1111", ["u1111"], ["-9999-9999"]),
  ]

  /// A date and a person's number of several lengths, then the number of the person's trial.
  private static let iranianShapes: [String] = [10, 9, 8, 7].flatMap { (digits: Int) -> [String] in
    [1, 2, 3].map { (last: Int) -> String in
      "#J" + String(repeating: "9", count: digits) + "N" + String(repeating: "9", count: last)
    }
  }

  /// A scheme in one of its spellings.
  struct Candidate: Sendable {
    let scheme: RegistryScheme
    let spelling: [UInt8]

    func match(at start: Int, in utf8: [UInt8]) -> RegistryMatch? {
      var prefix = ShapeReader(utf8: utf8, position: start)
      guard prefix.readPrefix(spelling, isExact: scheme.isExact) else { return nil }
      for shape in scheme.shapes {
        var reader = prefix
        guard reader.read(shape), !reader.wordGoesOn else { continue }
        let id = scheme.prefix + String(decoding: reader.output, as: UTF8.self)
        return RegistryMatch(identifier: RegistryIdentifier(scheme: scheme.name, id: id), range: start..<reader.position)
      }
      return nil
    }
  }

  /// By the first letter in lower case or digit; longer spellings first.
  static let byFirst: [[Candidate]] = {
    var table = [[Candidate]](repeating: [], count: 256)
    for scheme in all {
      for spelling in scheme.spellings {
        let candidate = Candidate(scheme: scheme, spelling: Array(spelling.utf8))
        if let first = candidate.spelling.first {
          table[Int(first)].append(candidate)
        } else {
          for digit in UInt8(ascii: "1")...UInt8(ascii: "2") { table[Int(digit)].append(candidate) }
        }
      }
    }
    return table.map { candidates in
      candidates.enumerated().sorted { ($1.element.spelling.count, $0.offset) < ($0.element.spelling.count, $1.offset) }
        .map(\.element)
    }
  }()

  /// Bit `first << 8 | second` for the letters that a spelling begins with, in lower case.
  private static let openings: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 1024)
    for spelling in all.flatMap(\.spellings).map({ Array($0.utf8) }) where spelling.count > 1 {
      bits[Int(spelling[0]) << 2 | Int(spelling[1]) >> 6] |= 1 << UInt64(spelling[1] & 63)
    }
    return bits
  }()

  /// Whether a number may begin at a place by its first two characters, or its first four where it begins with a year. Places that hold
  /// more than ASCII may.
  static func mayBegin(at position: Int, in utf8: [UInt8]) -> Bool {
    guard position + 4 <= utf8.count else { return false }
    let (first, second) = (utf8[position] | 0x20, utf8[position + 1] | 0x20)
    if isForeign(utf8[position]) || isForeign(utf8[position + 1]) { return true }
    if first &- 0x30 < 10 {
      // A space may part the fourth digit from three.
      return (first == 0x31 || first == 0x32)
        && (1...3).allSatisfy { offset in
          let byte = utf8[position + offset]
          return isForeign(byte) || byte &- 0x30 < 10 || offset == 3 && byte == 0x20
        }
    }
    return openings[Int(first) << 2 | Int(second) >> 6] >> UInt64(second & 63) & 1 == 1
  }

  private static func isForeign(_ byte: UInt8) -> Bool { byte >= 0x80 || byte == 0 }

  /// The character at a place as ASCII, and its length in bytes: full-width forms, dashes and spaces are folded; 0 for a mark that shows
  /// nothing. Nil at the end and for anything else.
  static func sign(in utf8: [UInt8], at position: Int) -> (byte: UInt8, length: Int)? {
    guard position < utf8.count else { return nil }
    let first = utf8[position]
    if first < 0x80 { return (first, 1) }
    if first == 0xC2, position + 1 < utf8.count {
      return utf8[position + 1] == 0xA0 ? (0x20, 2) : utf8[position + 1] == 0xAD ? (0, 2) : nil
    }
    guard position + 2 < utf8.count else { return nil }
    switch (first, utf8[position + 1], utf8[position + 2]) {
    case (0xEF, 0xBC, let last) where last > 0x80: return (last - 0x60, 3)
    case (0xEF, 0xBD, let last) where (0x80...0x9E).contains(last): return (last - 0x20, 3)
    case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92): return (0x2D, 3)
    case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0x8D), (0xE2, 0x81, 0xA0): return (0, 3)
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): return (0x20, 3)
    default: return nil
    }
  }
}

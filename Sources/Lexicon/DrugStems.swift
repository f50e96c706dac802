/// Tells drugs that no table lists by the ending of their international non-proprietary name: -olol, -prost, -sartan, -zolamide.
///
/// The stems are those that the World Health Organization assigns to classes of substances; stems that end many other words (-one, -ine) are
/// left out. What is known to end so and is no drug, such as cholesterol and histidine, is listed.
public enum DrugStems {
  /// Whether a word is a drug by its stem. `word` is one word without spaces, in UTF-8; capitals do not matter. O(length).
  public static func tells(_ word: some BidirectionalCollection<UInt8>) -> Bool {
    let count = word.count
    guard count >= 7, count <= 24 else { return false }
    var letters: [UInt8] = []
    letters.reserveCapacity(count)
    for byte in word {
      let letter = byte | 0x20
      guard letter &- 0x61 < 26 else { return false }
      letters.append(letter)
    }
    guard let stems = table[key(letters)] else { return false }
    return stems.contains { letters.count >= $0.count + 3 && letters.reversed().starts(with: $0) }
      && !others.contains { letters.reversed().starts(with: $0) }
  }

  /// The last three letters as one number.
  private static func key(_ letters: [UInt8]) -> UInt32 {
    letters.suffix(3).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// By their last three letters, each stem backwards.
  private static let table: [UInt32: [[UInt8]]] = Dictionary(
    grouping: stems.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Array($0.utf8) }, by: key
  ).mapValues { $0.map { $0.reversed() } }

  private static let stems = """
    olol sartan opril april statin dipine gliptin gliflozin glitazone glinide glutide natide xaban gatran parin grel grelor fibrate \
    thiazide semide entan azosin dosin afil prost zolamide onidine fidine terol tropium lukast setron triptan prazole tidine conazole \
    mycin micin cillin oxacin floxacin idacin cycline penem cef navir ciclovir buvir asvir tegravir amivir vudine citabine \
    rubicin platin taxel tecan trexed tinib ciclib parib limus zumab ximab umab kinra cept teplase dronate lutamide steride relin relix \
    trozole oxifene caine curonium flurane azepam azolam barbital peridone idone piprazole apine oxetine pramine triptyline traline \
    fenac profen coxib oxicam methasone metasone nisone nisolone cinolone onide orphanol orphine codone morphone fentanil fentanyl racetam \
    gabalin bactam ursodiol nidazole bendazole quine artemisinin vaptan oliptan gepant ditan
    """

  /// Other words, backwards, by their endings.
  private static let others: [[UInt8]] = [
    "sterol", "histidine", "cytidine", "cystatin", "angiostatin", "endostatin", "somatostatin", "follistatin", "uridine",
    "receptor", "concept", "intercept", "percept", "precept", "porphine", "enterol", "uronide", "pyridone", "rrolidone",
    "thermafil", "guanidine", "urine", "antiquine", "keratin",
  ].map { Array($0.utf8.reversed()) }
}

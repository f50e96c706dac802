/// Tells drugs that no table lists by the ending of their international non-proprietary name: -olol, -prost, -sartan, -zolamide.
///
/// The stems are those that the World Health Organization assigns to classes of substances; stems that end many other words (-one, -ine) are
/// left out. What is known to end so and is no drug, such as cholesterol and histidine, is listed.
public enum DrugStems {
  /// Whether a word is a drug by its stem. `word` is one word without spaces, in UTF-8; capitals do not matter. O(length).
  public static func tells(_ word: ArraySlice<UInt8>) -> Bool {
    let count = word.count
    guard count >= 7, count <= 24, word.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) else { return false }
    guard let stems = table[key(word)] else { return false }
    return stems.contains { count >= $0.count + 3 && ends(word, with: $0) } && !others.contains { ends(word, with: $0) }
  }

  private static func ends(_ word: ArraySlice<UInt8>, with ending: [UInt8]) -> Bool {
    word.count >= ending.count && zip(word.suffix(ending.count), ending).allSatisfy { $0 | 0x20 == $1 }
  }

  /// The last three letters in lower case as one number.
  private static func key(_ word: ArraySlice<UInt8>) -> UInt32 { word.suffix(3).reduce(0) { $0 << 8 | UInt32($1 | 0x20) } }

  /// By their last three letters.
  private static let table: [UInt32: [[UInt8]]] = Dictionary(
    grouping: stems.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Array($0.utf8) }, by: { key($0[...]) })

  private static let stems = """
    olol sartan opril april statin dipine gliptin gliflozin glitazone glinide glutide natide xaban gatran parin grel grelor fibrate \
    thiazide semide entan azosin dosin afil prost zolamide onidine fidine terol tropium lukast setron triptan prazole tidine conazole \
    mycin micin cillin oxacin floxacin idacin cycline penem cef navir ciclovir buvir asvir tegravir amivir vudine citabine \
    rubicin platin taxel tecan trexed tinib ciclib parib limus zumab ximab umab kinra cept teplase dronate lutamide steride relin relix \
    trozole oxifene caine curonium flurane azepam azolam barbital peridone idone piprazole apine oxetine pramine triptyline traline \
    fenac profen coxib oxicam methasone metasone nisone nisolone cinolone onide orphanol orphine codone morphone fentanil fentanyl racetam \
    gabalin bactam ursodiol nidazole bendazole quine artemisinin vaptan oliptan gepant ditan
    """

  /// Other words, by their endings.
  private static let others: [[UInt8]] = [
    "sterol", "histidine", "cytidine", "cystatin", "angiostatin", "endostatin", "somatostatin", "follistatin", "uridine",
    "receptor", "concept", "intercept", "percept", "precept", "porphine", "enterol", "uronide", "pyridone", "rrolidone",
    "thermafil", "guanidine", "urine", "antiquine", "keratin",
  ].map { Array($0.utf8) }
}

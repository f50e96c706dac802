/// What a word of a reference is known to speak of, whatever its place.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt32
  static let month = WordClass(rawValue: 1)
  static let publisher = WordClass(rawValue: 2)
  static let meeting = WordClass(rawValue: 4)
  static let journal = WordClass(rawValue: 8)
  static let editor = WordClass(rawValue: 16)
  static let thesis = WordClass(rawValue: 32)
  static let page = WordClass(rawValue: 64)
  static let volume = WordClass(rawValue: 128)
  static let edition = WordClass(rawValue: 256)
  static let access = WordClass(rawValue: 512)
  static let host = WordClass(rawValue: 1024)
  static let others = WordClass(rawValue: 2048)
  static let joiner = WordClass(rawValue: 4096)
  static let body = WordClass(rawValue: 8192)
  static let translator = WordClass(rawValue: 16384)
  static let particle = WordClass(rawValue: 32768)
  static let genre = WordClass(rawValue: 65536)
  /// Words about a work's state: "in press", "originally published".
  static let pending = WordClass(rawValue: 131_072)
  static let series = WordClass(rawValue: 262_144)
  /// How many there are.
  static let count = 19

  private static let words: [(WordClass, StaticString)] = [
    (
      .month,
      """
      january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct
      nov dec janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre januar februar marz juni juli oktober
      dezember gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre enero febrero abril mayo
      junio julio septiembre octubre noviembre diciembre janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro
      spring summer autumn fall winter
      """
    ),
    (
      .publisher,
      """
      press verlag publisher publishers publishing publications books editions edition editorial editora editore editeur presses wiley
      elsevier springer pergamon academic mcgraw routledge blackwell sage penguin oxford cambridge prentice addison wesley plenum kluwer
      macmillan harper norton erlbaum lippincott saunders mosby karger thieme dover universidad university universitat universite
      publ pub inc ltd co company gmbh sons 出版社 出版 书局 书店 印书馆
      """
    ),
    (
      .meeting,
      """
      proceedings proc conference conf symposium symp workshop congress meeting tagung kongress colloque colloquium actes atti convegno
      congreso congresso seminar transactions lecture notes handbook encyclopedia 会议 论文集 研讨会
      """
    ),
    (
      .journal,
      """
      journal j revue rev review annals ann archives arch bulletin bull zeitschrift z acta letters lett revista rivista magazine
      quarterly annual international int jahrbuch cahiers annales 学报 杂志 期刊 学刊
      """
    ),
    (.editor, "ed eds editor editors edited hrsg hg herausgegeben dir coord org redaktion curatore cura 主编 编 编著 编辑"),
    (
      .thesis,
      "thesis dissertation phd ph msc master masters diss these doctoral doctorat habilitation tesis tese report tech technical rep"
    ),
    (.page, "pp p pages page pgs pag pags s seiten seite ss 页"),
    (.volume, "vol volume vols no nr number num bd band tome t issue heft n iss part suppl supplement jg fasc 卷 期 第"),
    (.edition, "edn revised rev aufl auflage ed edition 2nd 3rd 4th 5th 1st second third fourth 版 修订"),
    (
      .access,
      """
      accessed retrieved available from at online url http abgerufen consulte acceso disponible disponivel acesso zugriff visited
      access viewed html pdf web internet 访问
      """
    ),
    (.host, "in dans en nel"),
    (.others, "et al others u a ua 等"),
    (.joiner, "and und y e & with 和"),
    (
      .body,
      """
      institute institut department dept ministry office national association society council organization organisation committee
      center centre foundation commission agency group team world health united nations us federal bureau school college academy
      laboratory international government company corporation 研究所 委员会 学院 大学 中心
      """
    ),
    (.translator, "trans translated translator tr ubers ubersetzt trad traduit traduction 译"),
    (
      .genre,
      """
      dvd cd rom film video videotape exhibition exhibit catalogue catalog brochure manuscript draft paper papers working discussion brief
      preprint poster presentation presented abstract abstracts software computer program dataset data patent pat standard memo memorandum
      newsletter blog podcast episode broadcast television radio interview personal communication correspondence preliminary typescript
      dactyl audio recording map chart slides webinar whitepaper white fact sheet factsheet bulletin microfilm microform nota
      """
    ),
    (
      .pending,
      """
      press forthcoming preparation submitted appear accepted print publication published original originally reprinted reprint repr rpt
      reissued unpublished review pending imprint prelo vorbereitung erscheinen first cited last modified updated pers comm quoted see also
      """
    ),
    (
      .series,
      """
      series serie ser reihe collection coll collana lecture notes studies texts monographs monograph monografias papers occasional
      library bibliotheca bibliothek schriften schriftenreihe beitrage special memoir memoirs
      """
    ),
    (.particle, "de van der von den la le du di da del della dos ter ten el al bin ibn jr iii"),
  ]

  /// Open addressing over the folded words; built once.
  private static let table: [UInt32: WordClass] = {
    var table: [UInt32: WordClass] = [:]
    for (kind, list) in words {
      list.withUTF8Buffer { bytes in
        var splitter = PrintedWordSplitter(bytes)
        for word in splitter.run() { table[word.word, default: []].formUnion(kind) }
      }
    }
    return table
  }()

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(of word: PrintedWord) {
    self = word.traits.contains(.letter) || word.traits.contains(.han) ? Self.table[word.word] ?? [] : []
    guard word.traits.contains(.han) else { return }
    if let suffix = Self.table[mixed(0, word.shortSuffix)] { formUnion(suffix) }
  }
}

import Literature

/// A heading that papers share: Abstract, 方法, References, 基金项目.
struct StandardHeading {
  enum Role {
    /// Opens a section of its own kind.
    case own(Section.Kind)
    /// Introduction: whatever stood before is over.
    case opening
    /// Methods, Results: a section of the body, or a part of a structured abstract.
    case part
  }
  var role: Role

  var kind: Section.Kind {
    if case .own(let kind) = role { return kind }
    return .body
  }

  private static let roles: [String: Role] = {
    var roles: [String: Role] = [:]
    for (role, names) in lists { for name in names.split(separator: "|") { roles[String(name)] = role } }
    return roles
  }()

  /// The bytes of the longest of them.
  private static let longest = roles.keys.map(\.utf8.count).max() ?? 0

  private static let lists: [(Role, String)] = [
    (.own(.abstract), "abstract|summary|synopsis|structured abstract|abstract and keywords|摘要|中文摘要|英文摘要|内容提要|提要|论文摘要"),
    (.own(.keywords), "keywords|key words|keyword|index terms|mesh terms|关键词|关键字|主题词"),
    (
      .own(.references),
      "references|reference|references and notes|reference list|list of references|bibliography|literature cited|literature|works cited|cited literature|citations|参考文献|参考文献(references)|参考文献（references）|references参考文献|references(参考文献)|参考文献references|主要参考文献|引用文献|文献"
    ),
    (
      .own(.funding),
      "funding|funding sources|funding information|financial support|source of funding|sources of funding|funding statement|role of the funding source|grant support|financial disclosure|基金项目|基金|基金资助|资助项目|资助|项目基金|项目资助|资金资助"
    ),
    (.own(.acknowledgements), "acknowledgements|acknowledgments|acknowledgement|acknowledgment|致谢|鸣谢|志谢"),
    (
      .own(.note),
      "conflict of interest|conflicts of interest|competing interests|competing interest|declaration of competing interest|declaration of interests|declaration of interest|conflict of interest statement|conflicts of interest statement|disclosure|disclosures|disclosure statement|author contributions|authors' contributions|authors’ contributions|author contribution|contributors|credit authorship contribution statement|data availability|data availability statement|availability of data and materials|data sharing|data sharing statement|ethics statement|ethics approval|ethics approval and consent to participate|ethical approval|informed consent|informed consent statement|institutional review board statement|consent for publication|publisher's note|publisher’s note|abbreviations|list of abbreviations|declarations|notes|footnotes|correspondence|how to cite|cite this article|orcid|利益冲突|利益冲突声明|利益冲突说明|利益声明|作者贡献|作者贡献声明|作者贡献说明|数据可用性|数据可用性声明|数据共享声明|伦理声明|伦理审批|伦理批准|伦理学声明|知情同意|志愿者声明|缩略语|缩略语表|缩写|缩写词|声明|作者简介|通讯作者|注释"
    ),
    (
      .own(.appendix),
      "appendix|appendices|supplementary material|supplementary materials|supplementary data|supplementary information|supporting information|supplement|supplementary appendix|figure legends|figure captions|tables|figures|附录|附件|补充材料|附表|附图|图表"
    ),
    (.opening, "introduction|引言|前言|绪论|导言|序言|概述|绪言|导论|background and introduction|introduction and background|引言与背景"),
    (
      .part,
      "background|objective|objectives|aim|aims|purpose|design|setting|participants|patients|interventions|intervention|main outcome measures|main outcomes and measures|importance|exposures|observations|findings|interpretation|methods|method|materials and methods|material and methods|methods and materials|patients and methods|subjects and methods|methodology|study design|search strategy|search strategy and selection criteria|statistical analysis|evidence acquisition|evidence synthesis|results|result|main results|results and discussion|discussion|conclusion|conclusions|conclusions and relevance|conclusion and perspectives|conclusions and future directions|concluding remarks|future directions|future perspectives|perspectives|limitations|strengths and limitations|discussion and conclusion|discussion and conclusions|trial registration|registration|data sources|study selection|data extraction|data synthesis|case report|case presentation|背景|研究背景|目的|目标|方法|研究方法|资料与方法|材料与方法|材料和方法|对象与方法|资料和方法|临床资料|一般资料|统计学方法|统计学处理|统计学分析|结果|研究结果|讨论|结论|小结|总结|结语|结束语|展望|讨论与展望|总结与展望|结论与展望|小结与展望|讨论与结论|局限性|不足与展望|病例介绍|病例资料|病例报告"
    ),
  ]

  init?(_ range: Range<Int>, in text: ByteText) {
    guard range.count <= 120 else { return nil }
    let words = Self.unwrapped(range, in: text)
    // Most lines are longer than any heading, their spaces left out.
    guard text.bytes[words].count(where: { $0 > 0x20 && $0 < 0x80 }) <= Self.longest,
      let role = Self.roles[Self.key(words, in: text)]
    else { return nil }
    self.role = role
  }

  /// Marks that converters and publishers put around a heading: `**Abstract**`, `【摘要】`, `Keywords:`.
  static let wrappers: Set<UInt32> = [
    0x23, 0x2A, 0x5F, 0x5B, 0x5D, 0x3A, 0xFF1A, 0x2E, 0x2014, 0x2013, 0x3010, 0x3011, 0xFF3B, 0xFF3D, 0x3014, 0x3015, 0x25A0,
    0x25A1,
    0x25B2, 0x25C6, 0x25CF, 0x7C, 0x2D, 0x3B,
  ]

  /// `words`: without what stands around them.
  private static func key(_ words: Range<Int>, in text: ByteText) -> String {
    let key = text.folded(words)
    // "A B S T R A C T"
    let parts = key.utf8.split(separator: 0x20)
    guard parts.count > 4, parts.allSatisfy({ $0.count == 1 }) else { return key }
    return String(decoding: parts.joined(), as: UTF8.self)
  }

  static func unwrappedStart(_ range: Range<Int>, in text: ByteText) -> Int {
    var start = range.lowerBound
    while start < range.upperBound {
      let (value, length) = text.scalar(at: start)
      guard value.isSpace || wrappers.contains(value) else { break }
      start += length
    }
    return start
  }

  /// The heading's words without what stands around them.
  static func unwrapped(_ range: Range<Int>, in text: ByteText) -> Range<Int> {
    let start = unwrappedStart(range, in: text)
    var end = range.upperBound
    while let (value, length) = text.scalar(before: end, from: start), value.isSpace || wrappers.contains(value) {
      end -= length
    }
    return start..<end
  }
}

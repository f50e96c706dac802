import Literature

/// Keys for entries: the item's own, else first author, year and first telling word of the title: `Doe2020Costs`.
///
/// A key depends on its item alone, save that one which is taken already gets a letter: `Doe2020Costsa`. Accents are dropped (`ö` as
/// `o`, `ß` as `ss`). Common Chinese family names are written in pinyin; other characters that are not Latin stay as they are, which
/// BibTeX and biber both take.
public struct CitationKeys {
  private var used: Set<String> = []
  public init() {}

  /// A key that none of the items before has.
  public mutating func key(for item: BibliographicItem) -> String {
    let own = item.id.map { $0.filter { !$0.isWhitespace && !"{},=#%\"\\~".contains($0) } } ?? ""
    let base = own.isEmpty ? Self.derived(item) : own
    var key = base
    var count = 0
    while !used.insert(key).inserted {
      key = base + Self.letters(count)
      count += 1
    }
    return key
  }

  /// a … z, aa, ab …
  private static func letters(_ number: Int) -> String {
    let last = String(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(number % 26))))
    return number < 26 ? last : letters(number / 26 - 1) + last
  }

  private static let stopWords: Set<String> = [
    "with", "from", "that", "this", "what", "when", "which", "their", "into", "between", "after", "among", "about", "does",
    "than",
    "the", "and", "for", "are", "can", "how", "who", "why", "its", "but", "not", "der", "die", "das", "und", "les", "des", "une",
  ]

  static func derived(_ item: BibliographicItem) -> String {
    let name = item.authors.first ?? item.editors.first
    let author = name.map { capitalised(family($0)) } ?? ""
    let year = item.year.map(String.init) ?? ""
    let word = item.title.flatMap(word) ?? ""
    let key = author + year + word
    return key.isEmpty ? "item" : String(key.prefix(60))
  }

  private static func family(_ name: Name) -> String {
    let family = name.family ?? name.literal ?? name.given ?? ""
    if let pinyin = ChineseSurnames.pinyin(of: family) { return pinyin }
    let words = LatinFolding.fold(family).split { !$0.isLetter && !$0.isNumber }
    return words.prefix(3).map { capitalised(String($0)) }.joined()
  }

  /// The first word that is no article or preposition and has more than two letters; none of a Chinese title.
  private static func word(_ title: String) -> String? {
    let words = LatinFolding.fold(title).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let telling = words.first { $0.utf8.count > 2 && $0.allSatisfy(\.isASCII) && !stopWords.contains($0.lowercased()) }
    return telling.map(capitalised)
  }

  private static func capitalised(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}

/// Latin letters without their marks.
enum LatinFolding {
  static func fold(_ text: String) -> String {
    text.allSatisfy(\.isASCII) ? text : text.map { $0.isASCII ? String($0) : TeXLetters.base(of: $0) ?? String($0) }.joined()
  }
}

/// Family names in pinyin, for keys only: the commonest, by the census.
enum ChineseSurnames {
  static func pinyin(of name: String) -> String? {
    guard let first = name.first, !first.isASCII else { return nil }
    return double[String(name.prefix(2))] ?? single[first]
  }

  private static let double: [String: String] = [
    "欧阳": "Ouyang", "司马": "Sima", "诸葛": "Zhuge", "上官": "Shangguan", "皇甫": "Huangfu", "尉迟": "Yuchi", "公孙": "Gongsun",
    "慕容": "Murong", "司徒": "Situ", "东方": "Dongfang", "端木": "Duanmu", "夏侯": "Xiahou", "令狐": "Linghu", "轩辕": "Xuanyuan",
  ]

  private static let single: [Character: String] = {
    let list = """
      Wang王汪 Li李黎厉郦 Zhang张章 Liu刘柳 Chen陈谌 Yang杨羊 Huang黄 Zhao赵 Wu吴武伍邬巫 Zhou周 Xu徐许胥 Sun孙 Ma马麻 Zhu朱祝诸竺 Hu胡扈 Guo郭 He何贺和 Gao高郜 \
      Lin林蔺 Luo罗骆 Zheng郑 Liang梁 Xie谢解 Song宋 Tang唐汤 Han韩 Feng冯封酆 Yu于余俞喻虞郁禹 Dong董 Xiao萧肖 Cheng程成 Cao曹 Yuan袁元苑 Deng邓 Fu傅符付 \
      Shen沈申 Zeng曾 Peng彭 Lv吕 Su苏 Lu卢陆鲁路逯 Jiang蒋江姜 Cai蔡 Jia贾 Ding丁 Wei魏韦卫蔚 Xue薛 Ye叶 Yan阎颜严闫燕晏 Pan潘 Du杜 Dai戴 Xia夏 Zhong钟仲 \
      Tian田 Ren任 Fan范樊 Fang方房 Shi石史施时师 Yao姚 Tan谭谈覃 Liao廖 Zou邹 Xiong熊 Jin金靳晋 Hao郝 Kong孔 Bai白柏 Cui崔 Kang康 Mao毛茅 Qiu邱仇裘丘 \
      Qin秦 Gu顾谷古 Hou侯 Shao邵 Meng孟蒙 Long龙 Wan万 Duan段 Lei雷 Qian钱 Yin尹殷阴 Yi易伊 Chang常昌 Qiao乔 Lai赖 Gong龚宫巩 Wen文温闻 Pang庞 \
      Lan兰蓝 Nie聂 Niu牛 Ji纪季姬嵇冀 Shu舒 Qu屈瞿曲 Mei梅 Tong童佟 Ling凌 Bi毕 Shan单 Sheng盛 Chai柴 Mu穆牧慕 Tao陶 Ning宁 Guan关管 Xiang向项 Hua华花 \
      Ou欧区 Ke柯 Tu涂屠 Zuo左 Zhan詹湛 Ruan阮 Bao包鲍 Ge葛戈 Lou娄楼 Miao苗缪 Cen岑 Che车 Huo霍 Ai艾 Ni倪 Yue岳乐 Qi齐戚祁 Mo莫墨 Bian边卞 Kuang匡邝 Chu褚楚储 \
      Ban班 Chi池迟 Dang党 Diao刁 Geng耿 Gan甘 Jing景荆井 Ju鞠 Lian连练 Min闵 Ou欧 Pei裴 Pu蒲濮 Sha沙 Tai邰 Wo沃 You尤游 Zang臧 Zhai翟 Zhuo卓 Zong宗 Hong洪 \
      Jian简 Leng冷 Mi米 Nan南 Ping平 Rao饶 Sui隋 Ti提 Weng翁 Xi习席奚 Xing邢幸 Zhuang庄 Ao敖 Cong丛 Gou苟 Hai海 Jiao焦 Kou寇 Lao劳 Mou牟 Ran冉 Sang桑 Xin辛
      """
    var table: [Character: String] = [:]
    for entry in list.split(whereSeparator: \.isWhitespace) {
      let pinyin = entry.prefix { $0.isASCII }
      for character in entry.dropFirst(pinyin.count) { table[character] = table[character] ?? String(pinyin) }
    }
    return table
  }()
}

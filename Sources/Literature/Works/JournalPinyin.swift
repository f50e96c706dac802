/// Titles of Chinese journals as PubMed writes them: 中华外科杂志 is "Zhonghua Wai Ke Za Zhi".
enum JournalPinyin {
  /// Whether the Latin letters spell the characters in pinyin without tones, however they are parted; false where a character is not
  /// of those that titles of journals are made of. O(characters × readings).
  static func spells(_ letters: [UInt8], _ title: String) -> Bool {
    guard !letters.isEmpty else { return false }
    // Places in the letters that the characters so far can end at.
    var ends: Set<Int> = [0]
    for scalar in title.unicodeScalars where scalar.value >= 0x2E80 {
      guard let readings = readings[scalar] else { return false }
      ends = ends.reduce(into: []) { next, end in
        for reading in readings where letters[end...].starts(with: reading) { next.insert(end + reading.count) }
      }
      if ends.isEmpty { return false }
    }
    return ends.contains(letters.count)
  }

  private static let readings: [Unicode.Scalar: [[UInt8]]] = {
    var readings: [Unicode.Scalar: [[UInt8]]] = [:]
    for line in table {
      let parts = line.split(separator: " ")
      for scalar in parts[1].unicodeScalars { readings[scalar, default: []].append(Array(parts[0].utf8)) }
    }
    return readings
  }()

  /// A syllable and the characters read so.
  private static let table = [
    "ai 癌艾", "an 安案", "ba 靶", "ban 瓣", "bao 报保胞", "bei 北倍", "bi 鼻比", "bian 编变", "biao 标表", "bing 病", "bo 波", "bu 部补", "cai 材",
    "cao 草",
    "ce 测", "chan 产", "chang 肠常长", "chao 超潮", "cheng 成城", "chi 齿", "chong 重虫", "chuan 传川", "chuang 创床", "ci 磁", "da 大", "dai 代",
    "dan 胆", "dao 导道", "di 地第", "dian 电", "ding 定", "dong 东动", "du 毒", "duan 断", "er 儿耳", "fa 法发", "fan 反", "fang 防放方房", "fei 肺",
    "fen 分", "feng 风", "fu 妇腹复福肤附", "gan 肝感干", "gang 肛", "gao 高", "ge 骼", "gong 公共工功", "gou 构", "gu 骨", "guan 冠管官关", "guang 广光",
    "gui 贵", "guo 国", "ha 哈", "hai 海", "han 汉", "he 核合和河", "hen 痕", "hong 红", "hou 喉后", "hu 呼护湖", "hua 华化", "huai 怀", "huan 环",
    "huang 黄", "hui 会", "huo 活", "ji 急基际疾机肌计技脊寄继集级", "jia 家甲", "jian 检健间减", "jiang 江", "jiao 教胶交", "jie 结节界介解", "jin 进近津",
    "jing 经精京镜", "jiu 究救灸", "kan 刊", "kang 康抗", "ke 科克", "kong 控空", "kou 口", "kuai 快", "lao 老劳", "lei 类", "li 理力利历", "lian 联",
    "liang 良量", "liao 疗辽", "lin 临淋林", "ling 岭龄", "liu 瘤流", "lun 论", "ma 麻", "mai 脉", "mei 美媒", "men 门", "mi 泌密", "mian 免面",
    "min 民",
    "na 纳", "nan 南男难", "nao 脑", "nei 内", "niao 尿", "nian 年", "niu 牛", "nong 农", "pai 排", "pi 皮脾", "ping 平评", "pou 剖", "pu 普谱",
    "qi 器气期", "qian 前", "qiang 腔强", "qing 庆青", "qu 区", "quan 全", "ran 染", "re 热", "ren 人", "ri 日", "ru 乳入", "ruan 软", "shan 山疝陕",
    "shang 伤上", "shao 烧", "she 射社摄", "shen 神肾审深", "sheng 生声省升", "shi 实世师食视史室时适试识石事", "shou 手首", "shu 术输", "shui 水睡",
    "si 死四", "su 素苏", "sui 髓", "sun 损", "suan 酸", "tang 糖", "ti 体", "tian 天", "tiao 调", "tong 通同痛", "tou 头", "tu 图", "tui 推",
    "wai 外",
    "wan 皖", "wang 网", "wei 卫微胃围危维", "wen 文温", "wu 物武", "xi 系西细吸习稀", "xia 下", "xian 现腺先线", "xiang 像湘乡", "xiao 消小校效",
    "xie 谢协", "xin 心新信", "xing 形性行型杏", "xiong 胸", "xiu 修", "xue 学血", "xun 循", "ya 亚压牙", "yan 炎眼研验咽烟岩", "yang 养阳", "yao 药",
    "ye 液业", "yi 医遗疫一移译艺意", "yin 音引", "ying 影营应英", "yong 用", "yu 预育域语", "yuan 院原源", "yue 粤", "yun 运云", "za 杂", "zai 再",
    "zao 造", "zang 脏", "zhan 展", "zhang 障", "zhe 浙", "zhen 诊针", "zheng 正整症政证", "zhi 志治指质制肢脂殖植知智直", "zhong 中肿种重", "zhou 周州",
    "zhu 主助", "zhuan 专转", "zhui 椎", "zi 子自", "zong 综总", "zu 组足", "zui 醉", "zuo 作",
  ]
}

import Literature
import TextAnalysis

/// What a bracket with a name and a year gives besides a work: the maker of a device, the place of a meeting, the release of a program.
enum BracketedSource {
  private static let heads = PhraseSet(
    [
      "meeting", "conference", "congress", "symposium", "workshop", "device", "devices", "software", "package", "program",
      "programme", "version", "wholesaler", "manufacturer", "company", "supplier", "kit", "kits", "assay", "analyser", "analyzer",
      "scanner", "monitor", "monitors", "pipeline", "machine", "catalogue", "database", "index", "scale", "questionnaire", "app",
      "instrument", "group", "panel", "society", "tool", "platform", "fitted in", "licence", "license", "prices", "tariff",
    ],
    [
      "会议", "年会", "大会", "研讨会", "软件", "软件包", "程序", "试剂盒", "试剂", "仪", "仪器", "设备", "公司", "厂家", "数据库", "系统", "版本", "指数", "量表", "问卷",
      "平台",
    ])
  private static let reach = 3
  /// Where meetings are held and devices are made, as far as they are no common family names.
  private static let places: Set<String> = [
    "geneva", "basel", "brussels", "vienna", "barcelona", "madrid", "amsterdam", "copenhagen", "stockholm", "helsinki", "lisbon",
    "prague",
    "budapest", "warsaw", "athens", "rome", "milan", "munich", "zurich", "dublin", "edinburgh", "glasgow", "tokyo", "osaka",
    "kyoto", "seoul",
    "beijing", "shanghai", "guangzhou", "singapore", "sydney", "melbourne", "toronto", "montreal", "chicago", "boston",
    "philadelphia",
    "denver", "orlando", "seattle", "cairo", "nairobi", "durban", "哈尔滨", "北京", "上海", "广州", "深圳", "南京", "武汉", "成都", "重庆", "西安",
    "杭州", "天津",
    "沈阳", "长春", "大连", "青岛", "济南", "郑州", "长沙", "昆明", "厦门", "福州", "合肥", "南昌", "苏州", "兰州", "乌鲁木齐", "日内瓦", "东京", "首尔", "新加坡", "维也纳",
    "巴塞罗那",
  ]
  private static let sourceWords = ["来源", "平台", "数据库", "软件", "公司", "手册"]

  /// Whether a callout of one name and one year, of which the list has no author, stands right behind a word for such a thing. O(references).
  static func isMeant(by citation: Citation, in context: CheckContext) -> Bool {
    guard citation.references.isEmpty, citation.labels.count == 1,
      citation.marker.hasPrefix("(") || citation.marker.hasPrefix("（"),
      !citation.marker.contains("&"), !citation.marker.contains(" et al"), !citation.marker.contains(" and "),
      let name = citation.labels.first?.split(separator: " ").first.map({ $0.lowercased() }),
      !context.extract.references.contains(where: { $0.item.authors.contains { $0.family?.lowercased() == name } })
    else { return false }
    if places.contains(name) || sourceWords.contains(where: citation.marker.contains) { return true }
    let (text, flow) = (context.lexed[citation.passage], context.extract.passages[citation.passage].flow)
    guard let start = flow.flowOffset(ofSource: citation.span.start) else { return false }
    let last = text.firstToken(at: start)
    guard last > 0 else { return false }
    let words = max(0, last - reach)..<last
    return heads.all(in: text, words).contains { range in
      text.tokens[last - 1].kind == .han ? range.upperBound == text.tokens[last - 1].end : true
    }
  }
}

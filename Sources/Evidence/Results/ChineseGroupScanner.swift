import Literature

/// Finds arms by 组: 观察组, A组, 低剂量组; not 两组, 各组, 亚组, 组织.
enum ChineseGroupScanner {
  private static let group: [UInt8] = Array("组".utf8)
  /// What follows 组 in words that are no arm.
  private static let after = ["织", "间", "内", "成", "合", "分", "学", "别", "建", "委"]
  /// What ends before a name begins.
  private static let boundaries: Set<Unicode.Scalar> = Set("与和及较在于比的，,。;；:：、()（）对将为而后时自从由至到且使给予予被是经按随机入“”\"".unicodeScalars)
  private static let noArms: Set<String> = [
    "两", "2", "二", "三", "3", "四", "各", "每", "分", "小", "亚", "一", "多", "同", "本", "该", "课题", "全", "研究小", "协作", "基因", "年龄", "某", "此",
    "另一", "其他", "上述", "两个", "分为两", "2个", "病例", "专家", "学", "转录", "蛋白", "代谢", "以上两", "患者两", "这两", "成两", "几", "若干", "四个", "三个",
  ]

  /// The given phrases with those found in the text; a phrase that is known already is kept.
  static func phrases(in utf8: [UInt8], known: [ArmPhrase]) -> [ArmPhrase] {
    var phrases = known
    var rest = utf8[...]
    while let found = rest.firstIndex(ofSequence: group) {
      rest = utf8[(found + 3)...]
      let following = String(decoding: utf8[(found + 3)...].prefix(3), as: UTF8.self)
      if after.contains(following) || phrases.contains(where: { $0.range.contains(found) || $0.range.upperBound == found }) {
        continue
      }
      let start = nameStart(before: found, in: utf8)
      let name = String(decoding: utf8[start..<found], as: UTF8.self)
      guard start < found, !noArms.contains(name), !noArms.contains(where: { name.hasSuffix($0) && $0.utf8.count <= 3 }) else {
        continue
      }
      phrases.removeAll { $0.isWeak && $0.range.lowerBound >= start && $0.range.upperBound <= found }
      let range = start..<found + 3
      guard !phrases.contains(where: { $0.range.overlaps(range) }) else { continue }
      phrases.append(
        ArmPhrase(
          range: range, name: name + "组", components: [name], isComparator: name.hasSuffix("对照"), role: nil, isGroup: true,
          isPartial: false, isWeak: false))
    }
    return phrases.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// At most eight characters back, to a particle, mark or space before Chinese.
  private static func nameStart(before end: Int, in utf8: [UInt8]) -> Int {
    let window = String(decoding: utf8[max(0, end - 32)..<end], as: UTF8.self).unicodeScalars
    var start = end
    var count = 0
    var later: Unicode.Scalar?
    for scalar in window.reversed() {
      // 经穴, 经皮: no word of its own.
      if scalar == "经", let later, ["穴", "皮", "颅", "鼻", "口", "阴", "腹", "胸", "尿", "导", "支", "桡", "股", "颈", "肛"].contains(later) {
        start -= UTF8.width(scalar)
        count += 1
        continue
      }
      later = scalar
      if boundaries.contains(scalar) || scalar == "\u{FFFD}" || count >= 8 || scalar.value == 0x20 && count > 0 { break }
      start -= UTF8.width(scalar)
      count += 1
    }
    return start
  }
}

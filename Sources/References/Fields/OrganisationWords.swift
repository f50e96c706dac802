import Literature

/// Words that tell a body from a person.
enum OrganisationWords {
  private static let words: Set<String> = [
    "academy", "administration", "agency", "alliance", "association", "authority", "bank", "board", "bureau", "center", "centers",
    "centre",
    "centres", "clinic", "club", "coalition", "collaboration", "collaborative", "collaborators", "college", "commission",
    "committee",
    "community", "company", "conference", "consortium", "corporation", "corp", "council", "department", "directorate", "division",
    "federation",
    "force", "foundation", "fund", "government", "group", "health", "hospital", "initiative", "institut", "institute",
    "institutes", "institution",
    "international", "investigators", "laboratory", "league", "library", "ministry", "national", "nations", "network", "office",
    "organisation",
    "organization", "panel", "parliament", "partnership", "pharmaceuticals", "program", "programme", "project", "register",
    "registry", "research",
    "school", "secretariat", "service", "services", "societies", "society", "staff", "study", "survey", "system", "task", "team",
    "trial",
    "trialists", "trust", "union", "university", "workgroup", "statistics", "practitioners", "physicians", "directors",
  ]

  private static let weak: Set<String> = [
    "study", "survey", "research", "health", "international", "national", "trial", "system", "statistics", "school", "service",
    "services", "program", "programme", "project", "fund", "force", "task", "community", "library", "conference", "register",
    "registry", "initiative", "clinic", "practitioners", "physicians", "directors", "staff", "union", "hospital",
  ]

  /// Whether a word alone does not make a run of capitalised words a body.
  static func isWeak(_ word: String) -> Bool { weak.contains(word.lowercased()) }

  static func contains(_ word: String) -> Bool { words.contains(word.lowercased()) }
}

/// Chinese authors: persons by their length, bodies by what they end in.
enum HanBody {
  private static let endings = [
    "委员会", "协作组", "分会", "学会", "协会", "医院", "大学", "学院", "研究所", "研究院", "中心", "专家组", "学组", "部", "局", "厅", "公司", "编写组", "联盟", "组织",
    "出版社", "办公室", "编辑部", "课题组", "小组", "委员", "集团", "基金会", "图书馆", "工作组", "组", "档案馆", "会", "院", "馆",
  ]
  private static let doubleNames = ["欧阳", "司马", "诸葛", "上官", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "端木", "南宫"]

  static func isBody(_ text: String) -> Bool {
    text.unicodeScalars.count > 4 || (text.unicodeScalars.count == 4 && endings.contains { text.hasSuffix($0) })
  }

  /// Family name first, one character unless it is one of the known pairs.
  static func person(_ text: String) -> Name {
    let pair = doubleNames.contains { text.hasPrefix($0) } && text.unicodeScalars.count > 2
    let cut = text.index(text.startIndex, offsetBy: pair ? 2 : 1)
    return Name(family: String(text[..<cut]), given: String(text[cut...]))
  }
}

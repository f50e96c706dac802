import TextAnalysis

/// Words beside the name of an outcome that make it another: "severe" exacerbations, 任何颅内出血.
enum Qualifiers {
  private static let words: [(id: String, words: PhraseSet)] = [
    ("severe", PhraseSet(["severe", "serious", "grade 3", "high grade"], ["严重", "重度", "3级", "三级", "3～4级", "重症"])),
    ("major", PhraseSet(["major"], ["大出血", "主要不良"])), ("minor", PhraseSet(["minor", "mild"], ["轻度", "轻微", "小出血"])),
    ("fatal", PhraseSet(["fatal"], ["致死", "致命"])), ("any", PhraseSet(["any", "all"], ["任何", "总"])),
    ("symptomatic", PhraseSet(["symptomatic"], ["症状性"])), ("free", PhraseSet(["free"], ["无激素", "无事件"])),
    ("new", PhraseSet(["new", "incident"], ["新发"])), ("recurrent", PhraseSet(["recurrent"], ["复发性"])),
    ("early", PhraseSet(["early", "earlier"], ["早期", "近期"])), ("late", PhraseSet(["late", "late onset"], ["晚期", "远期", "迟发"])),
    ("nocturnal", PhraseSet(["nocturnal", "night"], ["夜间"])), ("proximal", PhraseSet(["proximal"], ["近端"])),
    ("related", PhraseSet(["treatment related", "drug related"], ["治疗相关", "药物相关"])),
    ("cardiovascular", PhraseSet(["cardiovascular", "cardiac"], ["心血管", "心源性"])),
    ("superficial", PhraseSet(["superficial"], ["浅表"])), ("deep", PhraseSet(["deep"], ["深部", "深静脉"])),
    ("vertebral", PhraseSet(["vertebral"], ["椎体"])), ("nonvertebral", PhraseSet(["non vertebral", "nonvertebral"], ["非椎体"])),
    ("hip", PhraseSet(["hip"], ["髋"])), ("hospital", PhraseSet(["hospital", "in hospital"], ["住院死亡", "院内"])),
  ]
  private static let lists = PhraseLists(words.map(\.words))

  /// O(tokens).
  static func all(in text: LexedText, _ tokens: Range<Int>) -> Set<String> {
    Set(lists.all(in: text, tokens).map { words[$0.list].id }).subtracting(["any"])
  }
}

import TextAnalysis

/// Words by which one outcome goes in different places of a document, beyond the names of the lexicon: a noun here and its verb there, the
/// physician's word and the patient's, both languages.
enum OutcomeThesaurus {
  private static let groups: [(id: String, words: PhraseSet)] = [
    (
      "sleepiness",
      PhraseSet(["sleepiness", "drowsiness", "somnolence", "sedation", "epworth", "drowsy", "sleepy"], ["嗜睡", "困倦", "镇静过度"])
    ),
    (
      "bleeding",
      PhraseSet(
        ["bleeding", "bleeds", "bled", "haemorrhage", "hemorrhage", "haemorrhages", "hemorrhages", "blood loss"], ["出血", "失血"])
    ),
    (
      "death",
      PhraseSet(
        ["death", "deaths", "died", "mortality", "fatalities", "fatal", "survived", "alive", "deceased"],
        ["死亡", "病死", "病亡", "存活"])
    ),
    (
      "readmission",
      PhraseSet(
        [
          "readmission", "readmissions", "readmitted", "rehospitalisation", "rehospitalization", "rehospitalised",
          "rehospitalized", "returned to hospital",
        ],
        ["再入院", "再住院", "再次住院", "再次入院"])
    ),
    (
      "relapse",
      PhraseSet(["relapse", "relapses", "relapsed", "recurrence", "recurrences", "recurred", "recurrent"], ["复发", "再发"])
    ),
    (
      "steroid",
      PhraseSet(
        [
          "steroid", "steroids", "corticosteroid", "corticosteroids", "glucocorticoid", "glucocorticoids", "prednisone",
          "prednisolone",
        ],
        ["激素", "糖皮质激素", "泼尼松"])
    ),
    ("lung-function", PhraseSet(["lung function", "fev", "fev1", "spirometry", "respiratory function"], ["肺功能"])),
    (
      "blood-pressure",
      PhraseSet(["blood pressure", "systolic", "diastolic", "antihypertensive", "hypotensive"], ["血压", "降压", "收缩压"])
    ),
    (
      "thrombosis",
      PhraseSet(
        ["thrombosis", "thromboses", "clot", "clots", "clotting", "thrombus", "thromboembolism", "thromboembolic", "thrombotic"],
        ["血栓"])
    ),
    ("infection", PhraseSet(["infection", "infections", "infected", "infectious", "sepsis"], ["感染"])),
    (
      "quality-of-life",
      PhraseSet(
        ["quality of life", "qol", "hrqol", "well being", "wellbeing", "fact p", "eq 5d", "sf 36"], ["生活质量", "生存质量", "生命质量"])
    ),
    (
      "glucose",
      PhraseSet(
        ["glucose", "hyperglycaemia", "hyperglycemia", "glycaemia", "glycemia", "blood sugar", "glycaemic", "glycemic"],
        ["血糖", "糖化"])
    ),
    ("fever", PhraseSet(["fever", "febrile", "pyrexia", "temperature"], ["发热", "体温", "退热"])),
    ("itch", PhraseSet(["itch", "itching", "pruritus"], ["瘙痒"])),
    ("fatigue", PhraseSet(["fatigue", "tiredness", "weariness", "asthenia"], ["疲乏", "乏力", "疲劳"])),
    ("vomiting", PhraseSet(["vomiting", "emesis", "vomited"], ["呕吐"])),
    ("hearing", PhraseSet(["hearing", "audiometry", "deafness", "ototoxicity"], ["听力", "耳毒性"])),
    ("taste", PhraseSet(["taste", "dysgeusia"], ["味觉"])),
    ("remission", PhraseSet(["remission", "remissions", "remitted"])),
    ("response", PhraseSet(["response", "responses", "responded", "responder", "responders"], ["应答", "有效率", "反应率"])),
    ("cure", PhraseSet(["cure", "cured", "cures"], ["治愈", "痊愈"])),
    ("healing", PhraseSet(["healing", "healed", "heal"], ["愈合"])),
    ("fracture", PhraseSet(["fracture", "fractures", "fractured"], ["骨折"])),
    ("falls", PhraseSet(["falls", "fallers"], ["跌倒"])),
    ("pain", PhraseSet(["pain", "painful", "analgesic", "analgesia", "soreness"], ["疼痛", "镇痛", "止痛"])),
    ("depression", PhraseSet(["depression", "depressive", "mood", "depressed"], ["抑郁"])),
    ("anxiety", PhraseSet(["anxiety", "anxious"], ["焦虑"])),
    ("insomnia", PhraseSet(["insomnia", "sleep", "slept"], ["睡眠", "失眠"])),
    ("cognition", PhraseSet(["cognition", "cognitive", "memory"], ["认知", "记忆"])),
    ("viral-load", PhraseSet(["viral load", "viraemia", "viremia"], ["病毒载量", "病毒血症"])),
    ("transfusion", PhraseSet(["transfusion", "transfusions", "transfused"], ["输血"])),
    (
      "admission",
      PhraseSet(
        ["hospitalisation", "hospitalization", "hospitalised", "hospitalized", "admission", "admissions", "admitted"], ["住院"])
    ),
    ("intubation", PhraseSet(["intubation", "intubated", "ventilated", "ventilation"], ["插管", "机械通气"])),
    ("delirium", PhraseSet(["delirium", "delirious"], ["谵妄"])),
    ("resistance", PhraseSet(["resistance", "resistant", "resistance mutations"], ["耐药"])),
    ("stroke", PhraseSet(["stroke", "strokes"], ["卒中", "中风"])),
    ("exacerbation", PhraseSet(["exacerbation", "exacerbations"], ["急性加重", "加重次数"])),
    ("complement", PhraseSet(["complement", "c3", "c4"], ["补体"])),
    ("adherence", PhraseSet(["adherence", "compliance", "adherent"], ["依从性"])),
    ("satisfaction", PhraseSet(["satisfaction", "satisfied"], ["满意度", "满意"])),
    ("hypoglycaemia", PhraseSet(["hypoglycaemia", "hypoglycemia", "hypoglycaemic", "hypoglycemic"], ["低血糖"])),
    ("diarrhoea", PhraseSet(["diarrhoea", "diarrhea", "loose stools"], ["腹泻"])),
    ("nausea", PhraseSet(["nausea", "nauseous"], ["恶心"])),
    ("headache", PhraseSet(["headache", "headaches", "cephalalgia"], ["头痛"])),
    ("dizziness", PhraseSet(["dizziness", "dizzy", "light headedness"], ["头晕", "眩晕"])),
    ("rash", PhraseSet(["rash", "rashes", "exanthema"], ["皮疹"])),
    ("kidney", PhraseSet(["renal", "kidney", "kidneys", "egfr", "creatinine"], ["肾功能", "肌酐"])),
    ("liver", PhraseSet(["hepatotoxicity", "liver", "hepatic", "transaminase", "transaminases"], ["肝毒性", "肝功能", "转氨酶"])),
    ("weight", PhraseSet(["weight", "overweight"], ["体重"])),
    ("anaemia", PhraseSet(["anaemia", "anemia", "haemoglobin", "hemoglobin"], ["贫血", "血红蛋白"])),
    ("pneumonia", PhraseSet(["pneumonia", "pneumonias"], ["肺炎"])),
    ("blinding", PhraseSet(["blinding", "blinded", "guessed", "masking"], ["盲法", "猜测", "猜对"])),
    ("qt", PhraseSet(["qt", "qtc"], ["心电图"])),
    ("rejection", PhraseSet(["rejection", "rejections", "rejected the graft"], ["排斥"])),
    ("suicidality", PhraseSet(["suicidal", "suicide", "suicidality"], ["自杀"])),
    ("fistula", PhraseSet(["fistula", "leak", "leakage", "leaks"], ["瘘", "渗漏"])),
    ("rebound", PhraseSet(["rebound", "rebounds"], ["反弹"])),
    ("intraocular-pressure", PhraseSet(["intraocular pressure"], ["眼压"])),
    (
      "attrition",
      PhraseSet(
        ["withdrew", "withdrawn", "withdrawal", "withdrawals", "dropped out", "dropout", "dropouts", "lost", "attrition"],
        ["脱落", "失访", "退出"])
    ),
    ("walking", PhraseSet(["walk distance", "walking distance", "6mwd", "walked"], ["步行"])),
  ]

  private static let lists = PhraseLists(groups.map(\.words))
  private static let ids = groups.map { "outcome:" + $0.id }

  /// Ids of the groups that some tokens name, and where. O(tokens).
  static func named(in text: LexedText, _ tokens: Range<Int>) -> [(id: String, range: Range<Int>)] {
    lists.all(in: text, tokens).map { (id: ids[$0.list], range: $0.range) }
  }
}

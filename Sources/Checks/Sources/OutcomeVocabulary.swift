import Literature
import TextAnalysis

/// Words by which two texts name the outcomes of trials, each with its synonyms in English and Chinese, so that "bleeding" and 出血 are one word.
enum OutcomeVocabulary {
  /// A sign, English words, Chinese terms.
  private static let table = """
    death|death deaths died die dying dead mortality fatal fatality fatalities|死亡 病死 死于
    survive|survival survived survive alive|生存 存活
    progress|progression progressed progressive worsened worsening deterioration|进展 恶化
    recur|recurrence recurrences recurred relapse relapses relapsed recurrent|复发 再发
    respond|response responses responded responder responders|缓解 应答 有效率 反应率
    complete|complete completely|完全
    objective|objective overall|客观 总缓解
    control|controlled|控制
    bleed|bleeding haemorrhage hemorrhage haemorrhages hemorrhages bled haemorrhagic hemorrhagic|出血
    intracranial|intracranial cerebral|颅内
    symptomatic|symptomatic|症状性
    major|major severe serious|严重 重度 重大
    minor|minor mild|轻度 轻微
    stroke|stroke strokes|卒中 中风 脑梗死
    infarct|infarction infarctions|梗死
    cardiovascular|cardiovascular cardiac|心血管 心源性
    heartfailure|heart|心力衰竭 心衰
    kidney|kidney renal nephropathy|肾脏 肾
    liver|liver hepatic|肝脏
    lung|lung pulmonary respiratory|肺 呼吸
    admit|hospitalisation hospitalization hospitalisations hospitalizations hospitalised hospitalized admission admissions admitted readmission readmissions readmitted|住院 入院 再入院
    stay|stay|住院时间 住院天数
    cause|any cause causes all-cause|全因 任何原因
    discontinue|discontinuation discontinued discontinuing stopped stopping withdrew withdrawn withdrawal withdrawals left quit|停药 退出 中止 停用 终止治疗
    adverse|adverse toxicity toxicities toxic harm harms side|不良事件 不良反应 毒性 毒副 副作用
    infect|infection infections infected|感染
    pneumonia|pneumonia|肺炎
    sepsis|sepsis septic|脓毒 败血
    attack|exacerbation exacerbations attack attacks flare flares seizure seizures episode episodes|急性加重 发作
    headache|headache headaches migraine|头痛 偏头痛
    pain|pain|疼痛
    itch|itch itching pruritus|瘙痒
    skin|skin lesions clearance|皮损 皮肤
    sleep|sleep insomnia|睡眠 失眠
    depress|depression depressive|抑郁
    cognition|cognitive cognition memory|认知 记忆
    function|function functional disability|功能 失能
    independence|independence independent|独立
    neurologic|neurological neurologic|神经
    improve|improvement improved improving|改善 好转
    recanal|recanalisation recanalization reperfusion patency patent|再通 再灌注 通畅
    thrombus|thrombosis thromboembolism thrombotic thromboembolic embolism clot clots|血栓 栓塞
    pressure|pressure hypertension|血压 高血压
    hypotension|hypotension hypotensive|低血压
    glucose|glucose glycaemia glycemia|血糖
    hypoglycaemia|hypoglycaemia hypoglycemia hypoglycaemic|低血糖
    cholesterol|cholesterol lipoprotein|胆固醇
    weight|weight|体重
    potassium|potassium hyperkalaemia hyperkalemia|血钾 高钾
    albumin|albuminuria albumin|白蛋白尿 白蛋白
    proteinuria|proteinuria protein|蛋白尿
    filtration|filtration egfr|滤过率
    anaemia|anaemia anemia|贫血
    haemoglobin|haemoglobin hemoglobin|血红蛋白
    neutropenia|neutropenia|中性粒细胞
    platelet|thrombocytopenia platelets platelet|血小板
    nausea|nausea|恶心
    vomit|vomiting vomited|呕吐
    diarrhoea|diarrhoea diarrhea|腹泻
    constipate|constipation|便秘
    rash|rash|皮疹
    fever|fever pyrexia|发热
    fatigue|fatigue|乏力 疲劳
    dizzy|dizziness|头晕 眩晕
    cough|cough|咳嗽
    dyspnoea|dyspnoea dyspnea breathlessness|呼吸困难
    injection|injection site|注射部位
    neuropathy|neuropathy neuropathic|神经病变
    fracture|fracture fractures|骨折
    fall|falls|跌倒
    ulcer|ulcer ulcers|溃疡
    heal|healing healed|愈合
    cure|cure cured cures eradication eradicated|治愈 根除
    fail|failure failures failed unfavourable unfavorable|失败 不良结局
    favour|favourable favorable success successful|良好结局 成功
    convert|conversion converted|转化 转换
    culture|culture cultures sputum|培养
    virus|viral virological virologic viraemia virus|病毒
    suppress|suppression suppressed|抑制 转阴
    antibody|antibody antibodies seroconversion|抗体
    transfuse|transfusion transfusions transfused|输血
    surgery|surgery surgical operation operative resection|手术 切除
    leak|leak leakage fistula|漏 瘘
    delirium|delirium|谵妄
    ventilate|ventilation ventilated ventilator intubation intubated|机械通气 插管
    dialysis|dialysis|透析
    transplant|transplant transplantation|移植
    birth|birth births born delivery|出生 分娩 早产
    live|live|活产
    pregnant|pregnancy pregnancies pregnant|妊娠 怀孕
    miscarriage|miscarriage miscarriages abortion|流产
    preeclampsia|preeclampsia eclampsia|子痫
    vision|vision visual acuity|视力
    walk|walk walked walking distance|步行
    quality|quality|生活质量 生存质量
    duration|duration lasted lasting|持续
    dose|dose doses|剂量
    steroid|steroid steroids prednisone prednisolone glucocorticoid glucocorticoids corticosteroid|激素 泼尼松
    diabetes|diabetes diabetic|糖尿病
    smoke|smokers smoking abstinence abstinent|吸烟 戒烟
    metastasis|metastasis metastases metastatic|转移
    invasion|invasion|侵犯
    children|children child paediatric pediatric|儿童 患儿
    women|women woman female females|女性
    men|men man male males|男性
    medication|medication|用药
    enrol|enrolled enrolling recruited included randomised randomized randomisation randomization assigned allocated underwent|纳入 入组 随机
    followup|followed follow|随访
    primary|primary|主要结局 主要终点
    """

  /// Outcomes that are events by another name, by what their ids end with.
  private static let expansions: [String: [String]] = [
    "os": ["death"], "mortality": ["death"], "pfs": ["progress", "death"], "rfs": ["recur", "death"], "dfs": ["recur", "death"],
    "orr": ["respond", "objective"], "cr": ["complete", "respond"], "dor": ["respond", "duration"],
    "cardiovascular-death": ["cardiovascular", "death"], "sae": ["major", "adverse"], "ae": ["adverse"],
    "exacerbation": ["attack"], "hospitalization": ["admit"],
  ]

  private static let stemmer = EnglishStemmer()

  private struct Row {
    var sign: String
    var english: [String]
    var chinese: [String]

    init(_ line: Substring) {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false)
      sign = String(parts[0].drop { $0 == " " })
      english = parts.count > 1 ? parts[1].split(separator: " ").map(String.init) : []
      chinese = parts.count > 2 ? parts[2].split(separator: " ").map(String.init) : []
    }
  }

  private static let rows = table.split(separator: "\n").map(Row.init)
  private static let english: [String: String] = Dictionary(
    rows.flatMap { row in row.english.flatMap { [($0, row.sign), (stemmer.stem($0), row.sign)] } },
    uniquingKeysWith: { first, _ in first })
  private static let chinese: [String: Set<String>] = Dictionary(
    rows.flatMap { row in row.chinese.map { ($0, Set([row.sign])) } }, uniquingKeysWith: { $0.union($1) })
  private static let longest = chinese.keys.map(\.count).max() ?? 0

  /// The sign of an English word, or its stem.
  ///
  /// - Parameter word: in lower case.
  static func sign(_ word: String) -> String {
    if let sign = english[word] { return sign }
    let stem = stemmer.stem(word)
    return english[stem] ?? stem
  }

  private static let patients: Set<String> = ["diabetes", "smoke", "children", "women", "men", "enrol", "followup", "primary"]
  private static let outcomes = Set(rows.map(\.sign)).subtracting(patients)

  /// Whether a sign is of an outcome rather than of patients.
  static func isOutcome(_ sign: String) -> Bool { outcomes.contains(sign) }

  /// The events that an endpoint of the lexicon counts.
  ///
  /// - Parameter concept: its id.
  static func events(of concept: String) -> [String] {
    expansions[concept.lowercased().replacing("endpoint:", with: "")] ?? []
  }

  /// The signs of the terms in a run of Chinese, the longest first at each place, and the stretches between them. O(characters).
  static func signs(in run: Substring) -> (signs: Set<String>, rest: [Substring]) {
    var signs: Set<String> = []
    var rest: [Substring] = []
    var (start, cursor) = (run.startIndex, run.startIndex)
    while cursor < run.endIndex {
      guard let (found, end) = term(in: run, at: cursor) else {
        cursor = run.index(after: cursor)
        continue
      }
      signs.formUnion(found)
      if start < cursor { rest.append(run[start..<cursor]) }
      (start, cursor) = (end, end)
    }
    if start < run.endIndex { rest.append(run[start...]) }
    return (signs, rest)
  }

  private static func term(in run: Substring, at place: Substring.Index) -> (Set<String>, Substring.Index)? {
    for length in stride(from: longest, through: 1, by: -1) {
      guard let end = run.index(place, offsetBy: length, limitedBy: run.endIndex) else { continue }
      if let signs = chinese[String(run[place..<end])] { return (signs, end) }
    }
    return nil
  }
}

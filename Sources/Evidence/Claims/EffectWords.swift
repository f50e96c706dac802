import TextAnalysis

/// The words by which effects are told.
enum EffectWords {
  enum List: Int, CaseIterable {
    case sameness, failure, better, worse, longer, up, down, significance, negations, notNegations, hedges, anaphora, noFindings
    case harms, goods, burdens, verbs, methods, recommendations, comparisons, groups
  }

  static func words(of list: List) -> WordList {
    switch list {
    case .sameness: sameness
    case .failure: failure
    case .better: better
    case .worse: worse
    case .longer: longer
    case .up: up
    case .down: down
    case .significance: significance
    case .negations: negations
    case .notNegations: notNegations
    case .hedges: hedges
    case .anaphora: anaphora
    case .noFindings: noFindings
    case .harms: harms
    case .goods: goods
    case .burdens: burdens
    case .verbs: FindingWords.verbs
    case .methods: methods
    case .recommendations: recommendations
    case .comparisons: comparisons
    case .groups: groups
    }
  }

  static let sameness = WordList(
    """
    no difference*|no absolute difference*|no overall difference*|no clear difference*|no major difference*|no apparent difference*|\
    no meaningful difference*|no relevant difference*|no significant group difference*|no group difference*|no between group*|no evidence of a difference|\
    no evidence of difference*|no evidence of an effect|no effect*|no impact|no influence|not change significantly|not change|not significantly change|\
    not alter|not affect|no statistical difference*|no statistically difference*|did not reach significance|not reach significance|did not achieve statistical|\
    failed to reach significance|no significant change*|no significant main effect*|no main effect*|no interaction*|\
    no significant difference*|no statistically significant difference*|no between group difference*|not differ*|not significantly differ*|\
    not statistically differ*|similar|comparable|equivalent|noninferior*|non inferior*|no effect|no significant effect*|no change*|unchanged|no association|\
    not associated|no relationship|无明显差异|无显著差异|无统计学差异|差异无统计学意义|差异无显著|无差异|无差别|无明显差别|未见明显差异|差异不显著|\
    几乎一致|相当|相似|相近|不劣于|非劣于|无统计学意义|差异均无|无明显变化|无显著变化
    """)
  static let failure = WordList(
    """
    negative result*|negative outcome*|failed to|no benefit|no survival benefit|no survival advantage|no advantage|no improvement|not maintained|not met|\
    did not meet|did not reach|阴性结果|阴性|失败|挫败|无生存增益|无获益|未持续|未达到|未获益|无改善|未能改善|未能延长
    """)
  static let better = WordList(
    """
    improv*|benefit*|superior*|better|effective|effectively|favour*|favor*|advantage*|efficac*|more likely to respond|改善|获益|受益|优于|更优|更好|有效|\
    阳性结果|好转|取得成功|的成功|增益|优势
    """)
  static let worse = WordList("wors*|inferior|poorer|deteriorat*|detriment*|less effective|恶化|更差|较差|劣于|不如|逊于")
  static let longer = WordList("prolong*|longer survival|delayed progression|延长")
  static let up = WordList(
    "increas*|higher|rose|raised|elevat*|greater|more|longer|gain*|enhanc*|升高|增高|增加|提高|上升|提升|更高|高于|增多|增强")
  static let down = WordList(
    "decreas*|reduc*|lower*|fell|declin*|fewer|less|shorter|shorten*|diminish*|attenuat*|suppress*|降低|下降|减少|缩短|更低|低于|减轻|减弱|缓解疼痛|抑制"
  )
  static let significance = WordList(
    "significant|significantly|statistically|significance|显著|明显|有统计学意义|统计学意义|统计学显著性|差异有统计学")
  static let negations = WordList(
    "no|not|never|without|neither|nor|cannot|failed|lack*|无|未|没有|不能|难以|缺乏|并非|不再|不显著|不明显")
  /// Words that begin like a negation and are none.
  static let notNegations = WordList(
    "not only|无复发|无病|无进展|无事件|无转移|无疾病|无失败|无远处|无局部|无浸润|无侵袭|无论|无创|无症状|未来|未成年|未知|未经治疗|未公布")
  static let hedges = WordList(
    """
    may|might|could|suggest*|appear*|seem*|trend*|potential*|possibl*|likely|perhaps|preliminary|tended|可能|或许|提示|趋势|似乎|潜在|有望|初步|倾向|\
    或可|大概|也许|理论上
    """)
  static let anaphora = WordList(
    """
    this trial|this study|the trial|the study|interim analysis|final analysis|updated analysis|subgroup analysis|subgroup analyses|in this trial|该研究|\
    该试验|此研究|中期分析|期中分析|最终分析|亚组分析|更新数据|更新结果|随访|其次研究中|研究中对照组
    """)
  /// Aims, methods, plans, recommendations, suppositions, gaps.
  static let noFindings = WordList(
    """
    aim of|aimed to|aims to|objective|to evaluate|to investigate|to assess|to determine|to compare|hypothes*|should be|is recommended|recommend*|\
    further studies|further research|future studies|are needed|is needed|is required|was defined as|were defined as|sample size|will be|we will|\
    旨在|目的是|以期|拟|本文|建议|推荐|应当|应该|需要|仍需|尚需|有待|如何|如果|若|是否|定义为|尚无|值得|宜|未来|为了
    """)
  /// Less is better, whatever else is named: mortality, adverse events.
  static let harms = WordList(
    """
    mortality|death*|adverse|toxic*|complication*|bleeding|infection*|relapse rate*|recurrence rate*|risk|pain|hospitali*|failure|死亡率|死亡风险|不良|毒性|\
    并发症|复发率|复发风险|风险|疼痛|感染率|出血
    """)
  /// How something was measured, tested or planned.
  static let methods = WordList(
    """
    considered significant|considered statistically significant|considered to be significant|considered as significant|considered to indicate|\
    regarded as significant|regarded as statistically significant|deemed significant|deemed statistically significant|accepted as significant|\
    taken as significant|set at 0|set at p|set to 0|significance level|level of significance|significance was set|significance was defined|\
    significance was accepted|significance was considered|were compared using|was compared using|were analyzed using|were analysed using|\
    was assessed using|were assessed using|was measured using|were measured using|power of 80|power of 90|80 power|90 power|sample size|\
    power to detect|power calculation|was defined as|were defined as|inclusion criteria|exclusion criteria|were excluded if|was calculated as|\
    检验水准|为差异有统计学意义|认为差异|定义为|样本量|纳入标准|排除标准|采用 spss|检验效能
    """)
  static let recommendations = WordList(
    """
    should be|should not be|should consider|is recommended|are recommended|is not recommended|are not recommended|we recommend|recommends|recommended as|\
    recommend that|is advised|are advised|is suggested for|建议|推荐|应当|应该|不宜|不应
    """)
  static let comparisons = WordList(
    """
    than|compared|versus|vs|between|relative to|in comparison|among the groups|both groups|two groups|all groups|groups|differ*|from baseline|change*|\
    相比|比较|对比|两组|组间|三组|高于|低于|优于|差异
    """)
  static let groups = WordList("group|groups|arm|arms|placebo|control|controls|baseline|组|安慰剂|基线")
  static let goods = WordList(
    """
    survival|os|pfs|rfs|dfs|efs|orr|dcr|response*|remission*|quality of life|function*|efficacy|hdl|ejection|adherence|cure*|control rate|recovery|success*|\
    abstinence|birth rate|pregnancy rate|seroconversion|muscle|strength|生存|缓解率|有效率|控制率|质量|应答|功能|疗效|缓解|治愈|妊娠率|活产|免疫|成功率
    """)
  static let burdens = WordList(
    """
    recurrence*|relapse*|incidence|events|symptom*|hba1c|glucose|blood pressure|cholesterol|ldl|triglyceride*|weight|bmi|depress*|anxiety|fatigue|severity|\
    nausea|vomiting|viral load|parasit*|cost*|stress|duration of|length of stay|blood loss|复发|发生率|血糖|血压|糖化|体重|抑郁|焦虑|恶心|症状|时间|费用|\
    耐药|出血量|腹泻|乏力
    """)
}

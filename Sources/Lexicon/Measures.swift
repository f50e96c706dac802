extension ConceptTable {
  /// Measures of effect and of data.
  static let measures = ConceptTable(
    kind: .measure, prefix: "measure:",
    lines: """
      HR|hazard ratio;hazards ratio;hazard ratios|风险比;危险比;风险比率|HR;aHR
      SHR|subdistribution hazard ratio|亚分布风险比|SHR;sHR
      OR|odds ratio;odds ratios;adjusted odds ratio|比值比;优势比|OR;aOR
      RR|risk ratio;relative risk;rate ratio|相对危险度;相对风险;风险比值;危险度比|RR;aRR
      IRR|incidence rate ratio|发病率比;发生率比|IRR
      PR|prevalence ratio|患病率比|
      RD|risk difference;absolute risk reduction;absolute risk difference|风险差;率差;绝对危险度降低|RD;ARR
      RRR|relative risk reduction|相对危险度降低|RRR
      NNT|number needed to treat|需治人数;需要治疗人数|NNT;NNH
      MD|mean difference;weighted mean difference|均数差;均差;平均差;加权均数差|MD;WMD
      SMD|standardized mean difference;standardised mean difference|标准化均数差;标准均数差|SMD
      EFFECT-SIZE|effect size;Cohen's d;Hedges' g|效应量|
      beta|regression coefficient|回归系数|
      r|correlation coefficient;Pearson correlation;Spearman correlation|相关系数|
      AUC|area under the curve;area under the receiver operating characteristic curve|曲线下面积|AUC;AUROC
      SENSITIVITY|sensitivity|灵敏度;敏感性;敏感度|
      SPECIFICITY|specificity|特异度;特异性|
      PPV|positive predictive value|阳性预测值|PPV
      NPV|negative predictive value|阴性预测值|NPV
      CI|confidence interval;confidence limits;confidence intervals|置信区间;可信区间|CI
      CrI|credible interval|可信区间(贝叶斯)|CrI
      P|p-value;p value;P value|P值;P 值|
      median|median|中位数;中位值;中位|
      mean|mean|均值;平均值;均数|
      SD|standard deviation|标准差|SD
      SE|standard error;standard error of the mean|标准误|SE;SEM
      IQR|interquartile range|四分位数间距;四分位距;四分位间距|IQR
      range|range|全距;极差|
      rate|proportion;percentage|百分比;比例|
      I2|heterogeneity;I-squared|异质性|
      ICC|intraclass correlation coefficient|组内相关系数|ICC
      kappa|Cohen's kappa|Kappa值|
      followUp|median follow-up;follow-up;median follow-up time|中位随访;中位随访时间;随访时间|
      crossover|crossover rate|交叉率|
      """)

  /// Designs of studies and kinds of documents.
  static let designs = ConceptTable(
    kind: .design, prefix: "design:",
    lines: """
      rct|randomized controlled trial;randomised controlled trial;randomized controlled trials;randomized clinical trial;randomised clinical trial;randomized trial;randomised trial|随机对照试验;随机对照研究;随机临床试验|RCT
      phase-1|phase I;phase 1;phase I trial;phase Ia;phase Ib;phase 1b;phase 1a|I期;Ⅰ期;1期;Ib期;I期临床试验|
      phase-1-2|phase I/II;phase 1/2;phase 1b/2;phase Ib/II|I/II期;Ⅰ/Ⅱ期;1/2期|
      phase-2|phase II;phase 2;phase IIa;phase IIb;phase 2a;phase 2b|II期;Ⅱ期;2期;IIa期;IIb期;II期临床试验|
      phase-2-3|phase II/III;phase 2/3|II/III期;Ⅱ/Ⅲ期;2/3期|
      phase-3|phase III;phase 3;phase IIIb;phase 3b|III期;Ⅲ期;3期;III期临床试验|
      phase-4|phase IV;phase 4|IV期临床试验;Ⅳ期临床试验|
      single-arm|single-arm;single-arm trial;single-arm study|单臂;单臂研究;单臂试验;单臂临床试验|
      cohort|cohort study;cohort|队列研究;队列|
      prospective-cohort|prospective cohort study;prospective cohort|前瞻性队列研究;前瞻性队列|
      retrospective-cohort|retrospective cohort study;retrospective cohort|回顾性队列研究;回顾性队列|
      prospective|prospective study;prospective|前瞻性研究;前瞻性|
      retrospective|retrospective study;retrospective analysis;retrospective|回顾性研究;回顾性分析;回顾性|
      observational|observational study|观察性研究|
      case-control|case-control study;case-control|病例对照研究;病例对照|
      cross-sectional|cross-sectional study;cross-sectional|横断面研究;横断面调查|
      case-series|case series|病例系列|
      case-report|case report|病例报告;个案报道|
      meta-analysis|meta-analysis;meta-analyses;network meta-analysis|荟萃分析;Meta分析;Meta 分析;网状Meta分析;网络荟萃分析|NMA
      systematic-review|systematic review;systematic reviews|系统评价;系统综述|
      review|narrative review;literature review|综述;文献综述|
      guideline|guideline;guidelines;clinical practice guideline;practice guidance|指南;诊疗指南;临床实践指南;诊疗规范|
      consensus|consensus;expert consensus;consensus statement|共识;专家共识|
      double-blind|double-blind;double-blinded;double-masked|双盲|
      single-blind|single-blind;single-blinded|单盲|
      open-label|open-label|开放标签;开放性|
      placebo-controlled|placebo-controlled|安慰剂对照|
      crossover-design|crossover trial;cross-over trial;crossover study;crossover design|交叉试验;交叉设计|
      cluster-randomized|cluster randomized;cluster-randomised;cluster randomized trial|整群随机;整群随机对照试验|
      non-inferiority|non-inferiority;non-inferiority trial|非劣效;非劣效性|
      factorial|factorial design;factorial trial|析因设计|
      multicenter|multicenter;multicentre;multi-center;multi-centre|多中心|
      pilot|pilot study;pilot trial;feasibility study|预试验;初步研究;可行性研究|
      real-world|real-world study;real-world evidence;real-world|真实世界研究;真实世界|RWS;RWE
      post-hoc|post hoc analysis;post-hoc analysis|事后分析|
      subgroup|subgroup analysis;subgroup analyses|亚组分析|
      interim|interim analysis|中期分析;期中分析|
      final|final analysis|最终分析;终期分析|
      psm|propensity score matching;propensity score matched|倾向性评分匹配;倾向评分匹配|PSM
      iptw|inverse probability of treatment weighting|逆概率加权;逆概率处理加权|IPTW
      itt|intention-to-treat;intention to treat population;intent-to-treat|意向性治疗;意向治疗;意向治疗分析|ITT;mITT
      per-protocol|per-protocol;per-protocol population|符合方案集;符合方案分析|
      """)
}

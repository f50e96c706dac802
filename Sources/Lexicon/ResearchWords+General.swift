extension ResearchWords {
  static let tables = [argument, course, body, laboratory]

  /// What authors do and say.
  private static let argument = ResearchWordTable(
    lines: """
      recommend;recommendation;suggest;advise;propose|推荐;建议
      oppose;against;not recommend;advise against|反对;不推荐;不建议
      guideline;guidance|指南
      consensus|共识
      expert;panel|专家
      update;updated;latest|更新;最新
      position;stance;attitude;opinion|立场;态度;观点
      disagree;disagreement;differ;difference;discordance|分歧;差异;不同;差别
      agree;agreement;consistent|一致;相符
      mechanism;explain;explanation;reason;cause;why|机制;原因;为何;为什么;因素
      hypothesis;assumption|假设;假说
      evidence;proof|证据;依据
      limitation;shortcoming;drawback|局限;不足;缺陷
      challenge;difficulty;problem;dilemma|挑战;困难;难题;困境
      future;prospect;perspective;outlook|未来;展望;前景
      strategy;approach|策略;方案
      define;definition;criteria;criterion|定义;标准;界定
      classify;classification;category;categories;type;subtype|分型;分类;分为;类型;亚型
      share;proportion;percentage;fraction;account for|比例;占;百分比;构成比
      half|半数;一半
      rate;incidence;frequency|率;发生率;发病率
      new cases;incident cases|新发病例;新发
      death;die;fatal|死亡;病死
      number;count;amount|数;数量;人数;例数
      worldwide;global;globally|全球;世界
      China;Chinese|中国;我国;国内
      Western;European and American|西方;欧美
      East Asia;Asia;Asian;Asia-Pacific|东亚;亚洲;亚太
      increase;rise;elevate;higher;raise|升高;增加;提高;上升;增高;增多
      decrease;reduce;reduction;lower;decline;drop|降低;减少;下降;减低
      improve;improvement;benefit;prolong;prolongation;extend|改善;获益;延长;受益;提高
      worsen;deteriorate;harm|恶化;加重;损害
      sustain;maintain;persist;durable;durability|持续;维持;持久
      fail;failure;unsuccessful|失败;失效
      success;successful|成功
      confirm;demonstrate;prove;verify;validate|证实;验证;证明
      support|支持
      explore;exploratory;investigate|探索;探讨;研究
      compare;comparison;versus|比较;对比;相比
      significant;significance|显著;有意义;统计学意义
      association;associate;correlate;correlation;relate;relationship|相关;关联;有关
      independent|独立
      predict;prediction;predictor;predictive|预测
      prevent;prevention|预防
      delay|延迟;推迟
      avoid|避免
      promote;facilitate|促进
      inhibit;suppress;block|抑制;阻断
      affect;influence;impact;effect|影响;作用
      play a role;role|作用;角色
      safety;safe;tolerability;tolerable|安全性;安全;耐受
      adverse;toxicity;side effect|不良反应;毒性;副作用;不良事件
      cost;cost-effectiveness;economic|成本;费用;经济
      quality|质量
      standard;routine;conventional|标准;常规;传统
      optimal;best;ideal|最佳;理想
      emerging;novel;new|新型;新兴;新
      single;alone;monotherapy;single-agent|单药;单用;单一
      combination;combined;combine;plus|联合;组合;合并
      dual|双
      multicentre;multicenter|多中心
      subgroup;subset|亚组
      control;controls;comparator|对照
      placebo|安慰剂
      crossover;cross over;switch|交叉
      curve;curves|曲线
      positive|阳性
      negative|阴性
      conclusion;conclude|结论
      analysis;analyse;analyze|分析
      """)

  /// The course of a disease and its care.
  private static let course = ResearchWordTable(
    lines: """
      patient;patients;participant;participants;subject;subjects|患者;病人;受试者
      child;children;paediatric;pediatric|儿童;小儿
      adult;adults|成人
      elderly;older|老年
      woman;women;female|女性;妇女
      man;men;male|男性
      recurrence;recur;relapse;relapsed|复发
      early recurrence|早期复发
      late recurrence|晚期复发
      risk factor;risk factors|危险因素;高危因素;风险因素
      high-risk;high risk|高危
      low-risk;low risk|低危
      risk|风险;危险
      prognosis;prognostic;outcome|预后;结局
      survive;survivor;survival;alive|生存;存活
      long-term|长期;远期
      short-term|短期;近期
      follow-up;follow up|随访
      monitor;monitoring;surveillance|监测;监控;随访观察
      dynamic|动态
      screening;screen|筛查;筛选
      diagnosis;diagnose;diagnostic|诊断
      staging;stage|分期
      selection;select|选择;筛选
      treatment;therapy;treat;therapeutic|治疗;疗法
      intervention;intervene|干预
      management;manage|管理
      regimen;schedule|方案
      duration;course;how long|疗程;时长;多久;时间
      dose;dosage|剂量
      timing;time window|时机;窗口
      fixed-duration;fixed duration|固定疗程
      stop;discontinue;discontinuation;withdraw;withdrawal|停药;停止;中止
      surgery;surgical;operation;operative|手术
      resection;resect;resected;hepatectomy|切除
      transplantation;transplant|移植
      ablation;ablate|消融
      before surgery;preoperative|术前
      after surgery;postoperative;postoperatively|术后
      perioperative|围手术期
      neoadjuvant|新辅助
      adjuvant|辅助
      systemic|系统;全身
      local;locoregional|局部
      advanced|晚期;进展期
      early-stage;early stage;early|早期
      intermediate|中期
      curative;radical|根治
      response;respond;responder|缓解;应答;反应
      resistance;resistant|耐药;抵抗;耐受
      prevention;prophylaxis;prophylactic|预防
      infection;infect|感染
      complication;complications|并发症
      vaccine;vaccination|疫苗
      exercise;physical activity|运动;锻炼
      diet;dietary|饮食;膳食
      education;training|教育;培训
      individualized;personalised;personalized|个体化
      precision|精准
      """)

  /// Parts and processes of the body.
  private static let body = ResearchWordTable(
    lines: """
      tumor;tumour;neoplasm|肿瘤
      cancer;carcinoma;malignancy|癌;恶性肿瘤
      primary liver cancer;primary hepatic cancer|原发性肝癌
      liver;hepatic|肝;肝脏
      lung;pulmonary|肺
      kidney;renal|肾
      heart;cardiac|心脏;心
      brain;cerebral|脑
      blood|血;血液
      bone|骨
      vessel;vascular|血管
      portal vein|门静脉
      microvascular invasion;vascular invasion|微血管侵犯;血管侵犯
      metastasis;metastases;metastatic;micrometastasis|转移
      lesion;lesions;nodule;nodules|病灶;结节
      residual disease;minimal residual disease|残留病灶;微小残留
      burden|负荷
      margin|切缘
      size;diameter|大小;直径
      cirrhosis;cirrhotic|肝硬化
      fatty liver;steatotic liver disease|脂肪肝;脂肪性肝病
      alcohol;alcoholic|酒精
      virus;viral;antiviral|病毒
      hepatitis|肝炎
      immune;immunity|免疫
      immunotherapy|免疫治疗
      immune escape;immune evasion|免疫逃逸;免疫监视
      immunosuppression;immunosuppressive|免疫抑制
      immune desert;immune-desert|免疫荒漠
      immune-excluded;immune excluded|免疫排斥
      inflamed;inflammation;inflammatory|炎症
      microenvironment|微环境
      infiltration;infiltrate|浸润
      necrosis|坏死
      regeneration;regenerate|再生
      angiogenesis;angiogenic;anti-angiogenic|血管生成;抗血管
      proliferation|增殖
      memory|记忆
      antigen;neoantigen|抗原
      antibody;antibodies|抗体
      T cell;T cells;T-cell|T 细胞;T细胞
      natural killer;NK cell|自然杀伤
      cytokine-induced killer;CIK|细胞因子诱导的杀伤细胞;CIK
      dendritic cell;dendritic cells|树突状细胞
      adoptive;cell therapy;cellular therapy|过继;细胞治疗
      heterogeneity;heterogeneous|异质性
      clone;clonal;subclone;subclonal|克隆;亚克隆
      """)

  /// What is measured and how.
  private static let laboratory = ResearchWordTable(
    lines: """
      gene;genetic;genes|基因
      genomic;genome|基因组
      mutation;mutations;mutant;mutated|突变
      expression;express|表达
      pathway;signalling;signaling|通路;信号
      sequencing|测序
      spatial|空间
      transcriptomics;transcriptome;transcriptomic|转录组
      proteomics;proteome|蛋白质组
      biomarker;biomarkers;marker;markers|标志物;标记物;指标
      circulating tumor DNA;circulating tumour DNA;ctDNA|循环肿瘤DNA;循环肿瘤 DNA;ctDNA
      circulating tumor cells;circulating tumour cells;CTC|循环肿瘤细胞;CTC
      sensitivity;sensitive|灵敏度;敏感性
      specificity|特异性;特异度
      threshold;cutoff;cut-off|阈值;界值
      imaging;radiologic;radiological|影像
      pathological;pathologic;histological|病理
      specimen;sample tissue;biopsy|标本;活检
      animal;mouse;mice;murine|动物;小鼠
      in vitro|体外
      model|模型
      cohort|队列
      retrospective|回顾性
      prospective|前瞻性
      randomized;randomised;randomly|随机
      blind;blinded;double-blind|盲
      meta-analysis|荟萃分析;meta分析
      review|综述
      endpoint;end point;outcome measure|终点;结局指标
      primary endpoint;primary outcome|主要终点
      secondary endpoint;secondary outcome|次要终点
      fund;funding;funded;grant|基金;资助
      score;scale|评分;量表
      baseline|基线
      year;years;annual|年
      month;months|月
      """)
}

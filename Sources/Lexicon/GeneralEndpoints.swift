extension ConceptTable {
  /// Endpoints outside oncology: death, events of heart and brain, laboratory values, scales.
  static let generalEndpoints = ConceptTable(
    kind: .endpoint, prefix: "endpoint:",
    lines: """
      mortality|mortality;mortality rate;all-cause mortality;death rate;death from any cause;all-cause death;deaths|死亡率;全因死亡率;全因死亡;病死率;总死亡率|
      cardiovascular-death|cardiovascular death;cardiovascular mortality;death from cardiovascular causes|心血管死亡;心血管死亡率;心血管病死亡|
      MACE|major adverse cardiovascular events;major adverse cardiac events;major adverse cardiovascular event|主要不良心血管事件;主要心血管不良事件;主要不良心脏事件|MACE;MACCE
      MI|myocardial infarction rate;nonfatal myocardial infarction;non-fatal myocardial infarction|非致死性心肌梗死;心肌梗死发生率|
      stroke-event|nonfatal stroke;non-fatal stroke|非致死性卒中;非致命性卒中;非致死性脑卒中|
      stroke-recurrence|stroke recurrence;recurrent stroke|卒中复发;脑卒中复发;复发性卒中|
      hospitalization|hospitalization;hospitalisation;hospital admission;hospitalization for heart failure;readmission;rehospitalization|住院率;再住院率;心力衰竭住院;再入院率|HHF
      LOS|length of stay;length of hospital stay;hospital stay;duration of hospitalization|住院时间;住院天数;住院日|LOS
      VTE-event|venous thromboembolism rate;venous thromboembolic events|静脉血栓栓塞事件|
      HbA1c|glycated hemoglobin;glycated haemoglobin;glycosylated hemoglobin;hemoglobin A1c;haemoglobin A1c;HbA1c|糖化血红蛋白|HbA1c;HbA1C;A1C
      FPG|fasting plasma glucose;fasting blood glucose;fasting glucose;fasting blood sugar|空腹血糖;空腹血浆葡萄糖|FPG;FBG;FBS
      PPG|postprandial glucose;2-hour postprandial glucose|餐后血糖;餐后2小时血糖|PPG;2hPG
      HOMA-IR|homeostatic model assessment of insulin resistance;homeostasis model assessment of insulin resistance;insulin resistance|胰岛素抵抗指数;胰岛素抵抗|HOMA-IR
      SBP|systolic blood pressure|收缩压|SBP
      DBP|diastolic blood pressure|舒张压|DBP
      BP|blood pressure;mean arterial pressure|血压;平均动脉压|BP;MAP
      heart-rate|heart rate|心率|
      HRV|heart rate variability;heart-rate variability|心率变异性|HRV
      LDL-C|low-density lipoprotein cholesterol;LDL cholesterol;low-density lipoprotein|低密度脂蛋白胆固醇;低密度脂蛋白|LDL-C;LDL
      HDL-C|high-density lipoprotein cholesterol;HDL cholesterol;high-density lipoprotein|高密度脂蛋白胆固醇;高密度脂蛋白|HDL-C;HDL
      TC|total cholesterol|总胆固醇|TC
      TG|triglycerides;triglyceride;triacylglycerol|甘油三酯;三酰甘油|TG
      BMI|body mass index|体重指数;体质指数;体质量指数|BMI
      weight|body weight;weight loss;body weight change|体重;体重下降;体质量|
      waist|waist circumference|腰围|
      LVEF|left ventricular ejection fraction;ejection fraction|左心室射血分数;左室射血分数;射血分数|LVEF
      NT-proBNP|N-terminal pro-B-type natriuretic peptide;N-terminal pro-brain natriuretic peptide|N末端脑钠肽前体;N末端B型利钠肽原|NT-proBNP
      6MWD|six-minute walk distance;6-minute walk distance;6-minute walk test|6分钟步行距离;六分钟步行距离;6分钟步行试验|6MWD;6MWT
      VO2max|maximal oxygen uptake;peak oxygen uptake;maximal oxygen consumption|最大摄氧量;峰值摄氧量|VO2max;VO2peak
      eGFR|estimated glomerular filtration rate;glomerular filtration rate|估算肾小球滤过率;肾小球滤过率|eGFR;GFR
      Scr|serum creatinine|血肌酐;血清肌酐|Scr
      UACR|urinary albumin-to-creatinine ratio;albumin-to-creatinine ratio|尿白蛋白肌酐比值;尿白蛋白/肌酐比值|UACR
      ALT|alanine aminotransferase;alanine transaminase|谷丙转氨酶;丙氨酸氨基转移酶|ALT
      AST|aspartate aminotransferase;aspartate transaminase|谷草转氨酶;天冬氨酸氨基转移酶|AST
      AFP|alpha-fetoprotein;alpha fetoprotein|甲胎蛋白|AFP
      CRP|C-reactive protein;high-sensitivity C-reactive protein|C反应蛋白;超敏C反应蛋白|CRP;hs-CRP
      IL-6|interleukin-6|白细胞介素-6;白介素-6|IL-6
      TNF-alpha|tumor necrosis factor alpha;tumor necrosis factor-α|肿瘤坏死因子α;肿瘤坏死因子-α|TNF-α
      Hb|hemoglobin;haemoglobin;hemoglobin concentration|血红蛋白|Hb
      viral-load|viral load;viral suppression;HBV DNA level;HIV RNA level|病毒载量;病毒抑制;病毒抑制率|
      VAS|visual analog scale;visual analogue scale;VAS pain score|视觉模拟评分;视觉模拟评分法;疼痛视觉模拟评分|VAS
      NRS|numerical rating scale;numeric rating scale|数字评定量表;数字评分法|NRS
      pain|pain intensity;pain score;pain scores;pain relief;postoperative pain;pain|疼痛评分;疼痛强度;疼痛缓解;术后疼痛|
      opioid-use|opioid consumption;morphine consumption|阿片类药物用量;吗啡用量|
      QoL|quality of life;health-related quality of life|生活质量;生存质量;健康相关生活质量|QoL;QOL;HRQoL;HRQOL
      SF-36|36-item short form health survey;short form-36|SF-36量表|SF-36
      EQ-5D|EuroQol five dimensions;EuroQol 5-dimension|欧洲五维健康量表|EQ-5D;EQ-5D-5L
      QLQ-C30|EORTC QLQ-C30|生活质量核心量表|QLQ-C30
      HAM-D|Hamilton Depression Rating Scale;Hamilton Rating Scale for Depression|汉密尔顿抑郁量表|HAMD;HAM-D;HDRS
      HAM-A|Hamilton Anxiety Rating Scale;Hamilton Anxiety Scale|汉密尔顿焦虑量表|HAMA;HAM-A
      MADRS|Montgomery-Asberg Depression Rating Scale|蒙哥马利抑郁量表|MADRS
      BDI|Beck Depression Inventory|贝克抑郁量表|BDI;BDI-II
      PHQ-9|Patient Health Questionnaire-9|患者健康问卷-9|PHQ-9
      HADS|Hospital Anxiety and Depression Scale|医院焦虑抑郁量表|HADS
      PANSS|Positive and Negative Syndrome Scale|阳性和阴性症状量表|PANSS
      depression-score|depressive symptoms;depression score|抑郁症状;抑郁评分|
      anxiety-score|anxiety symptoms;anxiety score|焦虑症状;焦虑评分|
      MMSE|Mini-Mental State Examination|简易精神状态检查量表;简易智力状态检查量表|MMSE
      MoCA|Montreal Cognitive Assessment|蒙特利尔认知评估量表|MoCA
      cognition|cognitive function;cognition|认知功能|
      mRS|modified Rankin Scale|改良Rankin量表;改良Rankin评分|mRS
      NIHSS|National Institutes of Health Stroke Scale|美国国立卫生研究院卒中量表|NIHSS
      EDSS|Expanded Disability Status Scale|扩展残疾状态量表|EDSS
      UPDRS|Unified Parkinson's Disease Rating Scale|帕金森病统一评分量表|UPDRS;MDS-UPDRS
      WOMAC|Western Ontario and McMaster Universities Osteoarthritis Index|西安大略和麦克马斯特大学骨关节炎指数|WOMAC
      ODI|Oswestry Disability Index|Oswestry功能障碍指数|ODI
      DAS28|disease activity score in 28 joints;disease activity score 28|28个关节疾病活动度评分|DAS28
      ACR20|ACR20 response;ACR 20 response|ACR20应答;ACR20应答率|ACR20
      ACR50|ACR50 response;ACR 50 response|ACR50应答;ACR50应答率|ACR50
      ACR70|ACR70 response;ACR 70 response|ACR70应答;ACR70应答率|ACR70
      PASI|Psoriasis Area and Severity Index|银屑病面积和严重程度指数|PASI
      PASI75|PASI 75 response;PASI75 response|PASI75应答;PASI75应答率|PASI75
      PASI90|PASI 90 response;PASI90 response|PASI90应答;PASI90应答率|PASI90
      PASI100|PASI 100 response;PASI100 response|PASI100应答;PASI100应答率|PASI100
      EASI|Eczema Area and Severity Index|湿疹面积及严重程度指数|EASI
      FEV1|forced expiratory volume in one second;forced expiratory volume in 1 s|第一秒用力呼气容积;1秒用力呼气容积|FEV1
      FVC|forced vital capacity|用力肺活量|FVC
      exacerbation|exacerbation;exacerbations;exacerbation rate|急性加重;急性加重率;急性发作|
      BMD|bone mineral density|骨密度;骨矿物质密度|BMD
      fracture-rate|fracture risk;vertebral fractures|骨折风险;骨折发生率;椎体骨折|
      muscle-strength|muscle strength;grip strength;handgrip strength|肌力;握力|
      PSQI|Pittsburgh Sleep Quality Index|匹兹堡睡眠质量指数|PSQI
      sleep|sleep quality;insomnia severity|睡眠质量|
      live-birth|live birth;live birth rate|活产率;活产|LBR
      pregnancy-rate|clinical pregnancy rate;pregnancy rate;ongoing pregnancy|临床妊娠率;妊娠率;持续妊娠率|CPR
      preterm-birth|preterm birth;preterm delivery|早产;早产率|
      birth-weight|birth weight;birthweight|出生体重|
      infection-rate|infection rate;surgical site infection;wound infection|感染率;手术部位感染;切口感染|SSI
      cure|cure rate;clinical cure;eradication rate;eradication|治愈率;临床治愈;根除率|
      operation-time|operative time;operation time;duration of surgery|手术时间|
      blood-loss|blood loss;intraoperative blood loss;estimated blood loss|出血量;术中出血量|EBL
      vas-acuity|best-corrected visual acuity;visual acuity|最佳矫正视力;视力|BCVA
      IOP|intraocular pressure|眼压;眼内压|IOP
      plaque-index|plaque index;probing depth;bleeding on probing;clinical attachment level|菌斑指数;探诊深度;临床附着水平|
      adherence|adherence;compliance;medication adherence|依从性;用药依从性|
      abstinence|abstinence;smoking cessation;quit rate|戒烟率;戒断率|
      immunogenicity|antibody titer;antibody titre;seroconversion;seroconversion rate;geometric mean titer|抗体滴度;血清转换率;抗体阳转率|GMT
      vaccine-efficacy|vaccine efficacy|疫苗效力;疫苗保护效力|VE
      survival-benefit|survival benefit|生存获益|
      """)
}

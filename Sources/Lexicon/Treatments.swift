extension ConceptTable {
  /// What an experimental arm is compared with.
  static let comparators = ConceptTable(
    kind: .comparator, prefix: "comparator:",
    lines: """
      placebo|placebo;matching placebo;matched placebo|安慰剂;安慰剂组|
      active-surveillance|active surveillance;active monitoring|主动监测;主动监测组;积极监测|
      observation|observation;observation alone;observation only;observation group;watchful waiting|观察组;单纯观察;观察等待|
      surgery-alone|surgery alone;resection alone;hepatectomy alone;surgery only|单纯手术;单纯手术组;单独手术;单纯切除|
      tace-alone|TACE alone;TACE monotherapy|单纯 TACE;单独 TACE;单纯TACE组|
      chemotherapy-alone|chemotherapy alone;chemotherapy only|单纯化疗;单独化疗|
      radiotherapy-alone|radiotherapy alone;radiation alone|单纯放疗;单纯放射治疗|
      bsc|best supportive care;supportive care;best supportive care alone|最佳支持治疗;最佳支持疗法;支持治疗|BSC
      standard-of-care|standard of care;standard care;standard therapy;standard treatment|标准治疗;标准疗法;标准治疗组|SOC;SoC
      usual-care|usual care;routine care;treatment as usual;conventional treatment;conventional therapy|常规治疗;常规护理;常规疗法|TAU
      no-treatment|no treatment;untreated;no intervention;untreated control|空白对照;不治疗;无治疗|
      waitlist|waiting list;wait-list;wait-list control;waitlist control|等待名单;候补对照;等待组|
      sham|sham;sham procedure;sham control;sham surgery;sham stimulation;sham acupuncture|假手术;假刺激;假针刺|
      control|control group;control arm;controls|对照组|
      vehicle|vehicle;vehicle control|赋形剂;溶媒对照|
      saline|normal saline;saline|生理盐水;盐水|
      physicians-choice|investigator's choice;physician's choice;treatment of physician's choice|研究者选择;医生选择|
      active-control|active control;active comparator|阳性对照;阳性药物对照|
      """)

  /// Operations, interventions, radiation, and other treatments that are no drug.
  static let procedures = ConceptTable(
    kind: .procedure, prefix: "procedure:",
    lines: """
      tace|transarterial chemoembolization;transarterial chemoembolisation;transcatheter arterial chemoembolization;trans-arterial chemoembolization|经动脉化疗栓塞;经导管动脉化疗栓塞;经导管动脉化疗栓塞术;肝动脉化疗栓塞;肝动脉化疗栓塞术;动脉化疗栓塞|TACE;cTACE;DEB-TACE;PA-TACE
      haic|hepatic arterial infusion chemotherapy;hepatic artery infusion chemotherapy|肝动脉灌注化疗;肝动脉灌注化疗术;经肝动脉灌注化疗|HAIC
      tae|transarterial embolization;bland embolization|经动脉栓塞;动脉栓塞|TAE
      tare|transarterial radioembolization;selective internal radiation therapy;radioembolization|经动脉放射栓塞;选择性内放射治疗;钇90微球;钇-90|TARE;SIRT;Y-90
      rfa|radiofrequency ablation|射频消融;射频消融术|RFA
      mwa|microwave ablation|微波消融;微波消融术|MWA
      ablation|ablation;local ablation;thermal ablation;catheter ablation;cryoablation|消融;局部消融;消融治疗;热消融;冷冻消融;导管消融|
      pei|percutaneous ethanol injection|经皮无水乙醇注射;无水酒精注射|PEI
      hepatectomy|hepatectomy;liver resection;hepatic resection;partial hepatectomy|肝切除术;肝切除;肝部分切除术|
      resection|surgical resection;resection;curative resection;radical resection;R0 resection|手术切除;根治性切除;切除术;根治性切除术;R0切除|
      surgery|surgery;surgical treatment;operation|手术治疗;手术;外科手术|
      liver-transplantation|liver transplantation;liver transplant;orthotopic liver transplantation|肝移植;肝移植术|OLT
      transplantation|transplantation;kidney transplantation;renal transplantation;hematopoietic stem cell transplantation;stem cell transplantation|移植;肾移植;造血干细胞移植;干细胞移植|HSCT;ASCT
      radiotherapy|radiotherapy;radiation therapy;external beam radiotherapy;irradiation|放疗;放射治疗;外照射放疗|EBRT
      sbrt|stereotactic body radiotherapy;stereotactic body radiation therapy;stereotactic ablative radiotherapy|立体定向放疗;立体定向放射治疗;立体定向体部放疗|SBRT;SABR
      imrt|intensity-modulated radiotherapy;intensity-modulated radiation therapy|调强放疗;调强放射治疗|IMRT
      proton|proton beam therapy;proton therapy|质子治疗;质子束治疗|
      brachytherapy|brachytherapy;iodine-125 seed implantation|近距离放疗;碘125粒子植入;碘-125粒子|
      chemoradiotherapy|chemo-radiotherapy;chemo-radiation;concurrent chemoradiotherapy|放化疗;同步放化疗|CRT;CCRT
      lobectomy|lobectomy;segmentectomy|肺叶切除术;肺叶切除;肺段切除术|
      gastrectomy|gastrectomy;D2 gastrectomy|胃切除术;胃癌根治术|
      colectomy|colectomy;total mesorectal excision|结肠切除术;全直肠系膜切除术|TME
      pancreaticoduodenectomy|pancreaticoduodenectomy;Whipple procedure|胰十二指肠切除术|
      esophagectomy|esophagectomy;oesophagectomy|食管切除术;食管癌根治术|
      mastectomy|mastectomy;breast-conserving surgery|乳房切除术;保乳手术|
      prostatectomy|prostatectomy;radical prostatectomy|前列腺切除术;根治性前列腺切除术|
      nephrectomy|nephrectomy;partial nephrectomy|肾切除术;肾部分切除术|
      cystectomy|cystectomy;radical cystectomy|膀胱切除术;根治性膀胱切除术|
      hysterectomy|hysterectomy|子宫切除术|
      cesarean|cesarean section;caesarean section;cesarean delivery|剖宫产;剖宫产术|
      splenectomy|splenectomy|脾切除术|
      cholecystectomy|cholecystectomy;laparoscopic cholecystectomy|胆囊切除术;腹腔镜胆囊切除术|
      appendectomy|appendectomy;appendicectomy|阑尾切除术|
      bariatric-surgery|bariatric surgery;sleeve gastrectomy;gastric bypass|减重手术;袖状胃切除术;胃旁路术|
      laparoscopy|laparoscopic surgery;laparoscopy|腹腔镜手术;腹腔镜|
      lymphadenectomy|lymphadenectomy;lymph node dissection|淋巴结清扫;淋巴结清扫术|
      hipec|hyperthermic intraperitoneal chemotherapy|腹腔热灌注化疗|HIPEC
      pci|percutaneous coronary intervention;coronary angioplasty|经皮冠状动脉介入治疗;经皮冠状动脉介入|PCI
      cabg|coronary artery bypass grafting;coronary artery bypass graft|冠状动脉旁路移植术;冠状动脉搭桥术|CABG
      tavr|transcatheter aortic valve replacement;transcatheter aortic valve implantation|经导管主动脉瓣置换术|TAVR;TAVI
      icd|implantable cardioverter-defibrillator|植入式心律转复除颤器|
      thrombectomy|mechanical thrombectomy;endovascular thrombectomy|机械取栓;血管内取栓|EVT
      dialysis|hemodialysis;haemodialysis;peritoneal dialysis;dialysis|血液透析;腹膜透析;透析|
      ventilation|mechanical ventilation;noninvasive ventilation|机械通气;无创通气|NIV
      cpap|continuous positive airway pressure|持续气道正压通气|CPAP
      hip-replacement|total hip arthroplasty;total knee arthroplasty;total hip replacement;total knee replacement|全髋关节置换术;全膝关节置换术|THA;TKA
      acupuncture|acupuncture;electroacupuncture|针刺;电针;针灸|
      tcm|traditional Chinese medicine|中医药;中药|TCM
      massage|massage;massage therapy|推拿;按摩|
      exercise|exercise;exercise training;aerobic exercise;resistance training;physical activity|运动训练;有氧运动;抗阻训练;运动干预|
      rehabilitation|rehabilitation;physiotherapy;physical therapy;cardiac rehabilitation|康复治疗;康复训练;物理治疗|
      cbt|cognitive behavioral therapy;cognitive behavioural therapy;cognitive-behavioral therapy|认知行为疗法;认知行为治疗|CBT
      mindfulness|mindfulness-based stress reduction;mindfulness|正念减压;正念疗法|MBSR
      psychotherapy|psychotherapy;interpersonal psychotherapy;counseling;counselling|心理治疗;心理咨询|
      rtms|repetitive transcranial magnetic stimulation;transcranial magnetic stimulation|重复经颅磁刺激;经颅磁刺激|rTMS;TMS
      tdcs|transcranial direct current stimulation|经颅直流电刺激|tDCS
      ect|electroconvulsive therapy|电休克治疗|ECT
      dbs|deep brain stimulation|脑深部电刺激|DBS
      tens|transcutaneous electrical nerve stimulation|经皮神经电刺激|TENS
      nerve-block|nerve block;epidural analgesia;spinal anesthesia;general anesthesia|神经阻滞;硬膜外镇痛;蛛网膜下腔麻醉;全身麻醉|
      fmt|fecal microbiota transplantation;faecal microbiota transplantation|粪菌移植;粪便菌群移植|FMT
      ivf|in vitro fertilization;in vitro fertilisation;intracytoplasmic sperm injection|体外受精;卵胞浆内单精子注射|IVF;ICSI
      car-t|chimeric antigen receptor T-cell therapy;CAR T-cell therapy;CAR-T cells|嵌合抗原受体T细胞;CAR-T细胞治疗|CAR-T
      adoptive|adoptive immunotherapy;adoptive cell therapy;cytokine-induced killer cells;adoptive T-cell transfer|过继性免疫治疗;过继免疫治疗;细胞因子诱导的杀伤细胞;过继性T细胞治疗|CIK;ACT
      dc-vaccine|dendritic cell vaccine;dendritic cell vaccination;neoantigen vaccine|树突状细胞疫苗;新抗原疫苗|
      diet|diet;Mediterranean diet;dietary intervention;low-carbohydrate diet;ketogenic diet;intermittent fasting|饮食干预;地中海饮食;生酮饮食;间歇性禁食|
      education|patient education;health education|健康教育;患者教育|
      """)

  /// Classes of drugs.
  static let drugClasses = ConceptTable(
    kind: .drugClass, prefix: "class:",
    lines: """
      ici|immune checkpoint inhibitor;immune checkpoint inhibitors;checkpoint inhibitors;immune checkpoint blockade|免疫检查点抑制剂;免疫检查点阻断剂;检查点抑制剂|ICI;ICB
      pd-1|PD-1 inhibitor;PD-1 inhibitors;anti-PD-1;PD-1 antibody;PD-1 blockade;programmed death 1 inhibitor;anti-PD-1 antibody|PD-1抑制剂;PD-1单抗;抗PD-1抗体;PD-1抗体;程序性死亡受体1抑制剂|
      pd-l1|PD-L1 inhibitor;PD-L1 inhibitors;anti-PD-L1;PD-L1 antibody;anti-PD-L1 antibody|PD-L1抑制剂;PD-L1单抗;抗PD-L1抗体|
      ctla-4|CTLA-4 inhibitor;anti-CTLA-4;CTLA-4 antibody|CTLA-4抑制剂;CTLA-4单抗;抗CTLA-4抗体|
      tki|tyrosine kinase inhibitor;tyrosine kinase inhibitors;multikinase inhibitor|酪氨酸激酶抑制剂;多激酶抑制剂|TKI
      egfr-tki|EGFR-TKI;EGFR tyrosine kinase inhibitor|EGFR-TKI;表皮生长因子受体酪氨酸激酶抑制剂|
      anti-vegf|anti-VEGF;VEGF inhibitor;anti-VEGF therapy;anti-angiogenic therapy;antiangiogenic agents|抗VEGF;抗血管生成治疗;抗血管生成药物;抗血管内皮生长因子|
      parp|PARP inhibitor;PARP inhibitors|PARP抑制剂|PARPi
      cdk46|CDK4/6 inhibitor;CDK4/6 inhibitors|CDK4/6抑制剂|
      adc|antibody-drug conjugate;antibody-drug conjugates|抗体偶联药物;抗体药物偶联物|ADC
      bispecific|bispecific antibody;bispecific antibodies|双特异性抗体;双抗|
      chemotherapy|chemotherapy;cytotoxic chemotherapy;systemic chemotherapy|化疗;化学治疗;全身化疗|
      targeted|targeted therapy;targeted agents;molecular targeted therapy|靶向治疗;靶向药物;分子靶向治疗|
      immunotherapy|immunotherapy;cancer immunotherapy|免疫治疗|
      endocrine|endocrine therapy;hormone therapy;hormonal therapy;androgen deprivation therapy|内分泌治疗;激素治疗;雄激素剥夺治疗|ADT
      aromatase-inhibitor|aromatase inhibitor;aromatase inhibitors|芳香化酶抑制剂|
      platinum|platinum-based chemotherapy;platinum doublet|含铂化疗;铂类化疗;铂类|
      anthracycline|anthracycline;anthracyclines|蒽环类;蒽环类药物|
      taxane|taxane;taxanes|紫杉类;紫杉烷类|
      statin|statin;statins;HMG-CoA reductase inhibitor|他汀;他汀类药物;他汀类|
      pcsk9|PCSK9 inhibitor;PCSK9 inhibitors|PCSK9抑制剂|
      sglt2|SGLT2 inhibitor;SGLT2 inhibitors;sodium-glucose cotransporter 2 inhibitor;sodium-glucose co-transporter-2 inhibitors|SGLT2抑制剂;钠-葡萄糖协同转运蛋白2抑制剂|SGLT2i
      glp-1|GLP-1 receptor agonist;GLP-1 receptor agonists;glucagon-like peptide-1 receptor agonist|GLP-1受体激动剂;胰高血糖素样肽-1受体激动剂|GLP-1RA
      dpp-4|DPP-4 inhibitor;DPP-4 inhibitors;dipeptidyl peptidase-4 inhibitor|DPP-4抑制剂;二肽基肽酶-4抑制剂|DPP-4i
      sulfonylurea|sulfonylurea;sulfonylureas|磺脲类;磺脲类药物|
      ace-inhibitor|ACE inhibitor;ACE inhibitors;angiotensin-converting enzyme inhibitor|血管紧张素转换酶抑制剂|ACEI
      arb|angiotensin receptor blocker;angiotensin II receptor blocker;angiotensin receptor blockers|血管紧张素受体拮抗剂;血管紧张素Ⅱ受体拮抗剂|
      arni|angiotensin receptor-neprilysin inhibitor|血管紧张素受体脑啡肽酶抑制剂|ARNI
      beta-blocker|beta-blocker;beta-blockers;β-blocker;β-blockers|β受体阻滞剂;β-受体阻滞剂|
      ccb|calcium channel blocker;calcium channel blockers|钙通道阻滞剂;钙拮抗剂|CCB
      mra|mineralocorticoid receptor antagonist|盐皮质激素受体拮抗剂|MRA
      diuretic|diuretic;diuretics|利尿剂|
      anticoagulant|anticoagulant;anticoagulants;direct oral anticoagulant;direct oral anticoagulants|抗凝药;抗凝治疗;直接口服抗凝药|DOAC;NOAC
      antiplatelet|antiplatelet therapy;dual antiplatelet therapy;antiplatelet agents|抗血小板治疗;双联抗血小板治疗|DAPT
      antibiotic|antibiotic;antibiotics;antibiotic prophylaxis|抗生素;抗菌药物|
      antiviral|antiviral therapy;antiviral treatment;antiretroviral therapy|抗病毒治疗;抗逆转录病毒治疗|ART;HAART
      nucleoside-analogue|nucleos(t)ide analogues;nucleoside analogue|核苷(酸)类似物;核苷类似物|
      corticosteroid|corticosteroid;corticosteroids;glucocorticoid;glucocorticoids;inhaled corticosteroids|糖皮质激素;皮质类固醇;吸入性糖皮质激素|ICS
      nsaid|nonsteroidal anti-inflammatory drugs;non-steroidal anti-inflammatory drug|非甾体抗炎药;非甾体类抗炎药|NSAID
      opioid|opioid;opioids|阿片类药物;阿片类|
      ppi|proton pump inhibitor;proton pump inhibitors|质子泵抑制剂|PPI
      ssri|selective serotonin reuptake inhibitor;selective serotonin reuptake inhibitors|选择性5-羟色胺再摄取抑制剂|SSRI
      snri|serotonin-norepinephrine reuptake inhibitor|5-羟色胺去甲肾上腺素再摄取抑制剂|SNRI
      antidepressant|antidepressant;antidepressants|抗抑郁药|
      antipsychotic|antipsychotic;antipsychotics;second-generation antipsychotics|抗精神病药|
      benzodiazepine|benzodiazepine;benzodiazepines|苯二氮卓类|
      jak|JAK inhibitor;JAK inhibitors;Janus kinase inhibitor|JAK抑制剂|
      tnf|TNF inhibitor;TNF inhibitors;anti-TNF|TNF抑制剂;肿瘤坏死因子抑制剂|
      bisphosphonate|bisphosphonate;bisphosphonates|双膦酸盐|
      vaccine|vaccine;vaccination;vaccines|疫苗;疫苗接种|
      probiotic|probiotic;probiotics;synbiotics|益生菌;合生元|
      contraceptive|oral contraceptive;oral contraceptives;hormonal contraception|口服避孕药|
      hrt|hormone replacement therapy;menopausal hormone therapy|激素替代治疗|
      """)
}

extension ConceptTable {
  /// Diseases other than cancer.
  static let commonDiseases = ConceptTable(
    kind: .disease, prefix: "disease:",
    lines: """
      hepatitis-b|chronic hepatitis B;hepatitis B;hepatitis B virus;hepatitis B virus infection|慢性乙型肝炎;乙型肝炎;乙型肝炎病毒;乙肝|HBV;CHB
      hepatitis-c|chronic hepatitis C;hepatitis C;hepatitis C virus;hepatitis C virus infection|慢性丙型肝炎;丙型肝炎;丙型肝炎病毒;丙肝|HCV;CHC
      hepatitis|autoimmune hepatitis;alcoholic hepatitis;viral hepatitis;hepatitis|自身免疫性肝炎;酒精性肝炎;病毒性肝炎;肝炎|
      cirrhosis|liver cirrhosis;cirrhosis;hepatic cirrhosis|肝硬化|
      liver-failure|liver failure;acute-on-chronic liver failure;acute liver failure|肝衰竭;慢加急性肝衰竭|ACLF
      masld|metabolic dysfunction-associated steatotic liver disease;nonalcoholic fatty liver disease;non-alcoholic fatty liver disease;fatty liver|代谢功能障碍相关脂肪性肝病;代谢相关脂肪性肝病;非酒精性脂肪性肝病;脂肪肝|MASLD;NAFLD;MAFLD
      mash|metabolic dysfunction-associated steatohepatitis;nonalcoholic steatohepatitis|代谢功能障碍相关脂肪性肝炎;非酒精性脂肪性肝炎|MASH;NASH
      portal-hypertension|portal hypertension|门静脉高压;门静脉高压症|
      pvtt|portal vein tumor thrombus;portal vein tumour thrombus;portal vein thrombosis|门静脉癌栓;门静脉血栓|PVTT
      t2dm|type 2 diabetes mellitus;type 2 diabetes|2型糖尿病|T2DM;T2D
      t1dm|type 1 diabetes mellitus;type 1 diabetes|1型糖尿病|T1DM;T1D
      gdm|gestational diabetes mellitus;gestational diabetes|妊娠期糖尿病;妊娠糖尿病|GDM
      diabetes|diabetes mellitus;diabetes|糖尿病|
      prediabetes|prediabetes;impaired glucose tolerance|糖尿病前期;糖耐量异常|
      diabetic-nephropathy|diabetic nephropathy;diabetic kidney disease|糖尿病肾病;糖尿病肾脏病|DKD
      diabetic-retinopathy|diabetic retinopathy;diabetic macular edema|糖尿病视网膜病变;糖尿病黄斑水肿|DME
      diabetic-neuropathy|diabetic peripheral neuropathy;diabetic neuropathy|糖尿病周围神经病变|DPN
      diabetic-foot|diabetic foot ulcer;diabetic foot|糖尿病足;糖尿病足溃疡|DFU
      obesity|obesity;overweight|肥胖;肥胖症;超重|
      metabolic-syndrome|metabolic syndrome|代谢综合征|MetS
      dyslipidemia|dyslipidemia;hyperlipidemia;hypercholesterolemia;hypercholesterolaemia;familial hypercholesterolemia|血脂异常;高脂血症;高胆固醇血症;家族性高胆固醇血症|
      gout|gout;hyperuricemia|痛风;高尿酸血症|
      hypothyroidism|hypothyroidism|甲状腺功能减退;甲状腺功能减退症|
      hyperthyroidism|hyperthyroidism;Graves' disease|甲状腺功能亢进;甲状腺功能亢进症;甲亢|
      osteoporosis|osteoporosis;postmenopausal osteoporosis|骨质疏松;骨质疏松症|
      pcos|polycystic ovary syndrome;polycystic ovarian syndrome|多囊卵巢综合征|PCOS
      hypertension|hypertension;arterial hypertension;essential hypertension|高血压;高血压病;原发性高血压|
      cad|coronary artery disease;coronary heart disease;ischemic heart disease|冠心病;冠状动脉粥样硬化性心脏病;冠状动脉疾病|CAD;CHD
      acs|acute coronary syndrome;acute coronary syndromes|急性冠脉综合征;急性冠状动脉综合征|ACS
      ami|acute myocardial infarction;myocardial infarction;ST-segment elevation myocardial infarction|急性心肌梗死;心肌梗死;心梗|AMI;STEMI;NSTEMI
      angina|angina pectoris;stable angina;unstable angina|心绞痛;稳定型心绞痛|
      hfref|heart failure with reduced ejection fraction|射血分数降低的心力衰竭|HFrEF
      hfpef|heart failure with preserved ejection fraction|射血分数保留的心力衰竭|HFpEF
      heart-failure|heart failure;chronic heart failure;congestive heart failure;acute heart failure|心力衰竭;慢性心力衰竭;心衰|CHF
      atrial-fibrillation|atrial fibrillation|心房颤动;房颤|
      cardiomyopathy|cardiomyopathy;hypertrophic cardiomyopathy;dilated cardiomyopathy|心肌病;肥厚型心肌病;扩张型心肌病|HCM;DCM
      aortic-stenosis|aortic stenosis|主动脉瓣狭窄|
      cardiac-arrest|cardiac arrest|心脏骤停|
      pad|peripheral artery disease;peripheral arterial disease|外周动脉疾病|PAD
      atherosclerosis|atherosclerosis|动脉粥样硬化|ASCVD
      cvd|cardiovascular disease;cardiovascular diseases|心血管疾病;心血管病|CVD
      pah|pulmonary arterial hypertension;pulmonary hypertension|肺动脉高压|PAH
      vte|venous thromboembolism;deep vein thrombosis;pulmonary embolism|静脉血栓栓塞症;深静脉血栓;深静脉血栓形成;肺栓塞|VTE;DVT
      ischemic-stroke|ischemic stroke;ischaemic stroke;acute ischemic stroke;cerebral infarction|缺血性卒中;缺血性脑卒中;急性缺血性卒中;脑梗死|AIS
      ich|intracerebral hemorrhage;intracerebral haemorrhage|脑出血;颅内出血|
      sah|subarachnoid hemorrhage|蛛网膜下腔出血|
      stroke|stroke;transient ischemic attack|脑卒中;卒中;短暂性脑缺血发作|TIA
      ckd|chronic kidney disease;chronic renal failure;end-stage renal disease|慢性肾脏病;慢性肾病;慢性肾衰竭;终末期肾病|CKD;ESRD
      aki|acute kidney injury|急性肾损伤|AKI
      iga-nephropathy|IgA nephropathy|IgA肾病|IgAN
      nephrotic-syndrome|nephrotic syndrome;membranous nephropathy|肾病综合征;膜性肾病|
      lupus|systemic lupus erythematosus;lupus nephritis|系统性红斑狼疮;狼疮性肾炎|SLE
      asthma|asthma;severe asthma|哮喘;支气管哮喘|
      copd|chronic obstructive pulmonary disease|慢性阻塞性肺疾病;慢阻肺|COPD
      pneumonia|pneumonia;community-acquired pneumonia;ventilator-associated pneumonia|肺炎;社区获得性肺炎;呼吸机相关性肺炎|CAP;VAP
      ards|acute respiratory distress syndrome|急性呼吸窘迫综合征|ARDS
      ipf|idiopathic pulmonary fibrosis;pulmonary fibrosis;interstitial lung disease|特发性肺纤维化;肺纤维化;间质性肺疾病|IPF;ILD
      bronchiectasis|bronchiectasis|支气管扩张;支气管扩张症|
      bronchiolitis|bronchiolitis|毛细支气管炎|
      cystic-fibrosis|cystic fibrosis|囊性纤维化|
      osa|obstructive sleep apnea;obstructive sleep apnoea|阻塞性睡眠呼吸暂停|OSA
      tuberculosis|tuberculosis;pulmonary tuberculosis;multidrug-resistant tuberculosis|结核病;肺结核;耐多药结核|MDR-TB
      covid-19|COVID-19;coronavirus disease 2019;SARS-CoV-2 infection|新型冠状病毒肺炎;新型冠状病毒感染;新冠肺炎;新冠病毒感染|
      influenza|influenza|流感;流行性感冒|
      hiv|HIV infection;human immunodeficiency virus;acquired immunodeficiency syndrome|艾滋病;人类免疫缺陷病毒;HIV感染|HIV;AIDS
      malaria|malaria;Plasmodium falciparum malaria|疟疾|
      sepsis|sepsis;septic shock|脓毒症;脓毒性休克;感染性休克|
      uti|urinary tract infection;urinary tract infections|尿路感染;泌尿系感染|UTI
      h-pylori|Helicobacter pylori;Helicobacter pylori infection;H. pylori|幽门螺杆菌;幽门螺旋杆菌|
      c-difficile|Clostridioides difficile infection;Clostridium difficile infection|艰难梭菌感染|
      hpv|human papillomavirus|人乳头瘤病毒|HPV
      rsv|respiratory syncytial virus|呼吸道合胞病毒|RSV
      dengue|dengue|登革热|
      helminths|soil-transmitted helminths;schistosomiasis|土源性线虫;血吸虫病|
      gerd|gastroesophageal reflux disease;gastro-oesophageal reflux disease|胃食管反流病|GERD;GORD
      peptic-ulcer|peptic ulcer;gastric ulcer;duodenal ulcer|消化性溃疡;胃溃疡;十二指肠溃疡|
      ibs|irritable bowel syndrome|肠易激综合征|IBS
      crohn|Crohn's disease|克罗恩病|
      uc|ulcerative colitis|溃疡性结肠炎|
      ibd|inflammatory bowel disease|炎症性肠病|IBD
      constipation|constipation;functional constipation|便秘;功能性便秘|
      acute-diarrhea|acute diarrhea;acute gastroenteritis|急性腹泻;急性胃肠炎|
      pancreatitis|acute pancreatitis;pancreatitis|急性胰腺炎;胰腺炎|
      pbc|primary biliary cholangitis;primary biliary cirrhosis|原发性胆汁性胆管炎|PBC
      celiac|celiac disease;coeliac disease|乳糜泻|
      ra|rheumatoid arthritis|类风湿关节炎;类风湿性关节炎|
      as|ankylosing spondylitis;axial spondyloarthritis|强直性脊柱炎;中轴型脊柱关节炎|axSpA
      psa|psoriatic arthritis|银屑病关节炎|
      psoriasis|psoriasis;plaque psoriasis|银屑病;斑块状银屑病|
      oa|osteoarthritis;knee osteoarthritis|骨关节炎;膝骨关节炎;膝关节骨性关节炎|KOA
      low-back-pain|low back pain;chronic low back pain|腰痛;慢性腰痛;下腰痛|CLBP
      fibromyalgia|fibromyalgia|纤维肌痛|
      neck-pain|neck pain;shoulder pain|颈痛;肩痛|
      fracture|hip fracture;fracture;fractures|髋部骨折;骨折|
      sarcopenia|sarcopenia|肌少症;肌肉减少症|
      atopic-dermatitis|atopic dermatitis;eczema|特应性皮炎;湿疹|
      acne|acne vulgaris;acne|痤疮|
      urticaria|chronic urticaria;chronic spontaneous urticaria;urticaria|慢性荨麻疹;荨麻疹|CSU
      allergic-rhinitis|allergic rhinitis;chronic rhinosinusitis|过敏性鼻炎;变应性鼻炎;慢性鼻窦炎|
      vitiligo|vitiligo;alopecia areata|白癜风;斑秃|
      depression|major depressive disorder;depressive disorder;depression|抑郁症;重性抑郁障碍;抑郁障碍|MDD
      bipolar|bipolar disorder|双相障碍;双相情感障碍|
      schizophrenia|schizophrenia;psychosis|精神分裂症|
      anxiety|generalized anxiety disorder;anxiety disorder;anxiety disorders|广泛性焦虑障碍;焦虑症;焦虑障碍|GAD
      ptsd|post-traumatic stress disorder;posttraumatic stress disorder|创伤后应激障碍|PTSD
      ocd|obsessive-compulsive disorder|强迫症|OCD
      adhd|attention-deficit/hyperactivity disorder;attention deficit hyperactivity disorder;attention-deficit hyperactivity disorder|注意缺陷多动障碍;多动症|ADHD
      autism|autism spectrum disorder;autism spectrum disorders;autism|孤独症谱系障碍;自闭症;孤独症|ASD
      insomnia|insomnia;primary insomnia|失眠;失眠症|
      anorexia|anorexia nervosa;bulimia nervosa;eating disorders|神经性厌食;贪食症|
      alcohol-use|alcohol use disorder;alcohol dependence;alcoholism|酒精使用障碍;酒精依赖|AUD
      opioid-use-disorder|opioid use disorder;opioid dependence;substance use disorder|阿片类使用障碍;物质使用障碍|OUD
      alzheimer|Alzheimer's disease;Alzheimer disease|阿尔茨海默病|
      dementia|dementia;vascular dementia|痴呆;血管性痴呆|
      mci|mild cognitive impairment|轻度认知障碍|MCI
      parkinson|Parkinson's disease;Parkinson disease|帕金森病|
      ms|multiple sclerosis|多发性硬化|RRMS
      als|amyotrophic lateral sclerosis|肌萎缩侧索硬化|ALS
      epilepsy|epilepsy;seizures|癫痫|
      migraine|migraine;headache|偏头痛;头痛|
      neuropathic-pain|neuropathic pain;postherpetic neuralgia|神经病理性疼痛;带状疱疹后神经痛|PHN
      cerebral-palsy|cerebral palsy|脑瘫;脑性瘫痪|
      tbi|traumatic brain injury;spinal cord injury|创伤性脑损伤;颅脑损伤;脊髓损伤|TBI
      delirium|delirium;postoperative delirium|谵妄;术后谵妄|POD
      myasthenia|myasthenia gravis|重症肌无力|
      anemia|anemia;anaemia;iron deficiency anemia;iron-deficiency anaemia|贫血;缺铁性贫血|IDA
      itp|immune thrombocytopenia|免疫性血小板减少症|ITP
      aplastic-anemia|aplastic anemia;severe aplastic anemia|再生障碍性贫血|
      sickle-cell|sickle cell disease|镰状细胞病|
      thalassemia|thalassemia;thalassaemia|地中海贫血|
      hemophilia|hemophilia;haemophilia;hemophilia A|血友病|
      pnh|paroxysmal nocturnal hemoglobinuria|阵发性睡眠性血红蛋白尿症|PNH
      gvhd|graft-versus-host disease|移植物抗宿主病|GVHD
      preeclampsia|preeclampsia;pre-eclampsia|子痫前期;先兆子痫|
      pph|postpartum hemorrhage;postpartum haemorrhage|产后出血|PPH
      infertility|infertility|不孕症;不育|
      endometriosis|endometriosis;uterine fibroids|子宫内膜异位症;子宫肌瘤|
      dysmenorrhea|dysmenorrhea;dysmenorrhoea;premenstrual syndrome|痛经;经前期综合征|PMS
      menopause|menopausal symptoms;vasomotor symptoms;hot flashes|更年期综合征;绝经综合征;潮热|
      bph|benign prostatic hyperplasia|良性前列腺增生;前列腺增生|BPH
      ed|erectile dysfunction|勃起功能障碍|
      overactive-bladder|overactive bladder;urinary incontinence|膀胱过度活动症;尿失禁|OAB
      malnutrition|malnutrition;severe acute malnutrition;undernutrition|营养不良|SAM
      bpd|bronchopulmonary dysplasia;respiratory distress syndrome|支气管肺发育不良;新生儿呼吸窘迫综合征|BPD
      nec|necrotizing enterocolitis|坏死性小肠结肠炎|NEC
      glaucoma|glaucoma;open-angle glaucoma|青光眼|
      amd|age-related macular degeneration;neovascular age-related macular degeneration|年龄相关性黄斑变性;湿性年龄相关性黄斑变性|nAMD
      cataract|cataract|白内障|
      myopia|myopia|近视|
      dry-eye|dry eye disease;dry eye|干眼症;干眼|
      periodontitis|periodontitis;chronic periodontitis;gingivitis|牙周炎;慢性牙周炎;牙龈炎|
      caries|dental caries|龋病;龋齿|
      hearing-loss|hearing loss;tinnitus;otitis media|听力损失;耳鸣;中耳炎|
      burns|burns;pressure ulcer|烧伤;压疮|
      """)
}

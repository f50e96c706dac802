extension ConceptTable {
  /// Drugs of heart, vessels, blood, metabolism and hormones.
  static let cardiometabolicDrugs = ConceptTable(
    kind: .drug, prefix: "drug:",
    lines: """
      aspirin;acetylsalicylic acid|阿司匹林|ASA
      clopidogrel;Plavix|氯吡格雷;波立维
      ticagrelor;Brilinta|替格瑞洛;倍林达
      prasugrel|普拉格雷
      cilostazol|西洛他唑
      dipyridamole|双嘧达莫
      tirofiban|替罗非班
      indobufen|吲哚布芬
      warfarin|华法林
      rivaroxaban;Xarelto|利伐沙班;拜瑞妥
      apixaban;Eliquis|阿哌沙班;艾乐妥
      edoxaban|艾多沙班
      dabigatran;Pradaxa|达比加群;达比加群酯
      heparin;unfractionated heparin|肝素;普通肝素
      enoxaparin;low-molecular-weight heparin|依诺肝素;低分子肝素|LMWH
      dalteparin|达肝素
      nadroparin|那屈肝素
      fondaparinux|磺达肝癸钠
      bivalirudin|比伐卢定
      argatroban|阿加曲班
      alteplase;tissue plasminogen activator|阿替普酶|rt-PA;tPA
      tenecteplase|替奈普酶
      urokinase|尿激酶
      tranexamic acid|氨甲环酸|TXA
      atorvastatin;Lipitor|阿托伐他汀;立普妥
      rosuvastatin;Crestor|瑞舒伐他汀;可定
      simvastatin|辛伐他汀
      pravastatin|普伐他汀
      pitavastatin|匹伐他汀
      fluvastatin|氟伐他汀
      lovastatin|洛伐他汀
      ezetimibe|依折麦布;依泽替米贝
      fenofibrate|非诺贝特
      bezafibrate|苯扎贝特
      niacin;nicotinic acid|烟酸
      evolocumab;Repatha|依洛尤单抗
      alirocumab;Praluent|阿利西尤单抗
      inclisiran;Leqvio|英克司兰
      bempedoic acid|贝派地酸
      icosapent ethyl|二十碳五烯酸乙酯
      amlodipine;Norvasc|氨氯地平;络活喜
      nifedipine|硝苯地平
      felodipine|非洛地平
      nimodipine|尼莫地平
      diltiazem|地尔硫卓
      verapamil|维拉帕米
      captopril|卡托普利
      enalapril|依那普利
      lisinopril|赖诺普利
      ramipril|雷米普利
      perindopril|培哚普利
      benazepril|贝那普利
      losartan|氯沙坦
      valsartan|缬沙坦
      irbesartan|厄贝沙坦
      candesartan|坎地沙坦
      telmisartan|替米沙坦
      olmesartan|奥美沙坦
      azilsartan|阿齐沙坦
      sacubitril/valsartan;sacubitril-valsartan;Entresto;LCZ696|沙库巴曲缬沙坦;诺欣妥
      aliskiren|阿利吉仑
      metoprolol|美托洛尔;倍他乐克
      bisoprolol|比索洛尔
      carvedilol|卡维地洛
      atenolol|阿替洛尔
      propranolol|普萘洛尔;心得安
      esmolol|艾司洛尔
      nebivolol|奈必洛尔
      hydrochlorothiazide|氢氯噻嗪|HCTZ
      chlorthalidone|氯噻酮
      indapamide|吲达帕胺
      furosemide|呋塞米;速尿
      torsemide|托拉塞米
      spironolactone|螺内酯
      eplerenone|依普利酮
      finerenone;Kerendia|非奈利酮
      tolvaptan|托伐普坦
      digoxin|地高辛
      ivabradine|伊伐布雷定
      vericiguat|维立西呱
      amiodarone|胺碘酮
      dronedarone|决奈达隆
      flecainide|氟卡尼
      nitroglycerin|硝酸甘油
      isosorbide mononitrate|单硝酸异山梨酯
      ranolazine|雷诺嗪
      trimetazidine|曲美他嗪
      levosimendan|左西孟旦
      dobutamine|多巴酚丁胺
      norepinephrine;noradrenaline|去甲肾上腺素
      epinephrine;adrenaline|肾上腺素
      vasopressin|血管加压素
      sildenafil|西地那非
      tadalafil|他达拉非
      bosentan|波生坦
      macitentan|马昔腾坦
      ambrisentan|安立生坦
      riociguat|利奥西呱
      mavacamten|玛伐凯泰
      tafamidis|氯苯唑酸
      metformin;Glucophage|二甲双胍;格华止
      glimepiride|格列美脲
      gliclazide|格列齐特
      glibenclamide;glyburide|格列本脲
      glipizide|格列吡嗪
      repaglinide|瑞格列奈
      acarbose|阿卡波糖
      voglibose|伏格列波糖
      pioglitazone|吡格列酮
      rosiglitazone|罗格列酮
      sitagliptin;Januvia|西格列汀
      vildagliptin|维格列汀
      saxagliptin|沙格列汀
      linagliptin|利格列汀
      alogliptin|阿格列汀
      dapagliflozin;Forxiga;Farxiga|达格列净;安达唐
      empagliflozin;Jardiance|恩格列净;欧唐静
      canagliflozin;Invokana|卡格列净
      ertugliflozin|艾托格列净
      sotagliflozin|索格列净
      henagliflozin|恒格列净
      dorzagliatin|多格列艾汀
      liraglutide;Victoza;Saxenda|利拉鲁肽;诺和力
      semaglutide;Ozempic;Wegovy;Rybelsus|司美格鲁肽;索马鲁肽;诺和泰
      dulaglutide;Trulicity|度拉糖肽;度易达
      exenatide;Byetta|艾塞那肽
      lixisenatide|利司那肽
      tirzepatide;Mounjaro;Zepbound|替尔泊肽;替西帕肽
      mazdutide|玛仕度肽
      retatrutide|瑞他鲁肽
      insulin|胰岛素
      insulin glargine;Lantus|甘精胰岛素
      insulin degludec|德谷胰岛素
      insulin detemir|地特胰岛素
      insulin aspart|门冬胰岛素
      insulin lispro|赖脯胰岛素
      orlistat|奥利司他
      levothyroxine;L-thyroxine|左甲状腺素
      methimazole|甲巯咪唑
      propylthiouracil|丙硫氧嘧啶|PTU
      allopurinol|别嘌醇
      febuxostat|非布司他
      colchicine|秋水仙碱
      alendronate;alendronic acid|阿仑膦酸钠;阿仑膦酸
      risedronate|利塞膦酸钠
      ibandronate|伊班膦酸钠
      teriparatide|特立帕肽
      romosozumab|罗莫佐单抗
      calcitriol|骨化三醇
      cinacalcet|西那卡塞
      roxadustat|罗沙司他
      epoetin;erythropoietin;epoetin alfa|促红细胞生成素;重组人促红素|EPO
      darbepoetin alfa|达依泊汀
      eltrombopag|艾曲泊帕
      avatrombopag|阿伐曲泊帕
      hetrombopag|海曲泊帕
      romiplostim|罗普司亭
      luspatercept|罗特西普
      emicizumab|艾美赛珠单抗
      eculizumab|依库珠单抗
      iptacopan|伊普可泮
      growth hormone;somatropin;recombinant human growth hormone|生长激素;重组人生长激素|rhGH
      testosterone|睾酮
      estradiol|雌二醇
      progesterone|黄体酮;孕酮
      clomiphene;clomiphene citrate|氯米芬;克罗米芬
      ursodeoxycholic acid;ursodiol|熊去氧胆酸|UDCA
      obeticholic acid|奥贝胆酸|OCA
      resmetirom|瑞美替罗
      """)
}

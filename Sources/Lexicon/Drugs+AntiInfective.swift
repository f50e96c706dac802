extension ConceptTable {
  /// Drugs against viruses, bacteria, fungi and parasites.
  static let antiInfectives = ConceptTable(
    kind: .drug, prefix: "drug:",
    lines: """
      entecavir;Baraclude|恩替卡韦;博路定|ETV
      tenofovir disoproxil fumarate;tenofovir;Viread|替诺福韦酯;富马酸替诺福韦二吡呋酯;替诺福韦;韦瑞德|TDF
      tenofovir alafenamide;Vemlidy|丙酚替诺福韦;富马酸丙酚替诺福韦;韦立得|TAF
      tenofovir amibufenamide|艾米替诺福韦|TMF
      lamivudine|拉米夫定|3TC
      adefovir;adefovir dipivoxil|阿德福韦;阿德福韦酯
      telbivudine|替比夫定
      bulevirtide|布来韦肽
      bepirovirsen|贝匹罗韦森
      sofosbuvir;Sovaldi|索磷布韦;索非布韦
      ledipasvir/sofosbuvir;ledipasvir-sofosbuvir;ledipasvir|来迪派韦索磷布韦;来迪派韦
      sofosbuvir/velpatasvir;sofosbuvir-velpatasvir;velpatasvir;Epclusa|索磷布韦维帕他韦;维帕他韦
      glecaprevir/pibrentasvir;glecaprevir|格卡瑞韦哌仑他韦;格卡瑞韦
      daclatasvir|达拉他韦
      elbasvir/grazoprevir|艾尔巴韦格拉瑞韦
      ribavirin|利巴韦林
      zidovudine|齐多夫定|AZT
      abacavir|阿巴卡韦
      emtricitabine|恩曲他滨|FTC
      efavirenz|依非韦伦|EFV
      nevirapine|奈韦拉平
      rilpivirine|利匹韦林
      doravirine|多拉韦林
      dolutegravir|多替拉韦|DTG
      bictegravir;Biktarvy|比克替拉韦;比克恩丙诺
      raltegravir|拉替拉韦
      cabotegravir|卡替拉韦
      lenacapavir|来那帕韦
      lopinavir/ritonavir;lopinavir-ritonavir|洛匹那韦利托那韦;洛匹那韦/利托那韦|LPV/r
      darunavir|达芦那韦
      atazanavir|阿扎那韦
      ainuovirine|艾诺韦林
      oseltamivir;Tamiflu|奥司他韦;达菲
      baloxavir marboxil;baloxavir|玛巴洛沙韦
      peramivir|帕拉米韦
      favipiravir|法匹拉韦
      remdesivir;Veklury|瑞德西韦
      nirmatrelvir/ritonavir;nirmatrelvir-ritonavir;Paxlovid|奈玛特韦利托那韦;奈玛特韦片/利托那韦片
      azvudine|阿兹夫定
      molnupiravir|莫诺拉韦;莫努匹韦
      ensitrelvir|恩赛特韦
      hydroxychloroquine|羟氯喹|HCQ
      chloroquine|氯喹
      acyclovir;aciclovir|阿昔洛韦
      valacyclovir;valaciclovir|伐昔洛韦
      ganciclovir;valganciclovir|更昔洛韦;缬更昔洛韦
      letermovir|来特莫韦
      nirsevimab|尼塞韦单抗
      palivizumab|帕利珠单抗
      amoxicillin|阿莫西林
      amoxicillin/clavulanate;amoxicillin-clavulanate;amoxicillin/clavulanic acid;co-amoxiclav|阿莫西林克拉维酸;阿莫西林克拉维酸钾
      ampicillin|氨苄西林
      piperacillin/tazobactam;piperacillin-tazobactam|哌拉西林他唑巴坦
      penicillin|青霉素
      cefazolin|头孢唑林
      cefuroxime|头孢呋辛
      ceftriaxone|头孢曲松
      cefotaxime|头孢噻肟
      ceftazidime|头孢他啶
      ceftazidime/avibactam;ceftazidime-avibactam|头孢他啶阿维巴坦
      cefepime|头孢吡肟
      cefixime|头孢克肟
      cefiderocol|头孢地尔
      imipenem|亚胺培南
      meropenem|美罗培南
      ertapenem|厄他培南
      aztreonam|氨曲南
      gentamicin|庆大霉素
      amikacin|阿米卡星
      azithromycin|阿奇霉素
      clarithromycin|克拉霉素
      erythromycin|红霉素
      doxycycline|多西环素;强力霉素
      minocycline|米诺环素
      tetracycline|四环素
      tigecycline|替加环素
      ciprofloxacin|环丙沙星
      levofloxacin|左氧氟沙星
      moxifloxacin|莫西沙星
      vancomycin|万古霉素
      teicoplanin|替考拉宁
      linezolid|利奈唑胺
      daptomycin|达托霉素
      colistin;polymyxin B|黏菌素;多黏菌素B
      clindamycin|克林霉素
      metronidazole|甲硝唑
      tinidazole|替硝唑
      trimethoprim-sulfamethoxazole;co-trimoxazole;cotrimoxazole|复方磺胺甲噁唑;复方新诺明|TMP-SMX
      nitrofurantoin|呋喃妥因
      fosfomycin|磷霉素
      rifaximin|利福昔明
      fidaxomicin|非达霉素
      isoniazid|异烟肼|INH
      rifampicin;rifampin|利福平
      rifapentine|利福喷丁
      pyrazinamide|吡嗪酰胺
      ethambutol|乙胺丁醇
      bedaquiline|贝达喹啉
      pretomanid|普瑞马尼
      delamanid|德拉马尼
      fluconazole|氟康唑
      voriconazole|伏立康唑
      posaconazole|泊沙康唑
      itraconazole|伊曲康唑
      amphotericin B;liposomal amphotericin B|两性霉素B
      caspofungin|卡泊芬净
      micafungin|米卡芬净
      terbinafine|特比萘芬
      artemether-lumefantrine;artemether/lumefantrine;artemether|蒿甲醚本芴醇;蒿甲醚
      artesunate;artesunate-amodiaquine|青蒿琥酯
      dihydroartemisinin-piperaquine|双氢青蒿素哌喹
      sulfadoxine-pyrimethamine|磺胺多辛乙胺嘧啶
      mefloquine|甲氟喹
      primaquine;tafenoquine|伯氨喹
      ivermectin|伊维菌素
      albendazole|阿苯达唑
      mebendazole|甲苯咪唑
      praziquantel|吡喹酮
      bismuth;bismuth subcitrate|铋剂;枸橼酸铋钾
      """)
}

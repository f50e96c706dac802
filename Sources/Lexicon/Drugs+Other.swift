extension ConceptTable {
  /// Drugs of immunity, lungs, gut, skin, eyes and pregnancy; vitamins and supplements.
  static let otherDrugs = ConceptTable(
    kind: .drug, prefix: "drug:",
    lines: """
      prednisone|泼尼松;强的松
      prednisolone|泼尼松龙
      methylprednisolone|甲泼尼龙;甲强龙
      dexamethasone|地塞米松
      hydrocortisone|氢化可的松
      betamethasone|倍他米松
      triamcinolone;triamcinolone acetonide|曲安奈德
      budesonide|布地奈德
      fluticasone;fluticasone propionate|氟替卡松;丙酸氟替卡松
      beclomethasone;beclometasone|倍氯米松
      mometasone|莫米松
      ciclesonide|环索奈德
      salbutamol;albuterol|沙丁胺醇
      salmeterol|沙美特罗
      formoterol|福莫特罗
      indacaterol|茚达特罗
      vilanterol|维兰特罗
      tiotropium|噻托溴铵
      umeclidinium|乌美溴铵
      glycopyrronium;glycopyrrolate|格隆溴铵
      ipratropium|异丙托溴铵
      montelukast|孟鲁司特
      theophylline;aminophylline|茶碱;氨茶碱
      roflumilast|罗氟司特
      N-acetylcysteine;acetylcysteine|N-乙酰半胱氨酸;乙酰半胱氨酸|NAC
      pirfenidone|吡非尼酮
      omalizumab;Xolair|奥马珠单抗
      mepolizumab|美泊利珠单抗
      benralizumab|贝那利珠单抗
      reslizumab|瑞利珠单抗
      tezepelumab|特泽利尤单抗
      dupilumab;Dupixent|度普利尤单抗;达必妥
      stapokibart|司普奇拜单抗
      ivacaftor;elexacaftor/tezacaftor/ivacaftor|依伐卡托
      cyclosporine;ciclosporin;cyclosporin A|环孢素;环孢素A|CsA
      tacrolimus|他克莫司|FK506
      sirolimus;rapamycin|西罗莫司;雷帕霉素
      mycophenolate mofetil;mycophenolate;mycophenolic acid|吗替麦考酚酯;霉酚酸酯|MMF
      azathioprine|硫唑嘌呤|AZA
      leflunomide|来氟米特
      sulfasalazine|柳氮磺吡啶|SSZ
      iguratimod|艾拉莫德
      adalimumab;Humira|阿达木单抗;修美乐
      infliximab;Remicade|英夫利西单抗;英夫利昔单抗|IFX
      etanercept;Enbrel|依那西普
      golimumab|戈利木单抗
      certolizumab pegol;certolizumab|培塞利珠单抗
      tocilizumab;Actemra|托珠单抗;雅美罗
      sarilumab|萨瑞鲁单抗
      anakinra|阿那白滞素
      canakinumab|卡那奴单抗
      abatacept|阿巴西普
      tofacitinib;Xeljanz|托法替布;尚杰
      baricitinib;Olumiant|巴瑞替尼;巴瑞克替尼
      upadacitinib;Rinvoq|乌帕替尼
      filgotinib|非戈替尼
      abrocitinib|阿布昔替尼
      deucravacitinib|氘可来昔替尼
      secukinumab;Cosentyx|司库奇尤单抗
      ixekizumab;Taltz|依奇珠单抗
      brodalumab|布罗利尤单抗
      bimekizumab|比奇珠单抗
      xeligekimab;vunakizumab|赛立奇单抗;夫那奇珠单抗
      ustekinumab;Stelara|乌司奴单抗
      guselkumab;Tremfya|古塞奇尤单抗
      risankizumab;Skyrizi|瑞莎珠单抗
      tildrakizumab|替瑞奇珠单抗
      vedolizumab;Entyvio|维得利珠单抗
      mirikizumab|米吉珠单抗
      etrasimod|伊曲莫德
      apremilast|阿普米司特
      belimumab;Benlysta|贝利尤单抗
      anifrolumab|阿尼鲁单抗
      telitacicept|泰它西普
      voclosporin|伏环孢素
      immunoglobulin;intravenous immunoglobulin|免疫球蛋白;静脉注射免疫球蛋白;丙种球蛋白|IVIG
      antithymocyte globulin|抗胸腺细胞球蛋白|ATG
      basiliximab|巴利昔单抗
      mesalazine;mesalamine;5-aminosalicylic acid|美沙拉秦;美沙拉嗪|5-ASA
      omeprazole|奥美拉唑
      esomeprazole|埃索美拉唑;艾司奥美拉唑
      lansoprazole|兰索拉唑
      pantoprazole|泮托拉唑
      rabeprazole|雷贝拉唑
      vonoprazan|伏诺拉生
      tegoprazan|替戈拉生
      keverprazan|凯普拉生
      famotidine|法莫替丁
      ranitidine|雷尼替丁
      sucralfate|硫糖铝
      rebamipide|瑞巴派特
      misoprostol|米索前列醇
      metoclopramide|甲氧氯普胺
      domperidone|多潘立酮
      mosapride|莫沙必利
      prucalopride|普芦卡必利
      linaclotide|利那洛肽
      lubiprostone|鲁比前列酮
      polyethylene glycol|聚乙二醇
      lactulose|乳果糖
      loperamide|洛哌丁胺
      simethicone|西甲硅油
      silymarin|水飞蓟素;水飞蓟宾
      glycyrrhizin|甘草酸;复方甘草酸苷;异甘草酸镁
      somatostatin|生长抑素
      terlipressin|特利加压素
      albumin;human albumin|白蛋白;人血白蛋白
      rhubarb|大黄
      berberine|小檗碱;黄连素
      curcumin|姜黄素
      ginkgo biloba|银杏叶提取物;银杏叶
      artemisinin|青蒿素
      Lianhua Qingwen|连花清瘟;连花清瘟胶囊
      Tongxinluo|通心络;通心络胶囊
      tranilast|曲尼司特
      cetirizine;levocetirizine|西替利嗪;左西替利嗪
      loratadine;desloratadine|氯雷他定;地氯雷他定
      fexofenadine|非索非那定
      rupatadine|卢帕他定
      isotretinoin|异维A酸
      acitretin|阿维A
      calcipotriol|卡泊三醇
      imiquimod|咪喹莫特
      minoxidil|米诺地尔
      ranibizumab;Lucentis|雷珠单抗
      conbercept|康柏西普
      faricimab;Vabysmo|法瑞西单抗
      brolucizumab|布西珠单抗
      latanoprost|拉坦前列素
      timolol|噻吗洛尔
      atropine;low-dose atropine|阿托品;低浓度阿托品
      finasteride|非那雄胺
      dutasteride|度他雄胺
      tamsulosin|坦索罗辛
      mirabegron|米拉贝隆
      solifenacin|索利那新
      tolterodine;oxybutynin|托特罗定;奥昔布宁
      oxytocin|缩宫素;催产素
      carbetocin|卡贝缩宫素
      magnesium sulfate;magnesium sulphate|硫酸镁
      letrozole and gonadotropin;gonadotropin;follicle-stimulating hormone|促性腺激素;促卵泡激素|FSH
      dienogest|地诺孕素
      mifepristone|米非司酮
      ulipristal|乌利司他
      levonorgestrel|左炔诺孕酮
      vitamin D;cholecalciferol;vitamin D3|维生素D;维生素D3;胆钙化醇
      vitamin C;ascorbic acid|维生素C;抗坏血酸
      vitamin E;alpha-tocopherol|维生素E
      vitamin A;retinol|维生素A
      vitamin B12;cobalamin;mecobalamin|维生素B12;甲钴胺
      vitamin K|维生素K
      folic acid;folate|叶酸
      iron;ferrous sulfate;ferric carboxymaltose;iron sucrose|铁剂;硫酸亚铁;羧基麦芽糖铁;蔗糖铁
      zinc;zinc sulfate|锌;硫酸锌
      calcium carbonate|碳酸钙
      selenium|硒
      iodine|碘剂
      omega-3 fatty acids;omega-3 polyunsaturated fatty acids;fish oil;n-3 fatty acids|ω-3脂肪酸;鱼油;欧米伽3
      Lactobacillus;Lactobacillus rhamnosus;Bifidobacterium;Saccharomyces boulardii|乳酸杆菌;双歧杆菌;布拉氏酵母菌
      glutamine|谷氨酰胺
      L-carnitine;levocarnitine|左卡尼汀;左旋肉碱
      coenzyme Q10|辅酶Q10|CoQ10
      creatine|肌酸
      caffeine;caffeine citrate|咖啡因;枸橼酸咖啡因
      glucosamine;chondroitin|氨基葡萄糖;硫酸软骨素
      hyaluronic acid;sodium hyaluronate|透明质酸;玻璃酸钠|HA
      platelet-rich plasma|富血小板血浆|PRP
      surfactant;pulmonary surfactant|肺表面活性物质
      nitric oxide;inhaled nitric oxide|一氧化氮;吸入一氧化氮|iNO
      chlorhexidine|氯己定;洗必泰
      povidone-iodine|聚维酮碘;碘伏
      fluoride;fluoride varnish|氟化物;氟保护漆
      """)
}

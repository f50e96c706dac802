extension ConceptTable {
  /// Cytotoxic drugs, hormones, supportive drugs and regimens of oncology.
  static let chemotherapy = ConceptTable(
    kind: .drug, prefix: "drug:",
    lines: """
      oxaliplatin;Eloxatin|奥沙利铂;乐沙定|
      cisplatin|顺铂|CDDP;DDP
      carboplatin|卡铂|CBP
      nedaplatin|奈达铂|
      lobaplatin|洛铂|
      fluorouracil;5-fluorouracil|氟尿嘧啶;5-氟尿嘧啶|5-FU;5FU
      capecitabine;Xeloda|卡培他滨;希罗达|
      tegafur;tegafur-gimeracil-oteracil;tegafur/gimeracil/oteracil|替吉奥;替加氟|S-1
      tegafur-uracil|优福定|UFT
      trifluridine/tipiracil;trifluridine tipiracil;Lonsurf|曲氟尿苷替匹嘧啶;曲氟尿苷|TAS-102;FTD/TPI
      raltitrexed|雷替曲塞|
      pemetrexed;Alimta|培美曲塞;力比泰|
      methotrexate|甲氨蝶呤|MTX
      gemcitabine;Gemzar|吉西他滨;健择|
      cytarabine|阿糖胞苷|Ara-C
      azacitidine;Vidaza|阿扎胞苷|
      decitabine;Dacogen|地西他滨|
      fludarabine|氟达拉滨|
      cladribine|克拉屈滨|
      clofarabine|氯法拉滨|
      nelarabine|奈拉滨|
      mercaptopurine;6-mercaptopurine|巯嘌呤;6-巯基嘌呤|6-MP
      hydroxyurea;hydroxycarbamide|羟基脲|
      irinotecan;Camptosar|伊立替康|CPT-11
      liposomal irinotecan;nanoliposomal irinotecan;Onivyde|伊立替康脂质体|nal-IRI
      topotecan;Hycamtin|拓扑替康|
      etoposide|依托泊苷|VP-16
      doxorubicin;Adriamycin|多柔比星;阿霉素|ADM
      pegylated liposomal doxorubicin;liposomal doxorubicin;Doxil;Caelyx|聚乙二醇脂质体多柔比星;多柔比星脂质体|PLD
      epirubicin|表柔比星;表阿霉素|
      daunorubicin|柔红霉素|
      idarubicin|去甲氧柔红霉素;伊达比星|
      mitoxantrone|米托蒽醌|
      mitomycin;mitomycin C|丝裂霉素|MMC
      bleomycin|博来霉素|
      dactinomycin|放线菌素D|
      paclitaxel;Taxol|紫杉醇;泰素|
      nab-paclitaxel;albumin-bound paclitaxel;Abraxane|白蛋白结合型紫杉醇;白蛋白紫杉醇;注射用紫杉醇(白蛋白结合型)|
      docetaxel;Taxotere|多西他赛;多西紫杉醇;泰索帝|
      cabazitaxel;Jevtana|卡巴他赛|
      vincristine|长春新碱|
      vinorelbine;Navelbine|长春瑞滨|
      vinblastine|长春碱|
      vindesine|长春地辛|
      eribulin;Halaven|艾立布林;艾日布林|
      ixabepilone|伊沙匹隆|
      utidelone|优替德隆|
      trabectedin;Yondelis|曲贝替定|
      lurbinectedin;Zepzelca|芦比替定;鲁比卡丁|
      cyclophosphamide|环磷酰胺|CTX
      ifosfamide|异环磷酰胺|
      temozolomide;Temodar|替莫唑胺|TMZ
      dacarbazine|达卡巴嗪|DTIC
      melphalan|美法仑|
      busulfan|白消安|
      chlorambucil|苯丁酸氮芥|
      bendamustine|苯达莫司汀|
      carmustine|卡莫司汀|BCNU
      lomustine|洛莫司汀|CCNU
      procarbazine|丙卡巴肼|
      asparaginase;L-asparaginase;pegaspargase|门冬酰胺酶;培门冬酶|
      leucovorin;folinic acid|亚叶酸钙;亚叶酸;甲酰四氢叶酸|LV
      tamoxifen;Nolvadex|他莫昔芬;三苯氧胺|
      toremifene|托瑞米芬|
      raloxifene;Evista|雷洛昔芬|
      fulvestrant;Faslodex|氟维司群;芙仕得|
      elacestrant;Orserdu|艾拉司群|
      letrozole;Femara|来曲唑;弗隆|
      anastrozole;Arimidex|阿那曲唑;瑞宁得|
      exemestane;Aromasin|依西美坦|
      goserelin;Zoladex|戈舍瑞林;诺雷得|
      leuprolide;leuprorelin;Lupron|亮丙瑞林;抑那通|
      triptorelin|曲普瑞林|
      degarelix;Firmagon|地加瑞克|
      relugolix;Orgovyx|瑞卢戈利|
      abiraterone;abiraterone acetate;Zytiga|阿比特龙;醋酸阿比特龙|
      enzalutamide;Xtandi|恩扎卢胺;恩杂鲁胺|
      apalutamide;Erleada|阿帕他胺|
      darolutamide;Nubeqa|达罗他胺|
      rezvilutamide|瑞维鲁胺|
      bicalutamide;Casodex|比卡鲁胺|
      flutamide|氟他胺|
      megestrol;megestrol acetate|甲地孕酮|
      medroxyprogesterone|甲羟孕酮|
      octreotide|奥曲肽|
      lanreotide|兰瑞肽|
      lutetium-177 dotatate;177Lu-DOTATATE;Lutathera|镥177氧奥曲肽|
      lutetium-177 PSMA-617;177Lu-PSMA-617;Pluvicto|镥177-PSMA-617|
      radium-223;Xofigo|镭223|
      iodine-131;radioiodine|碘131;放射性碘|I-131
      zoledronic acid;zoledronate;Zometa;Aclasta|唑来膦酸|
      aprepitant;fosaprepitant|阿瑞匹坦;福沙匹坦|
      ondansetron|昂丹司琼|
      palonosetron|帕洛诺司琼|
      granisetron|格拉司琼|
      filgrastim;pegfilgrastim;granulocyte colony-stimulating factor|非格司亭;培非格司亭;粒细胞集落刺激因子|G-CSF
      thrombopoietin;recombinant human thrombopoietin|血小板生成素;重组人血小板生成素|rhTPO
      dexrazoxane|右丙亚胺|
      folfox|folinic acid, fluorouracil and oxaliplatin;mFOLFOX6;FOLFOX4||FOLFOX
      folfiri|folinic acid, fluorouracil and irinotecan||FOLFIRI
      folfirinox|modified FOLFIRINOX||FOLFIRINOX;mFOLFIRINOX
      folfoxiri|FOLFOXIRI regimen||FOLFOXIRI
      xelox|capecitabine and oxaliplatin||XELOX;CAPOX;CapeOX
      sox|S-1 plus oxaliplatin||SOX
      flot|fluorouracil, leucovorin, oxaliplatin and docetaxel||FLOT
      r-chop|rituximab, cyclophosphamide, doxorubicin, vincristine and prednisone||R-CHOP
      abvd|doxorubicin, bleomycin, vinblastine and dacarbazine||ABVD
      """)
}

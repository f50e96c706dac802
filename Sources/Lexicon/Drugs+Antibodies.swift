extension ConceptTable {
  /// Antibodies, conjugates and cells against cancer.
  static let antibodies = ConceptTable(
    kind: .drug, prefix: "drug:",
    lines: """
      nivolumab;Opdivo|纳武利尤单抗;纳武单抗;欧狄沃
      pembrolizumab;Keytruda;lambrolizumab|帕博利珠单抗;派姆单抗;可瑞达
      atezolizumab;Tecentriq|阿替利珠单抗;阿特珠单抗;泰圣奇
      durvalumab;Imfinzi|度伐利尤单抗;德瓦鲁单抗;英飞凡
      avelumab;Bavencio|阿维鲁单抗;阿维单抗
      cemiplimab;Libtayo|西米普利单抗;西米单抗
      dostarlimab;Jemperli|多塔利单抗;多斯塔利单抗
      retifanlimab|瑞弗利单抗
      spartalizumab|斯巴达珠单抗
      cosibelimab|科西贝利单抗
      sintilimab;Tyvyt;IBI308|信迪利单抗;达伯舒
      camrelizumab;SHR-1210|卡瑞利珠单抗;艾瑞卡
      toripalimab;Loqtorzi;JS001|特瑞普利单抗;拓益
      tislelizumab;Tevimbra;BGB-A317|替雷利珠单抗;百泽安
      penpulimab;AK105|派安普利单抗;安尼可
      zimberelimab;GLS-010|赛帕利单抗;誉妥
      serplulimab;HLX10|斯鲁利单抗;汉斯状
      pucotenlimab;HX008|普特利单抗
      finotonlimab;SCT-I10A|菲诺利单抗
      envafolimab;KN035|恩沃利单抗;恩维达
      sugemalimab;CS1001|舒格利单抗;择捷美
      adebrelimab;SHR-1316|阿得贝利单抗;艾瑞利
      benmelstobart;TQB2450|贝莫苏拜单抗
      tagitanlimab;KL-A167|泰特利单抗
      socazolimab|索卡佐利单抗
      enlonstobart|恩朗苏拜单抗
      iparomlimab and tuvonralimab;iparomlimab/tuvonralimab|艾帕洛利托沃瑞利单抗
      cadonilimab;AK104|卡度尼利单抗;开坦尼
      ivonescimab;AK112|依沃西单抗;依达方
      ipilimumab;Yervoy|伊匹木单抗;伊匹单抗;逸沃
      tremelimumab;Imjudo|替西木单抗;曲美木单抗
      relatlimab;Opdualag|瑞拉利单抗
      tiragolumab|替瑞利尤单抗
      ociperlimab|欧司珀利单抗
      bevacizumab;Avastin;IBI305;bevacizumab biosimilar|贝伐珠单抗;贝伐单抗;安维汀;达攸同
      ramucirumab;Cyramza|雷莫西尤单抗;雷莫芦单抗;希冉择
      aflibercept;ziv-aflibercept;Eylea;Zaltrap|阿柏西普
      cetuximab;Erbitux|西妥昔单抗;爱必妥
      panitumumab;Vectibix|帕尼单抗
      necitumumab|耐昔妥珠单抗
      nimotuzumab|尼妥珠单抗;泰欣生
      amivantamab;Rybrevant|埃万妥单抗
      trastuzumab;Herceptin|曲妥珠单抗;赫赛汀
      pertuzumab;Perjeta|帕妥珠单抗;帕捷特
      margetuximab|马吉妥昔单抗
      inetetamab|伊尼妥单抗
      zanidatamab;Ziihera|泽尼达妥单抗
      trastuzumab emtansine;ado-trastuzumab emtansine;Kadcyla|恩美曲妥珠单抗;赫赛莱|T-DM1
      trastuzumab deruxtecan;Enhertu|德曲妥珠单抗;优赫得|T-DXd;DS-8201
      trastuzumab rezetecan;SHR-A1811|瑞康曲妥珠单抗
      disitamab vedotin|维迪西妥单抗;爱地希|RC48
      sacituzumab govitecan;Trodelvy|戈沙妥珠单抗;拓达维
      sacituzumab tirumotecan|芦康沙妥珠单抗|sac-TMT
      datopotamab deruxtecan;Datroway|德达博妥单抗|Dato-DXd
      patritumab deruxtecan|帕曲妥单抗德鲁替康|HER3-DXd
      enfortumab vedotin;Padcev|维恩妥尤单抗
      tisotumab vedotin;Tivdak|替索妥单抗
      mirvetuximab soravtansine;Elahere|索米妥昔单抗
      brentuximab vedotin;Adcetris|维布妥昔单抗
      polatuzumab vedotin;Polivy|维泊妥珠单抗
      inotuzumab ozogamicin|奥加伊妥珠单抗
      gemtuzumab ozogamicin;Mylotarg|吉妥珠单抗
      belantamab mafodotin;Blenrep|玛贝兰妥单抗
      loncastuximab tesirine|朗妥昔单抗
      zolbetuximab;Vyloy|佐妥昔单抗
      rituximab;Rituxan;MabThera|利妥昔单抗;美罗华
      obinutuzumab;Gazyva|奥妥珠单抗;奥比妥珠单抗
      ofatumumab;Arzerra;Kesimpta|奥法妥木单抗
      alemtuzumab;Campath;Lemtrada|阿仑单抗
      daratumumab;Darzalex|达雷妥尤单抗;兆珂
      isatuximab;Sarclisa|艾沙妥昔单抗
      elotuzumab;Empliciti|埃罗妥珠单抗
      tafasitamab|坦昔妥单抗
      mogamulizumab|莫格利珠单抗
      blinatumomab;Blincyto|贝林妥欧单抗;倍利妥
      glofitamab;Columvi|格菲妥单抗
      epcoritamab;Epkinly|艾可瑞妥单抗
      mosunetuzumab;Lunsumio|莫妥珠单抗
      teclistamab;Tecvayli|特立妥单抗
      talquetamab;Talvey|塔奎妥单抗
      elranatamab|埃纳妥单抗
      tarlatamab;Imdelltra|塔拉妥单抗
      tebentafusp|替本福司
      denosumab;Prolia;Xgeva|地舒单抗;地诺单抗
      dinutuximab|达妥昔单抗
      naxitamab|那昔妥单抗
      codrituzumab|科瑞妥珠单抗
      bemarituzumab|贝玛妥珠单抗
      axicabtagene ciloleucel;Yescarta|阿基仑赛|axi-cel
      tisagenlecleucel;Kymriah|替沙仑赛|tisa-cel
      lisocabtagene maraleucel;Breyanzi||liso-cel
      relmacabtagene autoleucel|瑞基奥仑赛|relma-cel
      brexucabtagene autoleucel;Tecartus||brexu-cel
      ciltacabtagene autoleucel;Carvykti|西达基奥仑赛|cilta-cel
      idecabtagene vicleucel;Abecma|艾基维仑赛|ide-cel
      equecabtagene autoleucel|伊基奥仑赛
      zevorcabtagene autoleucel|泽沃基奥仑赛
      satricabtagene autoleucel|舒瑞基奥仑赛|satri-cel
      lifileucel;Amtagvi
      talimogene laherparepvec;Imlygic||T-VEC
      nadofaragene firadenovec
      pexastimogene devacirepvec;Pexa-Vec
      sipuleucel-T;Provenge
      interferon alfa;interferon-α;interferon alpha;interferon|干扰素α;干扰素-α;干扰素|IFN-α
      peginterferon alfa;pegylated interferon;peginterferon|聚乙二醇干扰素;聚乙二醇干扰素α;长效干扰素|PEG-IFN;Peg-IFN
      aldesleukin;interleukin-2|阿地白介素;白细胞介素-2
      thymalfasin;thymosin alpha 1;thymosin α1;Zadaxin|胸腺法新;胸腺肽α1;日达仙
      BCG;Bacillus Calmette-Guerin|卡介苗
      huaier granule;Huaier|槐耳颗粒;槐耳
      """)
}

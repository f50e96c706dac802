extension ConceptTable {
  /// Cancers.
  static let cancers = ConceptTable(
    kind: .disease, prefix: "disease:",
    lines: """
      hcc|hepatocellular carcinoma;hepatocellular cancer;liver cancer;hepatoma;primary liver cancer|肝细胞癌;原发性肝癌;肝癌;肝细胞肝癌|HCC
      cholangiocarcinoma|cholangiocarcinoma;intrahepatic cholangiocarcinoma;biliary tract cancer;bile duct cancer;biliary tract carcinoma|胆管癌;肝内胆管癌;胆道恶性肿瘤;胆道癌;胆道系统肿瘤|ICC;iCCA;BTC
      gallbladder-cancer|gallbladder cancer;gallbladder carcinoma|胆囊癌|
      pancreatic-cancer|pancreatic cancer;pancreatic ductal adenocarcinoma;pancreatic adenocarcinoma;pancreatic carcinoma|胰腺癌;胰腺导管腺癌|PDAC
      gastric-cancer|gastric cancer;stomach cancer;gastric adenocarcinoma;gastric carcinoma|胃癌;胃腺癌|
      gej-cancer|gastroesophageal junction adenocarcinoma;gastro-oesophageal junction cancer;gastroesophageal junction cancer|胃食管结合部腺癌;食管胃结合部腺癌|GEJ
      esophageal-cancer|esophageal cancer;oesophageal cancer;esophageal squamous cell carcinoma;oesophageal squamous cell carcinoma;esophageal carcinoma|食管癌;食管鳞癌;食管鳞状细胞癌|ESCC
      colorectal-cancer|colorectal cancer;colorectal carcinoma;metastatic colorectal cancer|结直肠癌;大肠癌;转移性结直肠癌|CRC;mCRC
      colon-cancer|colon cancer|结肠癌|
      rectal-cancer|rectal cancer;locally advanced rectal cancer|直肠癌;局部进展期直肠癌|LARC
      anal-cancer|anal cancer;anal squamous cell carcinoma|肛管癌|
      nsclc|non-small cell lung cancer;non-small-cell lung carcinoma|非小细胞肺癌|NSCLC
      sclc|small cell lung cancer;small-cell lung cancer;extensive-stage small cell lung cancer|小细胞肺癌;广泛期小细胞肺癌|SCLC;ES-SCLC;LS-SCLC
      lung-cancer|lung cancer;lung carcinoma;lung adenocarcinoma|肺癌;肺腺癌|
      mesothelioma|mesothelioma;malignant pleural mesothelioma|间皮瘤;恶性胸膜间皮瘤|MPM
      tnbc|triple-negative breast cancer|三阴性乳腺癌|TNBC
      breast-cancer|breast cancer;breast carcinoma;metastatic breast cancer;early breast cancer|乳腺癌|
      ovarian-cancer|ovarian cancer;epithelial ovarian cancer;ovarian carcinoma|卵巢癌;上皮性卵巢癌|
      cervical-cancer|cervical cancer;cervical carcinoma|宫颈癌;子宫颈癌|
      endometrial-cancer|endometrial cancer;endometrial carcinoma;uterine cancer|子宫内膜癌|
      prostate-cancer|prostate cancer;prostatic carcinoma|前列腺癌|
      mcrpc|metastatic castration-resistant prostate cancer;castration-resistant prostate cancer|去势抵抗性前列腺癌;转移性去势抵抗性前列腺癌|mCRPC;CRPC
      bladder-cancer|bladder cancer;urothelial carcinoma;urothelial cancer;muscle-invasive bladder cancer;non-muscle invasive bladder cancer|膀胱癌;尿路上皮癌;肌层浸润性膀胱癌|MIBC;NMIBC
      rcc|renal cell carcinoma;kidney cancer;renal cancer;clear cell renal cell carcinoma|肾细胞癌;肾癌;肾透明细胞癌|RCC;ccRCC
      testicular-cancer|testicular cancer;germ cell tumor;germ cell tumour|睾丸癌;生殖细胞肿瘤|
      melanoma|melanoma;cutaneous melanoma;uveal melanoma|黑色素瘤;恶性黑色素瘤|
      cscc|cutaneous squamous cell carcinoma|皮肤鳞状细胞癌|CSCC
      bcc|basal cell carcinoma|基底细胞癌|BCC
      merkel|Merkel cell carcinoma|梅克尔细胞癌|
      hnscc|head and neck squamous cell carcinoma;head and neck cancer;squamous cell carcinoma of the head and neck|头颈部鳞状细胞癌;头颈鳞癌;头颈部肿瘤|HNSCC
      npc|nasopharyngeal carcinoma;nasopharyngeal cancer|鼻咽癌|NPC
      laryngeal-cancer|laryngeal cancer|喉癌|
      oral-cancer|oral cancer;oral squamous cell carcinoma|口腔癌;口腔鳞状细胞癌|OSCC
      thyroid-cancer|thyroid cancer;differentiated thyroid cancer;medullary thyroid cancer;papillary thyroid carcinoma|甲状腺癌;分化型甲状腺癌;甲状腺髓样癌;甲状腺乳头状癌|DTC;PTC
      glioma|glioma;glioblastoma;glioblastoma multiforme;low-grade glioma|胶质瘤;胶质母细胞瘤|GBM
      brain-metastases|brain metastases;brain metastasis|脑转移;脑转移瘤|
      liver-metastases|liver metastases;colorectal liver metastases|肝转移;结直肠癌肝转移|CRLM
      bone-metastases|bone metastases|骨转移|
      neuroblastoma|neuroblastoma|神经母细胞瘤|
      sarcoma|sarcoma;soft tissue sarcoma;Ewing sarcoma|软组织肉瘤;肉瘤|STS
      osteosarcoma|osteosarcoma|骨肉瘤|
      gist|gastrointestinal stromal tumor;gastrointestinal stromal tumour|胃肠道间质瘤;胃肠间质瘤|GIST
      net|neuroendocrine tumor;neuroendocrine tumour;neuroendocrine tumors;neuroendocrine carcinoma|神经内分泌肿瘤;神经内分泌瘤|
      lymphoma|lymphoma;non-Hodgkin lymphoma|淋巴瘤;非霍奇金淋巴瘤|NHL
      dlbcl|diffuse large B-cell lymphoma|弥漫大B细胞淋巴瘤;弥漫性大B细胞淋巴瘤|DLBCL
      hodgkin|Hodgkin lymphoma;Hodgkin's lymphoma|霍奇金淋巴瘤|cHL
      follicular-lymphoma|follicular lymphoma|滤泡性淋巴瘤|
      mcl|mantle cell lymphoma|套细胞淋巴瘤|
      ptcl|peripheral T-cell lymphoma|外周T细胞淋巴瘤|PTCL
      myeloma|multiple myeloma|多发性骨髓瘤|RRMM
      aml|acute myeloid leukemia;acute myeloid leukaemia|急性髓系白血病;急性髓细胞白血病|AML
      all|acute lymphoblastic leukemia;acute lymphoblastic leukaemia|急性淋巴细胞白血病|B-ALL
      cll|chronic lymphocytic leukemia;chronic lymphocytic leukaemia|慢性淋巴细胞白血病|CLL
      cml|chronic myeloid leukemia;chronic myeloid leukaemia|慢性髓系白血病;慢性粒细胞白血病|CML
      apl|acute promyelocytic leukemia|急性早幼粒细胞白血病|
      leukemia|leukemia;leukaemia|白血病|
      mds|myelodysplastic syndromes;myelodysplastic syndrome|骨髓增生异常综合征|
      myelofibrosis|myelofibrosis|骨髓纤维化|
      solid-tumors|solid tumors;solid tumours;advanced solid tumors|实体瘤;晚期实体瘤|
      cancer|cancer;malignancy;malignant tumor;carcinoma;neoplasm|癌症;恶性肿瘤;肿瘤|
      """)
}

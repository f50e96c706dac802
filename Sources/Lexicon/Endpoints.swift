extension ConceptTable {
  /// Endpoints of time to an event, response and remission.
  static let endpoints = ConceptTable(
    kind: .endpoint, prefix: "endpoint:",
    lines: """
      OS|overall survival;overall survival rate;overall survival time|总生存期;总生存率;总生存时间;总体生存期;总体生存率;总生存;总体生存;中位总生存期;中位生存期|OS;mOS
      RFS|recurrence-free survival;relapse-free survival;recurrence free survival rate|无复发生存期;无复发生存率;无复发生存时间;无复发生存|RFS;mRFS
      DFS|disease-free survival;disease free survival rate|无病生存期;无病生存率;无病生存时间;无病生存;无疾病生存期|DFS;mDFS
      EFS|event-free survival;event free survival rate|无事件生存期;无事件生存率;无事件生存|EFS;mEFS
      PFS|progression-free survival;progression free survival rate|无进展生存期;无进展生存率;无进展生存时间;无进展生存;疾病无进展生存期|PFS;mPFS
      MFS|metastasis-free survival;distant metastasis-free survival|无转移生存期;无远处转移生存期;无远处转移生存率;无转移生存|MFS;DMFS
      LRFS|local recurrence-free survival;locoregional recurrence-free survival;locoregional relapse-free survival|无局部复发生存期;无局部区域复发生存期;无局部区域复发生存率|LRFS;LRRFS
      IDFS|invasive disease-free survival|无侵袭性疾病生存期;无浸润性疾病生存期;无浸润性疾病生存|iDFS;IDFS
      DDFS|distant disease-free survival;distant relapse-free survival|无远处疾病生存期;无远处复发生存期|DDFS;DRFS
      CSS|cancer-specific survival;disease-specific survival;cause-specific survival|肿瘤特异性生存期;癌症特异性生存期;疾病特异性生存期;肿瘤特异性生存;癌症特异性生存率;肿瘤特异性生存率;疾病特异性生存率;癌症特异性生存|CSS;DSS
      FFS|failure-free survival;treatment-free survival|无失败生存期;无治疗失败生存期;无治疗生存期|FFS
      BPFS|biochemical progression-free survival;biochemical recurrence-free survival|无生化复发生存期;无生化进展生存期|bPFS;bRFS
      IPFS|intracranial progression-free survival|颅内无进展生存期|iPFS
      RPFS|radiographic progression-free survival|影像学无进展生存期;放射学无进展生存期|rPFS
      PFS2|progression-free survival 2;second progression-free survival|第二次无进展生存期|PFS2
      TTR|time to recurrence;time to relapse|至复发时间;复发时间;无复发时间|TTR
      TTP|time to progression;time to disease progression|至疾病进展时间;疾病进展时间;至进展时间;肿瘤进展时间|TTP
      TTD|time to deterioration;time to treatment discontinuation|至恶化时间;至治疗终止时间|TTD
      TTF|time to treatment failure|至治疗失败时间;治疗失败时间|TTF;TTTF
      TTTR|time to response|至缓解时间;起效时间|
      DOR|duration of response;duration of remission|缓解持续时间;持续缓解时间;缓解时间|DOR;DoR
      ORR|objective response rate;overall response rate;objective response;overall response;objective remission rate|客观缓解率;总缓解率;客观有效率;总体缓解率;客观反应率;客观应答率;客观缓解|ORR
      DCR|disease control rate;disease control|疾病控制率;疾病控制|DCR
      CBR|clinical benefit rate;clinical benefit response|临床获益率;临床受益率|CBR
      CR|complete response;complete remission;complete response rate;complete remission rate|完全缓解率;完全缓解;完全应答|CR;CRR
      PR|partial response;partial remission|部分缓解;部分缓解率;部分应答|PR
      SD|stable disease|疾病稳定;病情稳定|
      PD|progressive disease;disease progression|疾病进展;病情进展|
      MPR|major pathological response;major pathologic response;major pathological response rate;major pathologic response rate;major pathologic remission|主要病理缓解率;主要病理缓解;主要病理学缓解率;主要病理学缓解;显著病理缓解|MPR
      pCR|pathological complete response;pathologic complete response;complete pathological response;complete pathologic response;pathological complete remission|病理完全缓解率;病理完全缓解;病理学完全缓解率;病理学完全缓解;完全病理缓解|pCR;ypT0N0
      pathological-response|pathological response;pathologic response|病理缓解;病理学缓解;病理缓解率|
      MRD|minimal residual disease;measurable residual disease;molecular residual disease|微小残留病灶;微小残留病;可测量残留病|MRD
      SVR|sustained virological response;sustained virologic response|持续病毒学应答;持续病毒学应答率|SVR;SVR12;SVR24
      R0|R0 resection rate;complete resection rate|R0切除率;完全切除率|
      recurrence|recurrence;recurrence rate;tumor recurrence;tumour recurrence;relapse;relapse rate;disease recurrence|复发率;复发;肿瘤复发;复发风险|
      early-recurrence|early recurrence|早期复发;早期复发率|
      local-control|local control;local control rate;locoregional control|局部控制率;局部控制|
      metastasis|metastasis rate;distant metastasis|转移率;远处转移率|
      survival|survival rate;survival time;survival|生存率;生存时间;生存期|
      response|response rate;treatment response;clinical response;response|有效率;应答率;缓解率;总有效率|
      remission|remission;remission rate;clinical remission|临床缓解;临床缓解率|
      """)

  /// Endpoints of harm.
  static let safetyEndpoints = ConceptTable(
    kind: .endpoint, prefix: "endpoint:",
    lines: """
      TRAE|treatment-related adverse events;treatment-related adverse event;drug-related adverse events|治疗相关不良事件;治疗相关不良反应;药物相关不良事件|TRAE
      TEAE|treatment-emergent adverse events;treatment-emergent adverse event|治疗期间不良事件;治疗期不良事件;治疗中出现的不良事件|TEAE
      irAE|immune-related adverse events;immune-related adverse event|免疫相关不良事件;免疫相关不良反应|irAE
      SAE|serious adverse events;serious adverse event|严重不良事件;严重不良反应|SAE
      severe-adverse-events|grade 3 or higher adverse events;grade 3-4 adverse events;grade 3/4 adverse events;grade ≥3 adverse events;severe adverse events|3级及以上不良事件;≥3级不良事件;3~4级不良事件;3-4级不良事件;3级以上不良反应;≥3级不良反应|
      AE|adverse events;adverse event;adverse reactions;adverse effects;side effects;toxicity|不良事件;不良反应;副作用;毒副反应;毒性反应|AE
      DLT|dose-limiting toxicity;dose-limiting toxicities|剂量限制性毒性|DLT
      discontinuation|treatment discontinuation;discontinuation due to adverse events;discontinuation rate|停药率;治疗终止;因不良事件停药|
      complication|complications;complication rate;postoperative complications;perioperative complications|并发症;并发症发生率;术后并发症;围手术期并发症|
      major-bleeding|major bleeding;major haemorrhage;major hemorrhage;severe bleeding|大出血;严重出血|
      intracranial-hemorrhage|intracranial hemorrhage;intracranial haemorrhage;symptomatic intracranial hemorrhage;symptomatic intracranial haemorrhage|颅内出血;症状性颅内出血|
      bleeding|bleeding;bleeding events;haemorrhage;hemorrhage|出血事件;出血发生率;出血|
      hand-foot|hand-foot skin reaction;hand-foot syndrome|手足皮肤反应;手足综合征|HFSR
      hypoglycemia|hypoglycemia;hypoglycaemia;hypoglycemic events|低血糖;低血糖事件;低血糖发生率|
      nausea|nausea;vomiting;nausea and vomiting;postoperative nausea and vomiting|恶心;呕吐;恶心呕吐;术后恶心呕吐|PONV
      neutropenia|neutropenia;febrile neutropenia|中性粒细胞减少;中性粒细胞减少症;发热性中性粒细胞减少|
      thrombocytopenia|thrombocytopenia|血小板减少;血小板减少症|
      diarrhea|diarrhea;diarrhoea|腹泻|
      fatigue|fatigue|乏力;疲劳|
      rash|rash|皮疹|
      proteinuria|proteinuria|蛋白尿|
      """)
}

extension ConceptTable {
  /// When and for what stage a treatment is given.
  static let settings = ConceptTable(
    kind: .setting, prefix: "setting:",
    lines: """
      neoadjuvant|neo-adjuvant;neo-adjuvant therapy;neo-adjuvant treatment;preoperative therapy;induction therapy before surgery|新辅助治疗;新辅助;术前治疗;术前辅助|
      perioperative|peri-operative;peri-operative treatment;peri-operative therapy|围手术期;围手术期治疗;围术期|
      adjuvant|adjuvant;adjuvant therapy;adjuvant treatment;postoperative adjuvant;post-operative adjuvant therapy|术后辅助治疗;术后辅助;辅助治疗;辅助|
      conversion|conversion therapy;conversion treatment;downstaging|转化治疗;降期治疗|
      first-line|first-line;first-line treatment;first-line therapy;frontline;previously untreated;treatment-naive;1L|一线治疗;一线;初治;既往未经治疗|
      second-line|second-line;second-line treatment;second-line therapy;previously treated;2L|二线治疗;二线;经治|
      later-line|third-line;third-line treatment;later-line;heavily pretreated|三线治疗;三线;后线治疗;后线|
      maintenance|maintenance;maintenance therapy;maintenance treatment|维持治疗|
      consolidation|consolidation;consolidation therapy|巩固治疗|
      induction|induction therapy;induction treatment;induction chemotherapy|诱导治疗;诱导化疗|
      salvage|salvage therapy;salvage treatment|挽救治疗;挽救性治疗;补救治疗|
      palliative|palliative;palliative care|姑息治疗;姑息|
      prophylaxis|prophylaxis;prophylactic;primary prevention|预防性治疗;一级预防;预防用药|
      secondary-prevention|secondary prevention|二级预防|
      advanced|advanced;advanced stage;advanced disease|晚期;进展期|
      metastatic|metastatic;metastatic disease|转移性|
      unresectable|unresectable;inoperable|不可切除;无法切除|
      locally-advanced|locally advanced|局部晚期|
      resectable|resectable|可切除|
      early-stage|early-stage;early stage|早期患者;早期肿瘤|
      relapsed-refractory|relapsed or refractory;relapsed/refractory;relapsed and refractory|复发或难治性;复发/难治性;复发难治性;难治性|
      postoperative|postoperative;post-operative;after surgery;after resection|术后|
      preoperative|preoperative;pre-operative;before surgery|术前|
      """)

  /// Groups of people that results are given for.
  static let populations = ConceptTable(
    kind: .population, prefix: "population:",
    lines: """
      itt|intention-to-treat population;intent-to-treat population|意向治疗人群;意向性治疗人群|
      high-risk|high risk of recurrence;high-risk patients;high-risk;high risk|高危患者;高危复发;高复发风险;高危人群;高危|
      low-risk|low-risk patients;low-risk;low risk|低危患者;低危人群;低危|
      intermediate-risk|intermediate-risk;intermediate risk|中危患者;中危;中高危|
      elderly|older adults;elderly;elderly patients;older patients|老年患者;老年人;老年|
      children|children;pediatric patients;paediatric patients;adolescents|儿童;患儿;青少年|
      women|women;female patients|女性;女性患者|
      men|men;male patients|男性;男性患者|
      pregnant|pregnant women|孕妇;妊娠期妇女|
      postmenopausal|postmenopausal women;postmenopausal|绝经后妇女;绝经后|
      infants|infants;neonates;newborns;preterm infants|新生儿;婴儿;早产儿|
      healthy|healthy volunteers;healthy subjects;healthy controls|健康志愿者;健康受试者;健康对照|
      asian|Asian patients;Asian population|亚洲人群;亚洲患者|
      chinese|Chinese patients;Chinese population|中国患者;中国人群|
      pd-l1-positive|PD-L1 positive;PD-L1-positive|PD-L1阳性|
      msi-h|microsatellite instability-high;mismatch repair deficient|微卫星高度不稳定;错配修复缺陷|MSI-H;dMMR
      mvi|microvascular invasion|微血管侵犯|MVI
      hbv-positive|hepatitis B surface antigen positive;HBsAg-positive|乙肝表面抗原阳性;HBsAg阳性|
      """)
}
